import Diagnostics
import Testing

/// Templates whose resources, lists and values are not all written down, and logs that only look like CloudTrail's.
@Suite struct UnseenResourcesTests {
  private static let trail = """
      Lg: {Type: AWS::Logs::LogGroup, Properties: {RetentionInDays: 365}}
      Trail:
        Type: AWS::CloudTrail::Trail
        Properties:
          IsLogging: true
          IsMultiRegionTrail: true
          S3BucketName: bucket-of-another-stack
          CloudWatchLogsLogGroupArn: !GetAtt Lg.Arn
          CloudWatchLogsRoleArn: arn:aws:iam::111122223333:role/trail
          EventSelectors: [{ReadWriteType: All, IncludeManagementEvents: true}]

    """
  private static let alarm = """
      Alarm:
        Type: AWS::CloudWatch::Alarm
        Properties: {Namespace: CIS, MetricName: Stop, Statistic: Sum, Period: 300, EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: GreaterThanOrEqualToThreshold, AlarmActions: ['arn:aws:sns:us-east-1:111122223333:x']}

    """

  private static func filter(_ pattern: String, on group: String = "!Ref Lg") -> String {
    "  Filter:\n    Type: AWS::Logs::MetricFilter\n    Properties:\n      LogGroupName: \(group)\n      FilterPattern: '\(pattern)'\n"
      + "      MetricTransformations: [{MetricNamespace: CIS, MetricName: Stop, MetricValue: '1'}]\n"
  }

  private func found(_ parts: String...) -> [String] {
    Fixture.lint("Resources:\n" + parts.joined()).map { "\($0.severity) \($0.code.name)" }
  }

  @Test func whatAMacroOrALoopMayWriteIsNotMissing() {
    let role = """
      Resources:
        Role: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {Service: cloudtrail.amazonaws.com}, Action: 'sts:AssumeRole'}]}}}

      """
    let trail = Self.trail.replacing("arn:aws:iam::111122223333:role/trail", with: "!GetAtt Role.Arn")
    let text = role + trail + Self.filter("{ $.eventName = \"StopLogging\" }") + Self.alarm
    let loop =
      "  Fn::ForEach::R:\n  - Y\n  - [!Ref AWS::Region]\n  - Inline${Y}: {Type: AWS::IAM::Policy, Properties: {PolicyName: p, Roles: [!Ref Role], PolicyDocument: {Statement: []}}}\n"
    #expect(Fixture.lint(text).map(\.code) == [.roleLacksPermissions])
    #expect(Fixture.lint("Transform: [Mine]\n" + text).map(\.message) == [])
    #expect(Fixture.lint("Transform: AWS::LanguageExtensions\n" + text + loop).map(\.message) == [])
    let custom = "  More: {Type: Custom::More, Properties: {ServiceToken: a, Role: !Ref Role}}\n"
    #expect(Fixture.lint(text + custom).map(\.message) == [])
  }

