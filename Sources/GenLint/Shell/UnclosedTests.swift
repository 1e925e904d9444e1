internal import Diagnostics

/// Calls of `[` whose last word is no `]`: the shell says so when it comes to them, and takes the answer for no.
struct UnclosedTests {
  /// What was found.
  private(set) var findings: [Diagnostic] = []

  /// Looks through a script's commands and those inside their words.
  init(_ script: [ShellCommand], in source: SourceText) {
    var found: [Diagnostic] = []
    var isTest = false
    ShellCommand.visit(script) { command in
      // Inside `[[ … ]]` an operator of the shell's commands parts conditions.
      if command.words.first?.bare == "[[" { isTest = true }
      if !isTest, let word = command.words.first, word.bare == "[", !word.range.isEmpty,
        command.words.last?.literal != "]"
      {
        found.append(.unclosed(at: source.range(from: word.range.lowerBound, to: word.range.upperBound)))
      }
      if isTest, command.words.last?.bare == "]]" { isTest = false }
    }
    findings = found
  }
}

extension Diagnostic {
  fileprivate static func unclosed(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .shellSyntax, "this '[' is never closed: its end is ']', a word of its own", at: range)
  }
}
