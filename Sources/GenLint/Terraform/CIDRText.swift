/// Networks of IPv4 as texts.
///
/// https://www.rfc-editor.org/rfc/rfc4632
enum CIDRText {
  /// How many bits of the address are the network's, 0 to 32; nil when the text is no network.
  static func prefixLength(_ text: String) -> Int? {
    let halves = text.fields(by: "/")
    guard halves.count == 2, let bits = number(halves[1], atMost: 32) else { return nil }
    let parts = halves[0].fields(by: ".")
    guard parts.count == 4, parts.allSatisfy({ number($0, atMost: 255) != nil }) else { return nil }
    return bits
  }

  /// Whether the text is a network whose address has nothing behind the network's bits.
  static func isNetwork(_ text: String) -> Bool {
    guard let bits = prefixLength(text) else { return false }
    let bytes = text.fields(by: "/")[0].fields(by: ".").compactMap { UInt32($0) }
    let address = bytes.reduce(0) { $0 << 8 | $1 }
    return bits == 32 || address & (UInt32.max >> UInt32(bits)) == 0
  }

  private static func number(_ text: String, atMost most: Int) -> Int? {
    guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }),
      let number = Int(text),
      number <= most
    else { return nil }
    return number
  }
}
