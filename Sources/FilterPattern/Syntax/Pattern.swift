/// A filter pattern of CloudWatch Logs, read and found valid.
///
/// The parser makes it (`Pattern.parse`). Two patterns are equal when they say the same thing: neither the places in
/// the text, nor blanks, nor redundant parentheses, nor the choice between a bare and a quoted word count.
///
/// Source: "Filter pattern syntax", Amazon CloudWatch Logs User Guide.
public struct Pattern: Hashable, Sendable {
  /// What the pattern says, in one of the four sub-languages.
  public enum Syntax: Hashable, Sendable {
    /// The empty pattern: matches every message.
    case everything
    /// `{ … }`: conditions on a JSON object.
    case json(Expression<JSONCondition>)
    /// `[ … ]`: fields of a line divided by blanks, in order. No field at all means any number of them.
    case delimited([DelimitedField])
    /// Words and phrases; at least one.
    case terms([Term])
    /// `%…%`: one regular expression over the whole message.
    case regex(RegexLiteral)
  }

  /// The syntax tree.
  public let syntax: Syntax

  /// Makes a pattern from a syntax tree that keeps the language's limits; the parser is the usual way.
  public init(_ syntax: Syntax) {
    self.syntax = syntax
  }
}
