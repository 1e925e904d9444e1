internal import Diagnostics

/// Calls of `[` whose last word is no `]`: the shell says so when it comes to them, and takes the answer for no.
struct UnclosedTests {
  /// What was found.
  private(set) var findings: [Diagnostic] = []

  private let source: SourceText
  /// Whether the commands are those inside `[[ … ]]`, where an operator of the shell's commands parts conditions.
  private var isTest = false

  /// Makes one for a script, whose commands it is then given.
  init(_ source: SourceText) { self.source = source }

  /// Looks at the next command in the order of the text, those inside words included.
  mutating func take(_ command: ShellCommand) {
    guard let word = command.words.first else { return }
    if word.bare == "[[" { isTest = true }
    if !isTest, word.bare == "[", !word.range.isEmpty, command.words.last?.literal != "]" {
      findings.append(.unclosed(at: source.range(from: word.range.lowerBound, to: word.range.upperBound)))
    }
    if isTest, command.words.last?.bare == "]]" { isTest = false }
  }
}

extension Diagnostic {
  fileprivate static func unclosed(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .shellSyntax, "this '[' is never closed: its end is ']', a word of its own", at: range)
  }
}
