internal import Diagnostics
internal import FilterPattern

/// What the pattern parser says of a pattern in a spec, at its place there.
enum PatternDiagnostics {
  static func diagnostics(of pattern: Located<String>, in source: SourceText) -> [Diagnostic] {
    let result = Pattern.parse(pattern.value)
    let issues = result.issues + (result.pattern?.lints() ?? [])
    return issues.compactMap { issue in
      guard let code = DiagnosticCode.find(issue.code.rawValue) else { return nil }
      let exact = ScalarPlace(of: pattern, in: source)?.range(of: issue.range)
      return Diagnostic(
        severity(issue.severity), code, issue.message, at: exact ?? pattern.range, hint: issue.hint,
        excerpt: exact == nil
          ? .init(text: pattern.value, column: issue.range.lowerBound + 1, length: issue.range.count) : nil)
    }
  }

  private static func severity(_ severity: PatternIssue.Severity) -> Diagnostic.Severity {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}
