internal import Diagnostics
internal import Documents

/// What stands beside the chain: queues and functions that messages go to, EventBridge's rules, and what lets one send to another.
struct ChainNeighbours {
  /// A queue.
  struct Queue {
    let resource: ChainResource
    let name: ChainValue?
    let key: ChainValue?
  }

  /// A policy for queues.
  struct QueuePolicy {
    let resource: ChainResource
    let queues: [ChainValue?]
    let policy: PolicyDocument
  }

  /// A function of Lambda.
  struct Function {
    let resource: ChainResource
    let name: ChainValue?
  }

  /// A statement of a function's policy.
  struct Permission {
    let resource: ChainResource
    let function: ChainValue?
    let principal: ChainValue?
    let action: ChainValue?
    let source: ChainValue?
  }

  /// A rule of EventBridge.
  struct Rule {
    let resource: ChainResource
    let name: ChainValue?
    let bus: ChainValue?
    let state: ChainValue?
    /// Whether it waits for events; otherwise it goes by the clock.
    let hasPattern: Bool
    /// Whether it has targets of its own, as far as it is known.
    let hasTargets: Bool
    /// Whether EventBridge takes a role to send to its targets.
    let hasRole: Bool
  }

  /// What a rule sends events to.
  struct RuleTarget {
    /// The resource that declares it.
    let resource: ChainResource
    /// The rule; nil when it is not known.
    let rule: ChainValue?
    let bus: ChainValue?
    let arn: ChainValue?
    /// Whether EventBridge takes a role to send.
    let hasRole: Bool
    /// The queue for what cannot be sent.
    let deadLetters: ChainValue?
  }

  private(set) var queues: [Queue] = []
  private(set) var queuePolicies: [QueuePolicy] = []
  private(set) var functions: [Function] = []
  private(set) var permissions: [Permission] = []
  private(set) var rules: [Rule] = []
  private(set) var ruleTargets: [RuleTarget] = []
  private let queueNames: ResourceNames
  private let functionNames: ResourceNames
  private let ruleNames: ResourceNames
  private let policiesOfQueues: Belongings
  private let permissionsOfFunctions: Belongings
  private let targetsOfRules: Belongings

  /// Reads them among the resources of an artefact.
  init(_ resources: [ChainResource], _ source: some ChainSource) {
    var queueAliases: [(alias: ChainResource, of: ChainValue)] = []
    var functionAliases: [(alias: ChainResource, of: ChainValue)] = []
    for resource in resources {
      func value(_ name: String) -> ChainValue? { resource[name].flatMap { source.value(of: $0) } }
      switch resource.type {
      case "AWS::SQS::Queue":
        queues.append(Queue(resource: resource, name: value("QueueName"), key: value("KmsMasterKeyId")))
      case "AWS::SQS::QueuePolicy", "AWS::SQS::QueueInlinePolicy":
        guard let document = resource["PolicyDocument"] else { continue }
        let list = resource["Queues"] ?? resource["Queue"]
        let listed = list.flatMap { source.structure(of: $0)?.elements } ?? (list.map { [$0] } ?? [])
        queuePolicies.append(
          QueuePolicy(
            resource: resource, queues: listed.isEmpty ? [nil] : listed.map { source.value(of: $0) },
            policy: PolicyDocument(document, source)))
      case "AWS::SQS::QueueAlias": if let queue = value("Queue") { queueAliases.append((resource, queue)) }
      case "AWS::Lambda::Function", "AWS::Serverless::Function":
        functions.append(Function(resource: resource, name: value("FunctionName")))
        if resource.type == "AWS::Serverless::Function" { permissions += Self.implied(by: resource, source) }
      case "AWS::Lambda::Alias", "AWS::Lambda::Version":
        if let function = value("FunctionName") { functionAliases.append((resource, function)) }
      case "AWS::Lambda::Permission":
        permissions.append(
          Permission(
            resource: resource, function: value("FunctionName").map(Self.unqualified),
            principal: value("Principal"), action: value("Action"), source: value("SourceArn")))
      case "AWS::Events::Rule":
        rules.append(Self.rule(resource, source))
        let own = ChainValue(reference: resource.id, "", at: resource.key)
        for target in Self.elements(resource["Targets"], source) {
          ruleTargets.append(Self.target(target, of: own, value("EventBusName"), resource, source))
        }
      case "AWS::Events::Targets":
        for target in Self.elements(resource["Targets"], source) {
          ruleTargets.append(Self.target(target, of: value("Rule"), value("EventBusName"), resource, source))
        }
      case "AWS::Events::Target":
        let own = Node(.mapping(resource.properties), range: resource.key)
        ruleTargets.append(Self.target(own, of: value("Rule"), value("EventBusName"), resource, source))
      default: break
      }
    }
    var queueNames = ResourceNames(queues.map { ($0.resource, $0.name) })
    for (alias, queue) in queueAliases {
      let own = ChainValue(reference: alias.id, "", at: alias.key)
      for place in queueNames.places(of: queue) { queueNames.add(own, place) }
    }
    var functionNames = ResourceNames(functions.map { ($0.resource, $0.name) })
    for (alias, function) in functionAliases {
      let own = ChainValue(reference: alias.id, "", at: alias.key)
      for place in functionNames.places(of: Self.unqualified(function)) { functionNames.add(own, place) }
    }
    self.queueNames = queueNames
    self.functionNames = functionNames
    ruleNames = ResourceNames(rules.map { ($0.resource, $0.name) })
    policiesOfQueues = Belongings(queuePolicies.map(\.queues), of: queueNames)
    permissionsOfFunctions = Belongings(permissions.map { [$0.function] }, of: functionNames)
    targetsOfRules = Belongings(ruleTargets.map { [$0.rule] }, of: ruleNames)
  }

