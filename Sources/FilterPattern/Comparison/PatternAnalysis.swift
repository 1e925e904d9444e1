/// Questions about the conditions of one JSON pattern over all possible events.
///
/// An event is a JSON object without repeated names. An event given here was shown to the matcher.
public struct PatternAnalysis: Sendable {
  /// An answer that is never a guess.
  public enum Answer: Hashable, Sendable {
    case yes
    /// With an event that shows it, as JSON text.
    case no(event: String)
    case undecided(UndecidedReason)
  }

  /// A part of a pattern that can be left out without any change to what the pattern matches.
  public struct IdleClause: Hashable, Sendable {
    /// The part.
    public let clause: Expression<JSONCondition>
    /// Whether it is joined by `||`: whatever it matches, its neighbours match. Otherwise by `&&`: it is true whenever they are.
    public let isAlternative: Bool
    /// The neighbour that alone makes it idle; nil when it takes several.
    public let cause: Expression<JSONCondition>?
  }

  let expression: Expression<JSONCondition>
  let maximumSteps: Int

  /// Asks about an expression, a whole pattern's or a part of it.
  public init(_ expression: Expression<JSONCondition>, maximumSteps: Int = 20_000) {
    self.expression = expression
    self.maximumSteps = maximumSteps
  }

  /// Whether no event is matched.
  public var isContradiction: Answer { answer(outcome(isMatched: true)) }

  /// Whether every event, that is every JSON object, is matched.
  public var isTautology: Answer { answer(outcome(isMatched: false)) }

  /// An event that is matched, as JSON text; nil when there is none or none was found.
  public var matchedEvent: String? {
    if case .event(let event) = outcome(isMatched: true) { event.text } else { nil }
  }

  /// The parts that can be left out, from left to right. Of two that make each other idle the later one is named.
  /// Each is idle beside the neighbours that are not named themselves.
  public var idleClauses: [IdleClause] { Self.idleClauses(in: expression, maximumSteps) }

  func outcome(isMatched: Bool) -> EventSearch.Outcome {
    Self.find(expression, isMatched: isMatched, maximumSteps)
  }

  private func answer(_ outcome: EventSearch.Outcome) -> Answer {
    switch outcome {
    case .none: .yes
    case .event(let event): .no(event: event.text)
    case .unknown(let reason): .undecided(reason)
    }
  }

  private static func find(
    _ expression: Expression<JSONCondition>, isMatched: Bool, _ maximumSteps: Int
  ) -> EventSearch.Outcome {
    var grounding = Grounding(expression.conditions)
    let formula = grounding.formula(expression)
    let outcome = EventSearch.find(
      isMatched ? formula : formula.negated, grounding, maximumSteps: maximumSteps)
    guard case .event(let event) = outcome else { return outcome }
    let matcher = PatternMatcher(Pattern(.json(expression)))
    return (matcher.match(Array(event.text.utf8)).result != nil) == isMatched
      ? outcome : .unknown(.unconfirmed)
  }

  private static func idleClauses(in expression: Expression<JSONCondition>, _ maximumSteps: Int)
    -> [IdleClause]
  {
    let (children, isAlternative): ([Expression<JSONCondition>], Bool)
    switch expression {
    case .condition: return []
    case .any(let parts, _): (children, isAlternative) = (parts, true)
    case .all(let parts, _): (children, isAlternative) = (parts, false)
    }
    // A list of names for one field is what most patterns are: a value equals one of them at most.
    if isAlternative, let texts = namesOfOneField(children) {
      if Set(texts).count == texts.count { return [] }
    }
    let standings = children.map { ClauseStanding($0) }
    let areFree = standings.allSatisfy {
      $0.isPossible && (isAlternative ? $0.isFalseOfNothing : $0.isRefutable)
    }
    if areFree, ClauseStanding.areApart(children) {
      return children.flatMap { idleClauses(in: $0, maximumSteps) }
    }
    // The parts' formulas over one shape serve every question about them.
    var grounding = Grounding(expression.conditions)
    let formulas = children.map { grounding.formula($0) }
    func isIdle(_ clause: Int, beside others: [Int]) -> Bool {
      let goal =
        isAlternative
        ? [formulas[clause]] + others.map { formulas[$0].negated }
        : others.map { formulas[$0] } + [formulas[clause].negated]
      if case .none = EventSearch.find(.all(goal), grounding, maximumSteps: maximumSteps) { return true }
      return false
    }
    var kept = Array(children.indices)
    var idle: [IdleClause] = []
    for index in children.indices.reversed() where kept.count > 1 {
      let others = kept.filter { $0 != index }
      guard isIdle(index, beside: others) else { continue }
      kept = others
      let cause = others.first { isIdle(index, beside: [$0]) }
      idle.append(
        IdleClause(clause: children[index], isAlternative: isAlternative, cause: cause.map { children[$0] }))
    }
    return idle.reversed() + kept.flatMap { idleClauses(in: children[$0], maximumSteps) }
  }

  /// The texts that one field is compared with, when the clauses do nothing else and no text stands for several.
  private static func namesOfOneField(_ clauses: [Expression<JSONCondition>]) -> [[UInt8]]? {
    var selector: Selector?
    var texts: [[UInt8]] = []
    for clause in clauses {
      guard case .condition(let condition, _) = clause, case .compare(.equal, let literal) = condition.test,
        case .text(let text) = literal.value, !text.isGlob, !text.isAnything
      else { return nil }
      if let selector, selector.segments != condition.selector.segments { return nil }
      selector = condition.selector
      texts.append(text.body)
    }
    return texts
  }
}
