/// Writes JSON strings.
enum JSONText {
  /// The bytes of a text between quotes, with the escapes that JSON demands.
  static func quoted(_ bytes: [UInt8]) -> [UInt8] {
    var out = [UInt8(ascii: "\"")]
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
      case 0x0A: out += Array("\\n".utf8)
      case 0x0D: out += Array("\\r".utf8)
      case 0x09: out += Array("\\t".utf8)
      case 0x00..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        out += Array("\\u00".utf8) + (digits.utf8.count == 1 ? [UInt8(ascii: "0")] : []) + Array(digits.utf8)
      default: out.append(byte)
      }
    }
    return out + [UInt8(ascii: "\"")]
  }
}
