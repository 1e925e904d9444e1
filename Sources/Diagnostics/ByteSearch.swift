/// Searches over bytes, eight at a time: most of what is read is skipped by them.
extension UnsafeBufferPointer<UInt8> {
  /// The 0-based place of the first byte of a value, from a place on; nil when there is none.
  package func place(of byte: UInt8, from start: Int = 0) -> Int? {
    let wanted = Self.ones &* UInt64(byte)
    return first(from: start, { Self.zeros(in: $0 ^ wanted) }, { $0 == byte })
  }

  /// The 0-based place of the first byte that is no printable ASCII character, from a place on; nil when there is none.
  package func placeOfUnprintable(from start: Int = 0) -> Int? {
    first(
      from: start,
      // Below 0x20, above 0x7F, or 0x7F itself.
      { (($0 &- Self.ones &* 0x20) | $0) & Self.highs | Self.zeros(in: $0 ^ Self.ones &* 0x7F) },
      { $0 < 0x20 || $0 >= 0x7F })
  }

  /// Whether every byte is an ASCII character.
  package var isASCII: Bool { first(from: 0, { $0 & Self.highs }, { $0 >= 0x80 }) == nil }

  private static var ones: UInt64 { 0x0101_0101_0101_0101 }
  private static var highs: UInt64 { 0x8080_8080_8080_8080 }

  /// Not zero when one of the eight bytes is zero.
  @inline(__always)
  private static func zeros(in word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }

  /// The first byte that is asked for. `mayHold` is not zero for eight bytes that have one, and may be for others.
  @inline(__always)
  private func first(from start: Int, _ mayHold: (UInt64) -> UInt64, _ isWanted: (UInt8) -> Bool) -> Int? {
    guard let baseAddress else { return nil }
    let raw = UnsafeRawPointer(baseAddress)
    var at = start
    while at &+ 8 <= count {
      if mayHold(raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) != 0 {
        for index in at..<(at &+ 8) where isWanted(self[index]) { return index }
      }
      at &+= 8
    }
    while at < count {
      if isWanted(self[at]) { return at }
      at &+= 1
    }
    return nil
  }
}
