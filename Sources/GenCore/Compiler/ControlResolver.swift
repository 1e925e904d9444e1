import Diagnostics

/// Decides which controls a spec means, and what each of them is in full.
struct ControlResolver {
  let spec: Spec
  let source: SourceText
  var problems: [Diagnostic] = []

  private let selection: Selection
  private var chosen: [(entry: Control, resolved: ResolvedControl, override: Located<String>?)] = []

  private var benchmark: Benchmark { selection.benchmark }

  /// Whether every entry of the spec could be read; if not, what is missing is no fault of its own.
  private let isWhole: Bool

  init(spec: Spec, source: SourceText, isWhole: Bool) {
    self.spec = spec
    self.source = source
    self.isWhole = isWhole
    selection = Selection(
      benchmark: spec.benchmark?.value ?? .standard, satisfy: spec.satisfy?.map(\.value) ?? [.cis],
      coverage: spec.coverage?.value ?? .benchmark)
  }

  /// The controls in the spec's order, or the benchmark's when the spec names none.
  /// `readSamples` gives the events of a file that an entry names.
  mutating func resolve<Failure: Error>(
    readSamples: (String) throws(Failure) -> [String]
  ) throws(Failure) -> [ResolvedControl] {
    let entries = chosenEntries()
    var controls: [ResolvedControl] = []
    for entry in entries {
      if let control = try resolve(entry, readSamples) { controls.append(control) }
    }
    let isMeant = spec.controls?.isEmpty ?? false
    if controls.isEmpty, !isMeant, problems.isEmpty, isWhole {
      problems.append(.nothingLeft(at: spec.name.range))
    }
    refuseSharedNames(controls)
    // What could not be read may have chosen other texts.
    if isWhole { problems += CheckerNotes(spec: spec, selection: selection, controls: chosen).notes() }
    return controls
  }

  private mutating func chosenEntries() -> [ControlEntry] {
    let all =
      spec.controls
      ?? Catalog.filterControls(of: benchmark).map {
        ControlEntry(
          range: spec.name.range, subject: .catalog(Located($0.id, at: spec.name.range), pattern: nil))
      }
    var single: [ControlEntry] = []
    for entry in all {
      if let first = single.first(where: { $0.id == entry.id }) {
        problems.append(.controlTwice(entry.id, at: entry.range, first: first.range))
      } else {
        single.append(entry)
      }
    }
    for excluded in spec.exclude where isWhole && !all.contains(where: { $0.id == excluded.value }) {
      problems.append(.excludesNothing(excluded, known: all.map(\.id)))
    }
    return single.filter { entry in !spec.exclude.contains { $0.value == entry.id } }
  }

  private mutating func resolve<Failure: Error>(
    _ entry: ControlEntry, _ readSamples: (String) throws(Failure) -> [String]
  ) throws(Failure) -> ResolvedControl? {
    switch entry.subject {
    case .catalog(let id, let pattern): try catalogControl(entry, id, pattern, readSamples)
    case .own(let id, let title, let detection): try ownControl(entry, id, title, detection, readSamples)
    }
  }

  private mutating func catalogControl<Failure: Error>(
    _ entry: ControlEntry, _ id: Located<String>, _ ownPattern: Located<String>?,
    _ readSamples: (String) throws(Failure) -> [String]
  ) throws(Failure) -> ResolvedControl? {
    guard let control = Catalog.find(id.value) else {
      problems.append(.unknownControl(id))
      return nil
    }
    guard control.kind == .metricFilter else {
      problems.append(.noFilterServes(id))
      return nil
    }
    if spec.satisfy == nil, !control.isPart(of: benchmark) {
      problems.append(.notInEdition(id, benchmark))
      return nil
    }
    if let ownPattern { check(ownPattern) }
    let filters: [CatalogFilter]
    do throws(SelectionConflict) {
      filters = try selection.filters(for: control, override: ownPattern?.value)
    } catch {
      problems.append(.cannotSatisfy(error, at: id.range))
      return nil
    }
    // Each filter brings records of its own; what one must not match, another may have to.
    let records = SampleRecords(
      match: filters.flatMap(\.samples.match).unique(), noMatch: control.samples.noMatch)
    let resolved = try finish(
      entry, id: control.id, title: control.title, reference: selection.reference(to: control),
      isManagementAccountOnly: control.onlyManagementAccount, defaultName: control.metricName,
      filters: filters.map { filter in
        // The user's own filter name stands for the metric's name, which every name begins with.
        let name = (entry.filterName?.value).map { $0 + filter.name.dropFirst(control.metricName.count) }
        return .init(
          name: name ?? filter.name, pattern: filter.pattern, isExtension: filter.origin == .extended)
      }, records: records, readSamples)
    if let resolved { chosen.append((control, resolved, ownPattern)) }
    return resolved
  }

  private mutating func ownControl<Failure: Error>(
    _ entry: ControlEntry, _ id: Located<String>, _ title: Located<String>,
    _ detection: ControlEntry.Detection, _ readSamples: (String) throws(Failure) -> [String]
  ) throws(Failure) -> ResolvedControl? {
    let pattern: String
    switch detection {
    case .pattern(let text):
      check(text)
      pattern = text.value
    case .events(let source, let names):
      guard let text = EventPattern.pattern(source: source.value, names: names.map(\.value)) else {
        problems.append(.tooManyEvents(names))
        return nil
      }
      pattern = text
    }
    let defaultName = Identifier(id.value).pascalCase
    return try finish(
      entry, id: id.value, title: title.value, reference: nil, isManagementAccountOnly: false,
      defaultName: defaultName,
      filters: [.init(name: entry.filterName?.value ?? defaultName, pattern: pattern)], records: nil,
      readSamples)
  }

