/// A word or phrase of a terms pattern. It occurs in a message as a substring, case-sensitive.
public struct Term: Hashable, Sendable {
  /// What is asked of it.
  public enum Role: Hashable, Sendable {
    /// `word`: must occur.
    case include
    /// `-word`: must not occur.
    case exclude
    /// `?word`: one of these must occur. The service ignores them as soon as another kind of term stands beside them.
    case optional
  }

  /// What is asked of it.
  public let role: Role
  /// The text without quotes and escapes; never empty. An asterisk in it is an ordinary character.
  public let text: String
  /// Where it stands, with its sign and quotes.
  public let span: SourceSpan

  /// Makes a term.
  public init(_ role: Role, _ text: String, span: SourceSpan = .none) {
    self.role = role
    self.text = text
    self.span = span
  }

  /// Compares texts as bytes.
  public static func == (left: Term, right: Term) -> Bool {
    left.role == right.role && left.text.utf8.elementsEqual(right.text.utf8)
  }

  /// Hashes the role and the bytes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(role)
    for byte in text.utf8 { hasher.combine(byte) }
  }
}
