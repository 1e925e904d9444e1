internal import Diagnostics
internal import Documents

/// Which resource a value of another one means.
extension MonitoringChain {
  /// Whether a value, an ARN or a name, means a resource.
  static func refers(_ value: ChainValue, to resource: ChainResource, _ name: ChainValue?)
    -> ChainValue.Agreement
  {
    var answer = ChainValue.Agreement.different
    for candidate in value.all {
      if let reference = candidate.reference {
        if reference.id == resource.id { return .same }
        continue
      }
      guard let name else {
        answer = .unknown
        continue
      }
      for own in name.all {
        if candidate.text == own.text || endsInName(candidate.text, own.text) { return .same }
        if candidate.known == nil || own.known == nil { answer = .unknown }
      }
    }
    return answer
  }

  /// Whether an ARN's resource part is a name, perhaps followed by `:*`.
  private static func endsInName(_ text: String, _ name: String) -> Bool {
    let stem = text.hasSuffix(":*") ? String(text.dropLast(2)) : text
    return !name.isEmpty && (stem.hasSuffix(":\(name)") || stem.hasSuffix("/\(name)"))
  }

  /// The name in a log group's ARN; any other text as it is.
  static func logGroupName(_ text: String) -> String {
    let fields = ARNText.fields(of: text)
    guard fields.count == 6, fields[5].hasPrefix("log-group:") else { return text }
    let name = String(fields[5].dropFirst("log-group:".count))
    return name.hasSuffix(":*") ? String(name.dropLast(2)) : name
  }

  /// The topic of the file that a value means.
  func topic(_ value: ChainValue) -> Topic? {
    if let place = value.references.lazy.compactMap({ places.topics.place(of: $0.id) }).first {
      return topics[place]
    }
    return places.topics.places(of: value).first.map { topics[$0] }
  }

  /// The log group of the file that a value means.
  func logGroup(_ value: ChainValue) -> LogGroup? {
    places.logGroups.places(of: value).first.map { logGroups[$0] }
  }

  /// The key of the file that a value means.
  func key(_ value: ChainValue) -> Key? {
    places.keys.places(of: value).first.map { keys[$0] }
  }

  /// The longest name of a log group, in bytes.
  ///
  /// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_LogGroup.html
  static let longestLogGroupName = 512

  /// The names of a log group that a value, a name, an ARN or a reference, may have.
  func logGroupNames(of value: ChainValue) -> [String] {
    value.all.map { Self.logGroupName(logGroup($0)?.name?.text ?? $0.text) }
  }

  /// Whether two log groups, each a name, an ARN or a reference, are one.
  func sameLogGroup(_ left: ChainValue, _ right: ChainValue) -> ChainValue.Agreement {
    if let a = logGroup(left), let b = logGroup(right) {
      return a.resource.id == b.resource.id ? .same : .different
    }
    var answer = ChainValue.Agreement.different
    let others = logGroupNames(of: right)
    for one in logGroupNames(of: left) {
      for other in others {
        if one == other || Self.endsInName(one, other) || Self.endsInName(other, one) { return .same }
        if !ShellText.isKnown(one) || !ShellText.isKnown(other) { answer = .unknown }
      }
    }
    return answer
  }

  /// The trails whose events a filter reads, as far as it is known.
  func trails(of filter: Filter) -> [Trail] {
    places.filters[filter.resource.id].map { readers.trails(ofFilter: $0).map { trails[$0] } } ?? []
  }

  /// The filters that read a trail, as far as it is known.
  func filters(reading trail: Trail) -> [Filter] {
    readers.filters(ofTrail: trail.resource.id).map { filters[$0] }
  }

  /// Whether the file has one trail. A script may have two states of it: as it is made, and as it is updated in another branch.
  var hasOneTrail: Bool { Set(trails.map(\.resource.id)).count == 1 }

  func findWatchedTrails() -> [Trail] {
    trails.filter { readers.hasFilters(ofTrail: $0.resource.id) }
  }

  /// The type of a resource by its ID: CloudFormation's, or the provider's of what is none of the chain's.
  func type(of id: String) -> String {
    // Terraform's own types say more than what they are here.
    if id.hasPrefix("aws_") { return id.fields(by: ".").first ?? id }
    // A topic's own subscriptions are resources of its ID, behind it.
    return places.types[id] ?? ""
  }

  /// The resource that a text refers to and nothing else, whatever is read of it.
  func resource(leading text: String) -> ChainResource? {
    guard let lead = leadingReference(text), lead.rest.isEmpty else { return nil }
    return resources.first { $0.id == lead.id }
  }

  /// The filters that publish the metric that an alarm watches.
  func filters(of alarm: Alarm) -> [Filter] {
    publishedFilters.filters(alarm.metrics) {
      Set(alarm.metrics.flatMap { publishers[$0] ?? [] }).sorted().map { filters[$0] }
    }
  }

  /// Whether some filter publishes the metric that an alarm watches.
  func isPublished(_ alarm: Alarm) -> Bool { alarm.metrics.contains { publishers[$0] != nil } }

  /// Whether some alarm watches a filter's metric.
  func isWatched(_ filter: Filter) -> Bool {
    filter.metrics.contains { watchers[$0] != nil || watchedInParts.contains($0) }
  }

  /// The alarms that watch a filter's metric.
  func alarms(of filter: Filter) -> [Alarm] {
    let found = filter.metrics.flatMap { watchers[$0] ?? [] }
    return Set(found).sorted().map { alarms[$0] }
  }

  /// Whether a resource is made after another one for certain.
  func isMade(_ id: String, after other: String) -> Bool {
    if isSequential { return (order[other] ?? .max) < (order[id] ?? 0) }
    var open = [id]
    var seen: Set<String> = [id]
    while let next = open.popLast() {
      for dependency in dependencies[next] ?? [] where seen.insert(dependency).inserted {
        if dependency == other { return true }
        open.append(dependency)
      }
    }
    return false
  }

  /// The names of the alarms that tell a topic; nil when there is none or one has no name that is known.
  func namesOfAlarms(telling topic: Topic) -> [String]? {
    guard let names = namesByTopic[topic.resource.id], !names.contains(nil) else { return nil }
    return names.compactMap(\.self)
  }

  /// Whether somebody is subscribed to a topic in the file.
  func isHeard(_ topic: Topic) -> Bool {
    topic.hasSubscriptions || !places.subscriptions.of(topic.resource).isEmpty
  }

  func findAlarmTopics() -> [(topic: Topic, alarm: Alarm?)] {
    var found: [(topic: Topic, alarm: Alarm?)] = []
    var seen: Set<String> = []
    func isFound(_ topic: Topic) -> Bool { seen.contains(topic.resource.id) }
    for alarm in alarms {
      for value in alarm.actions.flatMap(\.values) {
        if let topic = topic(value), seen.insert(topic.resource.id).inserted { found.append((topic, alarm)) }
      }
    }
    for topic in topics where !isFound(topic) && isMeantForAlarms(topic) { found.append((topic, nil)) }
    return found
  }

  /// Whether a topic without an alarm beside it is for alarms: its policy names CloudWatch, or its key serves CloudWatch alone.
  func isMeantForAlarms(_ topic: Topic) -> Bool {
    if policies(of: topic).contains(where: { $0.policy.services.contains("cloudwatch.amazonaws.com") }) {
      return true
    }
    return topic.key.flatMap(key)?.policy?.services == ["cloudwatch.amazonaws.com"]
  }
}
