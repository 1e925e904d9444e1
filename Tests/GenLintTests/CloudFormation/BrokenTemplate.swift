import Diagnostics
import Testing

/// A line put into a template, and what the linter must say of it there.
struct BrokenTemplate: Sendable, CustomTestStringConvertible {
  /// A YAML text with `<<` before the place of the finding.
  let text: String
  let code: DiagnosticCode
  /// A part of the message.
  let message: String

  init(_ text: String, _ code: DiagnosticCode, _ message: String) {
    self.text = text
    self.code = code
    self.message = message
  }

  var testDescription: String { "\(code): \(message)" }

  /// The template without the mark.
  var template: String {
    text.split(separator: "<<", maxSplits: 1, omittingEmptySubsequences: false).joined()
  }

  /// Where the mark stood.
  var place: SourcePosition {
    let before = text.split(separator: "<<", maxSplits: 1, omittingEmptySubsequences: false)[0]
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    return SourcePosition(line: lines.count, column: (lines.last?.count ?? 0) + 1)
  }

  /// The findings with the code, at the place.
  var found: [Diagnostic] {
    Fixture.lint(template).filter { $0.code == code && $0.range?.start == place }
  }
}
