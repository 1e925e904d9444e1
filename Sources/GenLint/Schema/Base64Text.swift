/// Texts in Base64.
///
/// https://www.rfc-editor.org/rfc/rfc4648
enum Base64Text {
  /// The bytes that a text stands for; nil when it is no Base64. Line breaks are read over.
  static func decoded(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer: UInt32 = 0
    var count = 0
    var padding = 0
    for byte in text.utf8 where byte != 10 && byte != 13 {
      count += 1
      if byte == UInt8(ascii: "=") {
        padding += 1
      } else {
        guard padding == 0, let value = value(byte) else { return nil }
        buffer = buffer << 6 | UInt32(value)
        if count.isMultiple(of: 4) {
          bytes += [UInt8(truncatingIfNeeded: buffer >> 16), UInt8(truncatingIfNeeded: buffer >> 8)]
          bytes.append(UInt8(truncatingIfNeeded: buffer))
        }
      }
    }
    guard count.isMultiple(of: 4), padding < 3 else { return nil }
    if padding == 1 {
      bytes += [UInt8(truncatingIfNeeded: buffer >> 10), UInt8(truncatingIfNeeded: buffer >> 2)]
    }
    if padding == 2 { bytes.append(UInt8(truncatingIfNeeded: buffer >> 4)) }
    return bytes
  }

  private static func value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte + 4
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
