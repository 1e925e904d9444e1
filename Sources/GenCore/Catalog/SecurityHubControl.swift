/// The Security Hub control that looks for a metric filter.
///
/// Source: AWS Security Hub User Guide, "Security Hub controls for CloudWatch".
public struct SecurityHubControl: Hashable, Sendable {
  /// Such as `CloudWatch.2`.
  public let id: String
  /// The pattern that the control's page prints, byte for byte.
  public let text: String

  init(_ id: String, _ text: String) {
    self.id = id
    self.text = text
  }
}