  @Test func theDefaultOfAStoredParameterIsNotItsValue() {
    func text(_ type: String) -> String {
      """
      Parameters:
        Topic: {Type: \(type), Default: /org/topic}
        Mail: {Type: \(type), Default: /org/mail}
        Pattern: {Type: \(type), Default: /org/pattern}
        Value: {Type: \(type), Default: /org/value}
        Service: {Type: \(type), Default: /org/service}
      Resources:
        Own: {Type: AWS::SNS::Topic, Properties: {Subscription: [{Protocol: email, Endpoint: !Ref Mail}]}}
        Policy:
          Type: AWS::SNS::TopicPolicy
          Properties:
            Topics: [!Ref Own]
            PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {Service: !Ref Service}, Action: 'sns:Publish', Resource: !Ref Own}]}
        Filter:
          Type: AWS::Logs::MetricFilter
          Properties: {LogGroupName: trail, FilterPattern: !Ref Pattern, MetricTransformations: [{MetricNamespace: CIS, MetricName: X, MetricValue: !Ref Value}]}
        Alarm:
          Type: AWS::CloudWatch::Alarm
          Properties: {Namespace: CIS, MetricName: X, Statistic: Sum, Period: 60, EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: GreaterThanOrEqualToThreshold, AlarmActions: [!Ref Topic, !Ref Own]}

      """
    }
    #expect(Fixture.lint(text("'AWS::SSM::Parameter::Value<String>'")).map(\.message) == [])
    #expect(
      Set(Fixture.lint(text("String")).map(\.code)).isSuperset(of: [
        .endpointDoesNotFit, .metricValueInvalid, .actionNotARN, .topicPolicyLacksCloudWatch,
      ]))
  }

  @Test(arguments: [
    "'{{resolve:ssm:/a/b}}'", "!Sub '{{resolve:ssm:/a/b}}'", "!Sub '{{resolve:ssm:/${Stack}/b}}'",
    "!Join ['', ['{{resolve:ssm:/', !Ref Stack, '/b}}']]",
  ])
  func whatADynamicReferenceYieldsIsNotKnown(value: String) {
    let text = """
      Parameters: {Stack: {Type: String, Default: alerting}}
      Resources:
        Own: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref Stack, Subscription: [{Protocol: email, Endpoint: \(value)}]}}
        Policy:
          Type: AWS::SNS::TopicPolicy
          Properties:
            Topics: [!Ref Own]
            PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {Service: \(value)}, Action: 'sns:Publish', Resource: !Ref Own}]}
        Filter:
          Type: AWS::Logs::MetricFilter
          Properties: {LogGroupName: trail, FilterPattern: \(value), MetricTransformations: [{MetricNamespace: CIS, MetricName: X, MetricValue: \(value)}]}
        Alarm:
          Type: AWS::CloudWatch::Alarm
          Properties: {Namespace: CIS, MetricName: X, Statistic: Sum, Period: 60, EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: GreaterThanOrEqualToThreshold, AlarmActions: [\(value), !Ref Own]}

      """
    #expect(Fixture.lint(text).map(\.message) == [])
  }

  @Test func aListIsNoTextWithCommas() {
    let text = """
      Parameters:
        Services: {Type: CommaDelimitedList, Default: 'cloudwatch.amazonaws.com,events.amazonaws.com'}
      Resources:
        Topic: {Type: AWS::SNS::Topic, Properties: {Subscription: [{Protocol: email, Endpoint: a@example.com}]}}
        Policy:
          Type: AWS::SNS::TopicPolicy
          Properties:
            Topics: [!Ref Topic]
            PolicyDocument:
              Version: '2012-10-17'
              Statement: [{Effect: Allow, Principal: {Service: !Ref Services}, Action: 'sns:Publish', Resource: !Ref Topic}]

      """
    let alarm = Self.alarm.replacing("'arn:aws:sns:us-east-1:111122223333:x'", with: "!Ref Topic")
      .replacing("Namespace: CIS", with: "Namespace: AWS/Lambda").replacing(
        "MetricName: Stop", with: "MetricName: Errors")
    #expect(Fixture.lint(text + alarm).map(\.message) == [])
  }

  @Test(arguments: [
    ("{ $.errorCode = 500 }", 0), ("{ $.eventName = \"OrderPlaced\" }", 0),
    ("{ $.eventName = \"StopLogging\" }", 1),
  ])
  func aLogThatHasFieldsOfTheSameNamesIsNoTrails(pattern: String, count: Int) {
    let group =
      "  Shop: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: shop, RetentionInDays: 365}}\n"
    let all = Fixture.lint(
      "Resources:\n" + Self.trail + group + Self.filter(pattern, on: "!Ref Shop") + Self.alarm)
    #expect(
      all.map(\.message) == Array(repeating: "the trail does not fill the log group 'Shop'", count: count))
    let service = group.replacing("LogGroupName: shop", with: "LogGroupName: /ecs/shop")
    #expect(found(Self.trail, service, Self.filter(pattern, on: "!Ref Shop"), Self.alarm) == [])
  }

  @Test func aTrailOfDataIsHeldAgainstWhatAsksForManagement() {
    let data = Self.trail.replacing(
      "IncludeManagementEvents: true",
      with:
        "IncludeManagementEvents: false, DataResources: [{Type: 'AWS::S3::Object', Values: ['arn:aws:s3']}]")
    #expect(
      found(
        data, Self.filter("{ ($.eventSource = \"s3.amazonaws.com\") && ($.eventName = \"DeleteObject\") }"),
        Self.alarm) == [])
    #expect(found(data, Self.filter("{ $.eventName = \"DeleteBucket\" }"), Self.alarm) == ["warning GEN4232"])
  }

  @Test(arguments: [("!=", 0), ("=", 1)])
  func aSourceThatTheFilterLeavesOutItselfIsNotMissed(comparison: String, count: Int) {
    let trail = Self.trail.replacing(
      "IncludeManagementEvents: true",
      with: "IncludeManagementEvents: true, ExcludeManagementEventSources: [kms.amazonaws.com]")
    let pattern = "{ ($.eventSource \(comparison) kms.amazonaws.com) && ($.errorCode = \"AccessDenied*\") }"
    #expect(
      found(trail, Self.filter(pattern), Self.alarm) == Array(repeating: "warning GEN4245", count: count))
  }

  @Test func aRowThatAParameterChoosesIsNotSettled() {
    let text = """
      Parameters: {Env: {Type: String, Default: dev}}
      Mappings: {Settings: {dev: {Logging: 'false'}, prod: {Logging: 'true'}}}
      Resources:

      """
    let logging = { (row: String) in
      Self.trail.replacing("IsLogging: true", with: "IsLogging: !FindInMap [Settings, \(row), Logging]")
    }
    let rest = Self.filter("{ $.eventName = \"StopLogging\" }") + Self.alarm
    #expect(Fixture.lint(text + logging("!Ref Env") + rest).map(\.message) == [])
    #expect(Fixture.lint(text + logging("dev") + rest).map(\.code).contains(.trailNotLogging))
  }

  @Test func aTopicThatIsHandedOnMayBeHeardElsewhere() {
    let topic = "  Topic: {Type: AWS::SNS::Topic}\n"
    let alarm = Self.alarm.replacing("'arn:aws:sns:us-east-1:111122223333:x'", with: "!Ref Topic")
      .replacing("Namespace: CIS", with: "Namespace: AWS/Lambda").replacing(
        "MetricName: Stop", with: "MetricName: Errors")
    #expect(found(topic, alarm) == ["note GEN4225"])
    #expect(
      found(topic, alarm, "  P: {Type: AWS::SSM::Parameter, Properties: {Type: String, Value: !Ref Topic}}\n")
        == [])
  }

  @Test func whatIsUsedUnderTheSameConditionIsANote() {
    let text = """
      Parameters: {Existing: {Type: String, Default: ''}}
      Conditions: {C: !Equals [!Ref Existing, '']}
      Resources:
        Bucket: {Type: AWS::S3::Bucket, Condition: C, DeletionPolicy: Retain, UpdateReplacePolicy: Retain}
        T: {Type: AWS::SNS::Topic, DependsOn: Bucket, Properties: {TopicName: !If [C, !Ref Bucket, !Ref Existing]}}

      """
    #expect(Fixture.lint(text).map(\.severity) == [.note])
    #expect(
      Fixture.lint(text.replacing("!If [C, !Ref Bucket, !Ref Existing]", with: "!Ref Existing")).map(
        \.severity) == [.warning])
  }

  /// A module, a filter from another file or the script itself may publish what an alarm watches.
  @Test func aMetricThatSomethingUnseenPublishesIsLeftAlone() {
    func script(_ more: String) -> [Diagnostic] {
      Fixture.lint(
        """
        #!/bin/sh
        aws logs put-metric-filter --log-group-name g --filter-name f --filter-pattern '{ $.eventName = StopLogging }' \\
          --metric-transformations metricName=M,metricNamespace=N,metricValue=1
        for name in M Heartbeat; do
          aws cloudwatch put-metric-alarm --alarm-name M --namespace N --metric-name M --statistic Sum --period 60 \\
            --evaluation-periods 1 --threshold 1 --comparison-operator GreaterThanOrEqualToThreshold \\
            --alarm-actions arn:aws:sns:eu-west-1:111122223333:t
          aws cloudwatch put-metric-alarm --alarm-name b --namespace N --metric-name Heartbeat --statistic Sum --period 60 \\
            --evaluation-periods 1 --threshold 1 --comparison-operator GreaterThanOrEqualToThreshold \\
            --alarm-actions arn:aws:sns:eu-west-1:111122223333:t
        done
        \(more)

        """, as: "a.sh"
      ).filter { $0.code == .metricNameDiffers }
    }
    #expect(script("").count == 1)
    #expect(script("aws cloudwatch put-metric-data --namespace N --metric-name Heartbeat --value 1") == [])
    #expect(
      script("for f in *.json; do aws logs put-metric-filter --cli-input-json \"file://$f\"; done") == [])
    func configuration(_ more: String) -> [Diagnostic] {
      let alarm = { (id: String, name: String) in
        #""\#(id)": {"alarm_name": "\#(id)", "namespace": "N", "metric_name": "\#(name)", "statistic": "Sum", "period": 60, "evaluation_periods": 1, "threshold": 1, "comparison_operator": "GreaterThanOrEqualToThreshold", "alarm_actions": ["arn:aws:sns:eu-west-1:111122223333:t"]}"#
      }
      return Fixture.lint(
        #"{"resource": {"aws_cloudwatch_log_metric_filter": {"f": {"name": "f", "log_group_name": "g", "pattern": "{ $.eventName = StopLogging }", "metric_transformation": {"name": "M", "namespace": "N", "value": "1"}}}, "aws_cloudwatch_metric_alarm": {\#(alarm("a", "M")), \#(alarm("b", "FromModule"))}}\#(more)}"#,
        as: "main.tf.json"
      ).filter { $0.code == .metricNameDiffers }
    }
    #expect(configuration("").count == 1)
    #expect(configuration(#", "module": {"filters": {"source": "./filters"}}"#) == [])
  }
}
