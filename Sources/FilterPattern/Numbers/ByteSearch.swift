/// Looks for bytes in bytes, in time linear in both (Knuth, Morris and Pratt).
struct ByteSearch: Sendable {
  private let needle: [UInt8]
  /// For each prefix of `needle`, the length of its longest proper border.
  private let borders: [Int]

  init(_ needle: [UInt8]) {
    self.needle = needle
    var borders = [Int](repeating: 0, count: needle.count)
    var length = 0
    for index in needle.indices.dropFirst() {
      while length > 0, needle[index] != needle[length] { length = borders[length - 1] }
      if needle[index] == needle[length] { length += 1 }
      borders[index] = length
    }
    self.borders = borders
  }

  /// Whether the bytes looked for occur in `haystack`.
  func isFound(in haystack: some Sequence<UInt8>) -> Bool {
    if needle.isEmpty { return true }
    var length = 0
    for byte in haystack {
      while length > 0, byte != needle[length] { length = borders[length - 1] }
      if byte == needle[length] { length += 1 }
      if length == needle.count { return true }
    }
    return false
  }
}