  /// The services that the serverless transform lets invoke a function, by the types of events.
  ///
  /// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html
  private static let services = [
    "SNS": "sns.amazonaws.com", "S3": "s3.amazonaws.com", "EventBridgeRule": "events.amazonaws.com",
    "CloudWatchEvent": "events.amazonaws.com", "Schedule": "events.amazonaws.com",
  ]

  /// The permissions that the transform makes for a function's events, whatever their source is. Of events that are not written out
  /// nothing is known.
  private static func implied(by resource: ChainResource, _ source: some ChainSource) -> [Permission] {
    guard let events = resource["Events"] else { return [] }
    let own = ChainValue(reference: resource.id, "", at: resource.key)
    func permission(_ service: String?) -> Permission {
      Permission(
        resource: resource, function: own, principal: service.map { ChainValue($0, at: events.range) },
        action: ChainValue("lambda:InvokeFunction", at: events.range), source: nil)
    }
    guard let entries = source.structure(of: events)?.entries else { return [permission(nil)] }
    return entries.compactMap { event in
      guard let type = event.value["Type"].flatMap({ source.value(of: $0)?.known }) else {
        return permission(nil)
      }
      return services[type].map { permission($0) }
    }
  }

  private static func rule(_ resource: ChainResource, _ source: some ChainSource) -> Rule {
    func value(_ name: String) -> ChainValue? { resource[name].flatMap { source.value(of: $0) } }
    return Rule(
      resource: resource, name: value("Name"), bus: value("EventBusName"),
      state: value("State") ?? value("IsEnabled"), hasPattern: value("EventPattern") != nil,
      hasTargets: MonitoringChain.filled(resource["Targets"], source) != nil,
      hasRole: value("RoleArn") != nil)
  }

  private static func target(
    _ node: Node, of rule: ChainValue?, _ bus: ChainValue?, _ resource: ChainResource,
    _ source: some ChainSource
  ) -> RuleTarget {
    func value(_ node: Node?) -> ChainValue? { node.flatMap { source.value(of: $0) } }
    let target = source.structure(of: node) ?? node
    let letters = target["DeadLetterConfig"].flatMap { source.structure(of: $0) }
    return RuleTarget(
      resource: resource, rule: rule, bus: bus, arn: value(target["Arn"]).map(unqualified),
      hasRole: value(target["RoleArn"]) != nil,
      deadLetters: value((letters?.elements?.first ?? letters)?["Arn"]))
  }

