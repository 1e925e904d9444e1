/// A log group takes five filters that have regular expressions; this pattern makes one.
struct RegexQuotaLint {
  let issue: PatternIssue?

  init(_ pattern: Pattern) {
    let regexes: [SourceSpan] =
      switch pattern.syntax {
      case .everything, .terms: []
      case .regex(let regex): [regex.span]
      case .json(let expression):
        expression.conditions.compactMap { condition in
          if case .compare(_, let literal) = condition.test { Self.span(literal) } else { nil }
        }
      case .delimited(let fields):
        fields.flatMap(Self.conditions(of:)).compactMap { $0.comparison.flatMap { Self.span($0.literal) } }
      }
    issue = regexes.first.map { PatternProblem.regexQuota(regexes.count).issue($0.offsets) }
  }

  private static func conditions(of field: DelimitedField) -> [FieldCondition] {
    if case .named(_, let expression) = field { expression.conditions } else { [] }
  }

  private static func span(_ literal: Literal) -> SourceSpan? {
    if case .regex = literal.value { literal.span } else { nil }
  }
}
