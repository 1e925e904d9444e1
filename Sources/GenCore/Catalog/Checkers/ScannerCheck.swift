/// A scanner's check for a control's metric filter.
public struct ScannerCheck: Hashable, Sendable {
  /// The name of the check or query.
  public let name: String
  /// What it demands of the filter's pattern.
  public let rule: CheckerRule

  init(_ name: String, _ rule: CheckerRule) {
    self.name = name
    self.rule = rule
  }
}
