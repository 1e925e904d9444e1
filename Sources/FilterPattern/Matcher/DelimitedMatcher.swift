/// Binds the fields of a message to those of the pattern and tests their conditions.
struct DelimitedMatcher: Sendable {
  private let before: [DelimitedField]
  private let after: [DelimitedField]
  private let hasEllipsis: Bool

  init(_ fields: [DelimitedField]) {
    // No field at all stands for any number of them, as an ellipsis does.
    let ellipsis = fields.isEmpty ? 0 : fields.firstIndex(of: .ellipsis)
    hasEllipsis = ellipsis != nil
    before = Array(fields[..<(ellipsis ?? fields.count)])
    after = Array(fields[(ellipsis ?? fields.count)...].dropFirst())
  }

  func match(_ message: [UInt8]) -> MatchResult? {
    guard let values = hasEllipsis ? allFields(message) : asManyFields(message) else { return nil }
    let afterStart = values.count - after.count
    var extracted: [MatchResult.ExtractedValue] = []
    extracted.reserveCapacity(values.count)
    for (index, value) in values.enumerated() {
      let field: DelimitedField =
        index < before.count ? before[index] : index >= afterStart ? after[index - afterStart] : .unnamed
      var name = "$\(index + 1)"
      if case .named(let own, let expression) = field {
        guard Self.holds(expression, value) else { return nil }
        name = "$\(own)"
      }
      extracted.append(MatchResult.ExtractedValue(name: name, value: String(decoding: value, as: UTF8.self)))
    }
    return MatchResult(extractedValues: extracted)
  }

  /// Every field of the message; nil when there are fewer than the pattern has.
  private func allFields(_ message: [UInt8]) -> [ArraySlice<UInt8>]? {
    var line = DelimitedLine(message)
    var values: [ArraySlice<UInt8>] = []
    while let value = line.next() { values.append(value) }
    return values.count >= before.count + after.count ? values : nil
  }

  /// As many fields as the pattern has, the last one taking the rest; nil when there are fewer.
  private func asManyFields(_ message: [UInt8]) -> [ArraySlice<UInt8>]? {
    var line = DelimitedLine(message)
    var values: [ArraySlice<UInt8>] = []
    for index in before.indices {
      guard let value = index == before.count - 1 ? line.rest() : line.next() else { return nil }
      values.append(value)
    }
    return values
  }

  private static func holds(_ expression: Expression<FieldCondition>, _ field: ArraySlice<UInt8>) -> Bool {
    switch expression {
    case .all(let children, _): return children.allSatisfy { holds($0, field) }
    case .any(let children, _): return children.contains { holds($0, field) }
    case .condition(let condition, _):
      guard let comparison = condition.comparison else { return true }
      return holds(comparison, field)
    }
  }

  private static func holds(_ comparison: FieldCondition.Comparison, _ field: ArraySlice<UInt8>) -> Bool {
    switch comparison.literal.value {
    case .text(let text): return text.matches(field) == (comparison.comparisonOperator == .equal)
    case .regex(let regex): return regex.matches(field) == (comparison.comparisonOperator == .equal)
    case .number(let number):
      // That '!=' is true of a field that is no number is inferred.
      guard let value = ExactDecimal(field) else { return comparison.comparisonOperator == .notEqual }
      return comparison.comparisonOperator.holds(value, number.value)
    }
  }
}
