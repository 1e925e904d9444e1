internal import Diagnostics
internal import Documents

/// References that give a name or a URL where an ARN is wanted, or an ARN where a name is. The services refuse them.
///
/// What a reference gives stands on the page of each type under "Return values":
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
struct TemplateARNs {
  let template: Template

  /// The types of which a reference gives no ARN, with what it gives.
  private static let given: [String: String] = [
    "AWS::CloudTrail::Trail": "the name", "AWS::CloudWatch::Alarm": "the name",
    "AWS::DynamoDB::Table": "the name",
    "AWS::Events::Rule": "the name", "AWS::IAM::Group": "the name", "AWS::IAM::InstanceProfile": "the name",
    "AWS::IAM::Policy": "the name", "AWS::IAM::Role": "the name", "AWS::IAM::User": "the name",
    "AWS::KMS::Key": "the ID", "AWS::Kinesis::Stream": "the name",
    "AWS::KinesisFirehose::DeliveryStream": "the name",
    "AWS::Lambda::Function": "the name", "AWS::Logs::LogGroup": "the name", "AWS::S3::Bucket": "the name",
    "AWS::SQS::Queue": "the URL",
  ]

  /// The properties that take an ARN, or a list of ARNs.
  private static let wanted: [String: [[String]]] = [
    "AWS::CloudTrail::Trail": [["CloudWatchLogsLogGroupArn"], ["CloudWatchLogsRoleArn"]],
    "AWS::Events::Rule": [["RoleArn"], ["Targets", "Arn"], ["Targets", "RoleArn"]],
    "AWS::IAM::Group": [["ManagedPolicyArns"]],
    "AWS::IAM::Role": [["ManagedPolicyArns"], ["PermissionsBoundary"]],
    "AWS::IAM::User": [["ManagedPolicyArns"], ["PermissionsBoundary"]],
    "AWS::Lambda::EventSourceMapping": [["EventSourceArn"]], "AWS::Lambda::Function": [["Role"]],
    "AWS::Lambda::Permission": [["SourceArn"]],
    "AWS::Logs::SubscriptionFilter": [["DestinationArn"], ["RoleArn"]], "AWS::SNS::TopicPolicy": [["Topics"]],
    "AWS::CloudWatch::Alarm": [["AlarmActions"], ["OKActions"], ["InsufficientDataActions"]],
    "AWS::CloudWatch::CompositeAlarm": [["AlarmActions"], ["OKActions"], ["InsufficientDataActions"]],
  ]

  /// The properties that take a name, or a list of names.
  private static let named: [String: [[String]]] = [
    "AWS::IAM::InstanceProfile": [["Roles"]], "AWS::IAM::ManagedPolicy": [["Roles"], ["Users"], ["Groups"]],
    "AWS::IAM::Policy": [["Roles"], ["Users"], ["Groups"]], "AWS::IAM::RolePolicy": [["RoleName"]],
    "AWS::S3::BucketPolicy": [["Bucket"]], "AWS::CloudTrail::Trail": [["S3BucketName"]],
    "AWS::Logs::MetricFilter": [["LogGroupName"]], "AWS::Logs::SubscriptionFilter": [["LogGroupName"]],
  ]

  /// Where policies stand.
  private static let policies: [[String]] = [
    ["PolicyDocument"], ["AssumeRolePolicyDocument"], ["KeyPolicy"], ["Policies", "PolicyDocument"],
  ]

  /// The references of the wrong kind.
  func findings() -> [Diagnostic] {
    guard template.keepsFunctions else { return [] }
    var found: [Diagnostic] = []
    for resource in template.resources {
      guard let properties = resource.properties else { continue }
      for path in Self.wanted[resource.type] ?? [] {
        for node in Self.nodes(at: path, in: properties) { want(node, path.last ?? "", &found) }
      }
      for path in Self.named[resource.type] ?? [] {
        for node in Self.nodes(at: path, in: properties) { name(node, path.last ?? "", &found) }
      }
      guard resource.schema != nil else { continue }
      for path in Self.policies {
        for statement in Self.nodes(at: path + ["Statement"], in: properties) {
          for part in [["Resource"], ["NotResource"], ["Principal", "AWS"]] {
            for node in Self.nodes(at: part, in: statement) { want(node, part.last ?? "", &found) }
          }
        }
      }
    }
    return found
  }

  /// The values at a path, each element of lists by itself.
  private static func nodes(at path: [String], in node: Node) -> [Node] {
    var nodes = [node]
    for step in path {
      nodes = nodes.compactMap { $0[step] }.flatMap { Intrinsic($0) == nil ? $0.elements ?? [$0] : [$0] }
    }
    return nodes
  }

  private func want(_ node: Node, _ property: String, _ found: inout [Diagnostic]) {
    guard let call = Intrinsic(node), call.name == "Ref", let id = call.argument.text,
      template.parameter(id) == nil,
      let resource = template.resource(id), let given = Self.given[resource.type]
    else { return }
    found.append(
      .otherKind(
        property, "an ARN", "\(given) of '\(id)'", at: node.range,
        hint: resource.schema?["attributes"]?.member("Arn") == nil ? nil : "use '\(id).Arn'"))
  }

  private func name(_ node: Node, _ property: String, _ found: inout [Diagnostic]) {
    guard let call = Intrinsic(node), let target = call.getAtt, target.attribute == "Arn",
      let resource = template.resource(target.resource), Self.given[resource.type] == "the name"
    else { return }
    found.append(
      .otherKind(
        property, "a name", "the ARN of '\(resource.id)'", at: node.range, hint: "use '!Ref \(resource.id)'"))
  }
}

extension Diagnostic {
  fileprivate static func otherKind(
    _ property: String, _ wanted: String, _ given: String, at range: SourceRange, hint: String?
  ) -> Diagnostic {
    Diagnostic(
      .error, .mismatchedReference, "'\(property)' takes \(wanted), and this refers to \(given)", at: range,
      hint: hint)
  }
}
