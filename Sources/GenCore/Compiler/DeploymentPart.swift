/// Which of a spec's controls one deployment holds, when not all.
public enum DeploymentPart: String, Hashable, Sendable, CaseIterable {
  /// Those whose events only the organization's management account sees.
  case managementAccount = "management-account"
  /// The others.
  case members
}
