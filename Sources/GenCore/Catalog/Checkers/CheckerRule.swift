/// What a checker demands of a pattern's text. None of them looks at what the pattern means.
public enum CheckerRule: Hashable, Sendable {
  /// The very same bytes.
  case identical(String)
  /// The same characters once white space is dropped.
  case sameWithoutWhiteSpace(String)
  /// The clauses, one after the other, with at least one character between two of them.
  case inOrder([RuleClause])
  /// The clauses, anywhere.
  case inAnyOrder([RuleClause])

  /// Whether a pattern's text meets the demand.
  public func accepts(_ text: String) -> Bool {
    switch self {
    case .identical(let wanted):
      return text.utf8.elementsEqual(wanted.utf8)
    case .sameWithoutWhiteSpace(let wanted):
      return Self.withoutWhiteSpace(text) == Self.withoutWhiteSpace(wanted)
    case .inOrder(let clauses):
      let scalars = Array(text.unicodeScalars)
      var start = 0
      for clause in clauses {
        guard let end = clause.end(in: scalars, from: start) else { return false }
        start = end + 1
      }
      return true
    case .inAnyOrder(let clauses):
      let scalars = Array(text.unicodeScalars)
      return clauses.allSatisfy { $0.end(in: scalars, from: 0) != nil }
    }
  }

  private static func withoutWhiteSpace(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !$0.properties.isWhitespace }
  }
}

extension CheckerRule {
  /// A rule of Prowler's `build_metric_filter_pattern`: every clause as a look-ahead, quotation marks optional,
  /// event names as whole words.
  ///
  /// Source: prowler/providers/aws/services/cloudwatch/lib/metric_filters.py.
  static func prowler(source: String? = nil, names: [String], and clauses: [RuleClause] = []) -> CheckerRule {
    .inAnyOrder(
      (source.map { [RuleClause("eventSource", "=", $0, quotes: .anyCharacterBefore)] } ?? [])
        + names.map { RuleClause("eventName", "=", $0, quotes: .anyCharacterBefore, wholeWord: true) }
        + clauses)
  }

  /// A rule of Powerpipe's `log_metric_filter_*` queries: the names in the benchmark's order.
  ///
  /// Source: steampipe-mod-aws-compliance, conformance_pack/cloudwatch.pp.
  static func powerpipe(
    source: String? = nil, names: [String], quotes: RuleClause.Quotes = .forbidden
  ) -> CheckerRule {
    .inOrder(
      (source.map { [RuleClause("eventSource", "=", $0, quotes: .forbidden, looseDots: true)] } ?? [])
        + names.map { RuleClause("eventName", "=", $0, quotes: quotes) })
  }
}
