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
}
