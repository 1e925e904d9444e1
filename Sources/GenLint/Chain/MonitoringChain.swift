internal import Diagnostics
internal import Documents

/// The chain from trail to person as an artefact deploys it, the same for all three forms.
struct MonitoringChain {
  private(set) var filters: [Filter] = []
  private(set) var alarms: [Alarm] = []
  /// The metrics in the expressions that alarms watch, each as if an alarm watched it alone.
  private(set) var alarmParts: [Alarm] = []
  private(set) var topics: [Topic] = []
  private(set) var topicPolicies: [TopicPolicy] = []
  private(set) var subscriptions: [Subscription] = []
  private(set) var logGroups: [LogGroup] = []
  private(set) var trails: [Trail] = []
  private(set) var roles: [Role] = []
  private(set) var keys: [Key] = []
  private(set) var buckets: [Bucket] = []
  private(set) var bucketPolicies: [BucketPolicy] = []
  private(set) var stackSets: [StackSet] = []
  /// The queues, functions and rules beside the chain.
  let neighbours: ChainNeighbours
  /// What its resources send to each other, besides what alarms tell topics.
  private(set) var deliveries: [Delivery] = []
  /// The templates that stacks and StackSets are made from, where they stand as texts.
  private(set) var templateBodies: [ChainValue] = []
  /// The filter patterns of metric filters and subscription filters.
  private(set) var patterns: [ChainValue] = []
  /// What they read as.
  let readings = PatternReadings()
  /// The text of the rules of composite alarms: an alarm named there needs no action of its own.
  private(set) var compositeRules: [ChainValue] = []
  /// The composite alarms, of which only name and actions are read.
  private(set) var composites: [Alarm] = []
  /// The metrics and expressions that alarms name in lists.
  private(set) var metricMath: [MetricMath] = []
  /// The patterns of EventBridge's rules.
  private(set) var eventPatterns: [EventPatternText] = []
  /// Whether the order of the resources is the order in which they are made.
  let isSequential: Bool
  /// The filters and the alarms by the metrics that they may publish and watch.
  private(set) var publishers: [String: [Int]] = [:]
  private(set) var watchers: [String: [Int]] = [:]
  private(set) var watchedInParts: Set<String> = []
  private(set) var dependencies: [String: [String]] = [:]
  /// Everything that the file declares.
  private(set) var resources: [ChainResource] = []
  private(set) var order: [String: Int] = [:]
  /// The trails that feed some filter of the file.
  private(set) var watchedTrails: [Trail] = []
  /// The alarms on one metric of the user's own that no filter of the file publishes.
  private(set) var alarmsWithoutFilter: [Alarm] = []
  /// The topics of the file that alarms publish to, each with the first alarm; then those that the file means for alarms elsewhere.
  private(set) var alarmTopics: [(topic: Topic, alarm: Alarm?)] = []
  /// The names of the alarms that tell each topic, by the topic's resource; nil for one that is not known.
  private(set) var namesByTopic: [String: [String?]] = [:]
  /// What the lists are looked up by; known once they are full.
  private var knownPlaces: ChainPlaces?
  private var knownReaders: TrailReaders?
  let publishedFilters = FilterSets()
  /// Who is told of alarms beside their actions.
  private(set) var listeners = AlarmListeners([])
  /// The alarms of which it is not known what they watch.
  private(set) var openAlarms: [Alarm] = []
  /// Whether something else than a filter publishes metrics, as the file shows.
  private(set) var hasOtherPublisher = false
  /// The conditions of the file, which few rules ask for.
  private let logic: () -> ConditionLogic?
  private let pairs = ConditionPairs()
  /// What other stacks import.
  let exported: Set<String>
  /// Whether something that the file does not show may publish metrics.
  let publishesUnseen: Bool
  /// Whether the file shows all that is made with it.
  let showsAll: Bool
  /// What the file hands to another one that it calls.
  let calledWith: Set<String>
  /// What it shows to whoever asks for it.
  let offered: Set<String>

  /// The files in which something watches or tells something.
  var files: Set<String> {
    let links =
      filters.map(\.resource) + alarms.map(\.resource) + topics.map(\.resource) + trails.map(\.resource)
    return Set(links.map(\.key.file))
  }

