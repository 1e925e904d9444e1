import Diagnostics

/// Finds the place of a character of a scalar's text in the source, when each character of the text stands there as it is.
///
/// That is so for a scalar on one line that is plain, single-quoted, or double-quoted without a backslash.
struct ScalarPlace {
  private let file: String
  private let line: Int
  /// The 1-based column of each scalar of the text, and one past the last.
  private let columns: [Int]

  init?(of text: Located<String>, in source: SourceText) {
    let range = text.range
    guard range.start.line == range.end.line, let line = source.line(range.start.line) else { return nil }
    let written = Array(line.unicodeScalars).dropFirst(range.start.column - 1).prefix(
      range.end.column - range.start.column)
    guard let first = written.first else { return nil }
    let isQuoted = first == "'" || first == "\""
    if first == "\"", written.contains("\\") { return nil }
    var columns: [Int] = []
    var column = range.start.column + (isQuoted ? 1 : 0)
    for scalar in text.value.unicodeScalars {
      columns.append(column)
      column += first == "'" && scalar == "'" ? 2 : 1
    }
    columns.append(column)
    file = range.file
    self.line = range.start.line
    self.columns = columns
  }

  /// The source range of a range of 0-based scalar offsets in the text.
  func range(of offsets: Range<Int>) -> SourceRange? {
    guard offsets.lowerBound >= 0, offsets.upperBound < columns.count else { return nil }
    return SourceRange(
      file: file, start: SourcePosition(line: line, column: columns[offsets.lowerBound]),
      end: SourcePosition(line: line, column: columns[offsets.upperBound]))
  }
}
