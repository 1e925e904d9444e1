/// Reads a comparison operator.
enum OperatorParser {
  /// Reads one, or returns nil where something else stands.
  static func parse(_ cursor: inout PatternCursor) throws(PatternIssue) -> ComparisonOperator? {
    if cursor.skip("!=") { return .notEqual }
    if cursor.skip("<=") { return .lessOrEqual }
    if cursor.skip(">=") { return .greaterOrEqual }
    if cursor.skip("<") {
      if cursor.current == ">" { throw cursor.structuralError(expected: "a number", .writeNotEqual) }
      return .less
    }
    if cursor.skip(">") { return .greater }
    if cursor.skip("=") {
      if cursor.current == "=" { throw cursor.structuralError(expected: "a value", .oneEquals) }
      return .equal
    }
    return nil
  }
}
