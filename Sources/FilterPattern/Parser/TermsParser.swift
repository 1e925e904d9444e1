/// Reads words and phrases.
enum TermsParser {
  static func parse(_ cursor: inout PatternCursor) throws(PatternIssue) -> [Term] {
    var terms: [Term] = []
    while cursor.current != nil {
      terms.append(try term(&cursor))
      let end = cursor.position
      cursor.skipBlanks()
      guard let next = cursor.current, cursor.position == end, next != "-", next != "?" else { continue }
      // Recorded: "A"B is an error of structure, not of characters.
      if next.isPatternWord || next == "\"" {
        throw cursor.structuralError(expected: "a blank", .blankBetweenTerms)
      }
      throw wrongCharacter(cursor)
    }
    return terms
  }

  private static func term(_ cursor: inout PatternCursor) throws(PatternIssue) -> Term {
    let start = cursor.position
    let role: Term.Role =
      if cursor.skip("-") { .exclude } else if cursor.skip("?") { .optional } else { .include }
    let text: String
    if cursor.current == "\"" {
      let quote = cursor.position
      text = try LiteralParser.quoted(&cursor)
      if text.isEmpty {
        cursor.position -= 1
        throw cursor.lexicalError(from: quote, .emptyTerm)
      }
    } else {
      let word = cursor.run { $0.isPatternWord }
      if word.isEmpty { throw noTerm(cursor, hasSign: role != .include) }
      text = cursor.text(word)
    }
    return Term(role, text, span: SourceSpan(start..<cursor.position))
  }

  private static func noTerm(_ cursor: PatternCursor, hasSign: Bool) -> PatternIssue {
    guard let next = cursor.current, hasSign else { return wrongCharacter(cursor) }
    if next.isPatternBlank || next == "-" || next == "?" {
      return cursor.structuralError(expected: "a term", .termAfterSign)
    }
    return wrongCharacter(cursor)
  }

  private static func wrongCharacter(_ cursor: PatternCursor) -> PatternIssue {
    let hint: PatternProblem.Hint
    switch cursor.current {
    case nil: return cursor.structuralError(expected: "a term", .termAfterSign)
    case "*": hint = .noGlobInTerms
    case "%": hint = .noRegexInTerms
    case "'": hint = .useDoubleQuotes
    default:
      // Conditions on fields are meant, and quotes would look for their text.
      let hasSelector = zip(cursor.scalars, cursor.scalars.dropFirst()).contains { $0 == "$" && $1 == "." }
      hint = hasSelector ? .writeBraces : .quoteTerm
    }
    return cursor.lexicalError(from: cursor.position, hint)
  }
}