  /// Reads the chain of an artefact.
  init(_ source: some ChainSource) {
    isSequential = source.isSequential
    exported = source.exported
    publishesUnseen = source.publishesUnseen
    showsAll = source.showsAll
    calledWith = source.handedOn
    offered = source.offered
    logic = { source.logic }
    let resources = source.chainResources
    neighbours = ChainNeighbours(resources, source)
    self.resources = resources
    for (index, resource) in resources.enumerated() {
      dependencies[resource.id] = resource.dependencies
      order[resource.id] = index
      read(resource, source)
    }
    let roleNames = ResourceNames(roles.map { ($0.resource, $0.name) })
    let keyNames = ResourceNames(keys.map { ($0.resource, nil) })
    for resource in resources { attach(resource, source, roleNames, keyNames) }
    knownPlaces = ChainPlaces(self)
    for index in alarms.indices { alarms[index].metricName = alarms[index].metricName.map(named) }
    for index in filters.indices {
      filters[index].metrics = Self.metricKeys(filters[index].namespace, filters[index].metricName)
      for key in filters[index].metrics { publishers[key, default: []].append(index) }
    }
    for index in alarms.indices {
      alarms[index].metrics = Self.metricKeys(alarms[index].namespace, alarms[index].metricName)
      for key in alarms[index].metrics { watchers[key, default: []].append(index) }
    }
    for index in alarmParts.indices {
      alarmParts[index].metrics = Self.metricKeys(alarmParts[index].namespace, alarmParts[index].metricName)
      watchedInParts.formUnion(alarmParts[index].metrics)
    }
    openAlarms = alarms.filter { $0.metricName?.known == nil || $0.namespace?.known == nil }
    knownReaders = TrailReaders(self)
    listeners = AlarmListeners(resources)
    // Several rules ask for these.
    watchedTrails = findWatchedTrails()
    alarmsWithoutFilter = findAlarmsWithoutFilter()
    if !alarmsWithoutFilter.isEmpty { hasOtherPublisher = publishesUnseen || findsOtherPublisher() }
    alarmTopics = findAlarmTopics()
    deliveries = findDeliveries(resources, source)
    for alarm in alarms + composites {
      let told = Set(alarm.actions.flatMap(\.values).compactMap { topic($0)?.resource.id })
      for id in told { namesByTopic[id, default: []].append(alarm.name?.known) }
    }
  }

  /// Whether two resources may be there at once, as far as their conditions tell.
  func mayStandTogether(_ one: ChainResource, _ other: ChainResource) -> Bool {
    guard let left = one.condition, let right = other.condition, left != right else { return true }
    return pairs.mayHold(left, right, logic)
  }

  /// A reference to a filter gives the filter's name.
  private func named(_ value: ChainValue) -> ChainValue {
    guard let filter = filter(value), var name = filter.name else { return value }
    name.range = value.range
    return name
  }

  /// The filter of the file that a value refers to.
  func filter(_ value: ChainValue) -> Filter? {
    value.reference.flatMap { places.filters[$0.id] }.map { filters[$0] }
  }

  /// A key for each metric that namespace and name may be.
  static func metricKeys(_ namespace: ChainValue?, _ name: ChainValue?) -> Set<String> {
    guard let namespace, let name else { return [] }
    return Set(namespace.all.flatMap { left in name.all.map { left.text + "\n" + $0.text } })
  }

