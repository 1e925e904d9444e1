internal import Diagnostics
internal import Documents

/// The chain of a Terraform configuration: the provider's arguments under CloudFormation's names, variables by their defaults.
struct TerraformChainSource: ChainSource {
  let configuration: TerraformConfiguration
  /// Who refers to whom.
  let edges: [String: [String]]
  /// What expressions yield that are no plain reference.
  let typing: TerraformTyping
  let isSequential = false
  /// The configurations of providers, by how resources name them.
  private let providers: [String: [TerraformConfiguration.Block]]

  /// Makes a source of a configuration with its edges.
  init(configuration: TerraformConfiguration, edges: [String: [String]], typing: TerraformTyping) {
    self.configuration = configuration
    self.edges = edges
    self.typing = typing
    providers = Dictionary(grouping: configuration.providers) { provider in
      provider.name + (provider.body["alias"]?.text.map { ".\($0)" } ?? "")
    }
  }

  var publishesUnseen: Bool { !configuration.modules.isEmpty }
  var showsAll: Bool { !configuration.isPart && configuration.elsewhere == nil }
  var handedOn: Set<String> { Set(configuration.modules.flatMap { addresses(in: $0.body) }) }
  var offered: Set<String> {
    Set(configuration.outputs.compactMap { $0.body["value"] }.flatMap { addresses(in: $0) })
  }

  /// The resources of which the expressions in a value speak.
  private func addresses(in node: Node) -> [String] {
    guard let text = node.text else {
      return (node.elements ?? node.entries?.map(\.value) ?? []).flatMap { addresses(in: $0) }
    }
    guard text.contains(ascii: "aws_") else { return [] }
    let words = text.unicodeScalars.split { scalar in
      !(scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "._-".unicodeScalars.contains(scalar))
    }
    return words.map { String($0).fields(by: ".") }.filter { $0.count > 1 && $0[0].hasPrefix("aws_") }.map {
      "\($0[0]).\($0[1])"
    }
  }

  private typealias Name = ChainNames.Name

  /// The resources of the chain, by the provider's types.
  private static let types: [String: (type: String, names: [String: ChainNames.Name])] = [
    "aws_cloudwatch_log_metric_filter": (
      "AWS::Logs::MetricFilter",
      [
        "name": .plain("FilterName"), "pattern": .plain("FilterPattern"),
        "metric_transformation": .nested(
          "MetricTransformations",
          [
            "name": .plain("MetricName"), "namespace": .plain("MetricNamespace"),
            "value": .plain("MetricValue"),
          ]),
      ]
    ),
    "aws_cloudwatch_log_subscription_filter": ("AWS::Logs::SubscriptionFilter", [:]),
    "aws_cloudwatch_metric_alarm": (
      "AWS::CloudWatch::Alarm",
      [
        "ok_actions": .plain("OKActions"),
        "metric_query": .nested(
          "Metrics", ["metric": .nested("MetricStat", [:])]),
      ]
    ),
    "aws_cloudwatch_composite_alarm": ("AWS::CloudWatch::CompositeAlarm", [:]),
    "aws_sns_topic": ("AWS::SNS::Topic", ["name": .plain("TopicName")]),
    "aws_sns_topic_policy": (
      "AWS::SNS::TopicPolicy", ["arn": .plain("Topics"), "policy": .plain("PolicyDocument")]
    ),
    "aws_sns_topic_subscription": ("AWS::SNS::Subscription", [:]),
    "aws_cloudwatch_log_group": ("AWS::Logs::LogGroup", ["name": .plain("LogGroupName")]),
    "aws_cloudtrail": (
      "AWS::CloudTrail::Trail",
      [
        "name": .plain("TrailName"), "enable_logging": .plain("IsLogging"),
        "cloud_watch_logs_group_arn": .plain("CloudWatchLogsLogGroupArn"), "kms_key_id": .plain("KMSKeyId"),
        "s3_bucket_name": .plain("S3BucketName"), "event_selector": .nested("EventSelectors", [:]),
        "advanced_event_selector": .nested(
          "AdvancedEventSelectors", ["field_selector": .nested("FieldSelectors", [:])]),
      ]
    ),
    "aws_iam_role": (
      "AWS::IAM::Role",
      [
        "name": .plain("RoleName"), "assume_role_policy": .plain("AssumeRolePolicyDocument"),
        "inline_policy": .nested("Policies", ["policy": .plain("PolicyDocument")]),
      ]
    ),
    "aws_iam_role_policy": (
      "AWS::IAM::RolePolicy", ["role": .plain("RoleName"), "policy": .plain("PolicyDocument")]
    ),
    "aws_iam_role_policy_attachment": ("AWS::IAM::RoleAttachment", ["role": .plain("RoleName")]),
    "aws_iam_policy_attachment": ("AWS::IAM::RoleAttachment", [:]),
    "aws_kms_key": ("AWS::KMS::Key", ["policy": .plain("KeyPolicy")]),
    "aws_kms_key_policy": ("AWS::KMS::KeyPolicy", ["policy": .plain("KeyPolicy")]),
    "aws_kms_alias": ("AWS::KMS::Alias", ["name": .plain("AliasName")]),
    "aws_s3_bucket": ("AWS::S3::Bucket", ["bucket": .plain("BucketName")]),
    "aws_s3_bucket_policy": ("AWS::S3::BucketPolicy", ["policy": .plain("PolicyDocument")]),
    "aws_cloudformation_stack": ("AWS::CloudFormation::Stack", [:]),
    "aws_cloudformation_stack_set": ("AWS::CloudFormation::StackSet", [:]),
  ]

