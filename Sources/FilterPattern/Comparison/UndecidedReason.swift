/// Why a comparison was not decided.
public enum UndecidedReason: String, Error, Hashable, Sendable, CaseIterable {
  /// One pattern or both are not JSON patterns.
  case kind
  /// Regular expressions and globs have more combinations than are looked through.
  case regularExpressions
  /// The conditions mix the value of a number with its text.
  case numberText
  /// The selectors name too many places of an event, or an array element far to the back.
  case places
  /// More steps than are taken.
  case steps
  /// The event found does not behave as worked out. Our mistake: please report it.
  case unconfirmed
}

extension UndecidedReason {
  /// One line for a person.
  public var message: String {
    switch self {
    case .kind: "only JSON patterns can be compared; patterns of other kinds only when they say the same"
    case .regularExpressions: "the regular expressions and texts have too many combinations to look through"
    case .numberText:
      "whether a number has both the value and the text that the conditions ask for was not worked out"
    case .places: "the selectors name too many places of an event"
    case .steps: "the conditions have too many combinations to look through"
    case .unconfirmed: "the event that was worked out is not matched as it should be; please report this"
    }
  }
}
