internal import Diagnostics
internal import Documents

/// The chain of a script: what its aws commands make, under CloudFormation's names.
struct ScriptChainSource: ChainSource {
  let calls: [(command: AWSCommand, parameters: AWSParameters)]
  let isSequential = true
  var publishesUnseen: Bool {
    calls.contains { command, parameters in
      command.service == "cloudwatch" && command.operation == "put-metric-data"
        || command.service == "logs" && command.operation == "put-metric-filter" && parameters.isOpen
    }
  }

  private typealias Name = ChainNames.Name

  /// The commands that make or change a resource of the chain.
  private static let types: [String: (type: String, names: [String: ChainNames.Name])] = [
    "logs put-metric-filter": (
      "AWS::Logs::MetricFilter", ["metricTransformations": .nested("MetricTransformations", [:])]
    ),
    "logs put-subscription-filter": ("AWS::Logs::SubscriptionFilter", [:]),
    "logs test-metric-filter": ("Logs test", [:]),
    "logs create-log-group": ("AWS::Logs::LogGroup", [:]),
    "cloudwatch put-metric-alarm": ("AWS::CloudWatch::Alarm", [:]),
    "cloudwatch put-composite-alarm": ("AWS::CloudWatch::CompositeAlarm", [:]),
    "events put-rule": ("AWS::Events::Rule", [:]),
    "sns create-topic": ("AWS::SNS::Topic", ["Name": .plain("TopicName")]),
    "sns subscribe": ("AWS::SNS::Subscription", [:]),
    "cloudtrail create-trail": (
      "AWS::CloudTrail::Trail", ["Name": .plain("TrailName"), "KmsKeyId": .plain("KMSKeyId")]
    ),
    "iam create-role": ("AWS::IAM::Role", [:]),
    "iam put-role-policy": ("AWS::IAM::RolePolicy", [:]),
    "iam attach-role-policy": ("AWS::IAM::RoleAttachment", [:]),
    "kms create-key": ("AWS::KMS::Key", ["Policy": .plain("KeyPolicy")]),
    "kms put-key-policy": ("AWS::KMS::KeyPolicy", ["Policy": .plain("KeyPolicy")]),
    "kms create-alias": ("AWS::KMS::Alias", [:]),
    "s3api create-bucket": ("AWS::S3::Bucket", ["Bucket": .plain("BucketName")]),
    "s3api put-bucket-policy": ("AWS::S3::BucketPolicy", ["Policy": .plain("PolicyDocument")]),
    "cloudformation create-stack-set": ("AWS::CloudFormation::StackSet", [:]),
    "cloudformation update-stack-set": ("AWS::CloudFormation::Stack", [:]),
    "cloudformation create-stack": ("AWS::CloudFormation::Stack", [:]),
    "cloudformation update-stack": ("AWS::CloudFormation::Stack", [:]),
    "cloudformation create-change-set": ("AWS::CloudFormation::Stack", [:]),
    "cloudformation validate-template": ("AWS::CloudFormation::Stack", [:]),
  ]

  /// How the chain calls the resource that a command makes.
  private static func id(_ index: Int) -> String { ShellInvocation.answer(index) }

  var chainResources: [ChainResource] {
    var resources: [ChainResource] = []
    for (command, parameters) in calls {
      let name = "\(command.service) \(command.operation)"
      if let known = Self.types[name] {
        var properties = ChainNames.renamed(
          parameters.entries, known.names, otherwise: ChainNames.capitalized)
        flatten(&properties)
        var resource = ChainResource(
          type: known.type, id: Self.id(command.invocation.index), key: command.range,
          properties: properties)
        if let option = command.option("region"), let region = option.values.first {
          resource.region = ChainValue(region.text, at: option.key)
        }
        resources.append(resource)
        if known.type == "AWS::SNS::Topic" { resources += inlinePolicy(command, properties) }
      } else {
        change(name, command, parameters, &resources)
      }
    }
    return resources
  }

  /// A topic's attributes are properties of it.
  private func flatten(_ properties: inout [Node.Entry]) {
    guard let attributes = properties.first(where: { $0.key.text == "Attributes" })?.value.entries else {
      return
    }
    properties += attributes
  }

  private func inlinePolicy(_ command: AWSCommand, _ properties: [Node.Entry]) -> [ChainResource] {
    guard let policy = properties.first(where: { $0.key.text == "Policy" }) else { return [] }
    let id = Self.id(command.invocation.index)
    let topic = Node(
      .scalar(.init(text: "\(ShellText.open)\(id)\(ShellText.close)", style: .literal)),
      range: policy.key.range)
    return [
      ChainResource(
        type: "AWS::SNS::TopicPolicy", id: id + ".policy", key: command.range,
        properties: [entry("Topics", topic), entry("PolicyDocument", policy.value)])
    ]
  }

