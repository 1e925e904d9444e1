/// Clauses that are always true, never true or idle, worked out over all possible events.
struct JSONLogicLints {
  private(set) var issues: [PatternIssue] = []
  private let printer = PatternPrinter(style: .tight)

  init(_ expression: Expression<JSONCondition>) {
    // A clause that is true of all events or of none makes others idle; that is no news.
    guard check(expression) != nil else { return }
    for idle in PatternAnalysis(expression).idleClauses {
      let problem = PatternProblem.idleClause(
        text(idle.clause), cause: idle.cause.map(text), isAlternative: idle.isAlternative)
      issues.append(problem.issue(idle.clause.span.offsets))
    }
  }

  /// Reports the innermost clauses that are always or never true; nil when it reported one. What the parts tell of the whole is not
  /// asked again.
  private mutating func check(_ expression: Expression<JSONCondition>) -> ClauseStanding? {
    var standing: ClauseStanding
    switch expression {
    case .condition(let condition, _): standing = ClauseStanding(condition)
    case .all(let children, _), .any(let children, _):
      let parts = children.map { check($0) }
      let known = parts.compactMap(\.self)
      guard known.count == parts.count else { return nil }
      let isAlternative = if case .any = expression { true } else { false }
      standing = ClauseStanding(joining: known, of: children, isAlternative: isAlternative)
    }
    let analysis = PatternAnalysis(expression)
    if !standing.isPossible {
      switch analysis.isContradiction {
      case .yes:
        issues.append(contradiction(in: expression))
        return nil
      case .no: standing.isPossible = true
      case .undecided: break
      }
    }
    if !standing.isRefutable {
      switch analysis.isTautology {
      case .yes:
        issues.append(PatternProblem.alwaysTrue(text(expression)).issue(expression.span.offsets))
        return nil
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
