/// Two wishes of a spec that no set of filters can meet.
public struct SelectionConflict: Error, Hashable, Sendable {
  /// The control that both wishes are about.
  public let control: Control
  /// The checker that cannot be satisfied.
  public let checker: Checker
  /// The edition that stands against it.
  public let benchmark: Benchmark
}

extension SelectionConflict {
  /// What is wrong, naming both sides.
  public var message: String {
    "'\(control.id)' cannot satisfy '\(checker.id)': benchmark '\(benchmark.id)' has no such control"
  }

  /// What to do.
  public var hint: String {
    "take benchmark '\(control.since.id)' or later, leave the control out, or satisfy another checker"
  }
}
