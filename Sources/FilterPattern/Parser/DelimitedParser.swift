/// Reads `[ … ]`.
enum DelimitedParser {
  static func parse(_ cursor: inout PatternCursor) throws(PatternIssue) -> Pattern.Syntax {
    cursor.position += 1
    cursor.skipBlanks()
    if cursor.skip("]") { return .delimited([]) }
    var fields: [DelimitedField] = []
    var names: [String] = []
    var hasEllipsis = false
    while true {
      cursor.skipBlanks()
      let start = cursor.position
      if cursor.current == "," || cursor.current == "]" {
        fields.append(.unnamed)
      } else if cursor.skip("...") {
        if hasEllipsis { throw PatternProblem.duplicateField("...").issue(start..<cursor.position) }
        hasEllipsis = true
        fields.append(.ellipsis)
      } else {
        let field = try named(&cursor, besides: names)
        names.append(field.name)
        fields.append(.named(field.name, field.expression))
      }
      cursor.skipBlanks()
      if cursor.skip(",") { continue }
      if cursor.skip("]") { return .delimited(fields) }
      throw ExpressionParser.unexpected(cursor, .separateWithComma)
    }
  }

  private static func named(
    _ cursor: inout PatternCursor, besides names: [String]
  ) throws(PatternIssue) -> (name: String, expression: Expression<FieldCondition>) {
    var own: String?
    let expression = try ExpressionParser.parse(&cursor) { (cursor) throws(PatternIssue) in
      let (name, range) = try fieldName(&cursor)
      if let own, own != name { throw PatternProblem.severalNames(own, name).issue(range) }
      if own == nil, names.contains(name) { throw PatternProblem.duplicateField(name).issue(range) }
      own = name
      return FieldCondition(name, try comparison(&cursor))
    }
    return (expression.conditions[0].name, expression)
  }

  private static func comparison(_ cursor: inout PatternCursor) throws(PatternIssue) -> FieldCondition
    .Comparison?
  {
    let afterName = cursor.position
    cursor.skipBlanks()
    guard let comparison = try OperatorParser.parse(&cursor) else {
      cursor.position = afterName
      return nil
    }
    return FieldCondition.Comparison(
      comparison, try LiteralParser.parse(&cursor, after: comparison, inJSON: false))
  }

  private static func fieldName(_ cursor: inout PatternCursor) throws(PatternIssue) -> (String, Range<Int>) {
    let range = cursor.run { $0.isASCIILetter || $0.isASCIIDigit || $0 == "_" || $0 == "-" }
    guard let first = range.first.map({ cursor.scalars[$0] }) else { throw noName(cursor) }
    let name = cursor.text(range)
    guard first.isASCIILetter || first == "_" else {
      throw cursor.wordError(range, .fieldName)
    }
    if name.utf8.contains(UInt8(ascii: "-")) { cursor.warn(.undecidedFieldHyphen, range) }
    return (name, range)
  }

  private static func noName(_ cursor: PatternCursor) -> PatternIssue {
    switch cursor.current {
    case nil, ",", "]", ")", "=", "<", ">", "\"", "%", "{", "}":
      cursor.structuralError(expected: "a field", .fieldName)
    default: cursor.lexicalError(from: cursor.position, .fieldName)
    }
  }
}
