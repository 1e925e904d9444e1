/// What a plain reference to a resource gives, such as `${aws_iam_role.writer.name}`.
///
/// The attributes of each type stand on its page: https://registry.terraform.io/providers/hashicorp/aws/latest/docs
struct TerraformYield {
  /// The kinds of what a reference gives.
  enum Kind: String {
    case arn = "the ARN"
    case name = "the name"
    case url = "the URL"
    case id = "the ID"
  }

  /// What it gives.
  let kind: Kind
  /// The resource's type.
  let type: String
  /// The resource as the reference names it, up to the attribute.
  let resource: String

  /// The attributes that name a resource, whatever its type.
  private static let names: Set<String> = ["name", "bucket", "function_name", "alarm_name"]
  /// The types whose `id` is no ARN.
  private static let identifiers: [String: Kind] = [
    "aws_cloudwatch_event_bus": .name, "aws_cloudwatch_event_rule": .name, "aws_cloudwatch_log_group": .name,
    "aws_cloudwatch_metric_alarm": .name, "aws_iam_group": .name, "aws_iam_instance_profile": .name,
    "aws_iam_role": .name, "aws_iam_user": .name, "aws_kms_key": .id, "aws_lambda_function": .name,
    "aws_s3_bucket": .name, "aws_sqs_queue": .url,
  ]

  /// Reads a text that is one reference; nil for anything else, and for an attribute that may be of any kind.
  init?(_ text: String) {
    guard text.hasPrefix("${"), text.contains(ascii: "aws_"),
      let pieces = try? TerraformTemplate.pieces(of: text), pieces.count == 1,
      case .interpolation(.traversal(let type, let path), let spelling) = pieces[0], path.count > 1,
      path.allSatisfy(\.isStatic), case .attribute(let attribute)? = path.last
    else { return nil }
    switch attribute {
    case "arn": kind = .arn
    case _ where Self.names.contains(attribute): kind = .name
    case "url" where type == "aws_sqs_queue": kind = .url
    case "key_id" where type == "aws_kms_key": kind = .id
    case "id":
      guard let known = Self.identifiers[type] else { return nil }
      kind = known
    default: return nil
    }
    self.type = type
    resource = String(spelling.trimmingBlanks().dropLast(attribute.count + 1))
  }
}
