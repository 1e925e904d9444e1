import Diagnostics
import GenLint
import Testing

/// What a service's page asks beyond the registry's schema.
@Suite struct ServiceDemandTests {
  private static func resource(
    _ type: String, _ properties: String, _ code: DiagnosticCode, _ message: String
  ) -> BrokenTemplate {
    let start = "Resources:\n  A:\n    Type: AWS::\(type)\n    <<Properties:\n      \(properties)\n"
    // The mark stands at the properties unless it stands in one of them.
    let text = properties.contains("<<") ? start.replacing("<<Properties", with: "Properties") : start
    return BrokenTemplate(text, code, message)
  }

  private static let watch = "EvaluationPeriods: 1\n      ComparisonOperator: GreaterThanThreshold\n      "
  private static let metric =
    "MetricName: a\n      Namespace: b\n      Period: 60\n      Statistic: Sum\n      "
  private static let topic = "TopicArn: 'arn:aws:sns:us-east-1:111122223333:t'\n      Protocol: "
  private static let trail = "IsLogging: true\n      S3BucketName: bbb\n      "
  private static let schedule =
    "FlexibleTimeWindow: {Mode: 'OFF'}\n      Target: {Arn: 'arn:aws:sqs:us-east-1:111122223333:a', RoleArn: 'arn:aws:iam::111122223333:role/a'}\n      ScheduleExpression: "

  static let broken: [BrokenTemplate] = [
    resource(
      "CloudWatch::Alarm", metric + "Threshold: 1\n      ComparisonOperator: GreaterThanThreshold",
      .missingProperty, "lacks the required 'EvaluationPeriods'"),
    resource(
      "CloudWatch::Alarm", metric + "Threshold: 1\n      EvaluationPeriods: 1", .missingProperty,
      "lacks the required 'ComparisonOperator'"),
    resource(
      "CloudWatch::Alarm", watch + metric, .exclusiveProperties, "needs 'Threshold' or 'ThresholdMetricId'"),
    resource(
      "CloudWatch::Alarm",
      watch + "Threshold: 1\n      MetricName: a\n      Period: 60\n      Statistic: Sum",
      .exclusiveProperties, "'MetricName' in 'AWS::CloudWatch::Alarm' needs 'Namespace' beside it"),
    resource(
      "CloudWatch::Alarm",
      watch
        + "Threshold: 1\n      Metrics: [{Id: a, ReturnData: true, Expression: <<\"SUM(SEARCH('{CIS} MetricName=Root', 'Sum'))\"}]",
      .patternMismatch, "does not have the form that 'Expression' takes"),
    resource(
      "CloudWatch::Alarm", watch + "Threshold: 1\n      Metrics: [<<{Id: a, ReturnData: true}]",
      .exclusiveProperties, "needs 'Expression' or 'MetricStat'"),
    resource(
      "CloudWatch::Alarm",
      watch + metric + "Threshold: 1\n      <<OKActions: [a:b, b:c, c:d, d:e, e:f, f:g]", .countOutOfRange,
      "'OKActions' has 6 elements"),
    resource("SNS::Subscription", topic + "<<emial\n      Endpoint: a@example.com", .notAllowed, "'emial'"),
    resource(
      "SNS::Topic", "Subscription: [{Protocol: <<emial, Endpoint: a@example.com}]", .notAllowed, "'emial'"),
    resource(
      "SNS::Subscription", topic + "email\n      Endpoint: a@example.com\n      FilterPolicyScope: <<Body",
      .notAllowed, "'Body' is not a value of 'FilterPolicyScope'"),
    resource(
      "SNS::Subscription",
      topic + "firehose\n      Endpoint: 'arn:aws:firehose:us-east-1:111122223333:deliverystream/x'",
      .missingProperty, "lacks the required 'SubscriptionRoleArn'"),
    resource(
      "CloudTrail::Trail",
      trail + "CloudWatchLogsLogGroupArn: 'arn:aws:logs:us-east-1:111122223333:log-group:x:*'",
      .exclusiveProperties, "needs 'CloudWatchLogsRoleArn' beside it"),
    resource(
      "CloudTrail::Trail",
      trail
        + "EventSelectors: [{ReadWriteType: All}]\n      <<AdvancedEventSelectors: [{FieldSelectors: [{Field: eventCategory, Equals: [Management]}]}]",
      .exclusiveProperties, "only one of"),
    resource(
      "Logs::SubscriptionFilter",
      "LogGroupName: a\n      FilterPattern: ''\n      DestinationArn: 'arn:aws:kinesis:us-east-1:111122223333:stream/x'",
      .missingProperty, "lacks the required 'RoleArn'"),
    resource(
      "CloudFormation::StackSet",
      "StackSetName: a\n      TemplateURL: 'https://b.s3.amazonaws.com/t'\n      PermissionModel: SELF_MANAGED\n      <<AutoDeployment: {Enabled: true}",
      .exclusiveProperties, "'AutoDeployment' may not be set"),
    resource("Scheduler::Schedule", schedule + "<<cron(0 3 * * * *)", .patternMismatch, "cron(0 3 * * * *)"),
    resource("Scheduler::Schedule", schedule + "<<every day", .patternMismatch, "every day"),
    resource("SNS::Topic", "TopicName: <<pay.ments", .patternMismatch, "'pay.ments' does not have the form"),
    resource(
      "Config::ConfigRule",
      "Source: {Owner: AWS, SourceIdentifier: CLOUD_TRAIL_ENABLED}\n      MaximumExecutionFrequency: <<24_Hours",
      .notAllowed,
      "'24_Hours' is not a value"),
    resource(
      "SSM::Document", "Content: {schemaVersion: <<'9.9', mainSteps: []}", .notAllowed,
      "'9.9' is not a value of 'schemaVersion'"),
    resource("S3::AccessPoint", "Bucket: bbb\n      <<Foo: 1", .unknownProperty, "no property 'Foo'"),
    resource("Oam::Sink", "<<Nam: central", .unknownProperty, "no property 'Nam'"),
  ]

