import Documents
import GenCore

/// Writes values as templates with references.
struct TerraformValue {
  /// The tree of a value.
  func tree(_ value: Value) -> Tree { template(value).tree }

  /// The template of a value.
  func template(_ value: Value) -> TerraformTemplate {
    switch value {
    case .literal(let text): TerraformTemplate(text)
    case .parameter(let name), .found(.logGroupOfTrail, let name): .expression("var.\(name.snakeCase)")
    case .found(.logGroup, _): .expression("one(data.aws_cloudwatch_log_groups.trail.log_group_names)")
    case .found(.organization, _): .expression("data.aws_organizations_organization.current.id")
    case .partition: .expression("data.aws_partition.current.partition")
    case .domain: .expression("data.aws_partition.current.dns_suffix")
    case .region: .expression("data.aws_region.current.id")
    case .account: .expression("data.aws_caller_identity.current.account_id")
    case .joined(let parts): .joined(parts.map(template))
    case .attribute(let attribute, let id):
      .expression("\(TerraformNames.address(id)).\(name(of: attribute, id.kind))")
    }
  }

  private func name(of attribute: Value.Attribute, _ kind: Resource.Kind) -> String {
    switch (attribute, kind) {
    case (.arn, _): "arn"
    case (.name, .bucket): "bucket"
    case (.name, .key): "key_id"
    case (.name, .alarm): "alarm_name"
    case (.name, _): "name"
    }
  }
}
