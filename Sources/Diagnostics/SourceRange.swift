/// A place in a source text. Lines and columns are 1-based; a column counts Unicode scalars.
public struct SourcePosition: Hashable, Comparable, Sendable {
  /// The 1-based line.
  public var line: Int
  /// The 1-based column, in Unicode scalars.
  public var column: Int

  /// Makes a position from a 1-based line and a 1-based column.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Orders positions as they are read: by line, then by column.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A stretch of one source text, from `start` up to but without `end`.
public struct SourceRange: Hashable, Sendable {
  /// The file as the user named it, or `<standard input>`.
  public var file: String
  /// The first character.
  public var start: SourcePosition
  /// Just after the last character; equal to `start` for a point.
  public var end: SourcePosition

  /// Makes a range; without `end` it is a point.
  public init(file: String, start: SourcePosition, end: SourcePosition? = nil) {
    self.file = file
    self.start = start
    self.end = end ?? start
  }
}
