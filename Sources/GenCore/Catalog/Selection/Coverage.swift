/// How far the filters reach; what a spec's `coverage` names.
public enum Coverage: String, Hashable, Sendable, CaseIterable {
  /// The events that the benchmark lists.
  case benchmark
  /// Also the write operations that the benchmark forgot.
  case extended
}
