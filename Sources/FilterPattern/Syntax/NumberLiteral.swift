/// A bare number. It equals a JSON number by value and a JSON string by spelling (`= 1` matches `"1"`, not `"01"`).
public struct NumberLiteral: Hashable, Sendable {
  /// As written: `+1`, `1.0`, `1e3`. ASCII only.
  public let spelling: String
  /// `spelling` as UTF-8.
  public let bytes: [UInt8]
  /// Its exact value.
  public let value: ExactDecimal

  /// Reads a number; nil when `spelling` is no number of the pattern language or its exponent is out of range.
  public init?(_ spelling: String) {
    let bytes = Array(spelling.utf8)
    guard let value = ExactDecimal(bytes) else { return nil }
    self.bytes = bytes
    self.spelling = spelling
    self.value = value
  }
}
