import Diagnostics
import GenLint
import Testing

/// The commonest slips, and the mend that is told for each.
@Suite struct TerraformHintTests {
  private static func findings(_ body: String, of type: String = "resource") -> [Diagnostic] {
    Fixture.lint(
      """
      {"terraform": {"required_providers": {"aws": {"source": "hashicorp/aws"}}},
       "\(type)": {\(body)}}
      """, as: "main.tf.json"
    ).filter { $0.severity == .error }
  }

  static let slips: [(body: String, message: String, hint: String)] = [
    (
      #""aws_iam_role": {"r": {"assume_role_policy": {"Version": "2012-10-17"}}}"#,
      "'assume_role_policy' takes a text, not a structure",
      "write '${jsonencode({…})}', or the JSON as a text"
    ),
    (
      #""aws_sns_topic": {"t": {"name": "x", "tags": [{"Key": "Owner", "Value": "security"}]}}"#,
      "'tags' takes a structure, not a list", #"write {"Owner": "security"}, with a member for each"#
    ),
    (
      #""aws_sns_topic": {"t": {"TopicName": "x"}}"#, "'aws_sns_topic' has no property 'TopicName'",
      "did you mean 'name'?"
    ),
    (
      #""aws_s3_bucket": {"t": {"bucket_name": "x"}}"#, "'aws_s3_bucket' has no property 'bucket_name'",
      "did you mean 'bucket'?"
    ),
    (
      #""aws_cloudwatch_event_rule": {"t": {"event_pattern": "{}", "schedule": "rate(1 day)"}}"#,
      "'aws_cloudwatch_event_rule' has no property 'schedule'", "did you mean 'schedule_expression'?"
    ),
    (
      #""aws_sns_topic_subscription": {"s": {"topic_arn": "aws_sns_topic.t.arn", "protocol": "email", "endpoint": "a@example.com"}}"#,
      "'aws_sns_topic.t.arn' is not an ARN, which 'topic_arn' takes", "write '${aws_sns_topic.t.arn}'"
    ),
    (
      #""aws_cloudwatch_alarm": {"a": {}}"#, "hashicorp/aws has no 'aws_cloudwatch_alarm'",
      "did you mean 'aws_cloudwatch_metric_alarm'?"
    ),
    (
      #""AWS::SNS::Topic": {"a": {}}"#, "'AWS::SNS::Topic' is no name of a resource type",
      "did you mean 'aws_sns_topic'?"
    ),
    (
      #""aws_sns_topic": {"t": {"name": "${upper(\"a\")"}}"#, "'${' begins a template that never ends",
      "end it with '}', or write '$${' for the characters themselves"
    ),
    (
      #""aws_sns_topic": {"t": {"name": "${}"}}"#, "'${}' holds no expression",
      "write '$${' for the characters themselves"
    ),
  ]

  @Test(arguments: slips.indices)
  func theMendIsTold(_ index: Int) {
    let (body, message, hint) = Self.slips[index]
    let found = Self.findings(body)
    #expect(found.first { $0.message == message }?.hint == hint, "\(found.map(\.message))")
  }

  @Test func aPolicyDocumentSaysHowItIsSpelled() {
    let found = Self.findings(
      #"""
      "aws_iam_policy_document": {"p": {"statement": {"actions": "s3:*", "resources": ["*"],
        "principals": {"AWS": ["*"]}, "condition": {"StringEquals": {"a": "b"}}}}}
      """#, of: "data")
    let hints = Set(found.compactMap(\.hint))
    #expect(hints.contains(#"write ["s3:*"]"#))
    #expect(hints.contains(#"write {"type": "AWS", "identifiers": […]}"#))
    #expect(hints.contains(#"write {"test": "StringEquals", "variable": …, "values": […]}"#))
  }

  @Test func aDocumentIsNamedByItsText() {
    let found = Fixture.lint(
      #"""
      {"data": {"aws_iam_policy_document": {"p": {}}},
       "resource": {"aws_iam_role": {"r": {"assume_role_policy": "${data.aws_iam_policy_document.p}"}}}}
      """#, as: "main.tf.json"
    ).filter { $0.severity == .error }
    #expect(found.map(\.hint) == ["write '${data.aws_iam_policy_document.p.json}'"])
  }

  @Test func terraformsOwnLanguageIsCalledThat() {
    let source = SourceText(file: "main.tf.json", text: "provider \"aws\" {\n  region = \"us-east-1\"\n}\n")
    let found = Linter().lint(source)
    #expect(found.map(\.code) == [.unreadableArtefact])
    #expect(
      found.first?.hint
        == "this is Terraform's own language, whose files end in '.tf'; '.tf.json' is for JSON")
  }

  @Test func eachProviderOfAListIsToldAtItsPlace() {
    let text = """
      {"provider": {"aws": [
        {"region": "us-east-1"},
        {"region": "eu-west-1"},
        {"region": "eu-west-3"}]}}
      """
    let found = Fixture.lint(text, as: "main.tf.json").filter { $0.severity == .error }
    #expect(found.map(\.message) == Array(repeating: "'provider.aws' is declared twice", count: 2))
    #expect(found.map(\.range?.end.line) == [3, 4])
    #expect(found.map(\.notes.last?.range?.start.line) == [3, 4])
  }

  @Test func aPeriodThatIsComputedIsFollowed() {
    for (value, isTold) in [("${45 * 2}", true), ("${60 * 2}", false), ("${tonumber(\\\"90\\\")}", true)] {
      let found = Fixture.configuration.findings(replacing: "\"period\": 300", by: "\"period\": \"\(value)\"")
      #expect(
        found?.contains { $0.code == .uniformPeriod || $0.code == .numberOutOfRange } == isTold, "\(value)")
    }
  }

  @Test func aModuleWithAProviderMayBeCalled() {
    let text = #"""
      {"provider": {"aws": {"region": "us-east-1"}}, "variable": {"s": {"type": "string", "sensitive": true}},
       "output": {"o": {"value": "${var.s}"}}}
      """#
    let found = Fixture.lint(text, as: "main.tf.json")
    #expect(found.map(\.severity) == [.warning])
    #expect(
      found.map(\.message) == ["the output 'o' would show a sensitive value, if this is the root module"])
  }
}
