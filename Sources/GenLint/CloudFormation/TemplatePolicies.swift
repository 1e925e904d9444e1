internal import Diagnostics
internal import Documents

/// The policies of identities and resources, by the grammar of each kind.
///
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
struct TemplatePolicies {
  let template: Template

  /// Where policies stand, and which grammar they follow.
  private static let policyPaths: [String: [(path: [String], grammar: String)]] = [
    "AWS::IAM::Group": [(["Policies", "PolicyDocument"], "policy.identity")],
    "AWS::IAM::ManagedPolicy": [(["PolicyDocument"], "policy.identity")],
    "AWS::IAM::Policy": [(["PolicyDocument"], "policy.identity")],
    "AWS::IAM::Role": [
      (["Policies", "PolicyDocument"], "policy.identity"), (["AssumeRolePolicyDocument"], "policy.trust"),
    ],
    "AWS::IAM::User": [(["Policies", "PolicyDocument"], "policy.identity")],
    "AWS::IAM::UserPolicy": [(["PolicyDocument"], "policy.identity")],
    "AWS::IAM::RolePolicy": [(["PolicyDocument"], "policy.identity")],
    "AWS::IAM::GroupPolicy": [(["PolicyDocument"], "policy.identity")],
    "AWS::KMS::Key": [(["KeyPolicy"], "policy.repeating")],
    "AWS::S3::BucketPolicy": [(["PolicyDocument"], "policy.repeating")],
    "AWS::SNS::TopicPolicy": [(["PolicyDocument"], "policy.resource")],
    "AWS::SQS::QueuePolicy": [(["PolicyDocument"], "policy.resource")],
  ]

  /// What is wrong with the policies of a resource.
  func findings(of resource: Template.Resource) -> [Diagnostic] {
    var validator = SchemaValidator(TemplateLanguage(resource, in: template))
    for (path, grammar) in Self.policyPaths[resource.type] ?? [] {
      validate(resource, path, grammar, &validator)
    }
    return validator.findings
  }

  private func validate(
    _ resource: Template.Resource, _ path: [String], _ grammar: String, _ validator: inout SchemaValidator
  ) {
    guard let schema = template.schemas.schema(grammar), let properties = resource.properties
    else { return }
    var owners = [properties]
    for step in path.dropLast() { owners = owners.compactMap { $0[step] }.flatMap { $0.elements ?? [$0] } }
    for owner in owners {
      guard let entry = owner.entries?.first(where: { $0.key.text == path.last }),
        !isText(entry.value)
      else { continue }
      let documents = documents(in: entry.value)
      validator.validate(.init(node: documents, name: path.last ?? "", key: entry.key.range), schema)
      if grammar == "policy.resource" || grammar == "policy.repeating" {
        checkResources(of: entry.value, resource.type, &validator)
      }
    }
  }

  /// A value without the branches that give a policy as a text.
  private func documents(in policy: Node) -> Node {
    guard let call = Intrinsic(policy), call.name == "If", var parts = call.argument.elements,
      parts.count == 3
    else { return policy }
    for index in 1...2 {
      let range = parts[index].range
      parts[index] =
        isText(parts[index])
        ? Node(.scalar(.init(text: "AWS::NoValue", style: .plain)), tag: "!Ref", range: range)
        : documents(in: parts[index])
    }
    return Node(.sequence(parts), tag: "!If", range: policy.range)
  }

  /// Whether a policy is given as JSON in a text, or as what a function yields.
  private func isText(_ policy: Node) -> Bool {
    if let call = Intrinsic(policy) { return call.name != "If" }
    guard let text = policy.scalar?.text else { return false }
    return text.first { $0 != " " && $0 != "\n" } == "{" || text.contains(ascii: "{{resolve:")
  }

  /// The resources that a resource's own policy speaks of: ARNs, or `*` but for a bucket.
  ///
  /// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
  private func checkResources(of policy: Node, _ type: String, _ validator: inout SchemaValidator) {
    let statements = policy["Statement"].map { $0.elements ?? [$0] } ?? []
    for statement in statements {
      guard let resource = statement["Resource"], Intrinsic(resource) == nil else { continue }
      for node in resource.elements ?? [resource] where Intrinsic(node) == nil {
        guard let text = node.text, case .plain = validator.language.reading(of: node) else { continue }
        let isAny = text == "*" && type != "AWS::S3::BucketPolicy"
        let fields = ARNText.fields(of: text)
        let isAccount =
          fields.count == 6
          && (["", "*", "aws"].contains(fields[4])
            || fields[4].utf8.count == 12 && fields[4].utf8.allSatisfy { (48...57).contains($0) })
        if !isAny, !text.hasPrefix("arn:") || !isAccount {
          validator.report(.noResource(text, at: node.range))
        }
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func noResource(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .patternMismatch,
      "'\(text.prefix(80))' is not the ARN of a resource, which a policy's 'Resource' is",
      at: range)
  }
}
