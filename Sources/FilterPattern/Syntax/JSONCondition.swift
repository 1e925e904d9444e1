/// One condition of a JSON pattern: a selector and what is asked of the values it selects.
public struct JSONCondition: Hashable, Sendable {
  /// What is asked of the selected values.
  public enum Test: Hashable, Sendable {
    /// `= != < <= > >=` and a value. An ordering (`ComparisonOperator.isOrdering`) always has a number.
    case compare(ComparisonOperator, Literal)
    /// `IS NULL`
    case isNull
    /// `IS TRUE`
    case isTrue
    /// `IS FALSE`
    case isFalse
    /// `NOT EXISTS`
    case notExists
  }

  /// Which values.
  public let selector: Selector
  /// What is asked of them.
  public let test: Test

  /// Makes a condition.
  public init(_ selector: Selector, _ test: Test) {
    self.selector = selector
    self.test = test
  }
}
