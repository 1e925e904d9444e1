/// What a pattern has to say about a message that it matches.
public struct MatchResult: Hashable, Sendable {
  /// A field of a message divided by blanks.
  public struct ExtractedValue: Hashable, Sendable {
    /// `$name`, or `$` and the 1-based position of a field without a name.
    public let name: String
    /// The field's text, without the quotes or brackets around it.
    public let value: String
  }

  /// The fields, in the order of the message. Empty for all kinds of pattern but the space-delimited.
  public let extractedValues: [ExtractedValue]
}

/// Whether a message matches, and what the answer rests on.
public struct MatchAnswer: Hashable, Sendable {
  /// The match; nil when the message does not match.
  public let result: MatchResult?
  /// In the order of `MatchAssumption.allCases`.
  public let assumptions: [MatchAssumption]
}
