/// Reads conditions joined by `&&` and `||` with parentheses. Nesting lives on a list, not on the call stack.
enum ExpressionParser {
  private struct Group<Condition: Hashable & Sendable> {
    /// The alternatives read so far, each a list joined by `&&`; the last one is being read.
    var alternatives: [[Expression<Condition>]] = [[]]

    mutating func add(_ child: Expression<Condition>) { alternatives[alternatives.count - 1].append(child) }

    var expression: Expression<Condition> { .any(of: alternatives.map { .all(of: $0) }) }
  }

  /// Reads up to the first character that goes on with no operator and closes no open parenthesis.
  static func parse<Condition>(
    _ cursor: inout PatternCursor,
    condition: (inout PatternCursor) throws(PatternIssue) -> Condition
  ) throws(PatternIssue) -> Expression<Condition> {
    var groups = [Group<Condition>()]
    while true {
      cursor.skipBlanks()
      if cursor.skip("(") {
        groups.append(Group())
        continue
      }
      let start = cursor.position
      let read = try condition(&cursor)
      groups[groups.count - 1].add(.condition(read, SourceSpan(start..<cursor.position)))
      cursor.skipBlanks()
      while groups.count > 1, cursor.skip(")") {
        let inner = groups.removeLast().expression
        groups[groups.count - 1].add(inner)
        cursor.skipBlanks()
      }
      if cursor.skip("&&") { continue }
      if cursor.skip("||") {
        groups[groups.count - 1].alternatives.append([])
        continue
      }
      if groups.count > 1 { throw unexpected(cursor, .closeParenthesis) }
      return groups[0].expression
    }
  }

  /// What stands here although an operator or the end of the expression should.
  static func unexpected(_ cursor: PatternCursor, _ usual: PatternProblem.Hint?) -> PatternIssue {
    guard let current = cursor.current else {
      return cursor.structuralError(expected: "'&&', '||' or ')'", usual)
    }
    switch current {
    case "&", "|":
      var next = cursor
      next.position += 1
      return next.lexicalError(from: cursor.position, current == "&" ? .writeAnd : .writeOr)
    case "!" where cursor.following != "=", "[":
      var next = cursor
      next.position += 1
      return next.lexicalError(from: cursor.position)
    case ",": return cursor.lexicalError(from: cursor.position, .writeAnd)
    case "'": return cursor.lexicalError(from: cursor.position, .useDoubleQuotes)
    default: break
    }
    switch cursor.keyword().word {
    case "AND": return cursor.structuralError(expected: expected, .writeAnd)
    case "OR": return cursor.structuralError(expected: expected, .writeOr)
    default: break
    }
    let isToken =
      current.isPatternWord || "$\"%()=<>!*}]{".unicodeScalars.contains(current)
    if !isToken { return cursor.lexicalError(from: cursor.position, .quoteText) }
    return cursor.structuralError(expected: expected, current.isPatternWord ? .quoteText : usual)
  }

  private static let expected = "'&&', '||' or the end of the expression"
}

extension PatternCursor {
  /// The ASCII word that stands here, in capitals, and its range.
  func keyword() -> (word: String, range: Range<Int>) {
    var probe = self
    let range = probe.run { $0.isASCIILetter || $0.isASCIIDigit || $0 == "_" }
    return (text(range).uppercased(), range)
  }
}