  private mutating func read(_ resource: ChainResource, _ source: some ChainSource) {
    func value(_ name: String) -> ChainValue? { resource[name].flatMap { source.value(of: $0) } }
    if let pattern = value("FilterPattern") { patterns.append(pattern) }
    if var body = value("TemplateBody") {
      // Where `Sub` fills a template in, its lines are found by what is written.
      if body.known == nil, let text = resource["TemplateBody"].flatMap({ Intrinsic($0)?.sub?.text }) {
        body.node = text
      }
      // References that the deployment resolves are part of the template in it.
      if body.known == nil, let node = resource["TemplateBody"], node.tag == nil, resource.isOfTemplate,
        let text = node.text
      {
        body = ChainValue(text, at: node.range)
        body.node = node
      }
      templateBodies.append(body)
    }
    switch resource.type {
    case "AWS::Logs::MetricFilter":
      let list = resource["MetricTransformations"].flatMap { source.structure(of: $0) }
      let first = list?.elements?.first ?? (list?.entries == nil ? nil : list)
      let metric = first.flatMap { source.structure(of: $0) }
      func inner(_ name: String) -> ChainValue? { metric?[name].flatMap { source.value(of: $0) } }
      let fields = Self.filled(metric?["Dimensions"], source)
      let systemFields = Self.filled(resource["EmitSystemFieldDimensions"], source)
      let names = [fields, systemFields].map { Self.dimensionNames($0, source) }
      filters.append(
        Filter(
          resource: resource, name: value("FilterName"), logGroup: value("LogGroupName"),
          pattern: value("FilterPattern"),
          metricName: inner("MetricName"), namespace: inner("MetricNamespace"), value: inner("MetricValue"),
          defaultValue: inner("DefaultValue"), unit: inner("Unit"), dimensions: fields ?? systemFields,
          dimensionNames: names.contains(nil) ? nil : Set(names.flatMap { $0 ?? [] }),
          readsTrail: value("FilterPattern").map { EventKind.readsTrail($0.text) } ?? false))
    case "AWS::CloudWatch::Alarm":
      alarms.append(Self.alarm(resource, source))
      alarmParts += Self.alarmParts(resource, source)
      if let math = MetricMath(resource, source) { metricMath.append(math) }
    case "AWS::Events::Rule":
      if let pattern = resource["EventPattern"] { eventPatterns.append(EventPatternText(pattern, source)) }
    case "AWS::CloudWatch::CompositeAlarm":
      if let rule = value("AlarmRule") { compositeRules.append(rule) }
      composites.append(Self.alarm(resource, source))
    case "AWS::SNS::Topic":
      topics.append(
        Topic(
          resource: resource, name: value("TopicName"), key: value("KmsMasterKeyId"),
          hasSubscriptions: Self.filled(resource["Subscription"], source) != nil))
    case "AWS::SNS::TopicPolicy":
      guard let document = resource["PolicyDocument"] else { return }
      let list = resource["Topics"]
      let listed = list.flatMap { source.structure(of: $0)?.elements } ?? (list.map { [$0] } ?? [])
      topicPolicies.append(
        TopicPolicy(
          resource: resource, topics: listed.compactMap { source.value(of: $0) },
          policy: PolicyDocument(document, source)))
    case "AWS::SNS::Subscription":
      subscriptions.append(
        Subscription(
          resource: resource, topic: value("TopicArn"), transport: value("Protocol"),
          endpoint: value("Endpoint"),
          filterPolicy: resource["FilterPolicy"].flatMap { source.structure(of: $0) },
          filterScope: value("FilterPolicyScope"),
          deadLetters: resource["RedrivePolicy"].flatMap { source.structure(of: $0) }
            .flatMap { $0["deadLetterTargetArn"] }.flatMap { source.value(of: $0) }))
    case "AWS::Logs::LogGroup":
      logGroups.append(
        LogGroup(
          resource: resource, name: value("LogGroupName"), key: value("KmsKeyId"),
          logClass: value("LogGroupClass")))
    case "AWS::CloudTrail::Trail":
      trails.append(
        Trail(
          resource: resource, name: value("TrailName"), bucket: value("S3BucketName"),
          prefix: value("S3KeyPrefix"),
          logGroup: value("CloudWatchLogsLogGroupArn"),
          role: value("CloudWatchLogsRoleArn"), key: value("KMSKeyId"),
          isMultiRegion: value("IsMultiRegionTrail"),
          isLogging: value("IsLogging"), globalEvents: value("IncludeGlobalServiceEvents"),
          selectors: resource["EventSelectors"].map {
            source.structure(of: $0) ?? Node(.sequence([]), range: $0.range)
          },
          advancedSelectors: resource["AdvancedEventSelectors"].map {
            source.structure(of: $0) ?? Node(.sequence([]), range: $0.range)
          }, dataResources: Self.dataResources(resource["EventSelectors"], source)))
    case "AWS::IAM::Role": roles.append(role(resource, source))
    case "AWS::KMS::Key":
      keys.append(
        Key(resource: resource, aliases: [], policy: resource["KeyPolicy"].map { PolicyDocument($0, source) })
      )
    case "AWS::S3::Bucket": buckets.append(Bucket(resource: resource, name: value("BucketName")))
    case "AWS::S3::BucketPolicy":
      guard let document = resource["PolicyDocument"] else { return }
      bucketPolicies.append(
        BucketPolicy(resource: resource, bucket: value("Bucket"), policy: PolicyDocument(document, source)))
    case "AWS::CloudFormation::StackSet":
      stackSets.append(
        StackSet(resource: resource, permissionModel: value("PermissionModel"), body: value("TemplateBody")))
    default: break
    }
  }

  /// A structure or list that is not empty.
  static func filled(_ node: Node?, _ source: some ChainSource) -> Node? {
    guard let node, source.value(of: node) != nil else { return nil }
    let structure = source.structure(of: node)
    if structure?.elements?.isEmpty == true || structure?.entries?.isEmpty == true { return nil }
    return structure ?? node
  }

  /// The names of dimensions: a list of `Key` or `Name` with values, a mapping by names, or a list of names.
  static func dimensionNames(_ node: Node?, _ source: some ChainSource) -> Set<String>? {
    guard let node else { return [] }
    if let entries = node.entries { return entries.allKeys }
    guard let elements = node.elements else { return nil }
    var names: Set<String> = []
    for element in elements {
      let structure = source.structure(of: element)
      let name = structure?["Name"] ?? structure?["Key"] ?? (structure?.entries == nil ? element : nil)
      guard let known = name.flatMap({ source.value(of: $0) })?.known else { return nil }
      names.insert(known)
    }
    return names
  }

