/// What a comparison asks of a string or number. `!=` of a text or regular expression is the negation of `=`; `!=` of a
/// number is not, since a number that is not finite is neither equal nor unequal to any.
enum ScalarPredicate: Hashable, Sendable {
  case text(TextLiteral)
  case regex(RegexLiteral)
  case number(ComparisonOperator, NumberLiteral)

  /// Whether it holds of a string.
  func holds(ofString bytes: [UInt8]) -> Bool {
    switch self {
    case .text(let literal): literal.matches(bytes)
    case .regex(let literal): literal.matches(bytes)
    case .number(.equal, let literal): literal.bytes == bytes
    case .number(.notEqual, let literal): literal.bytes != bytes
    case .number: false
    }
  }

  /// Whether it holds of a number.
  func holds(of number: EventNumber) -> Bool {
    switch self {
    case .text(let literal): return literal.matches(number.text)
    case .regex(let literal): return literal.matches(number.text)
    case .number(let comparison, let literal):
      guard let value = number.value else { return false }
      return comparison.holds(value, literal.value)
    }
  }

  /// Whether it looks at a number's text and not at its value.
  var isTextual: Bool { if case .number = self { false } else { true } }
}

/// A string or number that could stand in an event.
enum ScalarValue: Hashable, Sendable {
  case string([UInt8])
  /// By its spelling in JSON.
  case number(String)
}

/// Whether some string (or some number) is as wanted.
enum ScalarAnswer: Hashable, Sendable {
  case some(ScalarValue)
  case none
  /// Not found, and not shown that there is none.
  case unknown(UndecidedReason)
}

/// Predicates that must hold and predicates that must not.
struct ScalarDemand: Hashable, Sendable {
  var holds: [ScalarPredicate] = []
  var fails: [ScalarPredicate] = []

  func isMet(byString bytes: [UInt8]) -> Bool {
    holds.allSatisfy { $0.holds(ofString: bytes) } && !fails.contains { $0.holds(ofString: bytes) }
  }

  func isMet(by number: EventNumber) -> Bool {
    holds.allSatisfy { $0.holds(of: number) } && !fails.contains { $0.holds(of: number) }
  }

  var all: [ScalarPredicate] { holds + fails }
}
