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
    "logs test-metric-filter": ("Logs test", [:]), "logs filter-log-events": ("Logs test", [:]),
    "logs create-log-group": ("AWS::Logs::LogGroup", [:]),
    "cloudwatch put-metric-alarm": ("AWS::CloudWatch::Alarm", [:]),
    "cloudwatch put-composite-alarm": ("AWS::CloudWatch::CompositeAlarm", [:]),
    "events put-rule": ("AWS::Events::Rule", [:]),
    "events put-targets": ("AWS::Events::Targets", [:]),
    "sqs create-queue": ("AWS::SQS::Queue", [:]),
    "sqs get-queue-url": ("AWS::SQS::QueueAlias", ["QueueName": .plain("Queue")]),
    "sqs get-queue-attributes": ("AWS::SQS::QueueAlias", ["QueueUrl": .plain("Queue")]),
    "lambda create-function": ("AWS::Lambda::Function", [:]),
    "lambda get-function": ("AWS::Lambda::Alias", [:]),
    "lambda get-function-configuration": ("AWS::Lambda::Alias", [:]),
    "lambda create-alias": ("AWS::Lambda::Alias", [:]),
    "lambda publish-version": ("AWS::Lambda::Version", [:]),
    "lambda add-permission": ("AWS::Lambda::Permission", [:]),
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
    var resources = ScriptResources()
    let conditional = Set(calls.map(\.command.invocation).filter(\.isConditional).map { Self.id($0.index) })
    for (command, parameters) in calls {
      let name = "\(command.service) \(command.operation)"
      if let known = Self.types[name] {
        var properties = ChainNames.renamed(
          parameters.entries, known.names, otherwise: ChainNames.capitalized)
        flatten(&properties)
        var resource = ChainResource(
          type: known.type, id: Self.id(command.invocation.index), key: command.range,
          properties: properties)
        resource.isOpen = parameters.isOpen
        if let option = command.option("region"), let region = option.values.first {
          resource.region = ChainValue(region.text, at: option.key)
        }
        let named = Self.named[known.type].flatMap { resource[$0] }
        resources.append(resource, named: named.flatMap { value(of: $0) })
        if let policy = inlinePolicy(of: known.type, command, parameters, properties) {
          resources.append(policy)
        }
      } else {
        change(name, command, parameters, conditional, &resources)
      }
    }
    return resources.all
  }

  /// The properties with the names of what later commands change.
  private static let named = [
    "AWS::SNS::Topic": "TopicName", "AWS::Logs::LogGroup": "LogGroupName",
    "AWS::CloudTrail::Trail": "TrailName", "AWS::SQS::Queue": "QueueName",
    "AWS::Events::Rule": "Name",
  ]

  /// A topic's attributes are properties of it.
  private func flatten(_ properties: inout [Node.Entry]) {
    guard let attributes = properties.first(where: { $0.key.text == "Attributes" })?.value.entries else {
      return
    }
    properties += attributes
  }

  /// The policy that stands among the attributes of a topic or queue. One that cannot be read is there all the same.
  private func inlinePolicy(
    of type: String, _ command: AWSCommand, _ parameters: AWSParameters, _ properties: [Node.Entry]
  ) -> ChainResource? {
    let kinds = [
      "AWS::SNS::Topic": ("AWS::SNS::TopicPolicy", "Topics"),
      "AWS::SQS::Queue": ("AWS::SQS::QueuePolicy", "Queue"),
    ]
    guard let (kind, owner) = kinds[type] else { return nil }
    let policy =
      properties.first { $0.key.text == "Policy" }
      ?? (type == "AWS::SQS::Queue" ? unreadableAttributes(command, parameters) : nil)
    guard let policy else { return nil }
    let id = Self.id(command.invocation.index)
    let own = Node(
      .scalar(.init(text: "\(ShellText.open)\(id)\(ShellText.close)", style: .literal)),
      range: policy.key.range)
    return ChainResource(
      type: kind, id: id + ".policy", key: command.range,
      properties: [entry(owner, own), entry("PolicyDocument", policy.value)])
  }

  /// Attributes that the script gives and does not show, such as a file's.
  private func unreadableAttributes(_ command: AWSCommand, _ parameters: AWSParameters) -> Node.Entry? {
    let attributes = parameters.entries.first { $0.key.text == "Attributes" }?.value
    guard command.option("attributes") != nil || parameters.isOpen,
      attributes?.entries == nil
    else { return nil }
    let place = command.option("attributes")?.key ?? command.range
    return entry("Policy", Node(.scalar(.init(text: "", style: .literal)), range: place))
  }

  /// Commands that change what another one made.
  private func change(
    _ name: String, _ command: AWSCommand, _ parameters: AWSParameters, _ conditional: Set<String>,
    _ resources: inout ScriptResources
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
        let place = place(of: "AWS::SNS::Topic", topic, resources)
      {
        resources.change(place) { $0.properties.append(entry("KmsMasterKeyId", value)) }
      }
    case "sqs set-queue-attributes":
      guard let queue = member("QueueUrl") else { return }
      let attributes = member("Attributes")?.entries
      let policy =
        attributes?.first { $0.key.text == "Policy" } ?? unreadableAttributes(command, parameters)
      if let policy {
        resources.append(
          ChainResource(
            type: "AWS::SQS::QueuePolicy", id: Self.id(command.invocation.index), key: command.range,
            properties: [entry("Queue", queue), entry("PolicyDocument", policy.value)]))
      }
      if let key = attributes?.first(where: { $0.key.text == "KmsMasterKeyId" }),
        let place = place(of: "AWS::SQS::Queue", queue, resources)
      {
        resources.change(place) { $0.properties.append(entry("KmsMasterKeyId", key.value)) }
      }
    case "events enable-rule":
      guard let rule = member("Name"), let place = place(of: "AWS::Events::Rule", rule, resources) else {
        return
      }
      resources.change(place) { $0.properties.removeAll { $0.key.text == "State" } }
    case "logs associate-kms-key":
      guard let group = member("logGroupName"), let key = member("kmsKeyId"),
        let place = place(of: "AWS::Logs::LogGroup", group, resources)
      else { return }
      resources.change(place) { $0.properties.append(entry("KmsKeyId", key)) }
    case "cloudtrail start-logging", "cloudtrail put-event-selectors", "cloudtrail update-trail":
      let trail = member("Name") ?? member("TrailName")
      guard let trail, let place = place(of: "AWS::CloudTrail::Trail", trail, resources) else { return }
      let id = resources.all[place].id
      let states = resources.states(of: id)
      switch command.operation {
      case "start-logging":
        for state in states {
          let isLogging = Node(.scalar(.init(text: "true", style: .plain)), range: command.range)
          resources.change(state) { $0.properties.append(entry("IsLogging", isLogging)) }
        }
      case "put-event-selectors":
        for state in states { resources.change(state) { change(&$0, parameters) } }
      default:
        // Of two branches the first run takes the one that makes the trail: it is judged by itself.
        if states.count == 1, command.invocation.isConditional, conditional.contains(id) {
          resources.insertCopy(of: place)
        }
        resources.change(place) { change(&$0, parameters) }
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

  private func entry(_ name: String, _ value: Node) -> Node.Entry {
    Node.Entry(key: Node(.scalar(.init(text: name, style: .plain)), range: value.range), value: value)
  }

  private func place(of type: String, _ node: Node, _ resources: ScriptResources) -> Int? {
    value(of: node).flatMap { resources.place(of: type, meant: $0) }
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
