internal import Diagnostics
internal import Documents

/// The policies, event patterns and dashboards that commands are given as texts, which the model of their operation does not judge.
///
/// The service refuses what is no JSON, and IAM a statement that it cannot read.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
struct ScriptDocuments {
  let source: SourceText
  private let grammars = SchemaCache(.cloudFormation)

  /// The members that are JSON, by operation, and the grammar of those that are policies.
  private static let members: [String: [String: String]] = [
    "iam create-role": ["AssumeRolePolicyDocument": "policy.trust"],
    "iam update-assume-role-policy": ["PolicyDocument": "policy.trust"],
    "iam put-role-policy": ["PolicyDocument": "policy.identity"],
    "iam put-user-policy": ["PolicyDocument": "policy.identity"],
    "iam put-group-policy": ["PolicyDocument": "policy.identity"],
    "iam create-policy": ["PolicyDocument": "policy.identity"],
    "iam create-policy-version": ["PolicyDocument": "policy.identity"],
    "s3api put-bucket-policy": ["Policy": "policy.bucket"],
    "kms create-key": ["Policy": "policy.resource"], "kms put-key-policy": ["Policy": "policy.resource"],
    "sns set-topic-attributes": ["AttributeValue": "policy.resource"],
    "logs put-resource-policy": ["policyDocument": ""], "logs put-account-policy": ["policyDocument": ""],
    "logs put-destination-policy": ["accessPolicy": ""],
    "events put-rule": ["EventPattern": ""], "events create-archive": ["EventPattern": ""],
    "events test-event-pattern": ["EventPattern": "", "Event": ""], "events put-permission": ["Policy": ""],
    "organizations create-policy": ["Content": ""], "organizations update-policy": ["Content": ""],
    "cloudwatch put-dashboard": ["DashboardBody": ""],
    "cloudformation set-stack-policy": ["StackPolicyBody": ""],
    "cloudformation create-stack": ["StackPolicyBody": ""],
    "secretsmanager put-resource-policy": ["ResourcePolicy": ""],
    "ecr set-repository-policy": ["policyText": ""],
  ]

  /// Makes one for a script.
  init(_ source: SourceText) { self.source = source }

  /// What is wrong with the documents of a command.
  func findings(of command: AWSCommand) -> [Diagnostic] {
    guard let members = Self.members["\(command.service) \(command.operation)"] else { return [] }
    let isPolicy =
      command.service != "sns" || command.option("attribute-name")?.values.first?.text == "Policy"
    guard isPolicy else { return [] }
    return command.options.flatMap { option -> [Diagnostic] in
      guard let member = command.member(option.name), let grammar = members[member],
        let value = option.values.first, let text = text(of: value, command)
      else { return [] }
      // A condition may be on what a variable gives.
      if command.invocation.isConditional, value.hasExpansion, text.text == value.text { return [] }
      return findings(of: text, member, grammar, option)
    }
  }

  /// The text that a value gives, or that of the file which it names; nil when the script does not tell it.
  private func text(of value: ShellText, _ command: AWSCommand) -> ShellText? {
    // Version 1 of the aws command fetches an address.
    if value.text.hasPrefix("http://") || value.text.hasPrefix("https://") { return nil }
    guard value.text.hasPrefix("file") && value.text.contains(ascii: "://") else {
      return AWSLanguage.isPlaceholder(value.text) || value.text.trimmingBlanks().isEmpty ? nil : value
    }
    return command.invocation.files.text(of: String(value.text.dropFirst("file://".utf8.count)))
  }

  private func findings(
    of text: ShellText, _ member: String, _ grammar: String, _ option: AWSCommand.Option
  ) -> [Diagnostic] {
    let json = ScriptJSON(text, in: source)
    guard let node = json.node else {
      return json.problem.map {
        [.noDocument(option.name, text.text, $0.message, at: $0.range ?? option.key)]
      } ?? []
    }
    guard !grammar.isEmpty, let schema = grammars.schema(grammar) else { return [] }
    var validator = SchemaValidator(AWSLanguage())
    validator.validate(.init(node: node, name: member, key: option.key), schema)
    return validator.findings
  }
}

extension Diagnostic {
  fileprivate static func noDocument(
    _ option: String, _ text: String, _ problem: String, at range: SourceRange
  ) -> Diagnostic {
    let isFile = text.utf8.count < 200 && text.hasSuffix(".json") && !text.utf8.contains(32)
    return Diagnostic(
      .error, .invalidPolicy, "the value of '--\(option)' is not JSON: \(problem)", at: range,
      hint: isFile ? "write 'file://\(text)' for what the file holds" : nil)
  }
}
