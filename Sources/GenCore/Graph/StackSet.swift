/// How a graph reaches many accounts: a CloudFormation StackSet, free of any target's syntax.
///
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStackSet.html
public struct StackSet: Hashable, Sendable {
  /// A letter, then letters, digits, hyphens; 128 at most.
  public internal(set) var name: String
  /// Who may deploy, and where to.
  public let permissions: Permissions
  /// The Regions that get a stack, the home Region among them.
  public let regions: [String]
  /// How fast, and how many failures are borne.
  public let preferences: Preferences
  /// The spec's tags that a StackSet can carry.
  public let tags: [ResourceGraph.Tag]

  /// The permission model with what it alone has.
  public enum Permissions: Hashable, Sendable {
    /// The organization gives the permissions; units are the targets.
    case serviceManaged(ServiceManaged)
    /// Roles that the user made give them; accounts are the targets.
    case selfManaged(SelfManaged)
  }

  /// A StackSet of an organization.
  public struct ServiceManaged: Hashable, Sendable {
    /// Ids of units or of the root; empty is given when it is deployed.
    public let organizationalUnits: [String]
    /// The accounts that the filter speaks of.
    public let accounts: [String]
    /// Which accounts of the units get a stack; nil is all.
    public let filter: AccountFilter?
    /// As whom it is managed.
    public let callAs: Caller
    /// What happens when an account joins or leaves a unit.
    public let autoDeployment: AutoDeployment
  }

  /// A StackSet with roles of the user's own.
  public struct SelfManaged: Hashable, Sendable {
    /// Account ids; empty is given when it is deployed.
    public let accounts: [String]
    /// The ARN of the role with which StackSets works; nil is the service's default.
    public let administrationRole: String?
    /// The name of the role that it takes on in each account; nil is the service's default.
    public let executionRole: String?
  }

  /// Which accounts of the units get a stack.
  public enum AccountFilter: String, Hashable, Sendable, CaseIterable {
    /// Only those listed.
    case intersection
    /// All but those listed.
    case difference
  }

  /// As whom an organization's StackSet is managed.
  public enum Caller: String, Hashable, Sendable, CaseIterable {
    /// The management account.
    case `self`
    /// A member account that is a delegated administrator.
    case delegatedAdmin = "delegated-admin"
  }

  /// What happens when an account joins or leaves a unit.
  public enum AutoDeployment: Hashable, Sendable {
    /// Nothing.
    case disabled
    /// A stack is made in it; what was made is kept, or removed, when it leaves.
    case enabled(retainsStacks: Bool)
  }
}
