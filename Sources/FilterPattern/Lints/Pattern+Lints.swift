extension Pattern {
  /// What may do other than it seems to say, in the order of the text. The parser's own warnings are not repeated.
  public func lints() -> [PatternIssue] {
    var issues: [PatternIssue] = []
    switch syntax {
    case .everything, .delimited, .regex: break
    case .json(let expression):
      issues = JSONClauseLints(expression).issues + JSONLogicLints(expression).issues
    case .terms(let terms): issues = TermLints(terms).issues
    }
    if let quota = RegexQuotaLint(self).issue { issues.append(quota) }
    return issues.enumerated()
      .sorted { ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset) }
      .map(\.element)
  }
}
