extension ResourceGraph {
  /// The graph of some of the controls, which can be deployed by itself.
  ///
  /// The first part makes everything that is there once. The others name log group and topic as the first does, by a parameter and by an
  /// ARN built from the spec's name, so that no part reads another.
  public func part(_ part: TemplatePart, controls range: Range<Int>) -> ResourceGraph {
    var graph = self
    graph.part = part
    graph.controls = Array(controls[range])
    let chosen = Set(graph.controls.flatMap { $0.filters.map(\.id) + $0.alarms.map(\.id) })
    let kept = resources.filter { resource in
      resource.isOfControl ? chosen.contains(resource.id) : part.isFirst
    }
    guard !part.isFirst else {
      // The outputs of the first part name log group and topic.
      let outputs = [logGroupName, topic].compactMap { $0 }.flatMap(\.parameters)
      let unused = parameterNames(of: resources.filter { $0.isOfControl && !chosen.contains($0.id) })
        .subtracting(parameterNames(of: kept)).subtracting(outputs)
      graph.resources = kept
      graph.parameters = parameters.filter { !unused.contains($0.name) }
      return graph
    }
    if let name = stackSet?.name {
      let ending = "-\(part.number)"
      graph.stackSet?.name = name.prefix(StackSetLimits.nameCharacters - ending.count) + ending
    }
    if case .made = source, let logGroupName { graph.source = .existing(logGroup: logGroupName) }
    graph.topic = spelled(topic)
    graph.resources = kept.map(spelled)
    let used = parameterNames(of: graph.resources)
    graph.parameters = parameters.filter { used.contains($0.name) }.map(asElsewhere)
    return graph
  }

  /// A parameter as a template describes it that does not make the log group.
  private func asElsewhere(_ parameter: Parameter) -> Parameter {
    guard case .made = source, [parameter.name] == logGroupName?.parameters else { return parameter }
    return Parameter(
      name: parameter.name, description: "CloudWatch Logs log group that part 1 makes for the trail",
      group: parameter.group, kind: parameter.kind)
  }

  /// The log group's name without asking the resource.
  private var logGroupName: Value? {
    switch source {
    case .existing(let name), .centralized(let name): name
    case .made(let group): spelled(group.name)
    case .nothing: nil
    }
  }

  private func parameterNames(of resources: [Resource]) -> Set<Identifier> {
    Set(resources.flatMap(\.controlValues).flatMap(\.parameters))
  }

  /// A filter or alarm that asks no resource of another template.
  private func spelled(_ resource: Resource) -> Resource {
    switch resource {
    case .metricFilter(var filter):
      filter.logGroup = spelled(filter.logGroup)
      filter.madeLogGroup = nil
      return .metricFilter(filter)
    case .alarm(var alarm):
      alarm.topic = spelled(alarm.topic)
      return .alarm(alarm)
    case .key, .keyAlias, .logGroup, .bucket, .bucketPolicy, .role, .rolePolicy, .trail, .topic, .topicPolicy,
      .subscription:
      return resource
    }
  }

  private func spelled(_ value: Value) -> Value {
    guard case .attribute(let attribute, let id) = value, let resource = resource(id) else { return value }
    switch (resource, attribute) {
    case (.logGroup(let group), .name): return group.name
    case (.topic(let topic), .arn):
      return "arn:\(.partition):sns:\(.region):\(.account):\(.literal(topic.name))"
    default: return value
    }
  }
}

extension Resource {
  /// Whether it belongs to one control.
  fileprivate var isOfControl: Bool { [.metricFilter, .alarm].contains(id.kind) }

  /// The values of a filter or an alarm.
  fileprivate var controlValues: [Value] {
    switch self {
    case .metricFilter(let filter): [filter.logGroup, filter.metricNamespace]
    case .alarm(let alarm): [alarm.metricNamespace, alarm.period, alarm.threshold, alarm.topic]
    case .key, .keyAlias, .logGroup, .bucket, .bucketPolicy, .role, .rolePolicy, .trail, .topic, .topicPolicy,
      .subscription:
      []
    }
  }
}

extension Value {
  /// The parameters that it takes.
  fileprivate var parameters: [Identifier] {
    switch self {
    case .parameter(let name), .found(_, let name): [name]
    case .joined(let parts): parts.flatMap(\.parameters)
    case .literal, .attribute, .partition, .region, .domain, .account: []
    }
  }
}
