/// Decides how a text is written in YAML so that every reader, of YAML 1.1 or 1.2, gets the same text back.
enum YAMLScalarStyle {
  case plain, singleQuoted, doubleQuoted
  /// Lines as they stand; chosen by the tree alone.
  case literal

  /// The style for a text. Plain is for texts that begin with a letter, `/` or `_`, hold only harmless characters, and are
  /// no word that YAML 1.1 resolves. Double quotes are for what single quotes cannot hold on one line.
  static func of(_ text: String, inFlow: Bool = false) -> YAMLScalarStyle {
    if text.unicodeScalars.contains(where: needsEscape) { return .doubleQuoted }
    return isHarmless(text, inFlow: inFlow) ? .plain : .singleQuoted
  }

  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xD800...0xDFFF, 0xFFFE, 0xFFFF, 0x10000...: true
    default: false
    }
  }

  private static func isHarmless(_ text: String, inFlow: Bool) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last,
      isLetter(first) || first == UInt8(ascii: "/") || first == UInt8(ascii: "_")
    else { return false }
    if last == UInt8(ascii: " ") || last == UInt8(ascii: ":") { return false }
    if words.contains(text.lowercased()) { return false }
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: ":"):
        if inFlow && index + 1 < bytes.count && !isLetter(bytes[index + 1])
          && bytes[index + 1] != UInt8(ascii: ":")
        {
          return false
        }
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: " ") { return false }
      case UInt8(ascii: ","): if inFlow { return false }
      case UInt8(ascii: " "): if inFlow { return false }
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"),
        UInt8(ascii: "/"),
        UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "+"), UInt8(ascii: "@"), UInt8(ascii: "="),
        UInt8(ascii: ";"),
        UInt8(ascii: "'"):
        break
      default: if !isLetter(byte) { return false }
      }
    }
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  /// Words of the YAML 1.1 types that begin with a letter.
  private static let words: Set<String> = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]
}
