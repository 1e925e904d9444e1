import Diagnostics
import Testing

/// Subscriptions that stand in no resource of their own.
@Suite struct NoSubscriptionTests {
  private static let alarm = """
    Resources:
      Topic: {Type: AWS::SNS::Topic}
      Alarm:
        Type: AWS::CloudWatch::Alarm
        Properties:
          Namespace: AWS/Lambda
          MetricName: Errors
          Statistic: Sum
          Period: 60
          EvaluationPeriods: 1
          Threshold: 0
          ComparisonOperator: GreaterThanThreshold
          AlarmActions: [!Ref Topic]

    """
  private static let function = """
      Forwarder:
        Type: AWS::Serverless::Function
        Properties:
          CodeUri: src/
          Runtime: python3.12
          Handler: app.handler
          Events:
            Alarm: {Type: SNS, Properties: {Topic: !Ref Topic}}

    """
  private static let channel = """
      Slack:
        Type: AWS::Chatbot::SlackChannelConfiguration
        Properties:
          ConfigurationName: security
          IamRoleArn: arn:aws:iam::111122223333:role/chatbot
          SlackWorkspaceId: T0123ABCD
          SlackChannelId: C0123ABCD
          SnsTopicArns: [!Ref Topic]

    """

  private func found(_ text: String) -> [DiagnosticCode] { Fixture.lint(text).map(\.code) }

  @Test func aTopicOfNobodyIsNoted() {
    #expect(found(Self.alarm) == [.noSubscription])
    let elsewhere = Self.channel.replacing("!Ref Topic", with: "'arn:aws:sns:us-east-1:111122223333:other'")
    #expect(
      found(
        Self.alarm.replacing(
          "{Type: AWS::SNS::Topic}", with: "{Type: AWS::SNS::Topic, Properties: {TopicName: own}}")
          + elsewhere) == [.noSubscription])
  }

  @Test func anEventOfAServerlessFunctionSubscribes() {
    #expect(found("Transform: AWS::Serverless-2016-10-31\n" + Self.alarm + Self.function) == [])
  }

  @Test(arguments: [
    "!Ref Topic", "!GetAtt Topic.TopicName", "!Sub '${Topic}'", "!Sub ['${A}', {A: !Ref Topic}]",
  ])
  func whoImportsATopicMaySubscribe(value: String) {
    let output = "Outputs:\n  Topic: {Value: \(value)"
    #expect(found(Self.alarm + output + ", Export: {Name: topic}}\n") == [])
    #expect(found(Self.alarm + output + "}\n") == [.noSubscription])
  }

  @Test func aChatChannelSubscribesItself() { #expect(found(Self.alarm + Self.channel) == []) }
}
