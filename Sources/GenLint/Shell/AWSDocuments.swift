internal import Diagnostics
internal import Documents

/// The texts of an operation that are documents of their own: the model calls them texts, and only the service reads them.
///
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern.html
enum AWSDocuments {
  /// The operations and members whose text is JSON, and the policy grammar that it follows; an empty name for no grammar.
  private static let grammars: [String: [String: String]] = [
    "iam create-policy": ["PolicyDocument": "policy.identity"],
    "iam create-policy-version": ["PolicyDocument": "policy.identity"],
    "iam put-role-policy": ["PolicyDocument": "policy.identity"],
    "iam put-user-policy": ["PolicyDocument": "policy.identity"],
    "iam put-group-policy": ["PolicyDocument": "policy.identity"],
    "iam create-role": ["AssumeRolePolicyDocument": "policy.trust"],
    "iam update-assume-role-policy": ["PolicyDocument": "policy.trust"],
    "sts assume-role": ["Policy": "policy.identity"],
    "kms create-key": ["Policy": "policy.resource"],
    "kms put-key-policy": ["Policy": "policy.resource"],
    "s3api put-bucket-policy": ["Policy": "policy.bucket"],
    "logs put-resource-policy": ["policyDocument": ""],
    "logs put-destination-policy": ["accessPolicy": ""],
    "logs put-account-policy": ["policyDocument": ""],
    "logs put-data-protection-policy": ["policyDocument": ""],
    "secretsmanager put-resource-policy": ["ResourcePolicy": ""],
    "cloudtrail put-resource-policy": ["ResourcePolicy": ""],
    "events put-rule": ["EventPattern": ""],
    "events create-archive": ["EventPattern": ""],
    "events test-event-pattern": ["EventPattern": "", "Event": ""],
    "events put-permission": ["Policy": ""],
    "organizations create-policy": ["Content": ""],
    "organizations update-policy": ["Content": ""],
    "organizations put-resource-policy": ["Content": ""],
    "cloudwatch put-dashboard": ["DashboardBody": ""],
    "cloudformation set-stack-policy": ["StackPolicyBody": ""],
    "stepfunctions create-state-machine": ["definition": ""],
    "ecr set-repository-policy": ["policyText": ""],
    "ecr put-lifecycle-policy": ["lifecyclePolicyText": ""],
  ]

  /// The attributes of topics and subscriptions that are JSON.
  private static let attributes: [String: [String: String]] = [
    "sns set-topic-attributes": ["Policy": "policy.resource", "DeliveryPolicy": ""],
    "sns set-subscription-attributes": ["FilterPolicy": "", "RedrivePolicy": "", "DeliveryPolicy": ""],
  ]

  /// The grammar of the document that an option gives; nil when the option gives none.
  static func grammar(_ member: String, of command: AWSCommand) -> String? {
    let name = "\(command.service) \(command.operation)"
    if member == "AttributeValue" {
      guard let attribute = command.option("attribute-name")?.values.first else { return nil }
      return attributes[name]?[attribute.text]
    }
    return grammars[name]?[member]
  }

  /// What is wrong with a policy by its grammar.
  static func findings(in document: AWSParameters.Document, _ schemas: SchemaCache) -> [Diagnostic] {
    guard !document.grammar.isEmpty, let schema = schemas.schema(document.grammar) else { return [] }
    var validator = SchemaValidator(PolicyLanguage())
    validator.validate(.init(node: document.node, name: document.member, key: document.key), schema)
    return validator.findings
  }
}

/// How a policy's JSON is read in a script: a number or truth value stands for its text.
private struct PolicyLanguage: ValueLanguage {
  func reading(of node: Node) -> ValueReading { AWSLanguage().reading(of: node) }
  func accepts(_ scalar: Node.Scalar, as type: String) -> Bool {
    if type == "string" { return scalar.style != .plain || scalar.text != "null" }
    return AWSLanguage().accepts(.init(text: scalar.text, style: .literal), as: type)
  }
  func mismatch(of node: Node, with format: String) -> String? { nil }
  func isOpen(_ key: String) -> Bool { AWSLanguage().isOpen(key) }
}
