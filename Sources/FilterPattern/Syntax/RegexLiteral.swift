/// A regular expression between percent signs. Equal when the text is.
public struct RegexLiteral: Hashable, Sendable {
  /// The text between the percent signs. ASCII only.
  public let text: String
  /// Where it stands, with its percent signs.
  public let span: SourceSpan
  /// The text compiled.
  public let regex: PatternRegex

  /// Compiles a regular expression.
  ///
  /// - Throws: why it does not compile.
  public init(_ text: String, span: SourceSpan = .none) throws(RegexFailure) {
    regex = try PatternRegex(text)
    self.text = text
    self.span = span
  }

  /// Whether it is found somewhere in a value's UTF-8. Takes time linear in the value.
  func matches(_ value: some Collection<UInt8>) -> Bool { regex.isFound(in: value) }

  /// Equal when the texts are.
  public static func == (left: RegexLiteral, right: RegexLiteral) -> Bool { left.text == right.text }

  /// Hashes the text.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
