/// A reading of the event that an answer rests on although the service's rule is not known.
public enum MatchAssumption: String, Hashable, Sendable, CaseIterable {
  /// Of several members with one name the last counts.
  case lastDuplicateCounts
  /// Blanks around a JSON object do not matter.
  case blanksAroundObject
  /// A number with a point or an exponent has the text that Java prints.
  case numberText

  /// The entry of the code catalogue.
  public var code: PatternIssueCode {
    switch self {
    case .lastDuplicateCounts: .undecidedDuplicateMember
    case .blanksAroundObject: .undecidedBlanksAroundObject
    case .numberText: .undecidedNumberText
    }
  }

  /// What is assumed, without a full stop.
  public var message: String {
    switch self {
    case .lastDuplicateCounts:
      "of several members with one name the last is taken; the service's rule is not known"
    case .blanksAroundObject: "the blanks around the object are left out; the service's rule is not known"
    case .numberText:
      "a number with a point or an exponent is compared as the text that Java prints; the service's rule is not known"
    }
  }
}
