internal import Diagnostics

/// Options that stand where the shell looks for a command: the line before them lacks the backslash at its end.
struct MisplacedOptions {
  /// What was found.
  private(set) var findings: [Diagnostic] = []

  private let source: SourceText
  /// Whether the command before was such an option: of options that follow each other the first one tells.
  private var isMisplaced = false

  /// Makes one for a script, whose commands it is then given.
  init(_ source: SourceText) { self.source = source }

  /// Looks at the next command in the order of the text, those inside words included. Inside `[[ … ]]` it is a part of a condition.
  mutating func take(_ command: ShellCommand, isCondition: Bool) {
    guard !isCondition, let word = command.words.first else { return isMisplaced = false }
    if let slip = Self.slip(word) {
      let place = source.range(from: word.range.lowerBound, to: word.range.upperBound)
      findings.append(slip(String(decoding: source.bytes[word.range].prefix(40), as: UTF8.self), place))
      isMisplaced = false
    } else if case .literal(let first, _, _)? = word.parts.first,
      Self.isMisplaced(first) || word.isQuoted && Self.isText(first)
    {
      defer { isMisplaced = true }
      if isMisplaced { return }
      let place = source.range(from: word.range.lowerBound, to: word.range.upperBound)
      let isOption = first.utf8.first == UInt8(ascii: "-")
      findings.append(isOption ? .option(first, at: place) : .word(first, at: place))
    } else {
      isMisplaced = false
    }
  }

  /// What is said of a word in the place of a command that a test or an assignment was meant for: `[$x`, `[-z` or `$NAME=value`.
  private static func slip(_ word: ShellCommand.Word) -> ((String, SourceRange) -> Diagnostic)? {
    if let text = word.bare, ["[-", "[[-"].contains(String(text.dropLast())), text.utf8.last != 45 {
      return Diagnostic.bracket
    }
    guard word.parts.count > 1 else { return nil }
    switch (word.parts[0], word.parts[1]) {
    case (.literal("[", _, _), .variable), (.literal("[[", _, _), .variable),
      (.literal("[", _, _), .substitution), (.literal("[[", _, _), .substitution),
      (.literal("[", _, _), .opaque), (.literal("[[", _, _), .opaque):
      return Diagnostic.bracket
    case (.variable(let name, nil, false), .literal(let text, _, true))
    where ShellLexer.isName(name) && text.hasPrefix("=") && !text.hasPrefix("=="):
      return Diagnostic.assigned
    default: return nil
    }
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
  fileprivate static func bracket(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .misplacedOption, "the shell takes '\(word)' for a command", at: range,
      hint: "a blank stands behind the bracket of a test")
  }
  fileprivate static func assigned(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .misplacedOption, "the shell takes '\(word)' for a command", at: range,
      hint: "the name of a variable that is set has no '$' before it")
  }
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
