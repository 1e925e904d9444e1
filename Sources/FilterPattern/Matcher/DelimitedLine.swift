/// Divides a message into fields as the service does, from left to right.
///
/// Recorded: blanks and tabs divide; `"…"` and `[…]` are one field without the delimiters when the closer stands
/// somewhere later; an opener without one is an ordinary character; after a closer the next field may follow at once.
struct DelimitedLine {
  private let message: [UInt8]
  private var position = 0
  private let lastQuote: Int
  private let lastBracket: Int

  init(_ message: [UInt8]) {
    self.message = message
    lastQuote = message.lastIndex(of: UInt8(ascii: "\"")) ?? -1
    lastBracket = message.lastIndex(of: UInt8(ascii: "]")) ?? -1
  }

  /// The next field, without delimiters; nil at the end.
  mutating func next() -> ArraySlice<UInt8>? {
    skipBlanks()
    guard position < message.count else { return nil }
    let start = position
    let closer: UInt8?
    switch message[start] {
    case UInt8(ascii: "\""): closer = lastQuote > start ? UInt8(ascii: "\"") : nil
    case UInt8(ascii: "["): closer = lastBracket > start ? UInt8(ascii: "]") : nil
    default: closer = nil
    }
    position += 1
    if let closer {
      while message[position] != closer { position += 1 }
      position += 1
      return message[start + 1..<position - 1]
    }
    while position < message.count, !Self.isBlank(message[position]) { position += 1 }
    return message[start..<position]
  }

  /// What is left as one field: without its delimiters when it is exactly one field, as it stands when it is more.
  mutating func rest() -> ArraySlice<UInt8>? {
    skipBlanks()
    let start = position
    guard let field = next() else { return nil }
    skipBlanks()
    if position == message.count { return field }
    position = message.count
    return message[start...]
  }

  private mutating func skipBlanks() {
    while position < message.count, Self.isBlank(message[position]) { position += 1 }
  }

  /// Blank, and what lies between tab and carriage return.
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