  /// What stands beside the chain.
  private static let neighbours: [String: (type: String, names: [String: ChainNames.Name])] = [
    "aws_cloudwatch_event_rule": ("AWS::Events::Rule", [:]),
    "aws_cloudwatch_event_target": (
      "AWS::Events::Target", ["dead_letter_config": .nested("DeadLetterConfig", [:])]
    ),
    "aws_sqs_queue": ("AWS::SQS::Queue", ["name": .plain("QueueName")]),
    "aws_sqs_queue_policy": (
      "AWS::SQS::QueuePolicy", ["queue_url": .plain("Queue"), "policy": .plain("PolicyDocument")]
    ),
    "aws_lambda_function": ("AWS::Lambda::Function", [:]),
    "aws_lambda_alias": ("AWS::Lambda::Alias", [:]),
    "aws_lambda_permission": ("AWS::Lambda::Permission", [:]),
    "aws_s3_bucket_notification": (
      "AWS::S3::BucketNotification",
      [
        "topic": .nested("TopicConfigurations", ["topic_arn": .plain("Topic")]),
        "queue": .nested("QueueConfigurations", ["queue_arn": .plain("Queue")]),
        "lambda_function": .nested("LambdaConfigurations", ["lambda_function_arn": .plain("Function")]),
      ]
    ),
    "aws_budgets_budget": (
      "AWS::Budgets::Budget", ["name": .plain("BudgetName"), "notification": .nested("Notification", [:])]
    ),
  ]

  /// The provider's types by CloudFormation's.
  static let provided = Dictionary(types.map { ($0.value.type, $0.key) }, uniquingKeysWith: { min($0, $1) })

  /// Whether a type is one of the chain.
  static func isProvided(_ type: String) -> Bool { types[type] != nil }

  var chainResources: [ChainResource] {
    configuration.resources.flatMap { block -> [ChainResource] in
      guard let known = Self.types[block.type] ?? Self.neighbours[block.type],
        let entries = block.body.entries
      else { return [] }
      var properties = ChainNames.renamed(entries, known.names, otherwise: ChainNames.pascalCase)
      if entries.contains(where: { $0.key.text == "dynamic" }) || block.body["for_each"] != nil {
        properties += unknowns(for: block.type, at: block.key)
      }
      var resource = ChainResource(
        type: known.type, id: block.address, key: block.key, properties: properties,
        isConditional: block.body["count"] != nil || block.body["for_each"] != nil,
        dependencies: edges[block.address] ?? [])
      resource.isOpen = block.body["dynamic"] != nil
      resource.region = region(of: block)
      resource.place = [block.body["provider"], block.body["region"]].map { $0?.text ?? "" }.joined(
        separator: "\n")
      // The policy of a topic or bucket may stand in it.
      let inlined = [
        "aws_sns_topic": ("AWS::SNS::TopicPolicy", "Topics", "arn"),
        "aws_s3_bucket": ("AWS::S3::BucketPolicy", "Bucket", "id"),
        "aws_sqs_queue": ("AWS::SQS::QueuePolicy", "Queue", "id"),
      ]
      guard let (type, name, identity) = inlined[block.type], let policy = block.body["policy"] else {
        return [resource]
      }
      let address = "${\(block.address).\(identity)}"
      let own = Node(.scalar(.init(text: address, style: .doubleQuoted)), range: block.key)
      let key = { (text: String) in Node(.scalar(.init(text: text, style: .plain)), range: policy.range) }
      let inline = ChainResource(
        type: type, id: block.address + ".policy", key: block.key,
        properties: [
          Node.Entry(key: key(name), value: own), Node.Entry(key: key("PolicyDocument"), value: policy),
        ])
      return [resource, inline]
    }
  }