  /// The elements of a list that is written out, or the one that stands in its place.
  static func elements(_ node: Node?, _ source: some ChainSource) -> [Node] {
    guard let node, source.value(of: node) != nil, let list = source.structure(of: node) else { return [] }
    return (list.elements ?? [list]).flatMap { source.branches(of: $0) }.compactMap {
      source.structure(of: $0)
    }
    .filter { $0.entries != nil }
  }

  /// A function's name or ARN without what stands behind it: a version or an alias.
  ///
  /// https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
  static func unqualified(_ value: ChainValue) -> ChainValue {
    guard value.reference == nil, value.alternatives.isEmpty else { return value }
    let scalars = value.text.unicodeScalars
    // A reference with ':live' behind it.
    if scalars.first == ShellText.open, let close = scalars.firstIndex(of: ShellText.close),
      scalars[scalars.index(after: close)...].first == ":"
    {
      let name = String(scalars[scalars.index(after: scalars.startIndex)..<close])
      let parts = name.fields(by: ".")
      guard parts.count <= 2 else { return value }
      return ChainValue(reference: parts[0], parts.count > 1 ? parts[1] : "", at: value.range)
    }
    let fields = ARNText.fields(of: value.text)
    guard fields.count == 6, fields[2] == "lambda", fields[5].hasPrefix("function:") else { return value }
    let whole = String(fields[5].dropFirst("function:".count))
    // A reference to the function stands for its name.
    if whole.unicodeScalars.first == ShellText.open, !whole.contains(ascii: "::"),
      let close = whole.unicodeScalars.firstIndex(of: ShellText.close)
    {
      let name = String(whole.unicodeScalars[..<close].dropFirst())
      return ChainValue(reference: name.fields(by: ".")[0], "", at: value.range)
    }
    let name = whole.prefix { $0 != ":" }
    var short = value
    short.text = fields[..<5].joined(separator: ":") + ":function:" + name
    return short
  }

  /// The queue of the file that a value means.
  func queue(_ value: ChainValue) -> Queue? { queueNames.places(of: value).first.map { queues[$0] } }
  /// The function of the file that a value means.
  func function(_ value: ChainValue) -> Function? {
    functionNames.places(of: Self.unqualified(value)).first.map { functions[$0] }
  }
  /// The rule of the file that a value means.
  func rule(_ value: ChainValue) -> Rule? { ruleNames.places(of: value).first.map { rules[$0] } }
  /// Whether the ID of a resource, or of another that stands for it, is a queue's.
  func isQueue(_ id: String, _ queue: Queue) -> Bool {
    queueNames.place(of: id).map { queues[$0].resource.id == queue.resource.id } ?? false
  }
  /// The policies of a queue.
  func policies(of queue: Queue) -> [QueuePolicy] {
    policiesOfQueues.of(queue.resource).map { queuePolicies[$0] }
  }
  /// Whether some policy of the file may be the queue's.
  func mayHavePolicy(_ queue: Queue) -> Bool { policiesOfQueues.mayBe(of: queue.resource) }
  /// How many permissions a function has.
  func permissionCount(of function: Function) -> Int { permissionsOfFunctions.of(function.resource).count }
  /// The permissions of a function.
  func permissions(of function: Function) -> [Permission] {
    permissionsOfFunctions.of(function.resource).map { permissions[$0] }
  }
  /// Whether more permissions of the file may be the function's than are known to be.
  func mayHavePermission(_ function: Function) -> Bool {
    // The serverless transform permits each event.
    function.resource["Events"] != nil || permissionsOfFunctions.mayBe(of: function.resource)
  }
  /// Whether some target of the file may be the rule's.
  func mayHaveTarget(_ rule: Rule) -> Bool { rule.hasTargets || targetsOfRules.mayBe(of: rule.resource) }
}
