/// Chooses the sub-language by the first character that is not blank.
enum PatternParser {
  static func parse(_ cursor: inout PatternCursor) throws(PatternIssue) -> Pattern.Syntax {
    let start = cursor.position
    guard let first = cursor.current else { return .everything }
    let syntax: Pattern.Syntax
    switch first {
    case "{":
      syntax = try bracketed(&cursor, "{", "}") { (cursor) throws(PatternIssue) in
        try JSONParser.parse(&cursor)
      }
    case "[":
      syntax = try bracketed(&cursor, "[", "]") { (cursor) throws(PatternIssue) in
        try DelimitedParser.parse(&cursor)
      }
    case "%":
      syntax = try bracketed(&cursor, "%", "%") { (cursor) throws(PatternIssue) in try alone(&cursor) }
    default: syntax = .terms(try TermsParser.parse(&cursor))
    }
    if let line = cursor.scalars[start..<cursor.end].firstIndex(where: { $0 == "\n" || $0 == "\r" }) {
      cursor.warn(.undecidedLineBreak, line..<line + 1)
    }
    return syntax
  }

  /// Parses what starts with `opener`; the service looks at the last character before anything else.
  private static func bracketed(
    _ cursor: inout PatternCursor, _ opener: Unicode.Scalar, _ closer: Unicode.Scalar,
    _ parse: (inout PatternCursor) throws(PatternIssue) -> Pattern.Syntax
  ) throws(PatternIssue) -> Pattern.Syntax {
    let isClosed = cursor.scalars[cursor.end - 1] == closer
    do throws(PatternIssue) {
      let syntax = try parse(&cursor)
      if cursor.position == cursor.end { return syntax }
    } catch {
      if isClosed { throw error }
      // The first wrong character is where the parser stopped, whatever the service names first.
      throw PatternProblem.unclosed(opener: opener, closer: closer).issue(error.range)
    }
    let closing = cursor.position
    cursor.skipBlanks()
    if !isClosed { throw PatternProblem.unclosed(opener: opener, closer: closer).issue(cursor.here) }
    if closer == "%" {
      cursor.position = closing
      throw cursor.lexicalError(from: closing, .oneRegexAlone)
    }
    throw cursor.structuralError(expected: "the end of the pattern", .nothingAfter)
  }

  private static func alone(_ cursor: inout PatternCursor) throws(PatternIssue) -> Pattern.Syntax {
    .regex(try RegexParser.parse(&cursor))
  }
}
