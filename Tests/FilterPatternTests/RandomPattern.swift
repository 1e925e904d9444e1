import FilterPattern

/// Makes syntax trees of every kind, with the texts that are hard to write down.
struct RandomPattern {
  private(set) var random: Randomness
  private var regexesLeft = 2
  private var wildcardsLeft = 3

  init(seed: UInt64) { random = Randomness(seed: seed) }

  mutating func next() -> Pattern {
    regexesLeft = 2
    wildcardsLeft = 3
    switch random.number(0..<10) {
    case 0: return Pattern(.terms(terms()))
    case 1, 2, 3: return Pattern(.delimited(fields()))
    case 4:
      return (try? RegexLiteral(random.pick(Self.regexes))).map { Pattern(.regex($0)) }
        ?? Pattern(.everything)
    case 5: return Pattern(.everything)
    default: return Pattern(.json(expression(depth: 3) { $0.condition() }))
    }
  }

  private static let regexes = [
    "a", "^[hc]at$", "\\x3A", "a+?|b{2,3}", "10\\.0\\.[0-9]{1,3}", "[^a-z]", "\\{\\}",
  ]
  private static let texts = [
    "a", "", "*", "*a", "a*", "*a*", "a*b", "**", "true", "null", "NOT", "is", "1", "-1", "1e3",
    "1e99999999999", "+",
    "a.b.c", "organizations.amazonaws.com", "a\"b", "a\\b", "\\", "\"", "\\n", "é", "e\u{301}", "a b", "a-b",
    "[x]",
    "{}", "%", "$.a", "&&", "1.", ".5", ".", "..", "日本", "😀", "\t", "'", "a,b", "1*", "*.8xlarge", "|", "1e",
    "1e+3",
  ]
  private static let numbers = [
    "0", "1", "-1", "+1", "1.0", "01", ".5", "5.", "1e3", "1E-3", "-0.0", "1e+10", "1e-999",
  ]
  private static let keys = [
    "a", "b", "eventName", "a-b", "_x", "0", "a.b", "a b", "", "é", "null", "]", "*", "NOT",
  ]

  private mutating func expression<Condition>(
    depth: Int, _ condition: (inout RandomPattern) -> Condition
  ) -> Expression<Condition> {
    if depth == 0 || random.happens(40) { return .condition(condition(&self), .none) }
    let children = (0..<random.number(2..<4)).map { _ in expression(depth: depth - 1, condition) }
    return random.happens(50) ? .all(of: children) : .any(of: children)
  }

  private mutating func condition() -> JSONCondition {
    let selector = selector()
    switch random.number(0..<8) {
    case 0: return JSONCondition(selector, .isNull)
    case 1: return JSONCondition(selector, .isTrue)
    case 2: return JSONCondition(selector, .isFalse)
    case 3: return JSONCondition(selector, .notExists)
    default:
      let comparison = random.pick(ComparisonOperator.allCases)
      return JSONCondition(selector, .compare(comparison, literal(numberOnly: comparison.isOrdering)))
    }
  }

  private mutating func selector() -> Selector {
    var hasWildcard = false
    let segments: [Selector.Segment] = (0..<random.number(1..<4)).map { _ in
      if !hasWildcard, wildcardsLeft > 0, random.happens(15) {
        hasWildcard = true
        wildcardsLeft -= 1
        return .wildcard
      }
      return random.happens(20) ? .index(random.number(0..<12)) : .key(random.pick(Self.keys))
    }
    return Selector(segments)
  }

  private mutating func literal(numberOnly: Bool) -> Literal {
    if numberOnly || random.happens(25), let number = NumberLiteral(random.pick(Self.numbers)) {
      return Literal(.number(number))
    }
    if regexesLeft > 0, random.happens(15), let regex = try? RegexLiteral(random.pick(Self.regexes)) {
      regexesLeft -= 1
      return Literal(.regex(regex))
    }
    return Literal(.text(TextLiteral(random.pick(Self.texts))))
  }

  private mutating func fields() -> [DelimitedField] {
    let count = random.number(0..<6)
    let ellipsis = random.happens(40) ? random.number(0..<6) : -1
    let fields: [DelimitedField] = (0..<count).map { position in
      if position == ellipsis { return .ellipsis }
      if random.happens(20), count > 1 { return .unnamed }
      let name = random.pick(["f", "_", "status-code", "F1"]) + "\(position)"
      return .named(name, expression(depth: 2) { $0.fieldCondition(name) })
    }
    return fields
  }

  private mutating func fieldCondition(_ name: String) -> FieldCondition {
    if random.happens(30) { return FieldCondition(name) }
    let comparison = random.pick(ComparisonOperator.allCases)
    return FieldCondition(name, .init(comparison, literal(numberOnly: comparison.isOrdering)))
  }

  private mutating func terms() -> [Term] {
    (0..<random.number(1..<5)).map { _ in
      let text = random.pick(Self.texts.filter { !$0.isEmpty })
      return Term(random.pick([.include, .exclude, .optional]), text)
    }
  }
}
