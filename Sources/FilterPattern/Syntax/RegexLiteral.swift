/// A regular expression between percent signs. Equal when the text is.
public struct RegexLiteral: Hashable, Sendable {
  /// The text between the percent signs. ASCII only.
  public let text: String
  /// Where it stands, with its percent signs.
  public let span: SourceSpan

  init(text: String, span: SourceSpan) {
    self.text = text
    self.span = span
  }
}
