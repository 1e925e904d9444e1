/// The `stackSet` block of `deploy`.
public struct StackSetSettings: Sendable {
  /// The StackSet's name; nil is the spec's name.
  public var name: Located<String>?
  /// Who gives StackSets its permissions; nil is the organization.
  public var permissionModel: Located<PermissionModel>?
  /// Units, or the root, whose accounts get a stack; empty is given when it is deployed.
  public var organizationalUnits: [Located<String>] = []
  /// With self-managed permissions the accounts that get a stack; else those that `accountFilter` speaks of.
  public var accounts: [Located<String>] = []
  /// What the accounts mean beside the units; nil is every account of the units.
  public var accountFilter: Located<StackSet.AccountFilter>?
  /// The Regions that get a stack; empty is the home Region alone.
  public var regions: [Located<String>] = []
  /// As whom the organization's StackSet is managed; nil is the management account itself.
  public var callAs: Located<StackSet.Caller>?
  /// What happens when an account joins or leaves a unit; nil deploys to it and removes from it.
  public var autoDeployment: StackSet.AutoDeployment?
  /// The role with which StackSets works, by ARN; nil is the service's default.
  public var administrationRole: Located<String>?
  /// The role that it takes on in each account; nil is the service's default.
  public var executionRole: Located<String>?
  /// How fast, and how many failures are borne; nil is the default.
  public var preferences: StackSet.Preferences?

  /// Who gives StackSets its permissions.
  public enum PermissionModel: String, Hashable, Sendable, CaseIterable {
    /// The organization, by trusted access.
    case serviceManaged = "service-managed"
    /// Roles that the user makes.
    case selfManaged = "self-managed"
  }
}
