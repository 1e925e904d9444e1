/// Reads the value that a condition compares with.
enum LiteralParser {
  static func parse(
    _ cursor: inout PatternCursor, after comparison: ComparisonOperator, inJSON: Bool
  ) throws(PatternIssue) -> Literal {
    cursor.skipBlanks()
    let start = cursor.position
    let value: Literal.Value
    switch cursor.current {
    case "\"": value = .text(TextLiteral(try quoted(&cursor)))
    case "%": value = .regex(try RegexParser.parse(&cursor))
    default: value = try bare(&cursor, inJSON: inJSON)
    }
    let range = start..<cursor.position
    if comparison.isOrdering {
      guard case .number = value else {
        throw PatternProblem.orderingWithoutNumber(literal: cursor.text(range), isJSON: inJSON).issue(range)
      }
    }
    warn(&cursor, value, range, comparison, inJSON: inJSON)
    return Literal(value, span: SourceSpan(range))
  }

  /// Reads a text in double quotes. `\"` and `\\` are known escapes; any other keeps both its characters.
  static func quoted(_ cursor: inout PatternCursor) throws(PatternIssue) -> String {
    let start = cursor.position
    cursor.position += 1
    var text = String.UnicodeScalarView()
    while let scalar = cursor.current, scalar != "\"" {
      cursor.position += 1
      guard scalar == "\\", let escaped = cursor.current else {
        text.append(scalar)
        continue
      }
      if escaped != "\"" && escaped != "\\" {
        cursor.warn(.undecidedEscape, cursor.position - 1..<cursor.position + 1)
        text.append(scalar)
      }
      text.append(escaped)
      cursor.position += 1
    }
    guard cursor.current == "\"" else { throw cursor.lexicalError(from: start, .closeQuote) }
    cursor.position += 1
    return String(text)
  }

  private static func bare(_ cursor: inout PatternCursor, inJSON: Bool) throws(PatternIssue) -> Literal.Value
  {
    let start = cursor.position
    if let end = numberEnd(cursor) {
      cursor.position = end
      let spelling = cursor.text(start..<end)
      guard let number = NumberLiteral(spelling) else {
        throw PatternProblem.numberOutOfRange(spelling).issue(start..<end)
      }
      return .number(number)
    }
    let word = cursor.run { $0.isBareValue }
    if word.isEmpty { throw noValue(cursor) }
    let text = cursor.text(word)
    let isReserved = ["NULL", "IS", "NOT", "EXISTS"].contains(text.uppercased())
    if isReserved {
      if inJSON { throw PatternProblem.reservedWord(text).issue(word) }
      cursor.warn(.undecidedReservedFieldValue, word)
    }
    if text.utf8.contains(UInt8(ascii: "-")) { cursor.warn(.undecidedBareHyphen, word) }
    if !text.utf8.allSatisfy({ $0 < 0x80 }) { cursor.warn(.undecidedNonASCII, word) }
    return .text(TextLiteral(text))
  }

  /// Where a number ends that starts here; nil when none does, or when it is only the start of a word.
  private static func numberEnd(_ cursor: PatternCursor) -> Int? {
    var probe = cursor
    if probe.current == "+" || probe.current == "-" { probe.position += 1 }
    let whole = probe.run { $0.isASCIIDigit }
    var fraction = probe.position..<probe.position
    if probe.skip(".") { fraction = probe.run { $0.isASCIIDigit } }
    guard !whole.isEmpty || !fraction.isEmpty else { return nil }
    var withPower = probe
    if withPower.skip("e") || withPower.skip("E") {
      if withPower.current == "+" || withPower.current == "-" { withPower.position += 1 }
      if !withPower.run(while: { $0.isASCIIDigit }).isEmpty { probe = withPower }
    }
    if let next = probe.current, next.isBareValue { return nil }
    return probe.position
  }

  private static func noValue(_ cursor: PatternCursor) -> PatternIssue {
    let start = cursor.position
    var next = cursor
    switch cursor.current {
    case nil, "}", ")", "]", "(", "=", "<", ">", "{":
      return cursor.structuralError(expected: "a value", .missingValue)
    case "'": return cursor.lexicalError(from: start, .useDoubleQuotes)
    case "+", "&", "|", "!", "$", "[":
      next.position += 1
      return next.lexicalError(from: start, .missingValue)
    default: return cursor.lexicalError(from: start, .quoteText)
    }
  }

  private static func warn(
    _ cursor: inout PatternCursor, _ value: Literal.Value, _ range: Range<Int>,
    _ comparison: ComparisonOperator,
    inJSON: Bool
  ) {
    switch value {
    case .text(let text):
      if text.hasInnerAsterisk { cursor.warn(.undecidedInnerAsterisk, range) }
      if text.text.isEmpty { cursor.warn(.undecidedEmptyText, range) }
      if text.isAnything, comparison == .notEqual { cursor.warn(.undecidedNotEqualsAnything, range) }
      if inJSON, !text.isGlob, looksFractional(text.body) { cursor.warn(.undecidedNumberText, range) }
    case .number:
      if !inJSON, comparison == .notEqual { cursor.warn(.undecidedFieldNotEqualsNumber, range) }
    case .regex: break
    }
  }

  /// A number with a point or an exponent: an integer's text is known, a double's is not.
  private static func looksFractional(_ text: [UInt8]) -> Bool {
    text.contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") } && ExactDecimal(text) != nil
  }
}
