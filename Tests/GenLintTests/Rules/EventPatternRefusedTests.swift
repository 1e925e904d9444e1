import Diagnostics
import Testing

/// Rules of EventBridge.
@Suite struct EventPatternRefusedTests {
  private static func findings(_ pattern: String) -> [Diagnostic] {
    Fixture.lint(
      """
      Resources:
        Rule:
          Type: AWS::Events::Rule
          Properties:
            EventPattern: \(pattern)
            Targets: [{Id: t, Arn: "arn:aws:sns:eu-west-1:111122223333:x"}]
      """
    ).filter { $0.code == .eventPatternRefused }
  }

  @Test(arguments: [
    ("{source: aws.guardduty}", "'source' takes a list of values, not 'aws.guardduty'"),
    ("{detail: {a: b}}", "'a' takes a list of values, not 'b'"),
    ("{source: []}", "the list of 'source' is empty"),
    ("{detail: {severity: [{numeric: ['=>', 7]}]}}", "'=>' compares no numbers"),
    ("{detail: {severity: [{nummeric: ['>=', 7]}]}}", "there is no comparison 'nummeric' in event patterns"),
    ("{detail: {severity: [{exists: maybe}]}}", "'exists' is true or false, not 'maybe'"),
    ("{detail: {a: [{prefix: a, suffix: b}]}}", "a comparison in the list of 'a' has one key"),
    ("{detail: {a: [[b]]}}", "a list stands in the list of 'a'"), ("{detail: {}}", "'detail' has no fields"),
    (#"'{"source": "aws.s3"}'"#, "'source' takes a list of values, not 'aws.s3'"),
    ("{$or: [{source: a}, {source: [b]}]}", "'source' takes a list of values, not 'a'"),
  ])
  func whatEventBridgeRefusesIsSeen(_ pattern: String, _ message: String) {
    let found = Self.findings(pattern)
    #expect(found.map(\.message) == [message])
    #expect(found.map(\.severity) == [.error])
  }

  @Test(arguments: [("detailType", "detail-type"), ("DetailType", "detail-type"), ("Source", "source")])
  func aFieldThatNoEventHasIsSeen(_ name: String, _ meant: String) {
    let found = Self.findings("{source: [aws.s3], \(name): [a]}")
    #expect(found.map(\.severity) == [.warning])
    #expect(found.map(\.hint) == ["did you mean '\(meant)'?"])
  }

  @Test(arguments: [
    "{source: [aws.s3], detail-type: [!Ref AWS::Region, {prefix: {equals-ignore-case: a}}], detail: {a: [{anything-but: [b]}, null, 5, true]}}",
    "{detail: {a: [{numeric: ['>', 0, '<=', 5]}], b: [{exists: false}], c: [{cidr: 10.0.0.0/8}], $or: [{d: [e]}, {f: {g: [h]}}]}}",
    "{source: !Split [',', a], detail: {a: !Ref AWS::Region}}",
    "{account: [!Ref AWS::AccountId], replay-name: [x]}",
  ])
  func whatIsInOrderOrNotKnownIsLeftAlone(_ pattern: String) { #expect(Self.findings(pattern) == []) }

  @Test func allFormsAreRead() {
    func configuration(_ value: String) -> String {
      #"{"resource": {"aws_cloudwatch_event_rule": {"r": {"event_pattern": "\#(value)"}}}}"#
    }
    func codes(_ text: String, _ form: String) -> [DiagnosticCode] {
      Fixture.lint(text, as: form).map(\.code).filter { $0 == .eventPatternRefused }
    }
    #expect(codes(configuration(#"{\"source\": \"aws.s3\"}"#), "main.tf.json") == [.eventPatternRefused])
    #expect(
      codes(configuration(#"${jsonencode({source = \"aws.s3\"})}"#), "main.tf.json") == [.eventPatternRefused]
    )
    #expect(
      codes(
        configuration(#"${jsonencode({source = [var.s, \"aws.s3\"], detail = {a = var.b}})}"#), "main.tf.json"
      ) == [])
    #expect(
      codes(#"aws events put-rule --name r --event-pattern '{"source": "aws.s3"}'"# + "\n", "script") == [
        .eventPatternRefused
      ])
  }
}
