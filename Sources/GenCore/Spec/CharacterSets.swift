/// The sets of characters that the services name in their rules.
enum CharacterSets {
  static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  static func letters(_ byte: UInt8?) -> Bool { byte.map(isLetter) ?? false }

  static func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  static func isNameByte(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) || byte == UInt8(ascii: "-") }

  /// Whether a text is 1 to `limit` ASCII letters, digits and the given marks.
  static func only(_ marks: String, in text: String, upTo limit: Int) -> Bool {
    let count = text.utf8.count
    return count >= 1 && count <= limit
      && text.utf8.allSatisfy { isLetterOrDigit($0) || marks.utf8.contains($0) }
  }

  /// What AWS allows in tags: letters, digits and spaces of any script, and `_ . : / = + - @`.
  static func isTagText(_ text: String, upTo limit: Int) -> Bool {
    guard text.utf16.count <= limit else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber,
        .letterNumber, .otherNumber, .spaceSeparator:
        true
      default: "_.:/=+-@".unicodeScalars.contains(scalar)
      }
    }
  }
}
