import Diagnostics

/// What the checkers will say of the chosen patterns, as far as the texts decide it. Said once for a run, not once for
/// a control.
struct CheckerNotes {
  let spec: Spec
  let selection: Selection
  /// The controls of the catalog, with the patterns that were chosen for them.
  let controls: [(entry: Control, resolved: ResolvedControl, override: Located<String>?)]

  func notes() -> [Diagnostic] {
    var notes: [Diagnostic] = []
    for (entry, resolved, override) in controls {
      let patterns = resolved.filters.map(\.pattern)
      if let override {
        notes += overrideNote(entry, override, patterns)
      } else if let defect = entry.knownDefect(in: selection.benchmark),
        patterns.contains(entry.text(in: selection.benchmark))
      {
        notes.append(.matchesEverything(entry, defect, selection.benchmark, at: resolved.range))
      }
      if resolved.countsTwice, resolved.alarm.threshold > 1 { notes.append(.countsTwice(resolved)) }
    }
    return notes + wishNotes() + failureNote()
  }

  private func overrideNote(
    _ control: Control, _ override: Located<String>, _ patterns: [String]
  ) -> [Diagnostic] {
    let before = ((try? selection.filters(for: control)) ?? []).map(\.pattern)
    let lost = Checker.allCases.filter {
      control.passes($0, in: selection.benchmark, patterns: before)
        && !control.passes($0, in: selection.benchmark, patterns: patterns)
    }
    return lost.isEmpty ? [] : [.overrideFails(control, lost, at: override.range)]
  }

  /// What the named checkers want beside the text.
  private func wishNotes() -> [Diagnostic] {
    guard let satisfy = spec.satisfy else { return [] }
    var notes: [Diagnostic] = []
    let watching = satisfy.filter(\.value.wantsSubscriber)
    if let first = watching.first, (spec.notify?.subscriptions ?? []).isEmpty {
      notes.append(.wantSubscriber(watching.map(\.value), at: first.range))
    }
    for checker in satisfy {
      for control in controls where control.entry.rule(of: checker.value, in: selection.benchmark) == nil {
        notes.append(.noControl(checker, control.entry))
      }
    }
    return notes
  }

  /// The scanners that nobody asked for and that fail, with the controls that they fail.
  private func failureNote() -> [Diagnostic] {
    var failures: [(checker: Checker, controls: [String])] = []
    for checker in Checker.allCases where checker != .cis && !selection.checkers.contains(checker) {
      let failed = controls.filter { control in
        control.override == nil
          && !control.entry.passes(
            checker, in: selection.benchmark, patterns: control.resolved.filters.map(\.pattern))
      }
      if !failed.isEmpty { failures.append((checker, failed.map(\.entry.id))) }
    }
    return failures.isEmpty ? [] : [.notPassed(failures, selection.benchmark, at: place)]
  }

  private var place: SourceRange { spec.satisfy?.first?.range ?? spec.benchmark?.range ?? spec.name.range }
}

extension Diagnostic {
  static func cannotSatisfy(_ conflict: SelectionConflict, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .cannotSatisfy, conflict.message, at: range, hint: conflict.hint)
  }
  fileprivate static func matchesEverything(
    _ control: Control, _ defect: KnownDefect, _ benchmark: Benchmark, at range: SourceRange
  ) -> Diagnostic {
    let repaired = Benchmark.allCases.first { $0 > benchmark && !defect.editions.contains($0) } ?? benchmark
    return Diagnostic(
      .warning, .textMatchesEverything,
      "the text of '\(control.id)' in \(benchmark.id) matches nearly every event, so its alarm is always on",
      at: range,
      hint: defect.mended.map { "give it the pattern '\($0)', or take 'benchmark: \(repaired.id)' or later" })
  }
  fileprivate static func overrideFails(_ control: Control, _ checkers: [Checker], at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .note, .overrideFailsChecker,
      "with this pattern '\(control.id)' does not pass \(list(checkers.map(\.title)))", at: range,
      hint: "leave 'pattern' out to take a text that does")
  }
  fileprivate static func wantSubscriber(_ checkers: [Checker], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .note, .checkersWantSubscriber,
      "\(list(checkers.map(\.title))) also \(checkers.count == 1 ? "wants" : "want") a subscriber on the topic",
      at: range, hint: "add one under 'notify', or see that the topic has one")
  }
  fileprivate static func noControl(_ checker: Located<Checker>, _ control: Control) -> Diagnostic {
    Diagnostic(
      .note, .checkerHasNoControl, "\(checker.value.title) has no control for '\(control.id)'",
      at: checker.range,
      hint: "its text is that of the edition, unless another checker wants another")
  }
  fileprivate static func notPassed(
    _ failures: [(checker: Checker, controls: [String])], _ benchmark: Benchmark, at range: SourceRange
  ) -> Diagnostic {
    let who = failures.map { "\($0.checker.title): \($0.controls.joined(separator: ", "))" }
    return Diagnostic(
      .note, .checkersNotPassed, "these texts will not pass \(who.joined(separator: "; "))", at: range,
      hint: "name the scanner in 'satisfy' to have filters that pass it")
  }
  fileprivate static func countsTwice(_ control: ResolvedControl) -> Diagnostic {
    Diagnostic(
      .note, .countsTwice,
      "two filters of '\(control.id)' publish to one metric, so an event may count twice", at: control.range,
      hint: "its alarm's threshold is above 1: mind that when you choose it")
  }

  private static func list(_ words: [String]) -> String {
    words.count < 2
      ? words.joined() : words.dropLast().joined(separator: ", ") + " and " + (words.last ?? "")
  }
}
