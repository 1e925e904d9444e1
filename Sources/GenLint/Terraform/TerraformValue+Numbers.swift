/// Numbers: how they are spelled, and what is computed from them.
extension TerraformValue {
  /// The most digits that a binary number of 64 bits surely tells apart.
  private static let maximumDigits = 15
  /// The largest number whose sums, products and parts are followed.
  private static let largest = 0x1p40
  /// What is followed is counted in parts of this size: sums and products of them are not rounded.
  private static let parts = 64.0

  /// The number that a text spells. Terraform computes with 512 bits: of what 64 do not hold it is unknown.
  init(numeral text: String) {
    guard let number = Self.number(text),
      number.isInfinite && text.utf8.last == UInt8(ascii: "f") || abs(number) < 1e15,
      text.utf8.count(where: { (48...57).contains($0) }) <= Self.maximumDigits
    else {
      self = .unknown(.number)
      return
    }
    self = .number(number)
  }

  /// A number in decimals, without a power of ten.
  static func spelled(_ number: Double) -> String {
    if let whole = Int(exactly: number) { return String(whole) }
    if number.isInfinite { return number < 0 ? "-Inf" : "+Inf" }
    let text = "\(number)"
    let halves = text.fields(by: "e")
    guard halves.count == 2, let power = Int(halves[1]), power < 0 else { return text }
    let digits = halves[0].unicodeScalars.filter { ("0"..."9").contains($0) }
    let zeros = String(repeating: "0", count: -power - 1)
    return (number < 0 ? "-" : "") + "0." + zeros + String(String.UnicodeScalarView(digits))
  }

  /// The number that a text spells in decimals, with an exponent of ten or two, or infinity; Terraform reads no others.
  ///
  /// https://pkg.go.dev/math/big#Float.Parse
  static func number(_ text: String) -> Double? {
    switch text {
    case "Inf", "inf", "+Inf", "+inf": return .infinity
    case "-Inf", "-inf": return -.infinity
    default: break
    }
    if let sign = text.utf8.firstIndex(where: { $0 == UInt8(ascii: "p") || $0 == UInt8(ascii: "P") }) {
      guard !text.utf8.contains(where: { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }),
        let number = number(String(text[..<sign])), let power = Int(text[text.index(after: sign)...])
      else { return nil }
      return Double(sign: .plus, exponent: power, significand: number)
    }
    return text.utf8.allSatisfy { (48...57).contains($0) || "+-.eE".utf8.contains($0) } ? Double(text) : nil
  }

  /// What an operator yields of two numbers, or why it fails. Nothing is followed that may be rounded.
  static func computed(_ sign: String, _ one: Double, _ two: Double) -> (
    value: TerraformValue, fault: String?
  ) {
    if one.isInfinite || two.isInfinite { return infinite(sign, one, two) }
    switch sign {
    case "<": return (.truth(one < two), nil)
    case ">": return (.truth(one > two), nil)
    case "<=": return (.truth(one <= two), nil)
    case ">=": return (.truth(one >= two), nil)
    case "/" where two == 0:
      return one == 0
        ? (.unknown(.number), "zero is not divided by zero") : (.number(one / two), nil)
    default: break
    }
    guard let left = inParts(one), let right = inParts(two) else { return (.unknown(.number), nil) }
    switch sign {
    case "+": return (followed(one + two), nil)
    case "-": return (followed(one - two), nil)
    case "*": return (followed(one * two), nil)
    case "/":
      let (quotient, rest) = (left * Int(parts)).quotientAndRemainder(dividingBy: right)
      return (rest == 0 ? followed(Double(quotient) / parts) : .unknown(.number), nil)
    // By zero nothing is taken away.
    case "%": return (followed(right == 0 ? one : Double(left % right) / parts), nil)
    default: return (.unknown(.number), nil)
    }
  }

  private static func infinite(_ sign: String, _ one: Double, _ two: Double) -> (
    value: TerraformValue, fault: String?
  ) {
    switch sign {
    case "<": return (.truth(one < two), nil)
    case ">": return (.truth(one > two), nil)
    case "<=": return (.truth(one <= two), nil)
    case ">=": return (.truth(one >= two), nil)
    case "%":
      return (
        .unknown(.number),
        "'%' has no result for \(spelled(one)) and \(spelled(two)); a division by zero yields infinity"
      )
    default: break
    }
    let found =
      switch sign {
      case "+": one + two
      case "-": one - two
      case "*": one * two
      case "/": one / two
      default: Double.nan
      }
    guard found.isNaN else { return (.number(found), nil) }
    return (
      .unknown(.number),
      "'\(sign)' has no result for \(spelled(one)) and \(spelled(two)); a division by zero yields infinity"
    )
  }

  private static func inParts(_ number: Double) -> Int? {
    abs(number) < largest ? Int(exactly: number * parts) : nil
  }

  private static func followed(_ number: Double) -> TerraformValue {
    inParts(number) == nil ? .unknown(.number) : .number(number)
  }
}
