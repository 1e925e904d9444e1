/// A metric filter on a log group.
public struct MetricFilter: ResourceBody {
  public static let kind = Resource.Kind.metricFilter
  public let role: Identifier
  /// At most 512 characters.
  public let name: String
  /// The log group's name.
  public let logGroup: Value
  /// The log group to wait for, when the graph makes it.
  public let madeLogGroup: Reference<LogGroup>?
  /// The user's own text, which `FilterPattern` accepted.
  public let pattern: String
  /// At most 255 characters.
  public let metricName: String
  public let metricNamespace: Value
  /// What each matching event adds, as text.
  public let metricValue: String
  /// What is published when nothing matches; nil publishes nothing.
  public let defaultValue: Double?
}

/// An SNS topic.
public struct Topic: ResourceBody {
  public static let kind = Resource.Kind.topic
  public let role: Identifier
  /// At most 256 characters.
  public let name: String
  /// The ARN of the key that encrypts its messages; nil leaves them unencrypted.
  public let key: Value?
}

/// Who may publish to a topic. Nobody edits it when an alarm is made, so without it an alarm is never heard.
public struct TopicPolicy: ResourceBody {
  public static let kind = Resource.Kind.topicPolicy
  public let role: Identifier
  public let topic: Reference<Topic>
  public let policy: Policy
}

/// Somebody who hears a topic.
public struct Subscription: ResourceBody {
  public static let kind = Resource.Kind.subscription
  public let role: Identifier
  /// The topic's ARN, made here or existing.
  public let topic: Value
  public let `protocol`: SubscriptionProtocol
  public let endpoint: Value
}

/// A CloudWatch metric alarm.
public struct Alarm: ResourceBody {
  public static let kind = Resource.Kind.alarm
  public let role: Identifier
  /// At most 255 characters.
  public let name: String
  /// At most 1,024 characters.
  public let description: String
  public let metricName: String
  public let metricNamespace: Value
  public let statistic: Statistic
  /// Seconds.
  public let period: Value
  public let evaluationPeriods: Int
  public let datapointsToAlarm: Int
  public let threshold: Value
  public let comparison: Comparison
  public let treatMissingData: MissingData
  public let actionsEnabled: Bool
  /// The topic to tell, by ARN.
  public let topic: Value
  /// The states that tell it, in the order of `AlarmState`.
  public let notifyOn: [AlarmState]
}

/// How a metric's samples of one period become one number.
public enum Statistic: String, Hashable, Sendable, CaseIterable {
  case sum = "Sum"
  case average = "Average"
  case maximum = "Maximum"
  case minimum = "Minimum"
  case sampleCount = "SampleCount"
}

/// How a datapoint is held against the threshold.
public enum Comparison: String, Hashable, Sendable, CaseIterable {
  case greaterThanOrEqualTo = "GreaterThanOrEqualToThreshold"
  case greaterThan = "GreaterThanThreshold"
  case lessThan = "LessThanThreshold"
  case lessThanOrEqualTo = "LessThanOrEqualToThreshold"
}

/// What an alarm makes of a period without data.
public enum MissingData: String, Hashable, Sendable, CaseIterable {
  case notBreaching, breaching, ignore, missing
}

/// The states of an alarm, in the order in which outputs list their actions.
public enum AlarmState: String, Hashable, Sendable, CaseIterable {
  case alarm, ok, insufficientData
}

/// How SNS delivers to a subscriber.
public enum SubscriptionProtocol: String, Hashable, Sendable, CaseIterable {
  case email
  case emailJSON = "email-json"
  case sms, sqs, lambda, http, https
}
