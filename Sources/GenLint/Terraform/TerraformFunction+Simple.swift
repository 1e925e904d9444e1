/// What functions over texts and numbers yield.
extension TerraformFunction {
  /// The longest text that is made of others, in bytes.
  private static let longest = 65_536
  /// The most bytes that are compared to find a text in another one.
  private static let mostComparisons = 1 << 20

  /// What the call yields, where its arguments tell; nil when they do not.
  var simple: TerraformValue? {
    let first = arguments.first ?? .unknown(.any)
    switch name {
    case "trimspace", "chomp", "trimprefix", "trimsuffix", "replace", "substr", "startswith", "endswith",
      "base64decode":
      return first.text.flatMap(textResult)
    case "abs": return first.number.map { .number(abs($0)) }
    case "max", "min", "sum":
      let values = name == "sum" ? first.elements ?? [.unknown(.any)] : arguments
      let numbers = values.compactMap(\.number)
      guard numbers.count == values.count, let one = numbers.first else { return nil }
      if name == "sum" {
        return numbers.dropFirst().reduce(.number(one)) { sum, next in
          sum.number.map { TerraformValue.computed("+", $0, next).value } ?? .unknown(.number)
        }
      }
      return .number(numbers.dropFirst().reduce(one) { name == "max" ? max($0, $1) : min($0, $1) })
    case "ceil": return first.number.map { .number($0.rounded(.up)) }
    case "floor": return first.number.map { .number($0.rounded(.down)) }
    case "cidrhost", "cidrsubnet", "cidrnetmask": return network
    default: return nil
    }
  }

  private func textResult(_ text: String) -> TerraformValue? {
    let second = arguments.count > 1 ? arguments[1].text : nil
    switch name {
    case "trimspace":
      // What else counts as a blank is not followed.
      guard text.utf8.allSatisfy({ $0 < 128 }) else { return nil }
      let bytes = Array(text.utf8)
      let isBlank: (UInt8) -> Bool = { $0 == 32 || (9...13).contains($0) }
      guard let begin = bytes.firstIndex(where: { !isBlank($0) }),
        let end = bytes.lastIndex(where: { !isBlank($0) })
      else { return .text("") }
      return .text(String(decoding: bytes[begin...end], as: UTF8.self))
    case "chomp":
      let bytes = Array(text.utf8)
      let end = bytes.lastIndex { $0 != 10 && $0 != 13 }
      return .text(String(decoding: bytes[..<(end.map { $0 + 1 } ?? 0)], as: UTF8.self))
    case "trimprefix", "trimsuffix", "startswith", "endswith":
      guard let second else { return nil }
      let bytes = Array(text.utf8)
      let part = Array(second.utf8)
      let isPrefix = name == "trimprefix" || name == "startswith"
      let fits = isPrefix ? bytes.starts(with: part) : bytes.reversed().starts(with: part.reversed())
      if name.hasSuffix("with") { return .truth(fits) }
      let rest = !fits ? bytes[...] : isPrefix ? bytes.dropFirst(part.count) : bytes.dropLast(part.count)
      return .text(String(decoding: rest, as: UTF8.self))
    case "replace":
      guard let old = second, !old.isEmpty, !(old.hasPrefix("/") && old.hasSuffix("/")),
        let new = arguments[2].text, text.utf8.count / old.utf8.count * new.utf8.count <= Self.longest,
        text.utf8.count * old.utf8.count <= Self.mostComparisons
      else { return nil }
      return .text(Self.replaced(Array(text.utf8), Array(old.utf8), Array(new.utf8)))
    case "substr":
      guard text.utf8.allSatisfy({ (32...126).contains($0) }),
        let from = second.flatMap({ Int($0) }), let length = arguments[2].text.flatMap({ Int($0) }),
        from >= 0,
        length >= -1
      else { return nil }
      let rest = text.utf8.dropFirst(from)
      return .text(String(decoding: length < 0 ? rest : rest.prefix(length), as: UTF8.self))
    case "base64decode":
      return Base64Text.decoded(text).flatMap { String(validating: $0, as: UTF8.self) }.map { .text($0) }
    default: return nil
    }
  }

  private static func replaced(_ bytes: [UInt8], _ old: [UInt8], _ new: [UInt8]) -> String {
    var found: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == old[0], bytes[at...].starts(with: old) {
        found += new
        at += old.count
      } else {
        found.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: found, as: UTF8.self)
  }

  /// Addresses of IPv4.
  private var network: TerraformValue? {
    guard let text = arguments.first?.text, let bits = CIDRText.prefixLength(text) else { return nil }
    let halves = text.fields(by: "/")[0].fields(by: ".").compactMap { UInt32($0) }
    let mask: UInt32 = bits == 0 ? 0 : UInt32.max << UInt32(32 - bits)
    let base = halves.reduce(0) { $0 << 8 | $1 } & mask
    let numbers = arguments.dropFirst().map { $0.number.flatMap { UInt32(exactly: $0) } }
    switch name {
    case "cidrnetmask": return .text(Self.spelled(mask))
    case "cidrhost":
      guard let host = numbers.first ?? nil, host & mask == 0 else { return nil }
      return .text(Self.spelled(base | host))
    default:
      guard numbers.count == 2, let more = numbers[0], let number = numbers[1], bits + Int(more) <= 32,
        more > 0, more < 32, number < 1 << more
      else { return nil }
      let shift = UInt32(32 - bits) - more
      return .text("\(Self.spelled(base | number << shift))/\(bits + Int(more))")
    }
  }

  private static func spelled(_ address: UInt32) -> String {
    [24, 16, 8, 0].map { String(address >> UInt32($0) & 255) }.joined(separator: ".")
  }
}
