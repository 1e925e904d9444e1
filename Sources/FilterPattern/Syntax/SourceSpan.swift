/// A stretch of the pattern's text: 0-based offsets in Unicode scalars, the end excluded.
///
/// All spans are equal to each other, so that a tree compares by what it says and not by where it says it.
public struct SourceSpan: Hashable, Sendable {
  /// The 0-based offsets in Unicode scalars of the text given to the parser.
  public let offsets: Range<Int>

  /// Makes a span.
  public init(_ offsets: Range<Int>) {
    self.offsets = offsets
  }

  /// The span of a node that stands in no text.
  public static let none = SourceSpan(0..<0)

  /// Always true.
  public static func == (left: SourceSpan, right: SourceSpan) -> Bool { true }

  /// Adds nothing.
  public func hash(into hasher: inout Hasher) {}
}
