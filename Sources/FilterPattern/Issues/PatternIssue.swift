/// What the parser or a lint has to say about a pattern.
public struct PatternIssue: Error, Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// The service refuses the pattern.
    case error
    /// The pattern may not do what it seems to say, or the service's rule is not known.
    case warning
    /// Worth knowing.
    case note
  }

  /// How bad it is.
  public let severity: Severity
  /// What kind of issue; its raw value is the number in the code catalogue.
  public let code: PatternIssueCode
  /// Lower case, quotes the user's own text, says what is wrong, without a full stop.
  public let message: String
  /// What to do, when it is known.
  public let hint: String?
  /// The service's own words for this error, where they were recorded.
  public let serviceMessage: String?
  /// Where: 0-based offsets in Unicode scalars of the text given to the parser, starting at the first wrong character.
  public let range: Range<Int>
}
