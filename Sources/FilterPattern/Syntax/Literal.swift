/// The value that a condition compares with.
public struct Literal: Hashable, Sendable {
  /// What it stands for.
  public enum Value: Hashable, Sendable {
    /// A word or a quoted text, compared with the whole value, case-sensitive.
    case text(TextLiteral)
    /// A bare number.
    case number(NumberLiteral)
    /// A regular expression, searched in the value.
    case regex(RegexLiteral)
  }

  /// What it stands for.
  public let value: Value
  /// Where it stands, with its quotes or percent signs.
  public let span: SourceSpan

  /// Makes a literal.
  public init(_ value: Value, span: SourceSpan = .none) {
    self.value = value
    self.span = span
  }
}
