import Diagnostics
import Testing

@Suite struct TopicPolicyConditionExcludesTests {
  private static let condition =
    "ArnLike:\n                aws:SourceArn: !Sub \"arn:${AWS::Partition}:cloudwatch:${AWS::Region}:${AWS::AccountId}:alarm:*\""

  private func findings(_ condition: String) throws -> [Diagnostic] {
    try #require(Fixture.template.findings(replacing: Self.condition, by: condition))
  }

  @Test(arguments: [
    #"StringEquals: {"aws:PrincipalOrgID": o-a1b2c3d4e5}"#,
    #"StringLike: {"aws:PrincipalArn": "arn:aws:iam::*:role/*"}"#,
    #""Null": {"aws:PrincipalOrgID": "false"}"#,
  ])
  func aKeyThatNoServiceBringsShutsTheAlarmOut(_ condition: String) throws {
    let found = try findings(condition)
    #expect(found.map(\.code) == [.topicPolicyConditionExcludes])
    #expect(found.first?.message.hasPrefix("CloudWatch's calls have no 'aws:Principal") ?? false)
  }

  @Test(arguments: [
    ("alarm/*", true), ("rule/*", true), ("alarm:*", false), ("ala*", false), ("*", false),
    ("${Name}", false),
  ])
  func anARNThatNoAlarmHasShutsItOut(resource: String, isSeen: Bool) throws {
    let found = try findings(
      "ArnLike:\n                aws:SourceArn: !Sub [\"arn:aws:cloudwatch:*:${AWS::AccountId}:\(resource)\", {Name: !Ref AWS::StackName}]"
    )
    #expect(found.map(\.code) == (isSeen ? [.topicPolicyConditionExcludes] : []))
  }

  @Test(arguments: [
    #"StringEqualsIfExists: {"aws:PrincipalOrgID": o-a1b2c3d4e5}"#,
    #"StringEquals: {"aws:SourceOrgID": o-a1b2c3d4e5}"#,
    #"StringEquals: {"AWS:SourceOwner": !Ref "AWS::AccountId"}"#,
    #"StringEquals: {"aws:SourceAccount": !Ref "AWS::AccountId"}"#,
  ])
  func oneThatItBringsOrMayLackDoesNot(_ condition: String) throws {
    #expect(try findings(condition) == [])
  }

  /// A composite alarm that tells the topic has an ARN of its own.
  @Test func theNamesOfAllAlarmsThatTellTheTopicCount() {
    func findings(_ admitted: String) -> [DiagnosticCode] {
      Fixture.lint(
        """
        Resources:
          Topic: {Type: AWS::SNS::Topic, Properties: {Subscription: [{Protocol: email, Endpoint: a@example.com}]}}
          Policy:
            Type: AWS::SNS::TopicPolicy
            Properties:
              Topics: [!Ref Topic]
              PolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - {Effect: Allow, Principal: {Service: cloudwatch.amazonaws.com}, Action: sns:Publish, Resource: !Ref Topic, Condition: {ArnLike: {aws:SourceArn: "arn:aws:cloudwatch:*:*:alarm:\(admitted)"}}}
          Root:
            Type: AWS::CloudWatch::Alarm
            Properties: {AlarmName: root, Namespace: AWS/SQS, MetricName: NumberOfMessagesSent, Statistic: Sum, Period: 60, EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: GreaterThanOrEqualToThreshold, AlarmActions: [!Ref Topic]}
          All:
            Type: AWS::CloudWatch::CompositeAlarm
            Properties: {AlarmName: all, AlarmRule: ALARM(root), AlarmActions: [!Ref Topic]}
        """
      ).map(\.code)
    }
    #expect(findings("all") == [])
    #expect(findings("ro*") == [])
    #expect(findings("other") == [.topicPolicyConditionExcludes])
  }
}
