import GenCore

/// The types and names of resources and variables.
enum TerraformNames {
  /// The resource type of a kind.
  static func type(_ kind: Resource.Kind) -> String {
    switch kind {
    case .key: "aws_kms_key"
    case .keyAlias: "aws_kms_alias"
    case .logGroup: "aws_cloudwatch_log_group"
    case .bucket: "aws_s3_bucket"
    case .bucketPolicy: "aws_s3_bucket_policy"
    case .role: "aws_iam_role"
    case .rolePolicy: "aws_iam_role_policy"
    case .trail: "aws_cloudtrail"
    case .metricFilter: "aws_cloudwatch_log_metric_filter"
    case .topic: "aws_sns_topic"
    case .topicPolicy: "aws_sns_topic_policy"
    case .subscription: "aws_sns_topic_subscription"
    case .alarm: "aws_cloudwatch_metric_alarm"
    }
  }

  /// The address of a resource, such as `aws_sns_topic.alarm`.
  static func address(_ id: ResourceID) -> String { "\(type(id.kind)).\(id.role.snakeCase)" }

  /// The name of the policy document that a resource's policy comes from; the kind keeps a role's two apart.
  static func document(_ id: ResourceID) -> String {
    switch id.kind {
    case .bucketPolicy: "\(id.role.snakeCase)_bucket"
    case .role: "\(id.role.snakeCase)_trust"
    case .rolePolicy: "\(id.role.snakeCase)_delivery"
    case .topicPolicy: "\(id.role.snakeCase)_topic"
    case .key: "\(id.role.snakeCase)_key"
    case .keyAlias, .logGroup, .bucket, .trail, .metricFilter, .topic, .subscription, .alarm:
      id.role.snakeCase
    }
  }
}
