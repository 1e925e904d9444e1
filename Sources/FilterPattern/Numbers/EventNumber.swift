/// A JSON number of an event, as the service reads it: an integer exactly, anything with a point or an exponent as
/// an IEEE double.
///
/// Recorded: 9007199254740993 differs from …992; 1, 1.0 and 1e0 are equal; 1e-999 is 0; 1e309 is not finite and fails
/// every numeric comparison. That the text of a double is the one of Java's `Double.toString` is inferred.
public struct EventNumber: Hashable, Sendable {
  /// Its value; nil when it is not finite.
  public let value: ExactDecimal?
  /// The text that quoted texts, globs and regular expressions are compared with. ASCII.
  public let text: [UInt8]
  /// Whether `text` rests on inference: the number is written with a point or an exponent.
  public let isTextInferred: Bool

  /// Reads the raw spelling of a JSON number.
  public init(spelling: some Collection<UInt8>) {
    let isDouble = spelling.contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }
    isTextInferred = isDouble
    guard isDouble else {
      text = Array(spelling)
      let negative = spelling.first == UInt8(ascii: "-")
      let digits = spelling.dropFirst(negative ? 1 : 0).map { $0 & 0x0F }
      value = ExactDecimal(isNegative: negative, digits: digits, exponent: digits.count)
      return
    }
    let double = Self.double(spelling)
    let decimal = Self.shortest(double)
    value = decimal
    text = Self.javaText(of: double, shortest: decimal)
  }

  /// The nearest double. Digits past the 800th cannot change the outcome but by not being zero.
  private static func double(_ spelling: some Collection<UInt8>) -> Double {
    let isExponentMark: (UInt8) -> Bool = { $0 | 0x20 == UInt8(ascii: "e") }
    let mantissa = spelling.prefix { !isExponentMark($0) }
    let power = bounded(spelling.dropFirst(mantissa.count + 1))
    let negative = mantissa.first == UInt8(ascii: "-")
    let whole = mantissa.prefix { $0 != UInt8(ascii: ".") }
    let wholeCount = whole.count - (negative ? 1 : 0)
    let figures = mantissa.filter { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "-") }.map { $0 & 0x0F }
    let exact = ExactDecimal(isNegative: negative, digits: figures, exponent: wholeCount + power)
    guard !exact.isZero else { return negative ? -0.0 : 0.0 }
    var kept = exact.digits.prefix(800).map { $0 | 0x30 }
    if exact.digits.count > 800 { kept.append(UInt8(ascii: "1")) }
    // Beyond these bounds every double is infinite or zero.
    let exponent = min(max(exact.exponent, -2000), 2000)
    let text = (negative ? "-0." : "0.") + String(decoding: kept, as: UTF8.self) + "e\(exponent)"
    return Double(text) ?? (exponent > 0 ? .infinity : 0) * (negative ? -1 : 1)
  }

  /// The exponent's value, or one far out of a double's range when it is longer than that.
  private static func bounded(_ text: some Collection<UInt8>) -> Int {
    let negative = text.first == UInt8(ascii: "-")
    var magnitude = 0
    for byte in text where byte &- UInt8(ascii: "0") <= 9 {
      magnitude = min(magnitude * 10 + Int(byte & 0x0F), 1 << 40)
    }
    return negative ? -magnitude : magnitude
  }

  /// The shortest decimal that reads back as the double; nil when it is not finite.
  private static func shortest(_ double: Double) -> ExactDecimal? {
    double.isFinite ? ExactDecimal(Array("\(double)".utf8)) : nil
  }

  /// As `Double.toString` of Java: `1.0`, `1000.0`, `1.0E7`, `1.0E-4`, `-0.0`, `Infinity`.
  private static func javaText(of double: Double, shortest: ExactDecimal?) -> [UInt8] {
    let sign = double.sign == .minus ? "-" : ""
    guard let shortest else { return Array((sign + "Infinity").utf8) }
    guard !shortest.isZero else { return Array((sign + "0.0").utf8) }
    let digits = shortest.digits.map { $0 | 0x30 }
    let exponent = shortest.exponent
    var bytes = Array(sign.utf8)
    let point = UInt8(ascii: ".")
    let zero = UInt8(ascii: "0")
    if exponent > 7 || exponent < -2 {
      bytes += [digits[0], point] + (digits.count > 1 ? Array(digits[1...]) : [zero])
      bytes += Array("E\(exponent - 1)".utf8)
    } else if exponent <= 0 {
      bytes += [zero, point] + [UInt8](repeating: zero, count: -exponent) + digits
    } else if digits.count > exponent {
      bytes += digits[..<exponent] + [point] + digits[exponent...]
    } else {
      bytes += digits + [UInt8](repeating: zero, count: exponent - digits.count) + [point, zero]
    }
    return bytes
  }
}
