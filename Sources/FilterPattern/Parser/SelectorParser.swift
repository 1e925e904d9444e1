/// Reads a selector such as `$.a[0].['b.c'].*`.
enum SelectorParser {
  static func parse(_ cursor: inout PatternCursor) throws(PatternIssue) -> Selector {
    let start = cursor.position
    guard cursor.current == "$" else { throw noSelector(cursor) }
    cursor.position += 1
    guard cursor.current == "." else { throw cursor.lexicalError(from: start, .startWithDollarDot) }
    cursor.position += 1
    var segments = [try afterDot(&cursor, token: start, isFirst: true)]
    while true {
      let token = cursor.position
      if cursor.skip(".") {
        segments.append(try afterDot(&cursor, token: token, isFirst: false))
      } else if cursor.current == "[" {
        segments.append(try bracket(&cursor, token: token, isKeyKnown: false))
      } else {
        break
      }
      if segments.count(where: { $0 == .wildcard }) > 1 {
        throw PatternProblem.wildcardsInSelector.issue(token..<cursor.position)
      }
    }
    let selector = Selector(segments, span: SourceSpan(start..<cursor.position))
    if selector.wildcard != nil { cursor.wildcardCount += 1 }
    if cursor.wildcardCount > 3 { throw PatternProblem.wildcardsInPattern.issue(selector.span.offsets) }
    return selector
  }

  private static func afterDot(
    _ cursor: inout PatternCursor, token: Int, isFirst: Bool
  ) throws(PatternIssue) -> Selector.Segment {
    if cursor.skip("*") { return .wildcard }
    if cursor.current == "[" { return try bracket(&cursor, token: token, isKeyKnown: isFirst) }
    let name = cursor.run { $0.isSelectorName }
    if name.isEmpty {
      throw cursor.lexicalError(from: token, cursor.current == "\"" ? .quoteKey : .startWithDollarDot)
    }
    let text = cursor.text(name)
    if !text.utf8.allSatisfy({ $0 < 0x80 }) { cursor.warn(.undecidedNonASCII, name) }
    return .key(text)
  }

  /// `[0]`, `[*]` or `['key']`; the token the service's lexer is in began at `token`.
  private static func bracket(
    _ cursor: inout PatternCursor, token: Int, isKeyKnown: Bool
  ) throws(PatternIssue) -> Selector.Segment {
    let open = cursor.position
    cursor.position += 1
    let segment: Selector.Segment
    if cursor.skip("*") {
      segment = .wildcard
    } else if cursor.skip("'") {
      let key = cursor.run { $0 != "'" }
      guard cursor.skip("'") else { throw cursor.lexicalError(from: token, .quoteKey) }
      segment = .key(cursor.text(key))
      let isOdd = key.isEmpty || cursor.scalars[key].contains { $0 == "]" || $0 == "*" || !$0.isASCII }
      if !isKeyKnown || isOdd { cursor.warn(.undecidedBracketKey, open..<cursor.here.upperBound) }
    } else {
      let digits = cursor.run { $0.isASCIIDigit }
      if digits.isEmpty {
        throw cursor.lexicalError(from: token, cursor.current == "-" ? .positiveIndex : .quoteKey)
      }
      let text = cursor.text(digits)
      guard let index = Int32(text) else { throw PatternProblem.indexOutOfRange(text).issue(digits) }
      segment = .index(Int(index))
    }
    guard cursor.skip("]") else { throw cursor.lexicalError(from: token, .quoteKey) }
    return segment
  }

  private static func noSelector(_ cursor: PatternCursor) -> PatternIssue {
    switch cursor.current {
    case "!", "'", ",", "&", "|", "[": ExpressionParser.unexpected(cursor, .startWithDollarDot)
    case let other? where !other.isASCII || "@#;:/\\`~^?+-".unicodeScalars.contains(other):
      cursor.lexicalError(from: cursor.position, .startWithDollarDot)
    default: cursor.structuralError(expected: "a selector", .startWithDollarDot)
    }
  }
}
