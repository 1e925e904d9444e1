internal import Diagnostics
internal import Documents

/// The policies, dashboards, rules and event patterns that resources take as a text of JSON.
///
/// What `Sub` and `Join` put into such a text may be anything, so only what is wrong before the first such part, or inside a text of
/// the JSON, counts.
struct TemplateDocuments {
  let template: Template

  /// The properties that take a text of JSON and nothing else.
  private static let texts: [String: Set<String>] = [
    "AWS::Logs::ResourcePolicy": ["PolicyDocument"], "AWS::Logs::AccountPolicy": ["PolicyDocument"],
    "AWS::Logs::Destination": ["DestinationPolicy"], "AWS::CloudWatch::Dashboard": ["DashboardBody"],
    "AWS::CloudWatch::InsightRule": ["RuleBody"],
  ]
  /// The properties that take a structure too.
  private static let either: [String: Set<String>] = [
    "AWS::SNS::TopicPolicy": ["PolicyDocument"], "AWS::SNS::TopicInlinePolicy": ["PolicyDocument"],
    "AWS::SQS::QueuePolicy": ["PolicyDocument"], "AWS::SQS::QueueInlinePolicy": ["PolicyDocument"],
    "AWS::S3::BucketPolicy": ["PolicyDocument"], "AWS::KMS::Key": ["KeyPolicy"],
    "AWS::IAM::ManagedPolicy": ["PolicyDocument"], "AWS::IAM::Policy": ["PolicyDocument"],
    "AWS::IAM::RolePolicy": ["PolicyDocument"], "AWS::IAM::Role": ["AssumeRolePolicyDocument"],
    "AWS::Events::Rule": ["EventPattern"], "AWS::Organizations::Policy": ["Content"],
    "AWS::SecretsManager::ResourcePolicy": ["ResourcePolicy"],
    "AWS::ECR::Repository": ["RepositoryPolicyText"],
  ]

  /// What is no JSON.
  func findings() -> [Diagnostic] {
    guard !template.isRewritten else { return [] }
    return template.resources.flatMap { resource -> [Diagnostic] in
      let isText = Self.texts[resource.type]
      guard let names = isText ?? Self.either[resource.type] else { return [] }
      return (resource.properties?.entries ?? []).compactMap { entry in
        guard let name = entry.key.text, names.contains(name) else { return nil }
        return finding(in: entry.value, name, isText: isText != nil)
      }
    }
  }

  private func finding(in node: Node, _ name: String, isText: Bool) -> Diagnostic? {
    guard let text = Self.text(of: node) else { return nil }
    let first = text.utf8.first { ![9, 10, 13, 32].contains($0) }
    guard isText && first != nil || first == UInt8(ascii: "{"), !text.contains(ascii: "{{"),
      case .plain = TemplateLanguage(template: template).reading(of: Node(node.content, range: node.range))
    else { return nil }
    guard ShellText.isKnown(text) || ScriptJSON.isCertain(text) else { return nil }
    let (tree, problems) = JSONText.read(text) { _ in node.range }
    guard tree == nil, let problem = problems.first else { return nil }
    return Diagnostic(
      .error, .invalidPolicy, "'\(name)' is not JSON: \(problem.message)", at: node.range, hint: problem.hint)
  }

  /// A text with its unknown parts marked; nil when it is none, or what it holds is not told.
  private static func text(of node: Node) -> String? {
    guard let call = Intrinsic(node) else { return node.text }
    switch call.name {
    case "Sub":
      guard let text = call.sub?.text.text else { return nil }
      return Intrinsic.pieces(of: text).map { piece in
        switch piece {
        case .literal(let literal): literal
        case .name(let name): "\(ShellText.open)\(name)\(ShellText.close)"
        }
      }.joined()
    case "Join":
      guard let parts = call.argument.elements, parts.count == 2, parts[0].tag == nil,
        let separator = parts[0].text, let elements = parts[1].elements, parts[1].tag == nil
      else { return nil }
      return elements.map { element in
        Intrinsic(element) == nil
          ? element.text ?? "" : text(of: element) ?? "\(ShellText.open)part\(ShellText.close)"
      }.joined(separator: separator)
    default: return nil
    }
  }
}
