internal import Diagnostics
internal import Documents

extension MonitoringChain {
  /// A metric filter.
  struct Filter {
    let resource: ChainResource
    let name: ChainValue?
    let logGroup: ChainValue?
    let pattern: ChainValue?
    let metricName: ChainValue?
    let namespace: ChainValue?
    let value: ChainValue?
    let defaultValue: ChainValue?
    let unit: ChainValue?
    /// The dimensions, or the system fields that it publishes as such; nil when it has none.
    let dimensions: Node?
    /// Their names, nil when they are not all known.
    let dimensionNames: Set<String>?
    /// The metrics that it may publish, as `MonitoringChain.metricKeys` spells them.
    var metrics: Set<String> = []

    /// Whether the pattern reads CloudTrail's events.
    let readsTrail: Bool

    /// Whether it watches particular events of CloudTrail. One that counts them all may well guard the trail itself.
    var watchesSomeEvents: Bool {
      guard readsTrail, let text = pattern?.text else { return false }
      return !["= *", "=*", "= \"*\"", "=\"*\""].contains { text.contains(ascii: $0) }
    }
  }

  /// An alarm on one metric.
  struct Alarm {
    let resource: ChainResource
    let name: ChainValue?
    var metricName: ChainValue?
    let namespace: ChainValue?
    let unit: ChainValue?
    let statistic: ChainValue?
    let extendedStatistic: ChainValue?
    let period: ChainValue?
    let evaluationPeriods: ChainValue?
    let datapoints: ChainValue?
    let threshold: ChainValue?
    let comparison: ChainValue?
    let missingData: ChainValue?
    let actionsEnabled: ChainValue?
    let dimensions: Node?
    /// Their names, nil when they are not all known.
    let dimensionNames: Set<String>?
    /// The dimensions of a service's metric, with their values.
    let serviceDimensions: [(name: String, value: ChainValue)]
    /// The actions by their properties' names.
    let actions: [(state: String, values: [ChainValue])]
    /// Whether actions are given that cannot be read.
    let hasUnknownActions: Bool
    /// Whether it watches an expression over several metrics.
    let isExpression: Bool
    /// The metrics that it may watch, as `MonitoringChain.metricKeys` spells them.
    var metrics: Set<String> = []
  }

  /// A topic.
  struct Topic {
    let resource: ChainResource
    let name: ChainValue?
    let key: ChainValue?
    let hasSubscriptions: Bool
  }

  /// A policy for topics.
  struct TopicPolicy {
    let resource: ChainResource
    let topics: [ChainValue]
    let policy: PolicyDocument
  }

  /// A subscription.
  struct Subscription {
    let resource: ChainResource
    let topic: ChainValue?
    let transport: ChainValue?
    let endpoint: ChainValue?
    /// What messages must have to be delivered, and where that is looked for.
    let filterPolicy: Node?
    let filterScope: ChainValue?
    /// The queue for messages that cannot be delivered.
    let deadLetters: ChainValue?
  }

  /// A log group.
  struct LogGroup {
    let resource: ChainResource
    let name: ChainValue?
    let key: ChainValue?
    let logClass: ChainValue?
  }

  /// A trail.
  struct Trail {
    let resource: ChainResource
    let name: ChainValue?
    let bucket: ChainValue?
    let prefix: ChainValue?
    let logGroup: ChainValue?
    let role: ChainValue?
    let key: ChainValue?
    let isMultiRegion: ChainValue?
    let isLogging: ChainValue?
    let globalEvents: ChainValue?
    /// Basic selectors, nil when none are set; an empty list when they cannot be read.
    let selectors: Node?
    let advancedSelectors: Node?
    /// The values of data resources in the basic selectors, each with its type.
    let dataResources: [(type: String, value: ChainValue)]
  }

  /// A role with what it may do.
  struct Role {
    let resource: ChainResource
    let name: ChainValue?
    let trust: PolicyDocument?
    var policies: [PolicyDocument]
    /// The resources that carry its policies apart from it.
    var policyResources: [ChainResource]
    /// Whether it has policies that this file does not show.
    var isOpen: Bool
  }

  /// A key of KMS.
  struct Key {
    let resource: ChainResource
    /// The names that aliases give it.
    var aliases: [ChainValue]
    /// The policy; nil for the default one.
    var policy: PolicyDocument?
  }

  /// A bucket.
  struct Bucket {
    let resource: ChainResource
    let name: ChainValue?
  }

  /// A policy for a bucket.
  struct BucketPolicy {
    let resource: ChainResource
    let bucket: ChainValue?
    let policy: PolicyDocument
  }

  /// A StackSet.
  struct StackSet {
    let resource: ChainResource
    let permissionModel: ChainValue?
    let body: ChainValue?
  }
}
