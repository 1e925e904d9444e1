/// A metric filter on a log group.
public struct MetricFilter: ResourceBody {
  /// Its kind.
  public static let kind = Resource.Kind.metricFilter
  /// What it is for.
  public let role: Identifier
  /// At most 512 characters.
  public let name: String
  /// The log group's name.
  public internal(set) var logGroup: Value
  /// The log group to wait for, when the graph makes it.
  public internal(set) var madeLogGroup: Reference<LogGroup>?
  /// The user's own text, which `FilterPattern` accepted.
  public let pattern: String
  /// At most 255 characters.
  public let metricName: String
  /// The namespace of the metric.
  public let metricNamespace: Value
  /// What each matching event adds, as text.
  public let metricValue: String
  /// What is published when nothing matches; nil publishes nothing.
  public let defaultValue: Double?
  /// What divides the metric into one for each account; nil leaves it whole.
  public let division: MetricDivision?
}

/// How a filter's metric is divided by dimensions. A filter with dimensions has no default value.
///
/// Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html
public enum MetricDivision: Hashable, Sendable {
  /// By fields of the event.
  case fields([Field])
  /// By the system fields `@aws.account` and `@aws.region`, whose names the dimensions have, for the events that `criteria` select.
  case systemFields([String], criteria: String)

  /// A field of the event that becomes a dimension.
  public struct Field: Hashable, Sendable {
    /// The dimension's name.
    public let name: String
    /// Such as `$.recipientAccountId`.
    public let selector: String
  }
}

/// An SNS topic.
public struct Topic: ResourceBody {
  /// Its kind.
  public static let kind = Resource.Kind.topic
  /// What it is for.
  public let role: Identifier
  /// At most 256 characters.
  public let name: String
  /// The ARN of the key that encrypts its messages; nil leaves them unencrypted.
  public let key: Value?
}

/// Who may publish to a topic. Nobody edits it when an alarm is made, so without it an alarm is never heard.
public struct TopicPolicy: ResourceBody {
  /// Its kind.
  public static let kind = Resource.Kind.topicPolicy
  /// What it is for.
  public let role: Identifier
  /// The topic, by ARN or reference.
  public let topic: Reference<Topic>
  /// What it allows.
  public let policy: Policy
}

/// Somebody who hears a topic.
public struct Subscription: ResourceBody {
  /// Its kind.
  public static let kind = Resource.Kind.subscription
  /// What it is for.
  public let role: Identifier
  /// The topic's ARN, made here or existing.
  public let topic: Value
  /// How it is delivered.
  public let `protocol`: SubscriptionProtocol
  /// To where.
  public let endpoint: Value
}

/// A CloudWatch metric alarm.
public struct Alarm: ResourceBody {
  /// Its kind.
  public static let kind = Resource.Kind.alarm
  /// What it is for.
  public let role: Identifier
  /// At most 255 characters.
  public let name: String
  /// At most 1,024 characters.
  public let description: String
  /// The metric that it watches.
  public let metricName: String
  /// The namespace of the metric.
  public let metricNamespace: Value
  /// How samples become one number.
  public let statistic: Statistic
  /// Seconds.
  public let period: Value
  /// How many periods are looked at.
  public let evaluationPeriods: Int
  /// How many of them must breach.
  public let datapointsToAlarm: Int
  /// The number that is compared.
  public let threshold: Value
  /// How it is compared.
  public let comparison: Comparison
  /// What a period without data counts as.
  public let treatMissingData: MissingData
  /// Whether it tells anybody.
  public let actionsEnabled: Bool
  /// The topic to tell, by ARN.
  public internal(set) var topic: Value
  /// The states that tell it, in the order of `AlarmState`.
  public let notifyOn: [AlarmState]
  /// Which of the metrics of a divided filter it watches, every dimension by its value; empty watches a whole one.
  public let dimensions: [Dimension]

  /// The value of a dimension.
  public struct Dimension: Hashable, Sendable {
    /// The dimension's name.
    public let name: String
    /// Its value.
    public let value: String
  }
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
