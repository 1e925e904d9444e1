/// The requirements of another framework that a control helps to meet.
public struct FrameworkMapping: Hashable, Sendable {
  /// The framework, such as `NIST SP 800-53 Rev. 5`.
  public let framework: String
  /// Its requirements, in the spelling of the list they were taken from.
  public let requirements: [String]

  init(_ framework: String, _ requirements: [String]) {
    self.framework = framework
    self.requirements = requirements
  }
}
