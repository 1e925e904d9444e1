/// A resource or identity policy, in the neutral form that each target writes its own way.
public struct Policy: Hashable, Sendable {
  /// The statements, in order.
  public let statements: [Statement]

  /// One statement.
  public struct Statement: Hashable, Sendable {
    /// Letters and digits.
    public let sid: String
    /// Whether it allows or denies.
    public let effect: Effect
    /// Who; nil in an identity policy, which speaks of whoever holds it.
    public let principal: Principal?
    /// Such as `sns:Publish`.
    public let actions: [String]
    /// ARNs; empty in a trust policy.
    public let resources: [Value]
    /// All must hold.
    public let conditions: [Condition]
  }

  /// Allow or Deny.
  public enum Effect: String, Hashable, Sendable {
    case allow = "Allow"
    case deny = "Deny"
  }

  /// Whom a statement speaks of.
  public enum Principal: Hashable, Sendable {
    /// A service, such as `cloudtrail.amazonaws.com`.
    case service(Value)
    /// The account itself, which lets the account's own IAM policies decide.
    case account
    /// Everybody; in a Deny, or with a condition that says who.
    case anyone
  }

  /// One condition: an operator on a key.
  public struct Condition: Hashable, Sendable {
    /// Such as `StringEquals`.
    public let test: String
    /// Such as `aws:SourceAccount`.
    public let key: String
    /// One of them must fit.
    public let values: [Value]
  }
}
