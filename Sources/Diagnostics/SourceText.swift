/// A source file in memory: its name and its text, split into lines on demand.
public struct SourceText: Sendable {
  /// The name that diagnostics show.
  public let file: String
  /// The bytes of the text, valid UTF-8 or not.
  public let bytes: [UInt8]
  private let lineStarts: [Int]
  /// How many scalars begin before each block of `blockSize` bytes, so that a column in a long line is found at once;
  /// empty when every byte is a scalar of its own.
  private let scalarsBefore: [Int]
  /// Whether every byte is a scalar of its own.
  private let isASCII: Bool
  private static let blockSize = 128

  /// Makes a source text from raw bytes.
  public init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    var starts = [0]
    isASCII = bytes.withUnsafeBufferPointer { bytes in
      while let end = bytes.place(of: 0x0A, from: starts[starts.count - 1]) { starts.append(end + 1) }
      return bytes.isASCII
    }
    lineStarts = starts
    scalarsBefore = isASCII ? [] : Self.scalars(beforeBlocksOf: bytes)
  }

  private static func scalars(beforeBlocksOf bytes: [UInt8]) -> [Int] {
    var before = [0]
    var scalars = 0
    for (offset, byte) in bytes.enumerated() {
      // A scalar has exactly one byte that is not a UTF-8 continuation byte.
      if byte & 0xC0 != 0x80 { scalars += 1 }
      if (offset + 1) % blockSize == 0 { before.append(scalars) }
    }
    return before
  }

  /// Makes a source text from a string.
  public init(file: String, text: String) {
    self.init(file: file, bytes: Array(text.utf8))
  }

  /// The text of a 1-based line without its line break, or nil past the end. Invalid UTF-8 is replaced by U+FFFD.
  public func line(_ number: Int) -> String? {
    guard number >= 1, number <= lineStarts.count else { return nil }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// A line as far as it stands near a 1-based column, and the column's place in that: a long line is not read from end to end for
  /// each finding on it.
  func excerpt(ofLine number: Int, around column: Int) -> (text: String, column: Int)? {
    guard number >= 1, number <= lineStarts.count else { return nil }
    let start = lineStarts[number - 1]
    let end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    guard end - start > Self.longLine else { return line(number).map { ($0, column) } }
    let before = scalars(upTo: start)
    let first = max(0, column - 1 - Self.longLine / 4)
    let from = min(offset(ofScalar: before + first), end)
    let to = min(offset(ofScalar: before + first + Self.longLine / 2), end)
    return (String(decoding: bytes[from..<to], as: UTF8.self), column - first)
  }

  /// From how many bytes on a line is quoted in part.
  private static let longLine = 4_096

  /// The 0-based byte offset of a scalar of the whole text.
  private func offset(ofScalar index: Int) -> Int {
    if isASCII { return min(index, bytes.count) }
    var (low, high) = (0, scalarsBefore.count)
    while low < high {
      let middle = (low + high) / 2
      if scalarsBefore[middle] <= index { low = middle + 1 } else { high = middle }
    }
    var offset = (low - 1) * Self.blockSize
    var count = scalarsBefore[low - 1]
    while offset < bytes.count {
      if bytes[offset] & 0xC0 != 0x80 {
        if count == index { break }
        count += 1
      }
      offset += 1
    }
    return offset
  }

  /// The position of a 0-based byte offset.
  public func position(ofByte offset: Int) -> SourcePosition {
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    let bounded = min(max(offset, lineStarts[low]), bytes.count)
    return SourcePosition(line: low + 1, column: scalars(upTo: bounded) - scalars(upTo: lineStarts[low]) + 1)
  }

  private func scalars(upTo offset: Int) -> Int {
    if isASCII { return offset }
    let block = offset / Self.blockSize
    let rest = bytes[(block * Self.blockSize)..<offset]
    return scalarsBefore[block]
      + rest.reduce(into: 0) { count, byte in if byte & 0xC0 != 0x80 { count += 1 } }
  }

  /// The range between two 0-based byte offsets, the end excluded.
  public func range(from start: Int, to end: Int) -> SourceRange {
    SourceRange(file: file, start: position(ofByte: start), end: position(ofByte: end))
  }
}
