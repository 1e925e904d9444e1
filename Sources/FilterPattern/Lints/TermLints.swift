/// What goes wrong in terms.
struct TermLints {
  let issues: [PatternIssue]

  init(_ terms: [Term]) {
    var issues: [PatternIssue] = []
    for (before, term) in zip(terms, terms.dropFirst()) {
      let isAttached = before.span.offsets.upperBound == term.span.offsets.lowerBound
      guard isAttached, term.role == .exclude, !term.span.offsets.isEmpty else { continue }
      issues.append(
        PatternProblem.unquotedHyphen(word: "\(before.text)-\(term.text)").issue(term.span.offsets))
    }
    if let optional = terms.first(where: { $0.role == .optional }),
      terms.contains(where: { $0.role != .optional })
    {
      issues.append(PatternProblem.ignoredOptionalTerms.issue(optional.span.offsets))
    }
    self.issues = issues
  }
}
