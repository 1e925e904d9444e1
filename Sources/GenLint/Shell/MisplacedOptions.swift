internal import Diagnostics

/// Options that stand where the shell looks for a command: the line before them lacks the backslash at its end.
struct MisplacedOptions {
  /// What was found.
  private(set) var findings: [Diagnostic] = []

  /// Looks through a script's commands and those inside their words.
  init(_ script: [ShellCommand], in source: SourceText) {
    var found: [Diagnostic] = []
    var isTest = false
    var isMisplaced = false
    ShellCommand.visit(script) { command in
      // Inside `[[ … ]]` an operator of the shell's commands parts conditions.
      if command.words.first?.bare == "[[" { isTest = true }
      if !isTest, let word = command.words.first, case .literal(let first, _, _)? = word.parts.first,
        Self.isMisplaced(first) || word.isQuoted && Self.isText(first)
      {
        // Of options that follow each other the first one tells.
        defer { isMisplaced = true }
        if isMisplaced { return }
        let place = source.range(from: word.range.lowerBound, to: word.range.upperBound)
        let isOption = first.utf8.first == UInt8(ascii: "-")
        found.append(isOption ? .option(first, at: place) : .word(first, at: place))
      } else {
        isMisplaced = false
      }
      if isTest, command.words.last?.bare == "]]" { isTest = false }
    }
    findings = found
  }

  /// Whether a quoted word is a text of several words, such as no program's name is.
  private static func isText(_ word: String) -> Bool {
    let words = word.utf8.split(separator: 32)
    return words.count > 2 && !word.utf8.contains(UInt8(ascii: "/"))
      && !word.utf8.contains(UInt8(ascii: "\\"))
  }

  private static func isMisplaced(_ word: String) -> Bool {
    let name = word.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") }
    guard let first = name.first, (97...122).contains(first | 32) || (48...57).contains(first) else {
      return false
    }
    let lead = word.utf8.prefix(upTo: name.startIndex)
    return lead.elementsEqual("=".utf8)
      || (lead.elementsEqual("--".utf8) || lead.elementsEqual("-".utf8)) && first > 57
  }
}

extension Diagnostic {
  fileprivate static func option(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .misplacedOption, "the shell takes the option '\(word.prefix(60))' for a command", at: range,
      hint: "end the line before it in a backslash, with nothing behind that")
  }
  fileprivate static func word(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .misplacedOption, "the shell takes '\(word.prefix(60))' for a command", at: range,
      hint: word.hasPrefix("=")
        ? "write the name of the variable before it"
        : "end the line before it in a backslash, with nothing behind that")
  }
}
