extension Control {
  /// What a checker demands of one filter of the control, or nil when it has no opinion: Security Hub has no control
  /// for Organizations, and an edition has no text for a control that came later.
  public func rule(of checker: Checker, in benchmark: Benchmark) -> CheckerRule? {
    switch checker {
    case .cis: texts(in: benchmark).first.map(CheckerRule.identical)
    case .securityHub: securityHub.map { .sameWithoutWhiteSpace($0.text) }
    case .prowler: prowler?.rule
    case .powerpipe: powerpipe?.rule
    }
  }

  /// Whether a checker passes the control when these are the patterns of its filters: one of them has to meet the
  /// demand alone. A checker without an opinion passes.
  public func passes(_ checker: Checker, in benchmark: Benchmark, patterns: [String]) -> Bool {
    guard let rule = rule(of: checker, in: benchmark) else { return true }
    return patterns.contains(where: rule.accepts)
  }
}
