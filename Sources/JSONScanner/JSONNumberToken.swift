/// The number grammar of RFC 8259, section 6. A number's size is not limited: its spelling is kept.
enum JSONNumberToken {
  /// Moves `at` past the number that begins there.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> JSONError? {
    if bytes[at] == UInt8(ascii: "-") { at += 1 }
    if at < bytes.count, bytes[at] == UInt8(ascii: "0") {
      at += 1
      if isDigit(bytes, at) { return JSONError(.leadingZero, at: at - 1) }
    } else if let failure = readDigits(bytes, &at) {
      return failure
    }
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      at += 1
      if let failure = readDigits(bytes, &at) { return failure }
    }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
      if let failure = readDigits(bytes, &at) { return failure }
    }
    return nil
  }

  private static func readDigits(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> JSONError? {
    guard isDigit(bytes, at) else { return JSONError(.digitExpected, at: at) }
    while isDigit(bytes, at) { at += 1 }
    return nil
  }

  private static func isDigit(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    at < bytes.count && bytes[at] &- UInt8(ascii: "0") <= 9
  }
}
