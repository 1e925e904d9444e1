/// The numbers of events close to a value: integers of any size, and the doubles by their shortest decimals.
enum NumberNeighbors {
  /// Integers longer than this are not written out.
  static let maximumDigits = 700

  /// The integer spelled by the digits of a decimal before its point; nil when it is too long.
  static func truncated(_ value: ExactDecimal) -> ExactDecimal? {
    guard value.exponent <= maximumDigits else { return nil }
    guard value.exponent > 0 else { return ExactDecimal(isNegative: false, digits: [], exponent: 0) }
    return ExactDecimal(
      isNegative: value.isNegative, digits: Array(value.digits.prefix(value.exponent)),
      exponent: value.exponent)
  }

  /// The integer that is an amount above an integer; the amount may be negative.
  static func adding(_ amount: Int, to integer: ExactDecimal) -> ExactDecimal {
    let digits = wholeDigits(integer)
    let sum = add(integer.isNegative ? digits.map { -$0 } : digits, amount)
    return ExactDecimal(isNegative: sum.isNegative, digits: sum.digits, exponent: sum.digits.count)
  }

  /// The spelling of an integer.
  static func spelling(ofInteger integer: ExactDecimal) -> String {
    let digits = wholeDigits(integer).map { UInt8($0) | 0x30 }
    return (integer.isNegative ? "-" : "") + (digits.isEmpty ? "0" : String(decoding: digits, as: UTF8.self))
  }

  private static func wholeDigits(_ integer: ExactDecimal) -> [Int] {
    guard integer.exponent > 0 else { return [] }
    let digits = integer.digits.map(Int.init)
    return digits + [Int](repeating: 0, count: max(0, integer.exponent - digits.count))
  }

  /// The sum of signed decimal digits (all of one sign) and an amount.
  private static func add(_ digits: [Int], _ amount: Int) -> (isNegative: Bool, digits: [UInt8]) {
    var columns = [Int](digits.reversed())
    var rest = amount.magnitude
    var index = 0
    while rest > 0 {
      if index == columns.count { columns.append(0) }
      columns[index] += Int(rest % 10) * (amount < 0 ? -1 : 1)
      rest /= 10
      index += 1
    }
    let isNegative = (columns.last { $0 != 0 } ?? 0) < 0
    var carry = 0
    for index in columns.indices {
      let column = (isNegative ? -columns[index] : columns[index]) + carry
      carry = column < 0 ? -1 : column / 10
      columns[index] = column - carry * 10
    }
    while carry > 0 {
      columns.append(carry % 10)
      carry /= 10
    }
    return (isNegative, columns.reversed().map(UInt8.init))
  }

  /// The double nearest to a value; infinite when there is none.
  static func double(_ value: ExactDecimal) -> Double {
    if value.isZero { return 0 }
    let digits = String(decoding: value.digits.prefix(800).map { $0 | 0x30 }, as: UTF8.self)
    let exponent = min(max(value.exponent, -2000), 2000)
    let text = "\(value.isNegative ? "-" : "")0.\(digits)e\(exponent)"
    return Double(text) ?? (exponent > 0 ? (value.isNegative ? -.infinity : .infinity) : 0)
  }

  /// The spelling and value of a double in an event; nil when it is not finite.
  static func spelled(_ double: Double) -> (spelling: String, value: ExactDecimal)? {
    guard double.isFinite else { return nil }
    let text = "\(double)"
    return EventNumber(spelling: text.utf8).value.map { (text, $0) }
  }

  /// The least double whose shortest decimal is above a value (or the greatest one below it).
  static func double(beside value: ExactDecimal, above: Bool) -> Double? {
    func isBeyond(_ double: Double) -> Bool {
      guard let own = spelled(double)?.value else { return double.isFinite == false && (double > 0) == above }
      return above ? own > value : own < value
    }
    var double = double(value)
    while isBeyond(double) { double = above ? double.nextDown : double.nextUp }
    while double.isFinite || (double > 0) != above {
      double = above ? double.nextUp : double.nextDown
      if isBeyond(double) { break }
    }
    return double.isFinite ? double : nil
  }
}
