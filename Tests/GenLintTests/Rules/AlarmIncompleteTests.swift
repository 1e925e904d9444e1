import Diagnostics
import Foundation
import Testing

/// What the service asks of alarms and selectors beyond the schemas of the forms.
@Suite struct AlarmIncompleteTests {
  private static func codes(_ text: String, as file: String) -> [String] {
    Fixture.lint(text, as: file).filter { $0.severity == .error }.map { "\($0.code.name) \($0.message)" }
  }

  private static func configuration(_ properties: String) -> String {
    #"{"resource": {"aws_cloudwatch_metric_alarm": {"a": {"alarm_name": "a", "evaluation_periods": 1, "alarm_actions": ["arn:aws:sns:eu-west-1:111122223333:t"], \#(properties)}}}}"#
  }
  private static let whole =
    #""comparison_operator": "GreaterThanThreshold", "metric_name": "M", "namespace": "N", "statistic": "Sum", "period": 300, "threshold": 1"#

  @Test(arguments: [
    ("", ""), (#", "threshold": 1"#, "no threshold"), (#", "period": 300"#, "no period"),
    (#", "namespace": "N""#, "no namespace"),
  ])
  func anAlarmOfTerraformWithoutAValueIsSeen(left: String, expected: String) {
    let found = Self.codes(
      Self.configuration(Self.whole.replacingOccurrences(of: left, with: "")), as: "main.tf.json")
    #expect(found.count == (expected.isEmpty ? 0 : 1), "\(found)")
    #expect(found.allSatisfy { $0.hasPrefix("GEN4263") && $0.contains(expected) }, "\(found)")
  }

  @Test func anAlarmThatABlockFillsInIsLeftAlone() {
    let dynamic =
      #""comparison_operator": "GreaterThanThreshold", "dynamic": {"metric_query": {"for_each": "${var.q}", "content": {"id": "a"}}}, "threshold": 1"#
    #expect(
      Self.codes(Self.configuration(dynamic), as: "main.tf.json").filter { $0.hasPrefix("GEN4263") } == [])
  }

  private static let command =
    "#!/bin/sh\naws cloudwatch put-metric-alarm --alarm-name a --comparison-operator GreaterThanThreshold --evaluation-periods 1 --metric-name M --namespace N --statistic Sum"

  @Test(arguments: [
    (" --period 60 --threshold 1", ""), (" --period 60", "no threshold"), (" --threshold 1", "no period"),
    (" --period 60 \"$@\"", ""),
  ])
  func anAlarmOfAScriptWithoutAValueIsSeen(rest: String, expected: String) {
    let found = Self.codes(Self.command + rest + "\n", as: "a.sh")
    #expect(found.count == (expected.isEmpty ? 0 : 1), "\(found)")
    #expect(found.allSatisfy { $0.hasPrefix("GEN4263") && $0.contains(expected) }, "\(found)")
  }

  private static func template(_ resource: String) -> String {
    """
    Resources:
      A: {Type: \(resource)}
      B: {Type: AWS::S3::Bucket}

    """
  }
  private static let alarm =
    "AWS::CloudWatch::Alarm, Properties: {Namespace: AWS/EC2, MetricName: CPUUtilization, Statistic: Sum, Period: 60, EvaluationPeriods: 1, "
  private static func trail(_ type: String, _ value: String) -> String {
    "AWS::CloudTrail::Trail, Properties: {IsLogging: true, IsMultiRegionTrail: true, S3BucketName: bucket-x, EventSelectors: [{DataResources: [{Type: 'AWS::\(type)', Values: [\(value)]}]}]}"
  }

  @Test(arguments: [
    ("AWS::CloudWatch::CompositeAlarm, Properties: {AlarmRule: 'ALARM(x)', ActionsSuppressor: y}", "GEN4263"),
    (
      "AWS::CloudWatch::CompositeAlarm, Properties: {AlarmRule: 'ALARM(x)', ActionsSuppressor: y, ActionsSuppressorWaitPeriod: 60, ActionsSuppressorExtensionPeriod: 60}",
      ""
    ),
    (trail("Lambda::Function", "'arn:aws:s3'"), "GEN4264"), (trail("S3::Object", "'my-bucket/*'"), "GEN4264"),
    (trail("S3::Object", "'arn:aws:s3'"), ""), (trail("S3::Object", "!Sub '${B.Arn}/'"), ""),
    (trail("S3::Object", "!Sub 'arn:${AWS::Partition}:s3:::${B}/'"), ""),
    (trail("Lambda::Function", "'arn:aws:lambda'"), ""),
    (
      alarm
        + "Threshold: 1, ComparisonOperator: LessThanThreshold, AlarmActions: ['arn:aws:automate:us-east-1:ec2:rebot']}",
      "GEN4220"
    ),
    (
      alarm
        + "Threshold: 1, ComparisonOperator: LessThanThreshold, AlarmActions: ['arn:aws:ssm:us-east-1:111122223333:opsitem:7']}",
      "GEN4220"
    ),
    (
      alarm
        + "Threshold: 1, ComparisonOperator: LessThanThreshold, AlarmActions: ['arn:aws:lambda:us-east-1:111122223333:fn:x']}",
      "GEN4220"
    ),
    (
      alarm
        + "Threshold: 1, ComparisonOperator: LessThanThreshold, AlarmActions: ['arn:aws:automate:us-east-1:ec2:stop', 'arn:aws:ssm:us-east-1:111122223333:opsitem:3#CATEGORY=Security', 'arn:aws:lambda:us-east-1:111122223333:function:x:live']}",
      ""
    ),
  ])
  func aValueThatTheServiceRefusesIsSeen(resource: String, code: String) {
    let found = Self.codes(Self.template(resource), as: "a.yaml").map { String($0.prefix(7)) }
    #expect(found == (code.isEmpty ? [] : [code]))
  }

  @Test func aComparisonWithABandThatIsNotThereIsDoubtful() {
    let found = Fixture.lint(
      Self.template(Self.alarm + "Threshold: 1, ComparisonOperator: GreaterThanUpperThreshold}"), as: "a.yaml"
    )
    #expect(found.filter { $0.code == .alarmIncomplete }.map(\.severity) == [.warning])
  }

  @Test(arguments: [("p99", 1), ("tm90", 1), ("ts90", 0), ("p50", 1)])
  func aPercentileOfOnesIsOne(statistic: String, count: Int) {
    let alarm =
      "  A: {Type: AWS::CloudWatch::Alarm, Properties: {Namespace: CIS, MetricName: Stop, ExtendedStatistic: \(statistic), Period: 60, EvaluationPeriods: 1, Threshold: 2, ComparisonOperator: GreaterThanOrEqualToThreshold, AlarmActions: ['arn:aws:sns:us-east-1:111122223333:x']}}\n"
    let found = Fixture.lint(Fixture.filter("Stop", in: "CIS") + alarm).filter {
      $0.code == .unreachableThreshold
    }
    #expect(found.count == count)
  }

  @Test(arguments: [("P", "D", ["error GEN4201"]), ("P", "P", []), ("D", "M", [])])
  func aFilterThatIsNotThereWithItsAlarmIsSeen(alarm: String, filter: String, expected: [String]) {
    let found = Fixture.lint(
      """
      Parameters: {E: {Type: String, AllowedValues: [dev, prod]}, O: {Type: String}}
      Conditions: {P: !Equals [!Ref E, prod], D: !Equals [!Ref E, dev], M: !Equals [!Ref O, x]}
      Resources:
        F: {Type: AWS::Logs::MetricFilter, Condition: \(filter), Properties: {LogGroupName: trail, FilterPattern: '{ $.eventName = StopLogging }', MetricTransformations: [{MetricNamespace: CIS, MetricName: Stop, MetricValue: '1'}]}}
        A: {Type: AWS::CloudWatch::Alarm, Condition: \(alarm), Properties: {Namespace: CIS, MetricName: Stop, Statistic: Sum, Period: 60, EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: GreaterThanOrEqualToThreshold, AlarmActions: ['arn:aws:sns:us-east-1:111122223333:x']}}
        U: {Type: AWS::SNS::Topic, Condition: D, Properties: {DisplayName: !Ref O}}
        V: {Type: AWS::SNS::Topic, Condition: P}
        W: {Type: AWS::SNS::Topic, Condition: M}

      """)
    #expect(found.filter { $0.severity == .error }.map { "\($0.severity) \($0.code.name)" } == expected)
  }
}
