/// Something that differs from account to account: a CloudFormation parameter, a Terraform variable, an environment variable of the script.
public struct Parameter: Hashable, Sendable {
  /// Its name.
  public let name: Identifier
  /// One sentence without a full stop.
  public let description: String
  /// Under which heading CloudFormation's console shows it.
  public let group: Group
  /// What it may be.
  public let kind: Kind

  /// The headings, in the order in which they are shown.
  public enum Group: String, Hashable, Sendable, CaseIterable {
    case trail = "Trail"
    case notification = "Notification"
    case metrics = "Metrics"
    case alarms = "Alarms"
  }

  /// The type, the default and the limits.
  public enum Kind: Hashable, Sendable {
    /// Text of certain characters.
    case text(ParameterRule, default: String)
    /// Text of certain characters without a default: it is looked up where the target can.
    case lookup(ParameterRule, Value.Lookup)
    /// Seconds: a multiple of 60 from 60 to the maximum.
    case period(default: Int, maximum: Int)
    /// Any finite number.
    case number(default: Double)
  }
}

/// What a text parameter may hold. Each target states it in its own way; all state the same.
public enum ParameterRule: Hashable, Sendable {
  /// 1 to 512 of letters, digits, `. - _ / #`.
  case logGroupName
  /// 1 to 255 of letters, digits, `. - _ / #`; no colon, so that it can never be AWS's own `AWS/…` spelled otherwise.
  case metricNamespace
  /// The ARN of an SNS topic.
  case topicARN
  /// The ARN of a KMS key, not of an alias.
  case keyARN
  /// The id of an organization: `o-` and 10 to 32 lower-case letters and digits.
  case organizationID
  /// What a subscription's protocol takes.
  case endpoint(SubscriptionProtocol)
}
