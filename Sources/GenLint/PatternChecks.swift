internal import Diagnostics
internal import Documents
internal import FilterPattern

/// What the pattern language has to say of the filter patterns in an artefact, at their places there.
struct PatternChecks {
  let source: SourceText
  let readings: PatternReadings

  /// The errors and warnings on one pattern. Notes are for who writes a pattern ('gen pattern check' says them): the benchmark's own
  /// texts would raise them in every artefact.
  func findings(on value: ChainValue) -> [Diagnostic] {
    guard let text = value.known else { return [] }
    let result = readings.reading(of: text)
    let issues = result.issues + (result.pattern?.lints() ?? [])
    return issues.compactMap { issue in
      guard issue.severity != .note, let code = DiagnosticCode.find(issue.code.rawValue) else { return nil }
      let exact = place(of: issue.range, in: value, text)
      return Diagnostic(
        // Patterns in several lines are common in templates, and nobody was refused one.
        code == .undecidedLineBreak ? .note : severity(issue.severity), code, issue.message,
        at: exact ?? value.range, hint: issue.hint,
        excerpt: exact == nil
          ? .init(text: text, column: issue.range.lowerBound + 1, length: issue.range.count) : nil)
    }
  }

  private func severity(_ severity: PatternIssue.Severity) -> Diagnostic.Severity {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }

  /// The place of some characters of a pattern, when the source has the pattern as it is: on one line, perhaps after an option's
  /// name and a quote.
  private func place(of offsets: Range<Int>, in value: ChainValue, _ text: String) -> SourceRange? {
    guard value.range.start.line == value.range.end.line, !text.isEmpty,
      let line = source.line(value.range.start.line)
    else {
      return nil
    }
    let written = Array(line.unicodeScalars)
    let wanted = Array(text.unicodeScalars)
    let last = min(value.range.end.column - 1, written.count) - wanted.count
    guard value.range.start.column >= 1, last >= value.range.start.column - 1 else { return nil }
    for start in (value.range.start.column - 1)...last
    where written[start..<start + wanted.count].elementsEqual(wanted) {
      let position = { SourcePosition(line: value.range.start.line, column: start + $0 + 1) }
      return SourceRange(
        file: value.range.file, start: position(offsets.lowerBound), end: position(offsets.upperBound))
    }
    return nil
  }
}
