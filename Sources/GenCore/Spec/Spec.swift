public import Diagnostics

/// A spec as the user wrote it, each value checked by itself and with its place. Nothing is defaulted; lowering does that.
public struct Spec: Sendable {
  /// A letter, then letters, digits, hyphens; 64 at most.
  public var name: Located<String>
  /// The edition whose texts and numbers are used.
  public var benchmark: Located<Benchmark>?
  /// The controls in the user's order; nil takes all of the benchmark, an empty list makes a topic or trail without alarms.
  public var controls: [ControlEntry]?
  /// Ids of catalog controls to leave out.
  public var exclude: [Located<String>] = []
  /// The checkers that have to pass; nil is the auditor who reads the edition.
  public var satisfy: [Located<Checker>]?
  /// How far the filters reach; nil is the benchmark.
  public var coverage: Located<Coverage>?
  /// Where the events come from; nil when nothing is to be watched.
  public var trail: TrailSettings?
  /// Who is told; nil makes a topic that nobody hears.
  public var notify: NotifySettings?
  /// The accounts that get alarms of their own; nil makes one alarm for all that the log group holds.
  public var perAccount: PerAccountSettings?
  /// Alarm settings for every control.
  public var alarm = AlarmSettings()
  /// Metric settings for every control.
  public var metric = MetricSettings()
  /// Where it is deployed; nil is one account.
  public var deploy: DeploymentSettings?
  /// Tags for every resource that takes them.
  public var tags: [Located<ResourceGraph.Tag>] = []
}

/// One entry under `controls`.
public struct ControlEntry: Sendable {
  /// Where the entry stands.
  public var range: SourceRange
  /// Which control.
  public var subject: Subject
  /// The filter's name, when not the default.
  public var filterName: Located<String>?
  /// What differs from the spec's `metric`.
  public var metric = MetricSettings()
  /// What differs from the spec's `alarm`.
  public var alarm = AlarmSettings()
  /// Whether the spec's `perAccount` holds for it; nil is yes.
  public var perAccount: Located<Bool>?
  /// Event files for `test.sh`.
  public var samples = SampleFiles()

  /// A control of the catalog or of the user's own.
  public enum Subject: Sendable {
    /// By id, with the user's own pattern in place of the edition's when there is one.
    case catalog(Located<String>, pattern: Located<String>?)
    /// Defined in the spec.
    case own(id: Located<String>, title: Located<String>, detection: Detection)
  }

  /// What a control of the user's own looks for.
  public enum Detection: Sendable {
    /// A filter pattern.
    case pattern(Located<String>)
    /// Event names of one source.
    case events(source: Located<String>, names: [Located<String>])
  }
}

/// Event files beside the spec.
public struct SampleFiles: Sendable {
  /// Files whose events must match.
  public var match: [Located<String>] = []
  /// Files whose events must not.
  public var noMatch: [Located<String>] = []
}

/// The `trail` block.
public enum TrailSettings: Sendable {
  /// A log group that a trail already fills.
  case existing(ExistingLogGroup)
  /// A trail to make.
  case create(NewTrail)

  /// How an existing log group is found.
  public enum ExistingLogGroup: Sendable {
    /// By its name.
    case named(Located<String>)
    /// By how its name begins; the rest is made up by whoever made it, as AWS Control Tower does.
    case prefixed(Located<String>)
    /// From the trail that fills it, by the trail's name.
    case filled(by: Located<String>)
  }

  /// A trail to make.
  public struct NewTrail: Sendable {
    /// The trail's name.
    public var name: Located<String>
    /// The log group; nil is `cloudtrail/<name>`.
    public var logGroup: Located<String>?
    /// The bucket; nil leaves the name to the target.
    public var bucket: Located<String>?
    /// Days; nil is 365.
    public var retentionDays: Located<Int>?
    /// Whether it records every account of the organization.
    public var isOrganizationTrail = false
    /// The organization's id; nil looks it up.
    public var organizationID: Located<String>?
    /// What encrypts the log group and the trail's files; nil is nothing of the user's own.
    public var encryption: Located<Encryption>?
  }
}

/// The `deploy` block.
public struct DeploymentSettings: Sendable {
  /// To what; nil is one account.
  public var scope: Located<DeploymentScope>?
  /// The Region of a StackSet in which everything is made; nil is us-east-1.
  public var homeRegion: Located<String>?
  /// The StackSet; nil is one of the spec's name for units that are given when it is deployed.
  public var stackSet: StackSetSettings?
}

extension Spec {
  /// The Region in which a StackSet makes everything, unless the spec says another.
  static let defaultHomeRegion = "us-east-1"
}

/// An `encryption` value.
public enum Encryption: Hashable, Sendable {
  /// Only what the service does by itself.
  case none
  /// A key is made.
  case create
  /// A key that exists, by ARN.
  case key(String)
}

/// The `notify` block.
public struct NotifySettings: Sendable {
  /// The topic.
  public var topic: TopicSettings
  /// Who hears it.
  public var subscriptions: [SubscriptionSettings] = []

  /// A topic to make or an existing one.
  public enum TopicSettings: Sendable {
    /// A topic to make.
    case create(NewTopic)
    /// The ARN of a topic that exists.
    case existing(Located<String>)
  }

  /// A topic to make.
  public struct NewTopic: Sendable {
    /// Its name; nil is the spec's name.
    public var name: Located<String>?
    /// What encrypts its messages; nil is nothing of the user's own.
    public var encryption: Located<Encryption>?
    /// Whose alarms it takes beside its own account's.
    public var sharing: Located<TopicSharing>?
  }

  /// Other accounts whose alarms a topic takes.
  public enum TopicSharing: Sendable {
    /// Every account of the owner's organization, by its id; nil looks the id up.
    case organization(Located<String>?)
    /// Some accounts.
    case accounts([Located<String>])
  }

  /// One subscriber.
  public struct SubscriptionSettings: Sendable {
    /// How it is delivered.
    public var `protocol`: SubscriptionProtocol
    /// To where.
    public var endpoint: Located<String>
  }
}

/// The `alarm` block, of the spec or of one control.
public struct AlarmSettings: Sendable {
  /// The alarm's name; only for one control.
  public var name: Located<String>?
  /// How samples become one number.
  public var statistic: Located<Statistic>?
  /// Seconds.
  public var period: Located<Int>?
  /// How many periods are looked at.
  public var evaluationPeriods: Located<Int>?
  /// How many of them must breach.
  public var datapointsToAlarm: Located<Int>?
  /// The number that is compared.
  public var threshold: Located<Double>?
  /// How it is compared.
  public var comparison: Located<Comparison>?
  /// What a period without data counts as.
  public var treatMissingData: Located<MissingData>?
  /// Whether the alarm tells anybody.
  public var actionsEnabled: Located<Bool>?
  /// Which states do.
  public var notifyOn: Located<[AlarmState]>?
  /// Put before every alarm's name.
  public var namePrefix: Located<String>?
}

/// The `metric` block, of the spec or of one control.
public struct MetricSettings: Sendable {
  /// The metric's name; only for one control.
  public var name: Located<String>?
  /// The namespace; only for the spec.
  public var namespace: Located<String>?
  /// What each matching event adds.
  public var value: Located<String>?
  /// What is published when nothing matches; a located nil is the user's `null`.
  public var defaultValue: Located<Double?>?
}