  /// The Region that a resource names, or that its provider's configuration has written out.
  private func region(of block: TerraformConfiguration.Block) -> ChainValue? {
    if let own = block.body["region"] { return value(of: own) }
    let provider = block.body["provider"]
    let name = (provider?.text ?? "aws").fields(by: ".").prefix(2).joined(separator: ".")
    let configured = providers[name] ?? []
    guard configured.count == 1, let scalar = configured[0].body["region"]?.scalar, scalar.style != .plain,
      let text = TerraformTemplate.literal(scalar.text, constants: configuration.constants)
    else { return nil }
    return ChainValue(text, at: provider?.range ?? block.key)
  }

  /// What a dynamic block may set.
  private func unknowns(for type: String, at range: SourceRange) -> [Node.Entry] {
    guard type == "aws_cloudtrail" else { return [] }
    let unknown = Node(.scalar(.init(text: "${dynamic}", style: .doubleQuoted)), range: range)
    return [
      Node.Entry(
        key: Node(.scalar(.init(text: "EventSelectors", style: .plain)), range: range), value: unknown)
    ]
  }

  func structure(of node: Node) -> Node? { structure(of: node, depth: 0) }

  private func structure(of node: Node, depth: Int) -> Node? {
    guard let text = node.text else { return node }
    if let encoded = TerraformEncodedText.argument(of: text) {
      return TerraformEncodedText.node(encoded, at: node.range) { local($0) }
    }
    if depth < 5, let path = wholeReference(text), path.count == 2, path[0] == "local",
      let value = local(path[1]), let inner = value.text, TerraformEncodedText.argument(of: inner) != nil
    {
      return structure(of: value, depth: depth + 1)
    }
    if let address = wholeReference(text), address.count >= 4, address[0] == "data",
      address[1] == "aws_iam_policy_document"
    {
      return policyDocument(address[2])
    }
    guard let value = value(of: node), value.alternatives.isEmpty, value.reference == nil else { return nil }
    guard let tree = JSONText.read(value.text, at: node.range), tree.scalar == nil else { return nil }
    return TerraformPolicyText.escaped(tree)
  }

  private func local(_ name: String) -> Node? {
    configuration.locals.first { $0.key.text == name }?.value
  }

  /// The names of a text that is one reference and nothing else.
  private func wholeReference(_ text: String) -> [String]? {
    guard let pieces = try? TerraformTemplate.pieces(of: text), pieces.count == 1,
      case .interpolation(_, let expression) = pieces[0]
    else { return nil }
    let trimmed = expression.trimmingBlanks()
    let isPath = trimmed.utf8.allSatisfy { byte in
      byte == 95 || byte == 45 || byte == 46 || (48...57).contains(byte) || (65...90).contains(byte)
        || (97...122).contains(byte)
        || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
    }
    guard isPath else { return nil }
    return trimmed.fields(by: ".").map { String($0.prefix { $0 != "[" }) }
  }

  /// A policy document that a data source writes, in the grammar of JSON policies.
  private func policyDocument(_ name: String) -> Node? {
    guard
      let block = configuration.dataSources.first(where: {
        $0.type == "aws_iam_policy_document" && $0.name == name
      }),
      block.body["source_policy_documents"] == nil, block.body["override_policy_documents"] == nil,
      block.body["dynamic"] == nil
    else { return nil }
    return TerraformPolicyText.document(block.body)
  }

