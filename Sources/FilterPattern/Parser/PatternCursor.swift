/// A place in the pattern's text, and what was found on the way to it.
struct PatternCursor {
  /// The whole text; blanks around it lie outside `position..<end`.
  let scalars: [Unicode.Scalar]
  /// The next scalar.
  var position: Int
  /// Just after the last scalar.
  let end: Int
  /// Warnings so far.
  private(set) var issues: [PatternIssue] = []
  /// Regular expressions so far.
  var regexCount = 0
  /// Selectors with a wildcard so far.
  var wildcardCount = 0

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    position = scalars.firstIndex { !$0.isPatternBlank } ?? scalars.count
    end = (scalars.lastIndex { !$0.isPatternBlank } ?? position - 1) + 1
  }

  /// The next scalar, if any is left.
  var current: Unicode.Scalar? { position < end ? scalars[position] : nil }

  /// The scalar after the next one.
  var following: Unicode.Scalar? { position + 1 < end ? scalars[position + 1] : nil }

  /// Whether the text goes on with `word`.
  func isAt(_ word: StaticString) -> Bool {
    word.withUTF8Buffer { bytes in
      guard end - position >= bytes.count else { return false }
      return zip(scalars[position...], bytes).allSatisfy { $0.value == UInt32($1) }
    }
  }

  /// Steps over `word` if the text goes on with it.
  mutating func skip(_ word: StaticString) -> Bool {
    guard isAt(word) else { return false }
    position += word.utf8CodeUnitCount
    return true
  }

  /// Steps over blanks, tabs and line breaks.
  mutating func skipBlanks() {
    while let scalar = current, scalar.isPatternBlank { position += 1 }
  }

  /// Steps over scalars for which `belongs` is true and returns where they stand.
  mutating func run(while belongs: (Unicode.Scalar) -> Bool) -> Range<Int> {
    let start = position
    while let scalar = current, belongs(scalar) { position += 1 }
    return start..<position
  }

  /// The text of a range.
  func text(_ range: Range<Int>) -> String {
    guard scalars[range].allSatisfy(\.isASCII) else {
      return String(String.UnicodeScalarView(scalars[range]))
    }
    return String(unsafeUninitializedCapacity: range.count) { bytes in
      bytes.initialize(fromContentsOf: scalars[range].lazy.map { UInt8($0.value) })
    }
  }

  /// The range of the next scalar, or the empty range at the end.
  var here: Range<Int> { position..<min(position + 1, end) }

  /// Notes that the service's rule about `range` is not known.
  mutating func warn(_ code: PatternIssueCode, _ range: Range<Int>) {
    issues.append(PatternProblem.undecided(code, text: text(range)).issue(range))
  }

  /// The service's lexer would stop at the next scalar, in a token that began at `start`.
  func lexicalError(from start: Int, _ hint: PatternProblem.Hint? = nil) -> PatternIssue {
    PatternProblem.invalidCharacter(lexeme: text(start..<here.upperBound), wrong: text(here), hint: hint)
      .issue(here)
  }

  /// The service refuses the word at `range` with the words it has for a wrong character.
  func wordError(_ range: Range<Int>, _ hint: PatternProblem.Hint) -> PatternIssue {
    PatternProblem.invalidCharacter(lexeme: text(range), wrong: text(range), hint: hint).issue(range)
  }

  /// The service's parser would stop at the next token.
  func structuralError(expected: String, _ hint: PatternProblem.Hint? = nil) -> PatternIssue {
    guard let current else {
      return PatternProblem.invalidStructure(found: "the end", expected: expected, hint: hint).issue(here)
    }
    var probe = self
    let word = probe.run { $0.isPatternWord }
    let range = word.isEmpty ? here : word
    let found = word.isEmpty ? "'\(current)'" : "'\(text(word))'"
    return PatternProblem.invalidStructure(found: found, expected: expected, hint: hint).issue(range)
  }
}

extension Unicode.Scalar {
  /// Blank, tab, CR or LF.
  var isPatternBlank: Bool { self == " " || self == "\t" || self == "\r" || self == "\n" }

  var isASCIIDigit: Bool { ("0"..."9").contains(self) }

  var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }

  /// A letter or digit of any script. The service takes `café` as a term.
  var isWordLetter: Bool {
    if isASCII { return isASCIILetter || isASCIIDigit }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
      return true
    default: return false
    }
  }

  /// A character of a term: letter, digit, underscore or point.
  var isPatternWord: Bool { isWordLetter || self == "_" || self == "." }

  /// A character of a member's name in a selector.
  var isSelectorName: Bool { isWordLetter || self == "_" || self == "-" }

  /// A character of a value without quotes; what the service makes of the hyphen is not known.
  var isBareValue: Bool { isPatternWord || self == "*" || self == "-" }
}
