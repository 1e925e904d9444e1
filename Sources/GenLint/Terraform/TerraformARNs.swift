internal import Diagnostics

/// Arguments that take a resource's name or URL and are given its ARN. The provider lets them pass, and the services refuse them.
///
/// The other way round an argument's own format tells: `TerraformLanguage.mismatch`.
struct TerraformARNs {
  let configuration: TerraformConfiguration

  /// The arguments, with the type of what each names and the attribute that it takes.
  private static let wanted: [String: (argument: String, type: String, attribute: String)] = {
    var wanted: [String: (String, String, String)] = [
      "aws_cloudtrail": ("s3_bucket_name", "aws_s3_bucket", "bucket"),
      "aws_config_delivery_channel": ("s3_bucket_name", "aws_s3_bucket", "bucket"),
      "aws_cloudwatch_log_metric_filter": ("log_group_name", "aws_cloudwatch_log_group", "name"),
      "aws_cloudwatch_log_stream": ("log_group_name", "aws_cloudwatch_log_group", "name"),
      "aws_cloudwatch_log_subscription_filter": ("log_group_name", "aws_cloudwatch_log_group", "name"),
      "aws_iam_instance_profile": ("role", "aws_iam_role", "name"),
      "aws_iam_role_policy": ("role", "aws_iam_role", "name"),
      "aws_iam_role_policy_attachment": ("role", "aws_iam_role", "name"),
      "aws_iam_user_policy": ("user", "aws_iam_user", "name"),
      "aws_iam_user_policy_attachment": ("user", "aws_iam_user", "name"),
      "aws_iam_group_policy": ("group", "aws_iam_group", "name"),
      "aws_iam_group_policy_attachment": ("group", "aws_iam_group", "name"),
    ]
    for part in ["", "_redrive", "_redrive_allow"] {
      wanted["aws_sqs_queue\(part)_policy"] = ("queue_url", "aws_sqs_queue", "url")
    }
    for part in [
      "acl", "lifecycle_configuration", "logging", "notification", "object_lock_configuration",
      "ownership_controls", "policy", "public_access_block", "server_side_encryption_configuration",
      "versioning",
    ] {
      wanted["aws_s3_bucket_\(part)"] = ("bucket", "aws_s3_bucket", "bucket")
    }
    return wanted
  }()

  /// What is given the ARN.
  func findings() -> [Diagnostic] {
    configuration.resources.compactMap { block in
      guard let (argument, type, attribute) = Self.wanted[block.type], let value = block.body[argument],
        let given = value.text.flatMap(TerraformYield.init), given.kind == .arn, given.type == type
      else { return nil }
      let kind = attribute == "url" ? "a URL" : "a name"
      return Diagnostic(
        .error, .mismatchedReference,
        "'\(argument)' takes \(kind), and this refers to the ARN of '\(given.resource)'", at: value.range,
        hint: "use '${\(given.resource).\(attribute)}'")
    }
  }
}
