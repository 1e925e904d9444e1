/// Clauses that are always true, never true or idle, worked out over all possible events.
struct JSONLogicLints {
  private(set) var issues: [PatternIssue] = []
  private let printer = PatternPrinter(style: .tight)

  init(_ expression: Expression<JSONCondition>) {
    // A clause that is true of all events or of none makes others idle; that is no news.
    if check(expression).isReported { return }
    for idle in PatternAnalysis(expression).idleClauses {
      let problem = PatternProblem.idleClause(
        text(idle.clause), cause: idle.cause.map(text), isAlternative: idle.isAlternative)
      issues.append(problem.issue(idle.clause.span.offsets))
    }
  }

  /// What is known of a clause over all events.
  private struct Standing {
    /// Whether the clause, or one in it, was reported.
    var isReported = false
    /// Whether some event is known to match.
    var isPossible = false
    /// Whether some event is known not to match.
    var isRefutable = false
    /// Whether the event without members is known not to match.
    var isFalseOfNothing = false
  }

  /// Reports the innermost clauses that are always or never true. What the parts tell of the whole is not asked again: one
  /// possible alternative makes all of them possible, one refutable condition makes them all refutable together.
  private mutating func check(_ expression: Expression<JSONCondition>) -> Standing {
    var standing = Standing()
    switch expression {
    case .condition(let condition, _):
      standing.isFalseOfNothing = condition.test != .notExists
      standing.isRefutable = standing.isFalseOfNothing
      if condition.isPlain { (standing.isPossible, standing.isRefutable) = (true, true) }
    case .all(let children, _), .any(let children, _):
      let parts = children.map { check($0) }
      if parts.contains(where: \.isReported) { return Standing(isReported: true) }
      if case .any = expression {
        standing.isPossible = parts.contains(where: \.isPossible)
        standing.isFalseOfNothing = parts.allSatisfy(\.isFalseOfNothing)
        standing.isRefutable = standing.isFalseOfNothing
      } else {
        standing.isRefutable = parts.contains(where: \.isRefutable)
        standing.isFalseOfNothing = parts.contains(where: \.isFalseOfNothing)
      }
    }
    let analysis = PatternAnalysis(expression)
    if !standing.isPossible {
      switch analysis.isContradiction {
      case .yes:
        issues.append(contradiction(in: expression))
        return Standing(isReported: true)
      case .no: standing.isPossible = true
      case .undecided: break
      }
    }
    if !standing.isRefutable {
      switch analysis.isTautology {
      case .yes:
        issues.append(PatternProblem.alwaysTrue(text(expression)).issue(expression.span.offsets))
        return Standing(isReported: true)
      case .no: standing.isRefutable = true
      case .undecided: break
      }
    }
    return standing
  }

  /// Names the two clauses that contradict each other, if it is two.
  private func contradiction(in expression: Expression<JSONCondition>) -> PatternIssue {
    guard case .all(let children, _) = expression else {
      return PatternProblem.neverTrue(text(expression), other: nil).issue(expression.span.offsets)
    }
    for (index, child) in children.enumerated() {
      for other in children[..<index] where PatternAnalysis(.all(of: [other, child])).isContradiction == .yes
      {
        return PatternProblem.neverTrue(text(child), other: text(other)).issue(child.span.offsets)
      }
    }
    return PatternProblem.neverTrue(text(expression), other: nil).issue(expression.span.offsets)
  }

  private func text(_ expression: Expression<JSONCondition>) -> String { printer.print(expression) }
}

extension JSONCondition {
  /// Whether it asks one named field for a text or a kind: then there are events that match and events that do not.
  fileprivate var isPlain: Bool {
    let hasOnlyKeys =
      !selector.segments.isEmpty
      && selector.segments.allSatisfy { if case .key = $0 { true } else { false } }
    guard hasOnlyKeys else { return false }
    switch test {
    case .notExists, .isNull, .isTrue, .isFalse: return true
    case .compare(let comparison, let literal):
      guard case .text(let text) = literal.value else { return false }
      // Every text and number equals '*' alone, so nothing differs from it.
      return comparison == .equal || !text.isAnything
    }
  }
}
