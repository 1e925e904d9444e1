/// A source file in memory: its name and its text, split into lines on demand.
public struct SourceText: Sendable {
  /// The name that diagnostics show.
  public let file: String
  /// The bytes of the text, valid UTF-8 or not.
  public let bytes: [UInt8]
  private let lineStarts: [Int]

  /// Makes a source text from raw bytes.
  public init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    lineStarts = starts
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

  /// The position of a 0-based byte offset.
  public func position(ofByte offset: Int) -> SourcePosition {
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    let bounded = min(max(offset, lineStarts[low]), bytes.count)
    let before = bytes[lineStarts[low]..<bounded]
    // A scalar has exactly one byte that is not a UTF-8 continuation byte.
    let scalars = before.reduce(into: 0) { count, byte in if byte & 0xC0 != 0x80 { count += 1 } }
    return SourcePosition(line: low + 1, column: scalars + 1)
  }

  /// The range between two 0-based byte offsets, the end excluded.
  public func range(from start: Int, to end: Int) -> SourceRange {
    SourceRange(file: file, start: position(ofByte: start), end: position(ofByte: end))
  }
}