  func value(of node: Node) -> ChainValue? {
    guard let scalar = node.scalar else { return ChainValue(unknown: "", at: node.range) }
    if scalar.style == .plain {
      guard scalar.text != "null" else { return nil }
      var value = ChainValue(scalar.text, at: node.range)
      value.node = node
      return value
    }
    return resolve(scalar.text, at: node.range, node: node, depth: 0)
  }

  /// The most bytes that a value is followed to: values that double each other grow without end.
  private static let longest = 65_536

  /// What expressions stand for, each found once. One that is asked for while it is looked for stands for itself.
  private final class Found {
    var values: [String: ChainValue?] = [:]
    var open: Set<String> = []
  }
  private let found = Found()

  private func resolve(_ text: String, at range: SourceRange, node: Node? = nil, depth: Int) -> ChainValue? {
    guard depth < 12 else { return ChainValue(unknown: text, at: range) }
    guard let pieces = try? TerraformTemplate.pieces(of: text) else {
      return ChainValue(unknown: text, at: range)
    }
    var whole = ChainValue("", at: range)
    whole.node = node
    for piece in pieces {
      switch piece {
      case .literal(let literal): whole.text += literal
      case .directive: whole.text += ChainValue(unknown: text, at: range).text
      case .interpolation(_, let expression):
        let value = remembered(expression.trimmingBlanks(), at: range, depth: depth + 1)
        if pieces.count == 1 {
          guard var value else { return nil }
          value.range = range
          return value
        }
        whole.text += value?.text ?? ""
        guard whole.text.utf8.count <= Self.longest else { return ChainValue(unknown: text, at: range) }
      }
    }
    return whole
  }

  private func remembered(_ expression: String, at range: SourceRange, depth: Int) -> ChainValue? {
    if let known = found.values[expression] {
      return known.map { value in
        var value = value
        value.range = range
        return value
      }
    }
    guard found.open.insert(expression).inserted else { return ChainValue(unknown: expression, at: range) }
    let value = resolveExpression(expression, at: range, depth: depth)
    found.open.remove(expression)
    found.values[expression] = .some(value)
    return value
  }

  private func resolveExpression(_ expression: String, at range: SourceRange, depth: Int) -> ChainValue? {
    let unknown = ChainValue(unknown: expression, at: range)
    guard let path = wholeReference("${\(expression)}"), path.count >= 2 else {
      let pieces = try? TerraformTemplate.pieces(of: "${\(expression)}")
      return pieces.flatMap { typing.value(of: $0).text }.map { ChainValue($0, at: range) } ?? unknown
    }
    switch path[0] {
    case "var":
      guard path.count == 2,
        let value = configuration.variables.first(where: { $0.name == path[1] })?.body["default"]?.scalar,
        !value.text.isEmpty
      else { return unknown }
      return value.style == .plain && value.text == "null" ? unknown : ChainValue(value.text, at: range)
    case "local":
      guard path.count == 2, let value = local(path[1])?.scalar else {
        let pieces = try? TerraformTemplate.pieces(of: "${\(expression)}")
        return pieces.flatMap { typing.value(of: $0).text }.map { ChainValue($0, at: range) } ?? unknown
      }
      return value.style == .plain
        ? ChainValue(value.text, at: range) : resolve(value.text, at: range, depth: depth)
    case let type where type.hasPrefix("aws_"):
      guard let block = configuration.resource("\(type).\(path[1])") else { return unknown }
      // With for_each or count an address means several resources.
      if block.body["for_each"] != nil || block.body["count"] != nil { return unknown }
      var body: Node? = block.body
      for step in path.dropFirst(2) {
        let inner = body?[step]
        body = inner?.elements?.first ?? inner
      }
      let isIdentity =
        ["arn", "id", "key_id", "name", "bucket", "target_key_arn"].contains(path.last ?? "")
        && path.count == 3
      if !isIdentity, path.count > 2, let scalar = body?.scalar {
        return scalar.style == .plain
          ? ChainValue(scalar.text, at: range) : resolve(scalar.text, at: range, depth: depth)
      }
      return ChainValue(reference: block.address, path.dropFirst(2).joined(separator: "."), at: range)
    default: return unknown
    }
  }
}
