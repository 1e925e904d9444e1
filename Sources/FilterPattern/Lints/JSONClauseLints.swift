/// What goes wrong in single conditions of a JSON pattern.
struct JSONClauseLints {
  private(set) var issues: [PatternIssue] = []
  private let conditions: [JSONCondition]

  init(_ expression: Expression<JSONCondition>) {
    conditions = expression.conditions
    walk(expression, beside: [])
  }

  /// - Parameter neighbours: the conditions that hold whenever this expression counts.
  private mutating func walk(_ expression: Expression<JSONCondition>, beside neighbours: [JSONCondition]) {
    switch expression {
    case .any(let children, _):
      checkAlternatives(children)
      for child in children { walk(child, beside: neighbours) }
    case .all(let children, _):
      let joined = children.compactMap {
        if case .condition(let condition, _) = $0 { condition } else { nil }
      }
      for child in children { walk(child, beside: neighbours + joined) }
    case .condition(let condition, let span): check(condition, span, beside: neighbours)
    }
  }

  private mutating func check(
    _ condition: JSONCondition, _ span: SourceSpan, beside neighbours: [JSONCondition]
  ) {
    guard case .compare(let comparison, let literal) = condition.test else { return }
    let selector = PatternPrinter(style: .canonical).text(condition.selector)
    if case .text(let text) = literal.value, ["true", "false"].contains(text.text) {
      let isQuoted = literal.span.offsets.count > text.text.unicodeScalars.count
      let problem = PatternProblem.booleanAsText(text.text, selector: selector, isQuoted: isQuoted)
      issues.append(problem.issue(literal.span.offsets))
    }
    if comparison == .notEqual, condition.selector.wildcard == nil, !isMissingMeant(condition, neighbours) {
      issues.append(PatternProblem.notEqualsMissing(selector: selector).issue(span.offsets))
    }
    if comparison.isOrdering, isComparedAsText(condition.selector) {
      issues.append(PatternProblem.orderingOnText(selector: selector).issue(span.offsets))
    }
  }

  /// Exceptions are joined by '&&'; joined by '||' each lets in what the others keep out.
  private mutating func checkAlternatives(_ children: [Expression<JSONCondition>]) {
    let exceptions = children.filter { child in
      guard case .condition(let condition, _) = child, case .compare(.notEqual, _) = condition.test else {
        return false
      }
      return true
    }
    guard exceptions.count > 1 else { return }
    let printer = PatternPrinter(style: .tight)
    let problem = PatternProblem.notEqualsAlternatives(
      first: printer.print(exceptions[0]), second: printer.print(exceptions[1]))
    issues.append(problem.issue(exceptions[1].span.offsets))
  }

  /// Whether another condition speaks of the missing field, or asks for it to be there.
  private func isMissingMeant(_ condition: JSONCondition, _ neighbours: [JSONCondition]) -> Bool {
    if conditions.contains(where: { $0.selector == condition.selector && $0.test == .notExists }) {
      return true
    }
    return neighbours.contains { neighbour in
      guard neighbour.selector == condition.selector, case .compare(let comparison, _) = neighbour.test else {
        return false
      }
      return comparison != .notEqual
    }
  }

  private func isComparedAsText(_ selector: Selector) -> Bool {
    conditions.contains { condition in
      guard condition.selector == selector, case .compare(_, let literal) = condition.test else {
        return false
      }
      if case .text(let text) = literal.value { return !text.isAnything }
      return false
    }
  }
}
