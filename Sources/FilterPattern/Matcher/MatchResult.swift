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

/// A reading of the event that an answer rests on although the service's rule is not known.
public enum MatchAssumption: String, Hashable, Sendable, CaseIterable {
  /// Of several members with one name the last counts.
  case lastDuplicateCounts
  /// Blanks around a JSON object do not matter.
  case blanksAroundObject
  /// A number with a point or an exponent has the text that Java prints.
  case numberText
}

/// Whether a message matches, and what the answer rests on.
public struct MatchAnswer: Hashable, Sendable {
  /// The match; nil when the message does not match.
  public let result: MatchResult?
  /// In the order of `MatchAssumption.allCases`.
  public let assumptions: [MatchAssumption]
}
