/// One thing to watch: a recommendation of the benchmark's monitoring section.
public struct Control: Hashable, Sendable {
  /// How much an alarm matters. Ours: Security Hub calls all of them low, Prowler all of them medium.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    case low, medium, high
  }

  /// How the benchmark says a control is judged. v1.2.0 calls an automated one "scored".
  public enum Assessment: String, Hashable, Sendable, CaseIterable {
    case scored, automated, manual
  }

  /// What the control needs.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A metric filter and an alarm.
    case metricFilter = "metric-filter"
    /// The state of a service, which no filter can see.
    case serviceState = "service-state"
  }

  /// The id that a spec uses, such as `organizations-changes`.
  public let id: String
  /// The place in the benchmark's section, 1 to 16, the same in every edition.
  public let number: Int
  /// What the control needs.
  public let kind: Kind
  /// A short title, in our words.
  public let title: String
  /// What it watches and why, in our words.
  public let description: String
  /// How much an alarm matters.
  public let severity: Severity
  /// The name of its metric, filter and alarm. Empty for a control that is no filter.
  public let metricName: String
  /// The first edition that has the control.
  public let since: Benchmark
  /// The profile level, 1 or 2, by the edition that introduced it, oldest first.
  let levels: [(since: Benchmark, level: Int)]
  /// The assessment by the edition that introduced it, oldest first.
  let assessments: [(since: Benchmark, assessment: Assessment)]
  /// The value of `eventSource` in the records it watches; empty when any service may write them.
  public let eventSource: String
  /// The event names that the benchmark lists; empty when the text selects by other fields.
  public let eventNames: [String]
  /// Every text that an edition prints, oldest first.
  public let texts: [PublishedText]
  /// Our own text: correctly grouped, guarded by the event source, and taken when no published text will do.
  public let ownText: String
  /// The Security Hub control, if there is one.
  public let securityHub: SecurityHubControl?
  /// Prowler's check of the filter, if there is one.
  public let prowler: ScannerCheck?
  /// Powerpipe's query for the filter, if there is one.
  public let powerpipe: ScannerCheck?
  /// Requirements of other frameworks.
  public let mappings: [FrameworkMapping]
  /// What is known to be wrong with the texts.
  public let defects: [KnownDefect]
  /// What the benchmark forgot to watch, for `coverage: extended`.
  public let forgotten: [ForgottenOperations]
  /// Records that every published text matches, and some that none does.
  public let samples: SampleRecords
  /// Whether almost all its events are recorded in the organization's management account only.
  public let onlyManagementAccount: Bool
  /// The pages that the entry rests on.
  public let sources: [String]

  init(
    id: String, number: Int, kind: Kind = .metricFilter, title: String, description: String,
    severity: Severity,
    metricName: String, since: Benchmark, levels: [(since: Benchmark, level: Int)],
    assessments: [(since: Benchmark, assessment: Assessment)] = Control.usualAssessments,
    eventSource: String = "", eventNames: [String] = [], texts: [PublishedText] = [], ownText: String = "",
    securityHub: SecurityHubControl? = nil, prowler: ScannerCheck? = nil, powerpipe: ScannerCheck? = nil,
    mappings: [FrameworkMapping] = [], defects: [KnownDefect] = [],
    forgotten: [ForgottenOperations] = [],
    samples: SampleRecords = SampleRecords(match: [], noMatch: []), onlyManagementAccount: Bool = false,
    sources: [String]
  ) {
    self.id = id
    self.number = number
    self.kind = kind
    self.title = title
    self.description = description
    self.severity = severity
    self.metricName = metricName
    self.since = since
    self.levels = levels
    self.assessments = assessments
    self.eventSource = eventSource
    self.eventNames = eventNames
    self.texts = texts
    self.ownText = ownText
    self.securityHub = securityHub
    self.prowler = prowler
    self.powerpipe = powerpipe
    self.mappings = mappings
    self.defects = defects
    self.forgotten = forgotten
    self.samples = samples
    self.onlyManagementAccount = onlyManagementAccount
    self.sources = sources
  }

  /// How nearly every control is judged. From v2.0.0 on the benchmark leaves them to a person.
  static let usualAssessments: [(since: Benchmark, assessment: Assessment)] = [
    (.cis120, .scored), (.cis130, .automated), (.cis200, .manual),
  ]

  /// Two entries are one when their ids are.
  public static func == (left: Control, right: Control) -> Bool { left.id == right.id }

  /// Hashes the id.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension Control {
  /// Whether an edition has the control.
  public func isPart(of benchmark: Benchmark) -> Bool { benchmark >= since }

  /// The number in an edition, such as `4.15`; nil when the edition has no such control.
  public func number(in benchmark: Benchmark) -> String? {
    isPart(of: benchmark) ? "\(benchmark.monitoringSection).\(number)" : nil
  }

  /// The profile level in an edition, 1 or 2; nil when the edition has no such control.
  public func level(in benchmark: Benchmark) -> Int? {
    isPart(of: benchmark) ? levels.last { $0.since <= benchmark }?.level : nil
  }

  /// How an edition says the control is judged; nil when the edition has no such control.
  public func assessment(in benchmark: Benchmark) -> Assessment? {
    isPart(of: benchmark) ? assessments.last { $0.since <= benchmark }?.assessment : nil
  }

  /// Every text that an edition prints, its own first.
  public func texts(in benchmark: Benchmark) -> [String] {
    texts.filter { $0.editions.contains(benchmark) }.map(\.text)
      + texts.filter { $0.besideEditions.contains(benchmark) }.map(\.text)
  }

  /// The text of an edition; of the first edition that has the control when this one has not.
  /// Empty for a control that is no filter.
  public func text(in benchmark: Benchmark) -> String {
    texts(in: max(benchmark, since)).first ?? ""
  }

  /// The defect that makes an edition's text useless as printed, with a text that mends it.
  public func knownDefect(in benchmark: Benchmark) -> KnownDefect? {
    defects.first { $0.effect == .matchesEverything && $0.editions.contains(benchmark) }
  }
}

extension Control {
  /// Where the numbers, levels and texts of the editions were read: the CIS documents are not free to quote, and
  /// these two projects carry their texts.
  static let benchmarkSources = [
    "https://github.com/prowler-cloud/prowler/tree/3e000faa/prowler/compliance/aws",
    "https://github.com/turbot/steampipe-mod-aws-compliance/tree/a1d0b446",
  ]
}
