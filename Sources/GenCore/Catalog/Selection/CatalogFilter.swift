/// One metric filter of a control. All filters of a control publish to the control's one metric.
public struct CatalogFilter: Hashable, Sendable {
  /// Where a pattern comes from.
  public enum Origin: Hashable, Sendable {
    /// Printed by this edition.
    case benchmark(Benchmark)
    /// Printed on the page of the Security Hub control.
    case securityHub
    /// Ours, since no published text will do.
    case own
    /// The user's own pattern.
    case user
    /// Ours, for write operations that the benchmark forgot.
    case extended
  }

  /// The filter's name: the metric's name, with a suffix on every filter but the first.
  public var name: String
  /// The pattern text.
  public var pattern: String
  /// Where the pattern comes from.
  public var origin: Origin
  /// Records to try the filter with; none for a pattern of the user's own.
  public var samples: SampleRecords
}
