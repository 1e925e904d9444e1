import Diagnostics
import Testing

/// References that give a name or a URL where an ARN is wanted, and the other way round.
@Suite struct TerraformARNTests {
  private static func findings(_ type: String, _ body: String, _ locals: String = "") -> [Diagnostic] {
    Fixture.lint(
      #"""
      {"terraform": {"required_providers": {"aws": {"source": "hashicorp/aws"}}},
       "locals": {"same": "x"\#(locals)},
       "resource": {
        "aws_sns_topic": {"t": {"name": "t"}}, "aws_s3_bucket": {"b": {"bucket": "bbb"}},
        "aws_iam_role": {"r": {"assume_role_policy": "{}"}}, "aws_kms_key": {"k": {}},
        "aws_cloudwatch_log_group": {"g": {"name": "g", "count": 2}}, "aws_sqs_queue": {"q": {"name": "q"}},
        "\#(type)": {"x": {\#(body)}}}}
      """#, as: "main.tf.json"
    ).filter { $0.code == .mismatchedReference }
  }

  @Test(arguments: [
    (
      "aws_sns_topic_subscription",
      #""protocol": "email", "endpoint": "a@b.c", "topic_arn": "${aws_sns_topic.t.name}""#,
      "'topic_arn' takes an ARN, and this refers to the name of 'aws_sns_topic.t'",
      "use '${aws_sns_topic.t.arn}'"
    ),
    (
      "aws_cloudtrail",
      #""name": "ccc", "s3_bucket_name": "${aws_s3_bucket.b.arn}""#,
      "'s3_bucket_name' takes a name, and this refers to the ARN of 'aws_s3_bucket.b'",
      "use '${aws_s3_bucket.b.bucket}'"
    ),
    (
      "aws_lambda_function",
      #""function_name": "f", "role": "${ aws_iam_role.r.id }", "handler": "h", "runtime": "python3.13", "filename": "f.zip""#,
      "'role' takes an ARN, and this refers to the name of 'aws_iam_role.r'", "use '${aws_iam_role.r.arn}'"
    ),
    (
      "aws_lambda_permission",
      #""action": "a:b", "function_name": "f", "principal": "s3.amazonaws.com", "source_arn": "${aws_cloudwatch_log_group.g[0].name}""#,
      "'source_arn' takes an ARN, and this refers to the name of 'aws_cloudwatch_log_group.g[0]'",
      "use '${aws_cloudwatch_log_group.g[0].arn}'"
    ),
    (
      "aws_cloudwatch_composite_alarm",
      #""alarm_name": "a", "alarm_rule": "TRUE", "alarm_actions": ["${aws_sqs_queue.q.url}"]"#,
      "'alarm_actions' takes an ARN, and this refers to the URL of 'aws_sqs_queue.q'",
      "use '${aws_sqs_queue.q.arn}'"
    ),
    (
      "aws_sqs_queue_policy", #""queue_url": "${aws_sqs_queue.q.arn}", "policy": "{}""#,
      "'queue_url' takes a URL, and this refers to the ARN of 'aws_sqs_queue.q'",
      "use '${aws_sqs_queue.q.url}'"
    ),
    (
      "aws_iam_role_policy_attachment",
      #""role": "${aws_iam_role.r.arn}", "policy_arn": "arn:aws:iam::aws:policy/P""#,
      "'role' takes a name, and this refers to the ARN of 'aws_iam_role.r'", "use '${aws_iam_role.r.name}'"
    ),
  ])
  func theWrongKindIsTold(type: String, body: String, message: String, hint: String) {
    let found = Self.findings(type, body)
    #expect(found.map(\.message) == [message] && found.map(\.severity) == [.error])
    #expect(found.first?.hint == hint)
  }

  @Test func aLocalValueIsFollowed() {
    let found = Self.findings(
      "aws_sns_topic_subscription",
      #""protocol": "email", "endpoint": "a@b.c", "topic_arn": "${local.topic}""#,
      #", "topic": "${local.named}", "named": "${aws_sns_topic.t.name}""#)
    #expect(
      found.map(\.message) == ["'topic_arn' takes an ARN, and this refers to the name of 'aws_sns_topic.t'"])
  }

  @Test(arguments: [
    ("aws_kms_alias", #""name": "alias/a", "target_key_id": "${aws_kms_key.k.key_id}""#),
    (
      "aws_sns_topic_subscription",
      #""protocol": "email", "endpoint": "a@b.c", "topic_arn": "${aws_sns_topic.t.id}""#
    ),
    (
      "aws_sns_topic_subscription",
      #""protocol": "email", "endpoint": "a@b.c", "topic_arn": "${local.circle}""#
    ),
    (
      "aws_sns_topic_subscription",
      #""protocol": "email", "endpoint": "a@b.c", "topic_arn": "arn:aws:sns:eu-west-1:111122223333:${aws_sns_topic.t.name}""#
    ),
    (
      "aws_s3_bucket_versioning",
      #""bucket": "${aws_s3_bucket.b.id}", "versioning_configuration": {"status": "Enabled"}"#
    ),
    ("aws_sqs_queue_policy", #""queue_url": "${aws_sqs_queue.q.id}", "policy": "{}""#),
  ])
  func theRightKindIsNot(type: String, body: String) {
    #expect(Self.findings(type, body, #", "circle": "${local.circle}""#) == [])
  }
}
