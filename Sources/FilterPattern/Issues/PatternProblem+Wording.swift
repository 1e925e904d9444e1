extension PatternProblem {
  /// What is wrong, with the service's own words where they are known.
  var message: String {
    guard let serviceMessage else { return reason }
    return "\(reason); the service says: \(serviceMessage)"
  }

  private var reason: String {
    switch self {
    case .tooLong(let units): "the pattern has \(units) characters (UTF-16 units), 1024 are allowed"
    case .notUTF8: "the pattern is not valid UTF-8 from here on"
    case .nulCharacter: "the pattern holds a NUL character"
    case .unclosed(let opener, let closer):
      "the pattern starts with '\(opener)' but does not end with '\(closer)'"
    case .invalidCharacter(let lexeme, wrong: "", _): "the pattern ends inside '\(Self.shown(lexeme))'"
    case .invalidCharacter(_, let wrong, _): "unexpected '\(wrong)'"
    case .invalidStructure(let found, let expected, _): "expected \(expected), found \(found)"
    case .invalidRegex(let failure): failure.message
    case .duplicateField(let name): "the field '\(name)' stands twice"
    case .severalNames(let first, let second): "one field has two names, '\(first)' and '\(second)'"
    case .tooManyRegexes: "more than two regular expressions"
    case .wildcardsInSelector: "a second wildcard in one selector"
    case .wildcardsInPattern: "more than three selectors with a wildcard"
    case .orderingWithoutNumber(let literal, _):
      "an order can be asked of a number only, not of '\(Self.shown(literal))'"
    case .numberOutOfRange(let number): "the exponent of '\(Self.shown(number))' does not fit in 32 bits"
    case .indexOutOfRange(let index): "the index '\(Self.shown(index))' does not fit in 32 bits"
    case .reservedWord(let word): "'\(word)' is a reserved word and no value"
    case .undecided(let code, let text):
      "\(Self.undecided(code, Self.shown(text))); the service's rule is not known"
    case .booleanAsText(let word, let selector, _):
      "'\(word)' is compared as text: a JSON boolean in \(selector) never matches it"
    case .notEqualsMissing(let selector): "'!=' is false for an event without \(selector)"
    case .alwaysTrue(let clause): "always true: '\(Self.shown(clause))'"
    case .neverTrue(let clause, other: nil): "never true: '\(Self.shown(clause))'"
    case .neverTrue(let clause, let other?):
      "never true: '\(Self.shown(clause))' contradicts '\(Self.shown(other))'"
    case .idleClause(let clause, cause: nil, _):
      "idle: without '\(Self.shown(clause))' the pattern matches the same events"
    case .idleClause(let clause, let cause?, isAlternative: true):
      "idle: whatever '\(Self.shown(clause))' matches, '\(Self.shown(cause))' matches too"
    case .idleClause(let clause, let cause?, isAlternative: false):
      "idle: '\(Self.shown(clause))' is true whenever '\(Self.shown(cause))' is"
    case .unquotedHyphen(let word):
      "the hyphen starts an excluded term: messages with '\(Self.shown(word))' do not match"
    case .ignoredOptionalTerms: "the '?' terms are ignored: other terms stand beside them"
    case .orderingOnText(let selector):
      "\(selector) is compared as text elsewhere, and an order is never true of a text"
    case .notEqualsAlternatives(let first, let second):
      "nearly always true: an event escapes '\(Self.shown(first))' only by being that value, and then '\(Self.shown(second))' "
        + "matches it"
    case .regexQuota(let count):
      "the pattern has \(count == 1 ? "a regular expression" : "\(count) regular expressions"), "
        + "and a log group takes five filters with any"
    case .selectorInTerm(let selector):
      "a text in quotes is looked for as it stands, so '\(selector)' in it is no field"
    case .invisibleCharacter(let name): "\(name) does not show, and events must hold it to match"
    }
  }

  /// What to do.
  var hint: String? {
    switch self {
    case .tooLong:
      "split the pattern into several filters of one metric, or write '*' for a common start or end"
    case .notUTF8: "save the text as UTF-8"
    case .nulCharacter: "remove the NUL character"
    case .unclosed(_, let closer): "end the pattern with '\(closer)'; nothing may follow it"
    case .invalidCharacter(_, _, let hint), .invalidStructure(_, _, let hint): hint?.text
    case .invalidRegex(let failure): failure.hint
    case .duplicateField: "give the fields different names, or leave one unnamed"
    case .severalNames: "put one comma between two fields; conditions of one field repeat its name"
    case .tooManyRegexes:
      "use '*' at the start or the end of a text, or split the pattern into several filters"
    case .wildcardsInSelector: "keep one '[*]' or '.*' in each selector"
    case .wildcardsInPattern: "split the pattern into several filters of one metric"
    case .orderingWithoutNumber:
      "write the number without quotes; a text can be compared with '=' and '!=' only"
    case .numberOutOfRange: "write a smaller exponent"
    case .indexOutOfRange: "write a smaller index"
    case .reservedWord(let word): "write 'IS NULL' to test for null, or \"\(word)\" in quotes for the text"
    case .undecided(let code, _): Self.mend(code)
    case .booleanAsText(let word, _, _): "write 'IS \(word.uppercased())' if the field is a JSON boolean"
    case .notEqualsMissing(let selector):
      "add '|| (\(selector) NOT EXISTS)' if such events are meant to match"
    case .alwaysTrue, .neverTrue:
      "check operators and values; '!=' values are joined by '&&', '=' values by '||'"
    case .idleClause: "remove it, or correct what it was meant to say"
    case .unquotedHyphen(let word): "write \"\(word)\" in quotes to look for the whole text"
    case .ignoredOptionalTerms: "use '?' for all terms or for none"
    case .orderingOnText:
      "check the field's type: the service compares a number in a JSON string by spelling only"
    case .notEqualsAlternatives: "join exceptions by '&&': a && (b != x) && (c != y)"
    case .regexQuota: "'*' at the start or the end of a text does not count"
    case .selectorInTerm: "write a JSON pattern in braces, without quotes around it: { … }"
    case .invisibleCharacter: "remove it; text copied from a page or a PDF often holds one"
    }
  }

  private static func undecided(_ code: PatternIssueCode, _ text: String) -> String {
    switch code {
    case .undecidedRegexBlank: "a blank in a regular expression is taken as itself"
    case .undecidedBareHyphen: "'\(text)' with a hyphen and without quotes is taken as text"
    case .undecidedEscape: "'\(text)' is no known escape and is taken as two characters"
    case .undecidedBracketKey: "the key in brackets is taken as it is written in '\(text)'"
    case .undecidedWildcardOrdering:
      "an order asked of several values is taken to hold when one of them has it"
    case .undecidedLineBreak: "a line break in a pattern is taken as a blank"
    case .undecidedFieldHyphen: "the hyphen is taken as part of the field's name '\(text)'"
    case .undecidedKeywordCase: "'\(text)' is taken as the keyword in upper case"
    case .undecidedRegexRepetition: "'\(text)' is taken as a repetition from zero on"
    case .undecidedRegexColon: "':' in a regular expression is taken as itself"
    case .undecidedNotEqualsAnything: "'!= \(text)' is taken to be true of nothing that the asterisk matches"
    case .undecidedNonASCII: "'\(text)' with characters outside ASCII is taken as it is written"
    case .undecidedFieldNotEqualsNumber: "'!=' is taken to be true of a field that is no number"
    case .undecidedNumberText:
      "'\(text)' is compared with a JSON number in the form that Java prints, such as 1000.0"
    case .undecidedInnerAsterisk: "the asterisk in the middle of '\(text)' is taken as an ordinary character"
    case .undecidedEmptyText: "an empty text is taken to match the empty string only"
    case .undecidedReservedFieldValue: "'\(text)' is taken as text"
    default: text
    }
  }

  private static func mend(_ code: PatternIssueCode) -> String? {
    switch code {
    case .undecidedRegexBlank: "write \\x20 or \\s"
    case .undecidedBareHyphen, .undecidedReservedFieldValue: "put the value in double quotes"
    case .undecidedEscape: "only \\\" and \\\\ are known escapes"
    case .undecidedBracketKey: "known to work: a key in brackets right after '$.', such as $.['a.b']"
    case .undecidedWildcardOrdering: "name the element, such as [0], or compare with '='"
    case .undecidedLineBreak: "write the pattern on one line"
    case .undecidedFieldHyphen: "write an underscore: field names only serve the pattern itself"
    case .undecidedKeywordCase: "write keywords in upper case"
    case .undecidedRegexRepetition: "write the lower bound, such as {0,3}"
    case .undecidedRegexColon: "write \\x3A"
    case .undecidedNotEqualsAnything: "write NOT EXISTS for a field that is missing"
    case .undecidedNonASCII: "use a shorter start or end of the text with '*', without those characters"
    case .undecidedFieldNotEqualsNumber: "put the value in quotes to compare it as text"
    case .undecidedNumberText: "write the number without quotes to compare it by value"
    case .undecidedInnerAsterisk: "use a regular expression, such as %^Ev.*ent$%"
    case .undecidedEmptyText: "write %^$% for a text that is empty"
    default: nil
    }
  }

  /// The user's text, shortened when it is long.
  private static func shown(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > 60 else { return text }
    return String(String.UnicodeScalarView(scalars.prefix(57))) + "…"
  }
}

