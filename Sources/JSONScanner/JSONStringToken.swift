/// The string grammar of RFC 8259, section 7, over UTF-8. The halves of a surrogate pair must stand together.
struct JSONStringToken {
  /// Offset after the closing quote.
  let end: Int
  let hasEscapes: Bool

  /// Reads the string whose opening quote stands at `at`.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, at: Int, allowNUL: Bool) -> Result<Self, JSONError> {
    let opened = at
    var at = at + 1
    var hasEscapes = false
    while true {
      at = skipPlain(bytes, at)
      guard at < bytes.count else { return .failure(JSONError(.unclosedString, at: at, opened: opened)) }
      switch bytes[at] {
      case UInt8(ascii: "\""): return .success(Self(end: at + 1, hasEscapes: hasEscapes))
      case UInt8(ascii: "\\"):
        hasEscapes = true
        if let failure = readEscape(bytes, &at, opened: opened, allowNUL: allowNUL) {
          return .failure(failure)
        }
      case 0x00..<0x20: return .failure(JSONError(.controlCharacter, at: at))
      case 0x80...:
        let length = UTF8Sequence.length(in: bytes, at: at)
        guard length > 0 else { return .failure(JSONError(.notUTF8, at: at)) }
        at += length
      default: at += 1
      }
    }
  }

  /// The first offset from `at` on whose byte is not plain ASCII text. Eight bytes are looked at together: a set high bit in the mask
  /// means a quote, a backslash, a control character or a byte above 0x7F among them.
  private static func skipPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int) -> Int {
    var at = from
    if let base = bytes.baseAddress {
      let raw = UnsafeRawPointer(base)
      let low: UInt64 = 0x0101_0101_0101_0101
      let high: UInt64 = 0x8080_8080_8080_8080
      while at + 8 <= bytes.count {
        let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        let quote = word ^ (low &* 0x22)
        let backslash = word ^ (low &* 0x5C)
        let stop =
          ((quote &- low) & ~quote) | ((backslash &- low) & ~backslash) | ((word &- (low &* 0x20)) & ~word)
          | word
        if stop & high != 0 {
          // The lowest set bit is exact: borrows only run upwards from a byte that stops us anyway.
          return at + (UInt64(littleEndian: stop & high).trailingZeroBitCount >> 3)
        }
        at += 8
      }
    }
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
      at += 1
    }
    return at
  }

  private static func readEscape(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, opened: Int, allowNUL: Bool
  ) -> JSONError? {
    let start = at
    guard at + 1 < bytes.count else { return JSONError(.unclosedString, at: bytes.count, opened: opened) }
    switch bytes[at + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      at += 2
      return nil
    case UInt8(ascii: "u"): break
    default: return JSONError(.unknownEscape, at: start)
    }
    guard let unit = readUnit(bytes, start) else { return JSONError(.unknownEscape, at: start) }
    at += 6
    switch unit {
    case 0 where !allowNUL: return JSONError(.nulEscape, at: start)
    case 0xD800...0xDBFF:
      guard let second = readUnit(bytes, at), 0xDC00...0xDFFF ~= second else {
        return JSONError(.loneSurrogate, at: start)
      }
      at += 6
    case 0xDC00...0xDFFF: return JSONError(.loneSurrogate, at: start)
    default: break
    }
    return nil
  }

  /// The value of the `\uXXXX` that begins at `at`.
  private static func readUnit(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt16? {
    guard at + 6 <= bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else {
      return nil
    }
    var unit: UInt16 = 0
    for offset in 2..<6 {
      guard let digit = JSONEscapes.hexValue(bytes[at + offset]) else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
