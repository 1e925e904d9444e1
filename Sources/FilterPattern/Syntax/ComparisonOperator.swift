/// How a value is compared.
public enum ComparisonOperator: String, Hashable, Sendable, CaseIterable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  /// Whether it asks for an order: anything but `=` and `!=`. An ordering takes a number only.
  public var isOrdering: Bool { self != .equal && self != .notEqual }

  /// Whether it is true of two numbers.
  func holds(_ left: ExactDecimal, _ right: ExactDecimal) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}