  /// Commands that change what another one made.
  private func change(
    _ name: String, _ command: AWSCommand, _ parameters: AWSParameters, _ resources: inout [ChainResource]
  ) {
    func member(_ name: String) -> Node? { parameters.entries.first { $0.key.text == name }?.value }
    switch name {
    case "sns set-topic-attributes":
      guard let topic = member("TopicArn"), let attribute = member("AttributeName")?.text,
        let value = member("AttributeValue")
      else { return }
      if attribute == "Policy" {
        resources.append(
          ChainResource(
            type: "AWS::SNS::TopicPolicy", id: Self.id(command.invocation.index), key: command.range,
            properties: [entry("Topics", topic), entry("PolicyDocument", value)]))
      } else if attribute == "KmsMasterKeyId",
        let index = index(of: "AWS::SNS::Topic", topic, "TopicName", resources)
      {
        resources[index].properties.append(entry("KmsMasterKeyId", value))
      }
    case "logs associate-kms-key":
      guard let group = member("logGroupName"), let key = member("kmsKeyId"),
        let index = index(of: "AWS::Logs::LogGroup", group, "LogGroupName", resources)
      else { return }
      resources[index].properties.append(entry("KmsKeyId", key))
    case "cloudtrail start-logging", "cloudtrail put-event-selectors", "cloudtrail update-trail":
      let trail = member("Name") ?? member("TrailName")
      guard let trail, let index = index(of: "AWS::CloudTrail::Trail", trail, "TrailName", resources) else {
        return
      }
      let id = resources[index].id
      let states = resources.indices.filter { resources[$0].id == id }
      switch command.operation {
      case "start-logging":
        for state in states {
          resources[state].properties.append(
            entry("IsLogging", Node(.scalar(.init(text: "true", style: .plain)), range: command.range)))
        }
      case "put-event-selectors":
        for state in states { change(&resources[state], parameters) }
      default:
        // Of two branches the first run takes the one that makes the trail: it is judged by itself.
        if states.count == 1, command.invocation.isConditional, isConditional(id) {
          resources.insert(resources[index], at: index + 1)
        }
        change(&resources[index], parameters)
      }
    default: break
    }
  }

  /// Sets the properties that a command names anew.
  private func change(_ resource: inout ChainResource, _ parameters: AWSParameters) {
    for changed in parameters.entries where !["TrailName", "Name"].contains(changed.key.text) {
      resource.properties.removeAll { $0.key.text == changed.key.text }
      resource.properties.append(changed)
    }
  }

  /// Whether the command that makes a resource runs on a condition.
  private func isConditional(_ id: String) -> Bool {
    calls.contains { Self.id($0.command.invocation.index) == id && $0.command.invocation.isConditional }
  }

  private func entry(_ name: String, _ value: Node) -> Node.Entry {
    Node.Entry(key: Node(.scalar(.init(text: name, style: .plain)), range: value.range), value: value)
  }

  /// The resource of a type that a name or ARN means; the only one of its type when the value is not known.
  private func index(of type: String, _ node: Node, _ nameProperty: String, _ resources: [ChainResource])
    -> Int?
  {
    guard let value = value(of: node) else { return nil }
    let candidates = resources.indices.filter { resources[$0].type == type }
    let certain = candidates.first { index in
      MonitoringChain.refers(
        value, to: resources[index], resources[index][nameProperty].flatMap { self.value(of: $0) }) == .same
    }
    return certain ?? (candidates.count == 1 && value.known == nil ? candidates[0] : nil)
  }

  func structure(of node: Node) -> Node? {
    guard let text = node.text else { return node }
    return JSONText.read(text, at: node.range).flatMap { $0.scalar == nil ? $0 : nil }
  }

  func value(of node: Node) -> ChainValue? {
    guard let text = node.text else { return ChainValue(unknown: "", at: node.range) }
    var value = ChainValue(text, at: node.range)
    value.node = node
    // The answer of a command that makes something stands for what it makes.
    let scalars = text.unicodeScalars
    if scalars.first == ShellText.open, scalars.last == ShellText.close,
      scalars.count(where: { $0 == ShellText.open }) == 1
    {
      let name = String(String.UnicodeScalarView(scalars.dropFirst().dropLast()))
      if name.hasPrefix("$(aws ") { value.reference = .init(id: name, attribute: "") }
    }
    return value
  }
}
