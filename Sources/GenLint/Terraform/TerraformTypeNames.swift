/// Names of resource types that people bring from elsewhere.
enum TerraformTypeNames {
  /// The type that the provider has for a name that it has not.
  static func meant(_ name: String) -> String? {
    if let known = habitual[name] { return known }
    return name.hasPrefix("AWS::") ? TerraformChainSource.provided[name] ?? services[name] : nil
  }

  /// What people call types whose names say more, or say it in other words.
  private static let habitual: [String: String] = [
    "aws_alarm": "aws_cloudwatch_metric_alarm", "aws_cloudwatch_alarm": "aws_cloudwatch_metric_alarm",
    "aws_cloudwatch_logs_group": "aws_cloudwatch_log_group", "aws_log_group": "aws_cloudwatch_log_group",
    "aws_logs_log_group": "aws_cloudwatch_log_group",
    "aws_cloudwatch_metric_filter": "aws_cloudwatch_log_metric_filter",
    "aws_log_metric_filter": "aws_cloudwatch_log_metric_filter",
    "aws_sns_subscription": "aws_sns_topic_subscription", "aws_sns": "aws_sns_topic",
    "aws_trail": "aws_cloudtrail", "aws_cloudtrail_trail": "aws_cloudtrail",
    "aws_eventbridge_rule": "aws_cloudwatch_event_rule", "aws_event_rule": "aws_cloudwatch_event_rule",
    "aws_eventbridge_target": "aws_cloudwatch_event_target",
    "aws_event_target": "aws_cloudwatch_event_target",
    "aws_lambda": "aws_lambda_function", "aws_s3": "aws_s3_bucket", "aws_kms": "aws_kms_key",
    "aws_sqs": "aws_sqs_queue", "aws_ec2_instance": "aws_instance",
  ]

  /// Types of CloudFormation beside the chain.
  private static let services: [String: String] = [
    "AWS::EC2::Instance": "aws_instance", "AWS::EC2::SecurityGroup": "aws_security_group",
    "AWS::EC2::Subnet": "aws_subnet", "AWS::EC2::VPC": "aws_vpc",
    "AWS::Events::Rule": "aws_cloudwatch_event_rule",
    "AWS::IAM::Policy": "aws_iam_role_policy", "AWS::IAM::ManagedPolicy": "aws_iam_policy",
    "AWS::IAM::User": "aws_iam_user", "AWS::Lambda::Function": "aws_lambda_function",
    "AWS::Lambda::Permission": "aws_lambda_permission", "AWS::SQS::Queue": "aws_sqs_queue",
  ]
}
