import Diagnostics
import Testing

/// What stands beside the chain: other publishers of metrics, and others who are told of an alarm.
@Suite struct BesideTheChainTests {
  private static let filter = Fixture.filter("StopLogging", in: "Security")
  private static let actions = ", AlarmActions: ['arn:aws:sns:us-east-1:111122223333:x']"

  private static func alarm(_ id: String, _ metric: String, _ more: String) -> String {
    "  \(id):\n    Type: AWS::CloudWatch::Alarm\n    Properties: {AlarmName: cis-\(id), Namespace: Security, MetricName: \(metric), "
      + "Statistic: Sum, Period: 300, EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: GreaterThanOrEqualToThreshold\(more)}\n"
  }

  private static let auditor =
    "  Auditor:\n    Type: AWS::Lambda::Function\n    Properties: {Runtime: python3.13, Handler: index.handler, "
    + "Role: 'arn:aws:iam::111122223333:role/a', Code: {ZipFile: 'put_metric_data(Namespace=1)'}}\n"

  private func found(_ resources: String...) -> [String] {
    Fixture.lint(Self.filter + resources.joined()).map { "\($0.severity) \($0.code.name)" }
  }

  @Test func aMetricOfAnotherNameIsNotedAndOneOfAlmostTheNameIsAnError() {
    let stop = Self.alarm("Stop", "StopLogging", Self.actions)
    #expect(found(stop, Self.alarm("Stale", "StaleAccessKeys", Self.actions)) == ["warning GEN4201"])
    #expect(found(stop, Self.alarm("Stale", "StopLoggings", Self.actions)) == ["error GEN4201"])
  }

  @Test func aMetricThatSomethingElseMayPublishIsLeftAlone() {
    let stop = Self.alarm("Stop", "StopLogging", Self.actions)
    #expect(found(stop, Self.alarm("Stale", "StaleAccessKeys", Self.actions), Self.auditor) == [])
    let one = ", Dimensions: [{Name: InstanceId, Value: i-1}]" + Self.actions
    #expect(found(stop, Self.alarm("Memory", "mem_used_percent", one)) == [])
    #expect(found(stop, Self.alarm("Stale", "StopLoggings", Self.actions), Self.auditor) == ["error GEN4201"])
  }

  @Test func anAlarmThatNobodyListensToIsSeen() {
    #expect(found(Self.alarm("Stop", "StopLogging", "")) == ["warning GEN4211"])
    let other = ", OKActions: ['arn:aws:sns:us-east-1:111122223333:x']"
    let all = Fixture.lint(Self.filter + Self.alarm("Stop", "StopLogging", other))
    #expect(all.map(\.message) == ["the alarm has no action for the state ALARM: nobody is told"])
    let shown = "Outputs:\n  Stop: {Value: !GetAtt Stop.Arn}\n"
    #expect(found(Self.alarm("Stop", "StopLogging", ""), shown) == ["warning GEN4211"])
  }

  @Test(arguments: [
    "Outputs:\n  Stop: {Value: !GetAtt Stop.Arn, Export: {Name: stop}}\n",
    "  Rule:\n    Type: AWS::Events::Rule\n    Properties: {EventPattern: {source: [aws.cloudwatch]}, Targets: [{Id: a, Arn: 'arn:aws:lambda:us-east-1:111122223333:function:a'}]}\n",
    "  Group:\n    Type: AWS::CodeDeploy::DeploymentGroup\n    Properties: {ApplicationName: a, ServiceRoleArn: b, AlarmConfiguration: {Alarms: [{Name: !Ref Stop}]}}\n",
    "  Group:\n    Type: AWS::CodeDeploy::DeploymentGroup\n    Properties: {ApplicationName: a, ServiceRoleArn: b, AlarmConfiguration: {Alarms: [{Name: cis-Stop}]}}\n",
  ])
  func anAlarmThatSomebodyListensToIsLeftAlone(listener: String) {
    #expect(found(Self.alarm("Stop", "StopLogging", ""), listener) == [])
  }

  @Test(arguments: [
    ("WriteOnly", "StopLogging", "note"), ("WriteOnly", "GetTrailStatus", "warning"),
    ("ReadOnly", "GetTrailStatus", "note"), ("ReadOnly", "StopLogging", "warning"),
    ("WriteOnly", "StartQuery", "warning"), ("WriteOnly", "*", "warning"),
  ])
  func whatATrailKeepsIsHeldAgainstWhatFiltersAskFor(kept: String, event: String, severity: String) {
    let all = Fixture.lint(
      """
      Resources:
        Lg: {Type: AWS::Logs::LogGroup, Properties: {RetentionInDays: 365}}
        Trail:
          Type: AWS::CloudTrail::Trail
          Properties:
            IsLogging: true
            IsMultiRegionTrail: true
            S3BucketName: bucket-of-another-stack
            CloudWatchLogsLogGroupArn: !GetAtt Lg.Arn
            CloudWatchLogsRoleArn: arn:aws:iam::111122223333:role/trail
            EventSelectors: [{ReadWriteType: \(kept), IncludeManagementEvents: true}]
        Filter:
          Type: AWS::Logs::MetricFilter
          Properties:
            LogGroupName: !Ref Lg
            FilterPattern: '{ ($.eventSource = "cloudtrail.amazonaws.com") && ($.eventName = "\(event)") }'
            MetricTransformations: [{MetricNamespace: CIS, MetricName: Trail, MetricValue: '1'}]
        Alarm:
          Type: AWS::CloudWatch::Alarm
          Properties: {Namespace: CIS, MetricName: Trail, Statistic: Sum, Period: 300, EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: GreaterThanOrEqualToThreshold, AlarmActions: ['arn:aws:sns:us-east-1:111122223333:x']}

      """)
    #expect(all.filter { $0.code == .trailWithoutManagementEvents }.map(\.severity.rawValue) == [severity])
  }

  @Test func aTrailBesideTheOneThatFillsTheGroupIsLeftAlone() {
    let trail =
      "  Trail:\n    Type: AWS::CloudTrail::Trail\n    Properties: {IsLogging: true, IsMultiRegionTrail: true, S3BucketName: other, "
      + "EventSelectors: [{ReadWriteType: All, IncludeManagementEvents: false, DataResources: [{Type: 'AWS::S3::Object', Values: ['arn:aws:s3']}]}]}\n"
    #expect(found(Self.alarm("Stop", "StopLogging", Self.actions), trail) == [])
    let own = Self.filter.replacing("LogGroupName: trail", with: "LogGroupName: !Ref Lg")
    let group = "  Lg: {Type: AWS::Logs::LogGroup, Properties: {RetentionInDays: 365}}\n"
    let codes = Fixture.lint(own + group + Self.alarm("Stop", "StopLogging", Self.actions) + trail).map(
      \.code)
    #expect(codes == [.trailWithoutLogGroup, .trailWithoutManagementEvents])
  }

  @Test(arguments: [("0.05", false), ("1", true)])
  func aShareOfTheEventsMayBeAskedFor(threshold: String, isSeen: Bool) {
    let text =
      Self.filter.replacing("MetricValue: '1'", with: "MetricValue: '1', DefaultValue: 0")
      + Self.alarm("Stop", "StopLogging", Self.actions).replacing("Sum", with: "Average")
      .replacing("Threshold: 1", with: "Threshold: \(threshold)")
    #expect(Fixture.lint(text).map(\.code).contains(.averagedCount) == isSeen)
  }
}