extension PatternProblem.Hint {
  fileprivate var text: String {
    switch self {
    case .quoteText: "put the value in double quotes"
    case .useDoubleQuotes: "single quotes do not quote: use double quotes"
    case .escapeInRegex: "write the character as \\x and two hexadecimal digits"
    case .noGroups: "there are no groups, not even \\( : write \\x28 and \\x29 for parentheses"
    case .quoteTerm: "put the term in double quotes"
    case .writeBraces: "write a JSON pattern in braces: { … }"
    case .noGlobInTerms: "terms take no '*': a term already matches inside a longer word"
    case .noRegexInTerms: "a regular expression stands alone, or in a condition of a { } or [ ] pattern"
    case .writeAnd: "write '&&'"
    case .writeOr: "write '||'"
    case .writeNotEqual: "write '!='; a group in parentheses cannot be negated"
    case .oneEquals: "write one '='"
    case .startWithDollarDot: "a selector starts with '$.', such as $.eventName"
    case .quoteKey: "quote the key with single quotes in brackets, such as $.['a.b']"
    case .positiveIndex: "an index counts from 0; the last element has no name"
    case .existsIdiom: "write '= *' for a text or number that is there; EXISTS alone is not supported"
    case .isNotNullIdiom: "IS NOT is not supported: write '= *' for any text or number"
    case .notExists: "write 'NOT EXISTS'"
    case .isKeyword: "IS takes NULL, TRUE or FALSE"
    case .closeParenthesis: "close the parenthesis"
    case .closeQuote: "close the quote"
    case .closePercent: "close the regular expression with '%'"
    case .oneRegexAlone: "one regular expression stands alone; join alternatives with '|' inside it"
    case .separateWithComma: "put a comma between two fields"
    case .emptyText: "write at least one character between the quotes"
    case .emptyTerm: "write at least one character; the empty pattern matches everything"
    case .emptyRegex: "write at least one character between the percent signs"
    case .emptyExpression: "write a condition, or leave the pattern empty to match everything"
    case .nothingAfter: "nothing may follow here"
    case .blankBetweenTerms: "put a blank between two terms"
    case .termAfterSign: "put the term right after the sign"
    case .fieldName: "a field's name starts with a letter or an underscore"
    case .missingOperator: "write an operator: = != < <= > >=, IS NULL, IS TRUE, IS FALSE or NOT EXISTS"
    case .missingValue: "write a value: a word, a \"quoted text\", a number or a %regular expression%"
    }
  }
}
