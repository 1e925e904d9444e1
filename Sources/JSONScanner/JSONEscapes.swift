/// Resolves the escapes of strings that the reader accepted.
enum JSONEscapes {
  static func resolve(_ inner: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(inner.count)
    var at = inner.startIndex
    while at < inner.endIndex {
      let byte = inner[at]
      guard byte == UInt8(ascii: "\\"), at + 1 < inner.endIndex else {
        out.append(byte)
        at += 1
        continue
      }
      let letter = inner[at + 1]
      at += 2
      switch letter {
      case UInt8(ascii: "b"): out.append(0x08)
      case UInt8(ascii: "f"): out.append(0x0C)
      case UInt8(ascii: "n"): out.append(0x0A)
      case UInt8(ascii: "r"): out.append(0x0D)
      case UInt8(ascii: "t"): out.append(0x09)
      case UInt8(ascii: "u"): at = resolveUnit(of: inner, at: at, into: &out)
      default: out.append(letter)
      }
    }
    return out
  }

  /// Appends the character of a `\u` whose digits begin at `at`, with its second half if it has one, and says where to go on.
  private static func resolveUnit(of inner: ArraySlice<UInt8>, at: Int, into out: inout [UInt8]) -> Int {
    guard at + 4 <= inner.endIndex else { return inner.endIndex }
    var code = UInt32(unit(of: inner, at: at))
    var next = at + 4
    if code & 0xFC00 == 0xD800, next + 6 <= inner.endIndex {
      code = 0x10000 + ((code & 0x3FF) << 10) + UInt32(unit(of: inner, at: next + 2) & 0x3FF)
      next += 6
    }
    out.append(contentsOf: UTF8.encode(Unicode.Scalar(code) ?? "\u{FFFD}").map { Array($0) } ?? [])
    return next
  }

  private static func unit(of inner: ArraySlice<UInt8>, at: Int) -> UInt16 {
    inner[at..<at + 4].reduce(0) { $0 << 4 | UInt16(hexValue($1) ?? 0) }
  }

  /// The value of a hexadecimal digit.
  static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
