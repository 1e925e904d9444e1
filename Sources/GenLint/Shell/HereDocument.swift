/// The text of a here-document, which follows the line that begins it.
struct HereDocument {
  /// Where its text stands: 0-based byte offsets.
  let range: Range<Int>
  /// Where the line after its mark begins.
  let end: Int
  /// A line of it that seems meant to end it and does not.
  let fault: ShellGrammar.Fault?

  /// Reads a here-document whose text begins at an offset; nil when no line before `end` is its mark.
  init?(in bytes: [UInt8], at begin: Int, end: Int, until delimiter: String, stripsTabs: Bool) {
    var line = begin
    var doubtful: Range<Int>?
    while line < end {
      var lineEnd = line
      while lineEnd < end, bytes[lineEnd] != UInt8(ascii: "\n") { lineEnd += 1 }
      var text = bytes[line..<lineEnd]
      if stripsTabs { text = text.drop { $0 == 9 } }
      if text.last == 13 { text = text.dropLast() }
      if doubtful == nil, Self.resembles(text, delimiter) { doubtful = line..<lineEnd }
      if text.elementsEqual(delimiter.utf8) {
        range = begin..<line
        self.end = lineEnd + 1
        fault = doubtful.flatMap { Self.fault(at: $0, delimiter, in: begin..<line, of: bytes) }
        return
      }
      line = lineEnd + 1
    }
    return nil
  }

  /// The first line that seems meant to end a here-document which nothing ends.
  static func missedEnd(in bytes: [UInt8], at begin: Int, end: Int, until delimiter: String)
    -> ShellGrammar.Fault?
  {
    var line = min(begin + 1, end)
    while line < end {
      let lineEnd = bytes[line..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
      if resembles(bytes[line..<lineEnd], delimiter) { return fault(at: line..<lineEnd, delimiter) }
      line = lineEnd + 1
    }
    return nil
  }

  private static func fault(at line: Range<Int>, _ delimiter: String) -> ShellGrammar.Fault {
    let message =
      "this line does not end the here-document '\(delimiter)', whose end is a line of that word alone"
    return ShellGrammar.Fault(message: message, offset: line.lowerBound, length: line.count)
  }

  /// Whether a line is the mark that ends a here-document but for blanks, a semicolon, the letters' case, or a letter at its end.
  private static func resembles(_ line: ArraySlice<UInt8>, _ delimiter: String) -> Bool {
    let count = delimiter.utf8.count
    guard line.count + 1 >= count, line.count < count + 40, count > 1 else { return false }
    let core = line.drop { $0 == 32 || $0 == 9 }.reversed().drop {
      $0 == 32 || $0 == 9 || $0 == UInt8(ascii: ";")
    }
    guard core.count.distance(to: count).magnitude <= 1, !line.elementsEqual(delimiter.utf8) else {
      return false
    }
    let word = core.reversed()
    if core.count != count {
      return word.allSatisfy { $0 | 32 >= 97 && $0 | 32 <= 122 }
        && (word.starts(with: delimiter.utf8) || delimiter.utf8.starts(with: word))
    }
    return zip(word, delimiter.utf8).allSatisfy { $0 | 32 == $1 | 32 }
  }

  /// What is to be said of a line that does not end a here-document, unless the text has a here-document with that mark of its own.
  private static func fault(
    at line: Range<Int>, _ delimiter: String, in text: Range<Int>, of bytes: [UInt8]
  ) -> ShellGrammar.Fault? {
    // Where the mark ends another here-document below, that one begins in what this one was not to hold.
    guard !begins(delimiter, in: bytes[text.lowerBound..<line.lowerBound]),
      begins(delimiter, in: bytes[line.upperBound..<text.upperBound])
    else { return nil }
    return fault(at: line, delimiter)
  }

  /// Whether a here-document with a mark begins in a text, as the shell or another language writes one: `<< EOF`, `<<~'EOF'`.
  private static func begins(_ delimiter: String, in text: ArraySlice<UInt8>) -> Bool {
    text.indices.contains { start in
      guard start + 2 < text.endIndex, text[start] == UInt8(ascii: "<"),
        text[start + 1] == UInt8(ascii: "<")
      else { return false }
      return text[(start + 2)...].drop { " \t-~\\'\"".utf8.contains($0) }.starts(with: delimiter.utf8)
    }
  }
}
