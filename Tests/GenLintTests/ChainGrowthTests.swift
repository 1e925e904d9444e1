import Diagnostics
import Testing

/// How the time grows with an artefact: twice the pairs take about twice the time, and names that call each other end.
@Suite(.serialized) struct ChainGrowthTests {
  private static func configuration(_ count: Int) -> String {
    let filters = (0..<count).map {
      #""f\#($0)": {"name": "n\#($0)", "log_group_name": "g\#($0 % 50)", "pattern": "{ $.eventName = \"A\#($0)\" }", "metric_transformation": {"name": "m\#($0)", "namespace": "CIS", "value": "1"}}"#
    }
    let alarms = (0..<count).map {
      #""a\#($0)": {"alarm_name": "a\#($0)", "metric_name": "${aws_cloudwatch_log_metric_filter.f\#($0).metric_transformation[0].name}", "namespace": "CIS", "statistic": "Sum", "period": 300, "evaluation_periods": 1, "threshold": 1, "comparison_operator": "GreaterThanOrEqualToThreshold", "alarm_actions": ["arn:aws:sns:us-east-1:111122223333:x"]}"#
    }
    return
      #"{"resource": {"aws_cloudwatch_log_metric_filter": {\#(filters.joined(separator: ",\n"))}, "aws_cloudwatch_metric_alarm": {\#(alarms.joined(separator: ",\n"))}}}"#
  }

  private static func template(_ count: Int) -> String {
    let pairs = (0..<count).map {
      """
        F\($0):
          Type: AWS::Logs::MetricFilter
          Properties:
            LogGroupName: g\($0 % 50)
            FilterPattern: '{ $.eventName = "A\($0)" }'
            MetricTransformations: [{MetricNamespace: CIS, MetricName: m\($0), MetricValue: '1'}]
        A\($0):
          Type: AWS::CloudWatch::Alarm
          Properties: {Namespace: CIS, MetricName: m\($0), Statistic: Sum, Period: 300, EvaluationPeriods: 1, Threshold: 1,
            ComparisonOperator: GreaterThanOrEqualToThreshold, AlarmActions: ['arn:aws:sns:us-east-1:111122223333:x']}

      """
    }
    return "Resources:\n" + pairs.joined()
  }

  /// Each topic with its policy and its alarm.
  private static func topics(_ count: Int) -> String {
    let parts = (0..<count).map {
      """
        T\($0): {Type: AWS::SNS::Topic, Properties: {Subscription: [{Protocol: email, Endpoint: a@example.com}]}}
        P\($0):
          Type: AWS::SNS::TopicPolicy
          Properties:
            Topics: [!Ref T\($0)]
            PolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {Service: cloudwatch.amazonaws.com}, Action: sns:Publish, Resource: !Ref T\($0)}]}
        A\($0):
          Type: AWS::CloudWatch::Alarm
          Properties: {Namespace: AWS/SQS, MetricName: NumberOfMessagesSent, Statistic: Sum, Period: 300, EvaluationPeriods: 1, Threshold: 1,
            ComparisonOperator: GreaterThanOrEqualToThreshold, AlarmActions: [!Ref T\($0)]}

      """
    }
    return "Resources:\n" + parts.joined()
  }

  private static func script(_ count: Int) -> String {
    let pairs = (0..<count).map {
      """
      aws logs put-metric-filter --log-group-name g\($0 % 50) --filter-name f\($0) --filter-pattern '{ $.eventName = "A\($0)" }' \
        --metric-transformations metricName=m\($0),metricNamespace=CIS,metricValue=1
      aws cloudwatch put-metric-alarm --alarm-name a\($0) --metric-name m\($0) --namespace CIS --statistic Sum --period 300 \
        --evaluation-periods 1 --threshold 1 --comparison-operator GreaterThanOrEqualToThreshold --alarm-actions arn:aws:sns:us-east-1:111122223333:x

      """
    }
    return "#!/bin/sh\n" + pairs.joined()
  }

  private static func time(_ text: String) -> Duration {
    let clock = ContinuousClock()
    return (0..<3).map { _ in clock.measure { _ = Fixture.lint(text, as: "main.tf.json") } }.min() ?? .zero
  }

  @Test(arguments: [configuration, template, script, topics])
  func fourTimesThePairsTakeLittleMoreThanFourTimesTheTime(_ text: @Sendable (Int) -> String) {
    let small = Self.time(text(50))
    let large = Self.time(text(200))
    #expect(large / small < 9, "\(large) beside \(small)")
  }

  @Test(arguments: [
    #"{"a": "\#(String(repeating: "${local.a}", count: 30))"}"#,
    #"{"a": "\#(String(repeating: "${local.b}", count: 30))", "b": "\#(String(repeating: "${local.a}", count: 30))"}"#,
    "{\(((0..<40).map { "\"a\($0)\": \"\(String(repeating: "${local.a\($0 + 1)}", count: 10))\"" }).joined(separator: ", ")), \"a40\": \"x\", \"a\": \"${local.a0}\"}",
  ])
  func localValuesThatGrowWithoutEndAreSoonRead(_ locals: String) {
    let text =
      #"{"locals": \#(locals), "resource": {"aws_sns_topic": {"t": {"name": "${local.a}"}}, "#
      + #""aws_cloudwatch_metric_alarm": {"a": {"alarm_name": "${local.a}", "evaluation_periods": 1, "threshold": 1, "comparison_operator": "GreaterThanThreshold", "alarm_actions": ["${local.a}"]}}}}"#
    let time = ContinuousClock().measure { _ = Fixture.lint(text, as: "main.tf.json") }
    #expect(time < .seconds(5))
  }
}
