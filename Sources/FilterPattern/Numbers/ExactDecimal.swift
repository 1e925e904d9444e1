/// A decimal number without rounding: plus or minus `0.d₁d₂d₃… × 10^exponent`.
///
/// The digits have no zero at either end, so equal values have equal members; zero has no digits.
public struct ExactDecimal: Hashable, Comparable, Sendable {
  /// Whether below zero; never true of zero.
  public let isNegative: Bool
  /// The significant digits, 0 to 9, most significant first.
  public let digits: [UInt8]
  /// The power of ten of the digits read as a fraction below 1; 0 for zero.
  public let exponent: Int

  /// Reads `[+-] digits [. digits] [e [+-] digits]`, where digits may be missing on one side of the point.
  ///
  /// Nil for any other text, and when the exponent, or the exponent less the digits after the point, does not fit
  /// in 32 bits (the service's limit, recorded for `1e2147483648`).
  public init?(_ text: some Collection<UInt8>) {
    var rest = text[...]
    var negative = false
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      negative = sign == UInt8(ascii: "-")
      rest = rest.dropFirst()
    }
    let whole = rest.prefix(while: Self.isDigit)
    rest = rest.dropFirst(whole.count)
    var fraction = rest.prefix(0)
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      fraction = rest.prefix(while: Self.isDigit)
      rest = rest.dropFirst(fraction.count)
    }
    guard !whole.isEmpty || !fraction.isEmpty else { return nil }
    var power = 0
    if let mark = rest.first {
      guard mark | 0x20 == UInt8(ascii: "e"), let read = Self.power(rest.dropFirst()) else { return nil }
      power = read
    }
    let scale = fraction.count - power
    guard scale <= Int(Int32.max), scale >= Int(Int32.min) else { return nil }
    self.init(
      isNegative: negative, digits: (Array(whole) + Array(fraction)).map { $0 & 0x0F },
      exponent: whole.count + power)
  }

  /// Makes a decimal from digits that may have zeros at either end.
  init(isNegative: Bool, digits: [UInt8], exponent: Int) {
    guard let first = digits.firstIndex(where: { $0 != 0 }), let last = digits.lastIndex(where: { $0 != 0 })
    else {
      self.isNegative = false
      self.digits = []
      self.exponent = 0
      return
    }
    self.isNegative = isNegative
    self.digits = Array(digits[first...last])
    self.exponent = exponent - first
  }

  /// Whether zero.
  public var isZero: Bool { digits.isEmpty }

  /// Orders by value.
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    return left.isNegative ? right.isCloserToZero(than: left) : left.isCloserToZero(than: right)
  }

  private func isCloserToZero(than other: ExactDecimal) -> Bool {
    if isZero || other.isZero { return isZero && !other.isZero }
    if exponent != other.exponent { return exponent < other.exponent }
    return digits.lexicographicallyPrecedes(other.digits)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") <= 9 }

  /// The exponent after `e`; nil unless it is all digits and fits in 32 bits.
  private static func power(_ text: some Collection<UInt8>) -> Int? {
    var digits = text[...]
    var negative = false
    if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      negative = sign == UInt8(ascii: "-")
      digits = digits.dropFirst()
    }
    guard !digits.isEmpty, digits.allSatisfy(isDigit) else { return nil }
    let significant = digits.drop { $0 == UInt8(ascii: "0") }
    guard significant.count <= 10 else { return nil }
    let magnitude = significant.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    let power = negative ? -magnitude : magnitude
    return Int32(exactly: power).map(Int.init)
  }
}
