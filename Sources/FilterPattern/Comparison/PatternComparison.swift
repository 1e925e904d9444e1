/// Two patterns compared over all possible events.
///
/// An event is a JSON object without repeated names; JSON patterns match nothing else. Every event given here was shown to the
/// matcher and behaves as said. Patterns of other kinds are compared only by what they say, and with the
/// empty pattern, which matches everything.
public struct PatternComparison: Hashable, Sendable {
  /// How they lie to each other.
  public let relation: PatternRelation
  /// Why it is undecided.
  public let undecidedReason: UndecidedReason?
  /// An event that the left matches and the right does not, as JSON text.
  public let leftOnly: String?
  /// An event that the right matches and the left does not.
  public let rightOnly: String?
  /// An event that both match.
  public let both: String?
  /// Whether the left matches no event at all.
  public let isLeftContradiction: Bool
  /// Whether the right matches no event at all.
  public let isRightContradiction: Bool

  /// The steps taken before one question is given up.
  public static let defaultSteps = 200_000

  /// Compares two patterns.
  ///
  /// - Parameter maximumSteps: how many statements to try for each of the three questions.
  public init(_ left: Pattern, _ right: Pattern, maximumSteps: Int = Self.defaultSteps) {
    switch (left.syntax, right.syntax) {
    case (.json(let leftExpression), .json(let rightExpression)):
      self.init(leftExpression, rightExpression, left, right, maximumSteps)
    default: self.init(otherKinds: left, right, maximumSteps)
    }
  }

  private init(
    _ left: Expression<JSONCondition>, _ right: Expression<JSONCondition>, _ leftPattern: Pattern,
    _ rightPattern: Pattern, _ maximumSteps: Int
  ) {
    var grounding = Grounding(left.conditions + right.conditions)
    let leftFormula = grounding.formula(left)
    let rightFormula = grounding.formula(right)
    let matchers = (PatternMatcher(leftPattern), PatternMatcher(rightPattern))
    func find(_ isLeft: Bool, _ isRight: Bool) -> EventSearch.Outcome {
      let goal = GroundFormula.all([
        isLeft ? leftFormula : leftFormula.negated, isRight ? rightFormula : rightFormula.negated,
      ])
      let outcome = EventSearch.find(goal, grounding, maximumSteps: maximumSteps)
      guard case .event(let event) = outcome else { return outcome }
      let bytes = Array(event.text.utf8)
      let isConfirmed =
        (matchers.0.match(bytes).result != nil) == isLeft
        && (matchers.1.match(bytes).result != nil) == isRight
      return isConfirmed ? outcome : .unknown(.unconfirmed)
    }
    self.init(
      leftOnly: left == right ? .none : find(true, false),
      rightOnly: left == right ? .none : find(false, true),
      both: find(true, true))
  }

  /// Concludes from the three questions.
  private init(leftOnly: EventSearch.Outcome, rightOnly: EventSearch.Outcome, both: EventSearch.Outcome) {
    self.leftOnly = leftOnly.text
    self.rightOnly = rightOnly.text
    self.both = both.text
    isLeftContradiction = leftOnly.isNone && both.isNone
    isRightContradiction = rightOnly.isNone && both.isNone
    switch (leftOnly, rightOnly, both) {
    case (.none, .none, _): relation = .equivalent
    case (.none, .event, _): relation = .implies
    case (.event, .none, _): relation = .impliedBy
    case (.event, .event, .none): relation = .disjoint
    case (.event, .event, .event): relation = .overlapping
    case (.unknown, _, _), (_, .unknown, _), (_, _, .unknown): relation = .undecided
    }
    let reasons = [leftOnly, rightOnly, both].compactMap(\.reason)
    undecidedReason = relation == .undecided ? reasons.first : nil
  }

  private init(otherKinds left: Pattern, _ right: Pattern, _ maximumSteps: Int) {
    if left == right {
      self.init(leftOnly: .none, rightOnly: .none, both: .unknown(.kind))
    } else if case .everything = right.syntax {
      self.init(
        leftOnly: .none, rightOnly: Self.unmatched(by: left), both: Self.matched(by: left, maximumSteps))
    } else if case .everything = left.syntax {
      self.init(
        leftOnly: Self.unmatched(by: right), rightOnly: .none, both: Self.matched(by: right, maximumSteps))
    } else {
      self.init(leftOnly: .unknown(.kind), rightOnly: .unknown(.kind), both: .unknown(.kind))
    }
  }

  /// A message that a pattern does not match, if a short one will do.
  private static func unmatched(by pattern: Pattern) -> EventSearch.Outcome {
    let matcher = PatternMatcher(pattern)
    let message = ["x", " ", "0", "x y z", "x x x x x x x x x x x x x x x x"].first {
      matcher.match(Array($0.utf8)).result == nil
    }
    return message.map { .event(WitnessEvent(text: $0)) } ?? .unknown(.kind)
  }

  private static func matched(by pattern: Pattern, _ maximumSteps: Int) -> EventSearch.Outcome {
    guard case .json(let expression) = pattern.syntax else { return .unknown(.kind) }
    return PatternAnalysis(expression, maximumSteps: maximumSteps).outcome(isMatched: true)
  }
}

extension EventSearch.Outcome {
  fileprivate var text: String? { if case .event(let event) = self { event.text } else { nil } }
  fileprivate var isNone: Bool { if case .none = self { true } else { false } }
  fileprivate var reason: UndecidedReason? { if case .unknown(let reason) = self { reason } else { nil } }
}
