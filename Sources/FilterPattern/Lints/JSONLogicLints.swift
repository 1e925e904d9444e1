/// Clauses that are always true, never true or idle, worked out over all possible events.
struct JSONLogicLints {
  private(set) var issues: [PatternIssue] = []
  private let printer = PatternPrinter(style: .tight)

  init(_ expression: Expression<JSONCondition>) {
    // A clause that is true of all events or of none makes others idle; that is no news.
    if check(expression) { return }
    for idle in PatternAnalysis(expression).idleClauses {
      let problem = PatternProblem.idleClause(
        text(idle.clause), cause: idle.cause.map(text), isAlternative: idle.isAlternative)
      issues.append(problem.issue(idle.clause.span.offsets))
    }
  }

  /// Reports the innermost clauses that are always or never true. Returns whether there are any.
  private mutating func check(_ expression: Expression<JSONCondition>) -> Bool {
    switch expression {
    case .condition: break
    case .all(let children, _), .any(let children, _):
      var isReported = false
      for child in children where check(child) { isReported = true }
      if isReported { return true }
    }
    let analysis = PatternAnalysis(expression)
    if analysis.isContradiction == .yes {
      issues.append(contradiction(in: expression))
      return true
    }
    if analysis.isTautology == .yes {
      issues.append(PatternProblem.alwaysTrue(text(expression)).issue(expression.span.offsets))
      return true
    }
    return false
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
