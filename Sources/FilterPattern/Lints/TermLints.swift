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
    for term in terms {
      if let selector = Self.selector(in: term.text) {
        issues.append(PatternProblem.selectorInTerm(selector).issue(term.span.offsets))
      }
    }
    self.issues = issues
  }

  /// The first selector of a field with an operator behind it: `$.eventName=…`.
  private static func selector(in text: String) -> String? {
    var rest = text.unicodeScalars[...]
    while let dollar = rest.firstIndex(of: "$") {
      let name = rest[rest.index(after: dollar)...].prefix {
        $0 == "." || $0 == "_" || ("a"..."z").contains($0) || ("A"..."Z").contains($0)
          || ("0"..."9").contains($0)
      }
      let behind = rest[name.endIndex...].drop { $0 == " " }
      if name.first == ".", name.count > 1, let sign = behind.first, "=!<>".unicodeScalars.contains(sign) {
        return "$" + String(name)
      }
      rest = rest[name.endIndex...]
    }
    return nil
  }
}
