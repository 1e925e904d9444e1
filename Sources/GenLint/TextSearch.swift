internal import Diagnostics

/// Plain text searches without Foundation.
extension StringProtocol {
  /// The first place of an ASCII text.
  func range(ofASCII wanted: String) -> Range<Index>? {
    guard let offset = offset(ofASCII: wanted) else { return nil }
    let start = utf8.index(utf8.startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: wanted.utf8.count)
  }

  /// Whether an ASCII text stands in it.
  func contains(ascii wanted: String) -> Bool { offset(ofASCII: wanted) != nil }

  /// Whether a byte stands in its UTF-8.
  func contains(byte: UInt8) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.place(of: byte) != nil } ?? utf8.contains(byte)
  }

  private func offset(ofASCII wanted: String) -> Int? {
    let found = utf8.withContiguousStorageIfAvailable { text in
      wanted.utf8.withContiguousStorageIfAvailable { text.offset(of: $0) }
    }
    if let found, let found { return found }
    return Array(utf8).withUnsafeBufferPointer { text in
      Array(wanted.utf8).withUnsafeBufferPointer { text.offset(of: $0) }
    }
  }

  /// Without blanks and line breaks at both ends.
  func trimmingBlanks() -> String {
    let isBlank: (UInt8) -> Bool = { $0 == 32 || (9...13).contains($0) }
    let bytes = Array(utf8)
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }

  /// The parts between an ASCII separator.
  func fields(by separator: Unicode.Scalar) -> [String] {
    let byte = UInt8(ascii: separator)
    return Array(utf8).split(separator: byte, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The 0-based place of some bytes; nil when they are nowhere, or none.
  func offset(of wanted: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = wanted.first else { return nil }
    var next = 0
    while let start = place(of: first, from: next), start <= count - wanted.count {
      var length = 1
      while length < wanted.count, self[start + length] == wanted[length] { length += 1 }
      if length == wanted.count { return start }
      next = start + 1
    }
    return nil
  }
}
