/// One condition on a field of a line divided by blanks: the field's name and, usually, a comparison.
public struct FieldCondition: Hashable, Sendable {
  /// An operator and the value it compares with. An ordering always has a number.
  public struct Comparison: Hashable, Sendable {
    /// How it compares.
    public let comparisonOperator: ComparisonOperator
    /// With what.
    public let literal: Literal

    /// Makes a comparison.
    public init(_ comparisonOperator: ComparisonOperator, _ literal: Literal) {
      self.comparisonOperator = comparisonOperator
      self.literal = literal
    }
  }

  /// The field's name.
  public let name: String
  /// The comparison; nil for a name alone, which always holds.
  public let comparison: Comparison?

  /// Makes a condition.
  public init(_ name: String, _ comparison: Comparison? = nil) {
    self.name = name
    self.comparison = comparison
  }
}
