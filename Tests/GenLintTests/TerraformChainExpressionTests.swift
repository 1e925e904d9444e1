import Diagnostics
import Testing

/// What the chain reads through expressions: policies that are encoded, members of local values, names with a variable in them.
@Suite struct TerraformChainExpressionTests {
  private static func findings(_ policy: String, locals: String = "{}") -> [DiagnosticCode] {
    Fixture.lint(
      #"""
      {"terraform": {"required_providers": {"aws": {"source": "hashicorp/aws"}}},
       "locals": \#(locals),
       "resource": {
        "aws_cloudwatch_log_metric_filter": {"f": {"name": "f", "log_group_name": "g", "pattern": "{ $.a = 1 }", "metric_transformation": {"name": "M", "namespace": "N", "value": "1"}}},
        "aws_cloudwatch_metric_alarm": {"a": {"alarm_name": "a", "metric_name": "M", "namespace": "N", "statistic": "Sum", "period": 60, "evaluation_periods": 1, "threshold": 1, "comparison_operator": "GreaterThanOrEqualToThreshold", "alarm_actions": ["${aws_sns_topic.t.arn}"]}},
        "aws_sns_topic": {"t": {"name": "t"}},
        "aws_sns_topic_subscription": {"s": {"topic_arn": "${aws_sns_topic.t.arn}", "protocol": "email", "endpoint": "a@example.com"}},
        "aws_sns_topic_policy": {"p": {"arn": "${aws_sns_topic.t.arn}", "policy": "\#(policy)"}}}}
      """#, as: "main.tf.json"
    ).filter { $0.severity != .note }.map(\.code)
  }

  private static func statement(_ service: String) -> String {
    #"{Version = \"2012-10-17\", Statement = [{Effect = \"Allow\", Principal = {Service = \"\#(service)\"}, Action = \"sns:Publish\", Resource = aws_sns_topic.t.arn}]}"#
  }

  @Test func anEncodedPolicyIsRead() {
    #expect(
      Self.findings("${jsonencode(\(Self.statement("events.amazonaws.com")))}") == [
        .topicPolicyLacksCloudWatch
      ])
    #expect(Self.findings("${jsonencode(\(Self.statement("cloudwatch.amazonaws.com")))}") == [])
    // Whose shape only a run knows is left alone.
    #expect(Self.findings("${jsonencode(merge(\(Self.statement("events.amazonaws.com")), {}))}") == [])
  }

  @Test func anEncodedLocalValueIsRead() {
    let local = "{\"pol\": \"${\(Self.statement("events.amazonaws.com"))}\"}"
    let written =
      #"{"pol": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"}, "Action": "sns:Publish", "Resource": "*"}]}}"#
    #expect(Self.findings("${jsonencode(local.pol)}", locals: written) == [.topicPolicyLacksCloudWatch])
    #expect(Self.findings("${jsonencode(local.pol)}", locals: local) == [.topicPolicyLacksCloudWatch])
  }

  static let names: [(published: String, watched: String, isTold: Bool)] = [
    ("${var.p}RootAccessCount", "${var.p}RootAccess", true), ("${var.p}-root", "${var.p}_root", true),
    ("a${var.p}", "${var.p}a", false), ("${var.p}-root", "${var.q}-root", false),
    ("${var.p}-root", "${var.p}-root", false), ("${var.p}${var.q}", "${var.p}x", false),
  ]

  @Test(arguments: names.indices)
  func namesWithAVariableAreCompared(_ index: Int) {
    let (published, watched, isTold) = Self.names[index]
    let found = Fixture.lint(
      #"""
      {"variable": {"p": {"type": "string"}, "q": {"type": "string"}},
       "resource": {
        "aws_cloudwatch_log_metric_filter": {"f": {"name": "f", "log_group_name": "g", "pattern": "{ $.a = 1 }", "metric_transformation": {"name": "\#(published)", "namespace": "N", "value": "1"}}},
        "aws_cloudwatch_metric_alarm": {"a": {"alarm_name": "a", "metric_name": "\#(watched)", "namespace": "N", "statistic": "Sum", "period": 60, "evaluation_periods": 1, "threshold": 1, "comparison_operator": "GreaterThanOrEqualToThreshold", "alarm_actions": ["arn:aws:sns:us-east-1:111122223333:t"]}}}}
      """#, as: "main.tf.json")
    #expect(found.contains { $0.code == .metricNameDiffers } == isTold)
  }
}