  private mutating func check(_ pattern: Located<String>) {
    problems += PatternDiagnostics.diagnostics(of: pattern, in: source)
  }

  private mutating func finish<Failure: Error>(
    _ entry: ControlEntry, id: String, title: String, reference: String?, isManagementAccountOnly: Bool,
    defaultName: String, filters: [ResolvedControl.Filter], records: SampleRecords?,
    _ readSamples: (String) throws(Failure) -> [String]
  ) throws(Failure) -> ResolvedControl? {
    var settings = AlarmResolver(own: entry.alarm, shared: spec.alarm, place: entry.range)
    let metricValue = (entry.metric.value ?? spec.metric.value)?.value ?? "1"
    let defaultValue = (entry.metric.defaultValue ?? spec.metric.defaultValue)?.value
    let alarm = settings.definition(
      defaultName: defaultName, metricValue: metricValue, defaultValue: defaultValue)
    problems += settings.problems
    let perAccount = spec.perAccount.flatMap { entry.perAccount?.value ?? true ? $0 : nil }
    if let perAccount {
      let rules = PerAccountRules(settings: perAccount, entry: entry)
      problems += rules.problems(
        filters: filters, alarmName: alarm.name,
        defaultValue: entry.metric.defaultValue ?? spec.metric.defaultValue)
    }
    var samples = ControlSamples(filters: filters)
    let own = try samples.own(entry.samples, read: readSamples)
    problems += samples.problems
    return ResolvedControl(
      id: id, title: title, reference: reference, isManagementAccountOnly: isManagementAccountOnly,
      range: entry.range, filters: filters, metricName: entry.metric.name?.value ?? defaultName,
      metricValue: metricValue, defaultValue: defaultValue, alarm: alarm, division: perAccount?.division,
      targets: perAccount.map { AlarmTarget.each(of: $0) } ?? [.whole],
      samples: own ?? records.map(samples.fitting) ?? samples.witnesses)
  }

  /// Two controls with one metric, alarm or filter would overwrite or mix each other.
  private mutating func refuseSharedNames(_ controls: [ResolvedControl]) {
    refuseShared("metric", controls.map { [$0.metricName] }, controls)
    refuseShared("alarm", controls.map(\.alarmNames), controls)
    refuseShared("filter", controls.map { $0.filters.map(\.name) }, controls)
  }

  private mutating func refuseShared(_ kind: String, _ names: [[String]], _ controls: [ResolvedControl]) {
    var taken: [(name: [UInt8], owner: ResolvedControl)] = []
    for (control, own) in zip(controls, names) {
      for name in own {
        // A control that meets itself has an account twice, which was reported where the account stands.
        if let first = taken.first(where: { $0.name == Array(name.utf8) }),
          isWhole || first.owner.id != control.id
        {
          problems.append(.nameTaken(kind, name, at: control.range, by: first.owner))
        }
        taken.append((Array(name.utf8), control))
      }
    }
  }
}

extension Sequence where Element == String {
  /// Each text once, in the order of the first.
  fileprivate func unique() -> [String] {
    reduce(into: []) { texts, text in if !texts.contains(text) { texts.append(text) } }
  }
}

extension ControlEntry {
  /// The control's id.
  var id: String {
    switch subject {
    case .catalog(let id, _), .own(let id, _, _): id.value
    }
  }
}

extension Diagnostic {
  fileprivate static func nothingLeft(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .nothingToMonitor, "no control is left to monitor", at: range, hint: "shorten 'exclude'")
  }
  fileprivate static func controlTwice(_ id: String, at range: SourceRange, first: SourceRange) -> Diagnostic
  {
    Diagnostic(
      .error, .controlTwice, "control '\(id)' stands twice", at: range, hint: "remove one of the two",
      notes: [Note("first named here", at: first)])
  }
  fileprivate static func excludesNothing(_ id: Located<String>, known: [String]) -> Diagnostic {
    let hint =
      Suggestion.hint(for: id.value, among: known)
      ?? "the spec has: \(known.joined(separator: ", "))"
    return Diagnostic(
      .error, .unknownControl, "'exclude' names '\(id.value)', which the spec does not have", at: id.range,
      hint: hint)
  }
  fileprivate static func unknownControl(_ id: Located<String>) -> Diagnostic {
    let hint =
      Catalog.suggestion(for: id.value).map { "did you mean '\($0)'?" } ?? "gen catalog lists the controls"
    return Diagnostic(.error, .unknownControl, "unknown control '\(id.value)'", at: id.range, hint: hint)
  }
  fileprivate static func noFilterServes(_ id: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, .notAFilterControl, "no metric filter can serve the control '\(id.value)'", at: id.range,
      hint: "gen catalog \(id.value) says what can")
  }
  fileprivate static func notInEdition(_ id: Located<String>, _ benchmark: Benchmark) -> Diagnostic {
    Diagnostic(
      .error, .notAFilterControl, "\(benchmark.id) has no control '\(id.value)'", at: id.range,
      hint: "choose a later 'benchmark'")
  }
  fileprivate static func tooManyEvents(_ names: [Located<String>]) -> Diagnostic {
    Diagnostic(
      .error, .eventsTooLong, "\(names.count) event names make a pattern of more than 1024 characters",
      at: names[0].range, hint: "divide them between two controls")
  }
  fileprivate static func nameTaken(
    _ kind: String, _ name: String, at range: SourceRange, by owner: ResolvedControl
  ) -> Diagnostic {
    Diagnostic(
      .error, .nameTaken, "the \(kind) name '\(name)' is taken by the control '\(owner.id)'", at: range,
      hint: "give one of them a name of its own", notes: [Note("taken here", at: owner.range)])
  }
}
