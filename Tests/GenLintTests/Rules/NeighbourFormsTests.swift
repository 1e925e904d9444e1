import Diagnostics
import Testing

/// The neighbours of the chain in Terraform and in scripts, which have them as commands and resources of their own.
@Suite struct NeighbourFormsTests {
  private static func configuration(_ service: String, _ more: String = "") -> String {
    #"""
    {"resource": {
      "aws_sns_topic": {"t": {"name": "t"}}, "aws_sqs_queue": {"q": {"name": "q"}},
      "aws_sns_topic_subscription": {"s": {"topic_arn": "${aws_sns_topic.t.arn}", "protocol": "sqs", "endpoint": "${aws_sqs_queue.q.arn}"}},
      "aws_sqs_queue_policy": {"p": {"queue_url": "${aws_sqs_queue.q.url}", "policy": "${jsonencode({Version = \"2012-10-17\", Statement = [{Effect = \"Allow\", Principal = {Service = \"\#(service)\"}, Action = \"sqs:SendMessage\", Resource = aws_sqs_queue.q.arn}]})}"}}\#(more)}}
    """#
  }
  private static func rule(_ rule: String, _ target: String) -> String {
    #"""
    , "aws_cloudwatch_event_rule": {"r": {"name": "r", "event_pattern": "{\"source\":[\"aws.guardduty\"]}"\#(rule)}},
      "aws_cloudwatch_event_target": {"a": {"arn": "arn:aws:sns:us-east-1:111122223333:x", \#(target)}}
    """#
  }

  /// A bucket whose events go to a queue that lets in one source.
  private static func bucket(_ bucket: String, from source: String) -> String {
    #"""
    {"variable": {"bucket": {"type": "string"}}, "resource": {
      "aws_s3_bucket": {"b": {"bucket": "bucket-x"}}, "aws_sqs_queue": {"q": {"name": "q"}},
      "aws_s3_bucket_versioning": {"b": {"bucket": "${aws_s3_bucket.b.id}", "versioning_configuration": {"status": "Enabled"}}},
      "aws_s3_bucket_notification": {"n": {"bucket": \#(bucket), "queue": [{"queue_arn": "${aws_sqs_queue.q.arn}", "events": ["s3:ObjectCreated:*"]}]}},
      "aws_sqs_queue_policy": {"p": {"queue_url": "${aws_sqs_queue.q.url}", "policy": "${jsonencode({Version = \"2012-10-17\", Statement = [{Effect = \"Allow\", Principal = {Service = \"s3.amazonaws.com\"}, Action = \"sqs:SendMessage\", Resource = aws_sqs_queue.q.arn, Condition = {ArnEquals = {\"aws:SourceArn\" = \#(source)}}}]})}"}}}}
    """#
  }

  private static func codes(_ text: String, as file: String) -> [String] {
    Fixture.lint(text, as: file).filter { $0.code != .noSubscription }.map {
      "\($0.severity) \($0.code.name)"
    }
  }

  @Test(arguments: [
    (configuration("events.amazonaws.com"), ["error GEN4259"]), (configuration("sns.amazonaws.com"), []),
    (configuration("sns.amazonaws.com", rule("", #""rule": "${aws_cloudwatch_event_rule.r.name}""#)), []),
    (
      configuration("sns.amazonaws.com", rule("", #""rule": "${aws_cloudwatch_event_rule.r.arn}""#)),
      ["error GEN4262"]
    ),
    (configuration("sns.amazonaws.com", rule("", #""rule": "rr""#)), ["warning GEN4262"]),
    (configuration("sns.amazonaws.com", rule("", #""rule": "${var.rule}""#)), []),
    (
      configuration(
        "sns.amazonaws.com",
        rule(#", "event_bus_name": "b""#, #""rule": "${aws_cloudwatch_event_rule.r.name}""#)),
      ["error GEN4262"]
    ),
    (
      configuration(
        "sns.amazonaws.com",
        rule(#", "state": "DISABLED""#, #""rule": "${aws_cloudwatch_event_rule.r.name}""#)),
      ["note GEN4262"]
    ),
    (
      configuration(
        "sns.amazonaws.com",
        rule(#", "is_enabled": false"#, #""rule": "${aws_cloudwatch_event_rule.r.name}""#)),
      ["note GEN4262"]
    ),
    (configuration("sns.amazonaws.com", #", "aws_s3_bucket": {"b": {"bucket": "bucket-x"}}"#), []),
    (bucket(#""${aws_s3_bucket_versioning.b.bucket}""#, from: "aws_s3_bucket.b.arn"), []),
    (bucket(#""${var.bucket}""#, from: "aws_s3_bucket.b.arn"), []),
    (bucket(#""${aws_s3_bucket.b.id}""#, from: "aws_s3_bucket.b.arn"), []),
    (bucket(#""${var.bucket}""#, from: "aws_sqs_queue.q.arn"), ["error GEN4259"]),
    (
      configuration(
        "sns.amazonaws.com",
        #", "aws_s3_bucket_notification": {"n": {"bucket": "b-x", "queue": [{"queue_arn": "${aws_sqs_queue.q.arn}", "events": ["s3:ObjectCreated:*"]}]}}"#
      ),
      ["error GEN4259"]
    ),
    (
      configuration(
        "sns.amazonaws.com",
        #", "aws_budgets_budget": {"b": {"budget_type": "COST", "limit_amount": "1", "limit_unit": "USD", "time_unit": "MONTHLY", "notification": [{"comparison_operator": "GREATER_THAN", "threshold": 100, "threshold_type": "PERCENTAGE", "notification_type": "ACTUAL", "subscriber_sns_topic_arns": ["${aws_sns_topic.t.arn}"]}]}}"#
      ),
      ["warning GEN4258"]
    ),
    (
      configuration(
        "sns.amazonaws.com",
        rule(
          #", "event_bus_name": "${aws_cloudwatch_event_bus.b.name}""#,
          #""rule": "${aws_cloudwatch_event_rule.r.name}"}}, "aws_cloudwatch_event_bus": {"b": {"name": "b""#)
      ),
      ["error GEN4262"]
    ),
  ])
  func aConfigurationIsReadLikeATemplate(text: String, expected: [String]) {
    let others = ["error GEN4120", "warning GEN4131"]
    #expect(Self.codes(text, as: "main.tf.json").filter { !others.contains($0) } == expected)
  }

  @Test(arguments: [
    (
      #", "aws_cloudwatch_event_target": {"a": {"rule": "${aws_cloudwatch_event_rule.r.name}", "arn": "${aws_sqs_queue.q.arn}"}}"#,
      "\"queue\": \"${aws_sqs_queue.q.id}\""
    ),
    ("", "\"rule\": \"${aws_cloudwatch_event_rule.r.name}\""),
  ])
  func whatIsHandedToAModuleIsLeftAlone(target: String, argument: String) {
    let text =
      #"{"module": {"m": {"source": "./m", \#(argument)}}, "resource": {"aws_sqs_queue": {"q": {"name": "q"}}, "aws_cloudwatch_event_rule": {"r": {"name": "r", "event_pattern": "{\"source\":[\"aws.guardduty\"]}"}}\#(target)}}"#
    #expect(Self.codes(text, as: "main.tf.json") == [])
  }

  private static func script(_ service: String, _ last: String = "") -> String {
    #"""
    #!/bin/sh
    set -eu
    ACCOUNT=$(aws sts get-caller-identity --query Account --output text)
    TOPIC=$(aws sns create-topic --name alerts --query TopicArn --output text)
    URL=$(aws sqs create-queue --queue-name q --query QueueUrl --output text)
    QUEUE=$(aws sqs get-queue-attributes --queue-url "$URL" --attribute-names QueueArn --query Attributes.QueueArn --output text)
    aws sns subscribe --topic-arn "$TOPIC" --protocol sqs --notification-endpoint "$QUEUE"
    cat > attributes.json <<JSON
    {"Policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\": {\"Service\": \"\#(service)\"}, \"Action\": \"sqs:SendMessage\", \"Resource\": \"$QUEUE\", \"Condition\": {\"ArnEquals\": {\"aws:SourceArn\": \"$TOPIC\"}}}]}"}
    JSON
    aws sqs set-queue-attributes --queue-url "$URL" --attributes file://attributes.json
    \#(last)

    """#
  }
  private static let function =
    "aws lambda create-function --function-name f --runtime python3.13 --handler a.b --role arn:aws:iam::111122223333:role/r --zip-file fileb://a.zip\n"
    + "aws events put-rule --name r --event-pattern '{\"source\": [\"aws.guardduty\"]}'\n"
    + "aws events put-targets --rule r --targets \"Id=2,Arn=arn:aws:lambda:us-east-1:$ACCOUNT:function:f\"\n"

  private static func permission(_ service: String) -> String {
    "aws lambda add-permission --function-name f --statement-id s --action lambda:InvokeFunction --principal \(service)"
  }

  @Test(arguments: [
    (script("events.amazonaws.com"), ["error GEN4259"]), (script("sns.amazonaws.com"), []),
    (script("sns.amazonaws.com", function), ["warning GEN4261"]),
    (script("sns.amazonaws.com", function + permission("events.amazonaws.com")), []),
    (script("sns.amazonaws.com", function + permission("sns.amazonaws.com")), ["warning GEN4261"]),
    (
      script(
        "sns.amazonaws.com",
        "aws events put-rule --name r --schedule-expression 'rate(1 day)'\naws events put-targets --rule rr --targets Id=1,Arn=arn:aws:sns:us-east-1:111122223333:x"
      ), ["warning GEN4262"]
    ),
    (script("sns.amazonaws.com", "aws events put-rule --name r --schedule-expression 'rate(1 day)'"), []),
  ])
  func aScriptIsReadLikeATemplate(text: String, expected: [String]) {
    #expect(Self.codes(text, as: "a.sh") == expected)
  }
}
