/// Everything the parser and the lints can find, as data. The wording stands in `PatternProblem+Wording.swift`.
enum PatternProblem {
  // Errors.
  case tooLong(units: Int)
  case notUTF8
  case nulCharacter
  case unclosed(opener: Unicode.Scalar, closer: Unicode.Scalar)
  /// The service's lexer stopped; `lexeme` runs from the token's start through `wrong`, which is empty at the end.
  case invalidCharacter(lexeme: String, wrong: String, hint: Hint?)
  case invalidStructure(found: String, expected: String, hint: Hint?)
  case invalidRegex(RegexFailure)
  case duplicateField(String)
  case severalNames(String, String)
  case tooManyRegexes
  case wildcardsInSelector
  case wildcardsInPattern
  case orderingWithoutNumber(literal: String, isJSON: Bool)
  case numberOutOfRange(String)
  case indexOutOfRange(String)
  case reservedWord(String)
  // The service's rule is not known.
  case undecided(PatternIssueCode, text: String)
  // Lints.
  case booleanAsText(String, selector: String, isQuoted: Bool)
  case notEqualsMissing(selector: String)
  case alwaysTrue(String)
  /// `other` is the clause that it contradicts, when it is one.
  case neverTrue(String, other: String?)
  /// `cause` is the clause that decides what it asks, when it is one.
  case idleClause(String, cause: String?, isAlternative: Bool)
  case unquotedHyphen(word: String)
  case ignoredOptionalTerms
  case orderingOnText(selector: String)
  /// Conditions with '!=' joined by '||'.
  case notEqualsAlternatives(first: String, second: String)
  case regexQuota(Int)
  case invisibleCharacter(String)
  /// A text in quotes that holds a selector, such as `$.eventName`.
  case selectorInTerm(String)

  /// A mend for a mistake that is often made.
  enum Hint: Hashable {
    case quoteText, useDoubleQuotes, escapeInRegex, noGroups, quoteTerm, writeBraces, noGlobInTerms,
      noRegexInTerms
    case writeAnd, writeOr, writeNotEqual, oneEquals, startWithDollarDot, quoteKey, positiveIndex
    case existsIdiom, isNotNullIdiom, notExists, isKeyword, closeParenthesis, closeQuote, closePercent,
      oneRegexAlone
    case separateWithComma, emptyText, emptyTerm, emptyRegex, emptyExpression, nothingAfter,
      blankBetweenTerms, termAfterSign
    case fieldName, missingOperator, missingValue
  }

  /// The issue to report about `range`.
  func issue(_ range: Range<Int>) -> PatternIssue {
    PatternIssue(
      severity: severity, code: code, message: message, hint: hint, serviceMessage: serviceMessage,
      range: range)
  }
}

extension PatternProblem {
  var code: PatternIssueCode {
    switch self {
    case .tooLong: .tooLong
    case .notUTF8: .notUTF8
    case .nulCharacter: .nulCharacter
    case .unclosed: .unclosedPattern
    case .invalidCharacter: .invalidCharacter
    case .invalidStructure: .invalidStructure
    case .invalidRegex: .invalidRegex
    case .duplicateField: .duplicateField
    case .severalNames: .severalNames
    case .tooManyRegexes: .tooManyRegexes
    case .wildcardsInSelector: .wildcardsInSelector
    case .wildcardsInPattern: .wildcardsInPattern
    case .orderingWithoutNumber: .orderingWithoutNumber
    case .numberOutOfRange, .indexOutOfRange: .numberOutOfRange
    case .reservedWord: .reservedWord
    case .undecided(let code, _): code
    case .booleanAsText: .booleanAsText
    case .notEqualsMissing: .notEqualsMissing
    case .alwaysTrue: .alwaysTrue
    case .neverTrue: .neverTrue
    case .idleClause: .idleClause
    case .unquotedHyphen: .unquotedHyphen
    case .ignoredOptionalTerms: .ignoredOptionalTerms
    case .orderingOnText: .orderingOnText
    case .notEqualsAlternatives: .notEqualsAlternatives
    case .regexQuota: .regexQuota
    case .invisibleCharacter: .invisibleCharacter
    case .selectorInTerm: .selectorInTerm
    }
  }

  var severity: PatternIssue.Severity {
    // Quotes show that a text was meant.
    if case .booleanAsText(_, _, isQuoted: true) = self { return .note }
    return switch code.rawValue {
    case ..<5100: .error
    case PatternIssueCode.notEqualsMissing.rawValue, PatternIssueCode.regexQuota.rawValue: .note
    default: .warning
    }
  }

  /// The service's own words, where they were recorded.
  var serviceMessage: String? {
    switch self {
    case .tooLong:
      "Member must have length less than or equal to 1024"
    case .unclosed(opener: "[", _):
      // Not recorded.
      nil
    case .unclosed(let opener, let closer):
      "If a filter pattern starts with '\(opener)' it must end with '\(closer)'"
    case .invalidCharacter(let lexeme, _, _): "Invalid character(s) in term '\(lexeme)'"
    case .orderingWithoutNumber(let literal, isJSON: true): "Invalid character(s) in term '\(literal)'"
    case .invalidStructure, .numberOutOfRange, .reservedWord, .orderingWithoutNumber:
      "Invalid metric filter pattern"
    case .invalidRegex(let failure): failure.serviceMessage
    case .duplicateField(let name): "Duplicate field '\(name)'"
    case .severalNames(let first, let second):
      "Multiple variables used in a single filter. Var1 : \(first), Var2 : \(second)"
    case .tooManyRegexes:
      "Your input has exceeded the maximum of 2 regular expressions per filter pattern."
    case .wildcardsInSelector:
      "Your filter pattern has a JSON path selector that exceeds the maximum of 1 wildcard allowed per json selector."
    case .notUTF8, .nulCharacter, .wildcardsInPattern, .indexOutOfRange, .undecided, .booleanAsText,
      .notEqualsMissing,
      .alwaysTrue, .neverTrue, .idleClause, .unquotedHyphen, .ignoredOptionalTerms, .orderingOnText,
      .notEqualsAlternatives,
      .regexQuota, .invisibleCharacter, .selectorInTerm:
      nil
    }
  }
}
