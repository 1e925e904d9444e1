public import Diagnostics

/// The `perAccount` block: alarms of their own for accounts whose events are in one log group.
public struct PerAccountSettings: Sendable {
  /// Where the block stands.
  public var range: SourceRange
  /// What tells the account of an event; nil is the event itself.
  public var source: Located<AccountSource>?
  /// The accounts.
  public var accounts: [Account]
  /// The Regions that get alarms of their own within an account; empty makes one alarm for all Regions of an account.
  public var regions: [Located<String>]

  /// One account.
  public struct Account: Sendable {
    /// Twelve digits.
    public var id: Located<String>
    /// What the alarms call it; nil is the id.
    public var name: Located<String>?
  }
}

/// What tells the account and Region of an event.
public enum AccountSource: String, Hashable, Sendable, CaseIterable {
  /// Fields of the CloudTrail record: `recipientAccountId` and `awsRegion`.
  case event
  /// What CloudWatch Logs keeps of an event that it copied to a central log group: `@aws.account` and `@aws.region`.
  case systemFields = "system-fields"
}
