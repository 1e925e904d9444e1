public import Diagnostics

/// What the spec asks for, free of any target's syntax: parameters, and resources in an order in which they can be made.
public struct ResourceGraph: Hashable, Sendable {
  /// The spec's name: letters, digits, hyphens.
  public let name: String
  /// One sentence: what this sets up.
  public let summary: String
  /// What the outputs tell a reader beside the resources.
  public internal(set) var controls: [MonitoredControl]
  /// In the order in which they are shown.
  public internal(set) var parameters: [Parameter]
  /// Every resource after those it refers to.
  public internal(set) var resources: [Resource]
  /// Where it is deployed.
  public let scope: DeploymentScope
  /// The Region of a StackSet in which everything is made.
  public let homeRegion: String
  /// The StackSet that deploys it; nil when it is deployed once.
  public internal(set) var stackSet: StackSet?
  /// Where the events come from.
  public internal(set) var source: LogSource
  /// Where alarms go.
  public internal(set) var topic: Value
  /// Whether the topic takes alarms of other accounts.
  public let isTopicShared: Bool
  /// Put on every resource that takes tags, in the order of the spec.
  public let tags: [Tag]
  /// The spec's free texts and where they stand, for a target that cannot hold one.
  public let places: [Place]
  /// Which of several templates it is; nil when it is everything that the spec asks for.
  public internal(set) var part: TemplatePart?

  /// The log group that the filters read.
  public enum LogSource: Hashable, Sendable {
    /// It exists; its trail is left as it is.
    case existing(logGroup: Value)
    /// It exists; CloudWatch Logs copies the events of other accounts to it, so no trail fills it here.
    case centralized(logGroup: Value)
    /// The graph makes it.
    case made(Reference<LogGroup>)
    /// There is none, and no filter.
    case nothing
  }

  /// A text of the spec and its place.
  public struct Place: Hashable, Sendable {
    /// The text as the spec says it.
    public let value: String
    /// Where it stands.
    public let range: SourceRange
  }

  /// A key and a value.
  public struct Tag: Hashable, Sendable {
    /// At most 128 characters.
    public let key: String
    /// At most 256 characters.
    public let value: String
  }

  /// The resource with an id; the graph always has what its references name.
  public func resource(_ id: ResourceID) -> Resource? { resources.first { $0.id == id } }
}

/// Where a graph is deployed.
public enum DeploymentScope: String, Hashable, Sendable, CaseIterable {
  /// Once, to one account.
  case account
  /// Once, to the organization's management account.
  case managementAccount = "management-account"
  /// To many accounts and Regions as a CloudFormation StackSet.
  case stackset
}

/// A control as the outputs speak of it.
public struct MonitoredControl: Hashable, Sendable {
  /// Such as `organizations-changes`.
  public let id: String
  /// The control's title.
  public let title: String
  /// Such as `CIS AWS Foundations Benchmark v1.4.0, 4.15`; nil for a control of the user's own.
  public let reference: String?
  /// Whether its events reach the organization's management account only.
  public let isManagementAccountOnly: Bool
  /// The filters that feed its metric.
  public let filters: [Reference<MetricFilter>]
  /// The alarms on its metric: one, or one for each account.
  public let alarms: [Reference<Alarm>]
  /// Events that its filters must match, and must not, each the JSON text of one event.
  public let samples: SampleRecords
}