  /// The values of data resources in basic selectors. Inside a block Terraform's names are its own.
  private static func dataResources(_ selectors: Node?, _ source: some ChainSource) -> [(
    type: String, value: ChainValue
  )] {
    let resources = ChainNeighbours.elements(selectors, source).flatMap {
      ChainNeighbours.elements($0["DataResources"] ?? $0["DataResource"], source)
    }
    return resources.flatMap { resource -> [(type: String, value: ChainValue)] in
      let list = resource["Values"] ?? resource["values"]
      guard let type = (resource["Type"] ?? resource["type"]).flatMap({ source.value(of: $0)?.known }),
        let elements = list.flatMap({ source.structure(of: $0)?.elements })
      else { return [] }
      return elements.compactMap { source.value(of: $0) }.map { (type, $0) }
    }
  }

  private func role(_ resource: ChainResource, _ source: some ChainSource) -> Role {
    var policies: [PolicyDocument] = []
    var isOpen = Self.filled(resource["ManagedPolicyArns"], source) != nil
    if let list = resource["Policies"] {
      guard let elements = source.structure(of: list)?.elements else {
        return Role(
          resource: resource, name: resource["RoleName"].flatMap { source.value(of: $0) }, trust: nil,
          policies: [],
          policyResources: [], isOpen: true)
      }
      for element in elements {
        if let document = source.structure(of: element)?["PolicyDocument"] {
          policies.append(PolicyDocument(document, source))
        } else {
          isOpen = true
        }
      }
    }
    return Role(
      resource: resource, name: resource["RoleName"].flatMap { source.value(of: $0) },
      trust: resource["AssumeRolePolicyDocument"].map { PolicyDocument($0, source) }, policies: policies,
      policyResources: [],
      isOpen: isOpen)
  }

  /// What the lists are looked up by.
  var places: ChainPlaces { knownPlaces ?? ChainPlaces(self) }
  /// Which filters read the events of which trails.
  var readers: TrailReaders { knownReaders ?? TrailReaders(self) }

  /// Adds what is declared apart from what it belongs to: policies of roles, key policies, aliases.
  private mutating func attach(
    _ resource: ChainResource, _ source: some ChainSource, _ roleNames: ResourceNames,
    _ keyNames: ResourceNames
  ) {
    switch resource.type {
    case "AWS::IAM::Policy", "AWS::IAM::RolePolicy", "AWS::IAM::ManagedPolicy", "AWS::IAM::RoleAttachment":
      let node = resource["Roles"] ?? resource["RoleName"]
      let listed = node.flatMap { source.structure(of: $0)?.elements } ?? (node.map { [$0] } ?? [])
      let targets = listed.compactMap { source.value(of: $0) }
      let own = Set(targets.flatMap(roleNames.places))
      for index in own {
        if let document = resource["PolicyDocument"] {
          roles[index].policies.append(PolicyDocument(document, source))
          roles[index].policyResources.append(resource)
        } else {
          roles[index].isOpen = true
        }
      }
      // A name that only a deployment knows may be any role's.
      let named = targets.flatMap(\.all).filter { $0.reference == nil }
      let others =
        named.contains { $0.known == nil } ? Array(roles.indices) : named.isEmpty ? [] : roleNames.unsettled
      for index in others where !own.contains(index) { roles[index].isOpen = true }
    case "AWS::KMS::Alias":
      guard let target = resource["TargetKeyId"].flatMap({ source.value(of: $0) }),
        let name = resource["AliasName"].flatMap({ source.value(of: $0) })
      else { return }
      for index in keyNames.places(of: target) {
        keys[index].aliases.append(name)
        keys[index].aliases.append(ChainValue(reference: resource.id, "", at: resource.key))
      }
    case "AWS::KMS::KeyPolicy":
      guard let target = resource["KeyId"].flatMap({ source.value(of: $0) }),
        let document = resource["KeyPolicy"]
      else { return }
      let owned = keyNames.places(of: target)
      for index in owned { keys[index].policy = PolicyDocument(document, source) }
      // The policy of a key that is made elsewhere is known all the same.
      if owned.isEmpty {
        keys.append(Key(resource: resource, aliases: [target], policy: PolicyDocument(document, source)))
      }
    default: break
    }
  }
}

extension [Node.Entry] {
  /// The keys, nil when one is no plain name or a function stands in the mapping's place.
  fileprivate var allKeys: Set<String>? {
    let keys = compactMap(\.key.text)
    guard keys.count == count,
      !keys.contains(where: { $0.hasPrefix("Fn::") || $0 == "Ref" || $0.contains(ascii: "${") })
    else { return nil }
    return Set(keys)
  }
}
