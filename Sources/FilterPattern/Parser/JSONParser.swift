/// Reads `{ … }`.
enum JSONParser {
  static func parse(_ cursor: inout PatternCursor) throws(PatternIssue) -> Pattern.Syntax {
    cursor.position += 1
    cursor.skipBlanks()
    if cursor.current == "}" { throw cursor.structuralError(expected: "a condition", .emptyExpression) }
    let expression = try ExpressionParser.parse(&cursor) { (cursor) throws(PatternIssue) in
      try condition(&cursor)
    }
    cursor.skipBlanks()
    guard cursor.skip("}") else { throw ExpressionParser.unexpected(cursor, nil) }
    return .json(expression)
  }

  private static func condition(_ cursor: inout PatternCursor) throws(PatternIssue) -> JSONCondition {
    let selector = try SelectorParser.parse(&cursor)
    cursor.skipBlanks()
    if let comparison = try OperatorParser.parse(&cursor) {
      let literal = try LiteralParser.parse(&cursor, after: comparison, inJSON: true)
      if comparison.isOrdering, selector.wildcard != nil {
        cursor.warn(.undecidedWildcardOrdering, selector.span.offsets)
      }
      return JSONCondition(selector, .compare(comparison, literal))
    }
    return JSONCondition(selector, try keywordTest(&cursor))
  }

  /// `IS NULL`, `IS TRUE`, `IS FALSE`, `NOT EXISTS`
  private static func keywordTest(_ cursor: inout PatternCursor) throws(PatternIssue) -> JSONCondition.Test {
    let (first, range) = cursor.keyword()
    switch first {
    case "IS", "NOT": break
    case "EXISTS": throw cursor.structuralError(expected: "an operator", .existsIdiom)
    case "": throw missingOperator(cursor)
    default: throw cursor.structuralError(expected: "an operator", .missingOperator)
    }
    cursor.position = range.upperBound
    cursor.skipBlanks()
    let (second, secondRange) = cursor.keyword()
    let test: JSONCondition.Test
    switch (first, second) {
    case ("IS", "NULL"): test = .isNull
    case ("IS", "TRUE"): test = .isTrue
    case ("IS", "FALSE"): test = .isFalse
    case ("NOT", "EXISTS"): test = .notExists
    case ("IS", "NOT"):
      throw cursor.wordError(secondRange, .isNotNullIdiom)
    case ("IS", _): throw cursor.structuralError(expected: "NULL, TRUE or FALSE", .isKeyword)
    default:
      throw cursor.wordError(range, .notExists)
    }
    cursor.position = secondRange.upperBound
    let written = cursor.text(range) + " " + cursor.text(secondRange)
    // Recorded: 'is null' in small letters. Everything else that is not in capitals is inferred.
    if written != first + " " + second, written != "is null" {
      cursor.warn(.undecidedKeywordCase, range.lowerBound..<secondRange.upperBound)
    }
    return test
  }

  private static func missingOperator(_ cursor: PatternCursor) -> PatternIssue {
    switch cursor.current {
    case nil, "}", ")", "\"", "%", "$", "(", "*", ".", "_":
      cursor.structuralError(expected: "an operator", .missingOperator)
    default: ExpressionParser.unexpected(cursor, .missingOperator)
    }
  }
}