  @Test(arguments: broken)
  func whatThePageRefusesIsAnErrorAtItsPlace(_ broken: BrokenTemplate) {
    let found = broken.found.filter { $0.severity == .error && $0.message.contains(broken.message) }
    #expect(
      !found.isEmpty,
      "\(Fixture.lint(broken.template).map { "\($0.range?.start as Any) \($0.code) \($0.message)" })")
  }

  @Test(arguments: [
    ("CloudWatch::Alarm", watch + metric + "Threshold: 0"),
    (
      "CloudWatch::Alarm",
      watch + metric.replacing("Statistic: Sum", with: "ExtendedStatistic: p99") + "Threshold: 0"
    ),
    (
      "CloudWatch::Alarm",
      "EvaluationPeriods: 1\n      ComparisonOperator: GreaterThanUpperThreshold\n      ThresholdMetricId: b\n      Metrics: [{Id: a, MetricStat: {Metric: {MetricName: a, Namespace: b}, Period: 60, Stat: Sum}}, {Id: b, Expression: 'ANOMALY_DETECTION_BAND(a, 2)'}]"
    ),
    ("CloudWatch::Alarm", "EvaluationCriteria: {PromQLCriteria: {Query: up}}"),
    ("SNS::Subscription", topic + "HTTPS\n      Endpoint: https://example.com/a"),
    ("Scheduler::Schedule", schedule + "at(2027-01-01T00:00:00)"),
    ("Scheduler::Schedule", schedule + "rate(5 minutes)"),
    ("Scheduler::Schedule", schedule + "cron(0 3 ? * MON *)"),
    ("EC2::LaunchTemplate", "LaunchTemplateData: {ImageId: 'resolve:ssm:/aws/service/a'}"),
    ("SNS::Topic", "DisplayName: a"),
  ])
  func whatThePageTakesHasNoError(type: String, properties: String) {
    let found = Fixture.lint(
      "Resources:\n  A:\n    Type: AWS::\(type)\n    Properties:\n      \(properties)\n")
    #expect(found.filter { $0.severity == .error }.map(\.message) == [])
  }

  /// What YAML 1.1 calls a truth value is `true` or `false` to the service, however it is written.
  @Test(arguments: [
    "Default: true, AllowedValues: [True, False]", "Default: True, AllowedValues: [true, false]",
    "Default: 'true', AllowedValues: [True, False]", "Default: 'false', AllowedValues: [on, off]",
  ])
  func aTruthValueIsComparedAsTheServiceReadsIt(declaration: String) {
    let text =
      "Parameters: {A: {Type: String, \(declaration)}}\nResources: {T: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref A}}}\n"
    #expect(Fixture.lint(text).map(\.message) == [])
  }
}
