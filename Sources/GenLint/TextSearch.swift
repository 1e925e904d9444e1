/// Plain text searches without Foundation.
extension StringProtocol {
  /// The first place of an ASCII text.
  func range(ofASCII wanted: String) -> Range<Index>? {
    let pattern = Array(wanted.utf8)
    guard let first = pattern.first else { return nil }
    var at = utf8.startIndex
    while at != utf8.endIndex {
      if utf8[at] == first, utf8[at...].starts(with: pattern) {
        return at..<utf8.index(at, offsetBy: pattern.count)
      }
      at = utf8.index(after: at)
    }
    return nil
  }

  /// Whether an ASCII text stands in it.
  func contains(ascii wanted: String) -> Bool { range(ofASCII: wanted) != nil }

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
