/// A bare number. It equals a JSON number by value and a JSON string by spelling (`= 1` matches `"1"`, not `"01"`).
public struct NumberLiteral: Hashable, Sendable {
  /// As written: `+1`, `1.0`, `1e3`. ASCII only.
  public let spelling: String
  /// Its exact value.
  public let value: ExactDecimal

  /// Reads a number; nil when `spelling` is no number of the pattern language or its exponent is out of range.
  public init?(_ spelling: String) {
    guard let value = ExactDecimal(Array(spelling.utf8)) else { return nil }
    self.spelling = spelling
    self.value = value
  }
}
