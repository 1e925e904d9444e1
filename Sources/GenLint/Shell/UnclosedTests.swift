internal import Diagnostics

/// Calls of `[` whose last word is no `]`: the shell says so when it comes to them, and takes the answer for no.
struct UnclosedTests {
  /// What was found.
  private(set) var findings: [Diagnostic] = []

  private let source: SourceText

  /// Makes one for a script, whose commands it is then given.
  init(_ source: SourceText) { self.source = source }

  /// Looks at the next command in the order of the text, those inside words included. Inside `[[ … ]]` it is a part of a condition.
  mutating func take(_ command: ShellCommand, isCondition: Bool) {
    guard !isCondition, let word = command.words.first else { return }
    if word.bare == "[", !word.range.isEmpty, command.words.last?.literal != "]" {
      findings.append(.unclosed(at: source.range(from: word.range.lowerBound, to: word.range.upperBound)))
    }
  }
}

extension Diagnostic {
  fileprivate static func unclosed(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .shellSyntax, "this '[' is never closed: its end is ']', a word of its own", at: range)
  }
}
