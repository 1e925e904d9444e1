import Diagnostics

/// Refuses what no text file of ours may hold: bytes that are not UTF-8 and control characters.
enum SourceCharacters {
  /// The first problem, or nil. Tab, line feed, and carriage return before a line feed are allowed.
  static func firstProblem(in source: SourceText) -> Diagnostic? {
    let bytes = source.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .byteOrderMark(at: source.range(from: 0, to: 3)) }
    var next = 0
    while let offset = bytes.withUnsafeBufferPointer({ $0.placeOfUnprintable(from: next) }) {
      let byte = bytes[offset]
      if byte < 0x80 {
        let isLineBreak =
          byte == 0x0A || (byte == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A)
        if byte < 0x20 && byte != 0x09 && !isLineBreak || byte == 0x7F {
          return .controlCharacter(UInt32(byte), at: source.range(from: offset, to: offset + 1))
        }
        next = offset + 1
        continue
      }
      guard let (scalar, length) = decode(bytes, at: offset) else {
        return .invalidUTF8(at: source.range(from: offset, to: offset + 1))
      }
      if (0x80...0x9F).contains(scalar) || scalar == 0x2028 || scalar == 0x2029 {
        return .controlCharacter(scalar, at: source.range(from: offset, to: offset + length))
      }
      next = offset + length
    }
    return nil
  }

  /// The scalar value and length of a multi-byte sequence, or nil when it is not valid UTF-8 (RFC 3629).
  private static func decode(_ bytes: [UInt8], at offset: Int) -> (UInt32, Int)? {
    let lead = bytes[offset]
    let (length, first, minimum): (Int, UInt32, UInt32)
    switch lead {
    case 0xC2...0xDF: (length, first, minimum) = (2, UInt32(lead & 0x1F), 0x80)
    case 0xE0...0xEF: (length, first, minimum) = (3, UInt32(lead & 0x0F), 0x800)
    case 0xF0...0xF4: (length, first, minimum) = (4, UInt32(lead & 0x07), 0x10000)
    default: return nil
    }
    guard offset + length <= bytes.count else { return nil }
    var value = first
    for index in 1..<length {
      guard bytes[offset + index] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(bytes[offset + index] & 0x3F)
    }
    guard value >= minimum, value <= 0x10FFFF, !(0xD800...0xDFFF).contains(value) else { return nil }
    return (value, length)
  }
}

extension Diagnostic {
  fileprivate static func controlCharacter(_ value: UInt32, at range: SourceRange) -> Diagnostic {
    let name = String(value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - name.utf8.count)) + name
    return Diagnostic(
      .error, .controlCharacter, "control character U+\(padded)", at: range,
      hint: "remove it; it shows on no screen")
  }
  fileprivate static func byteOrderMark(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .invalidUTF8, "the file begins with a byte order mark", at: range,
      hint: "save the file as UTF-8 without one")
  }
  fileprivate static func invalidUTF8(at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .invalidUTF8, "this byte is not UTF-8", at: range, hint: "save the file as UTF-8")
  }
}
