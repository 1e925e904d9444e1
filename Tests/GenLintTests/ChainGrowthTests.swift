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

  /// Each trail with its bucket, its log group, its role and their policies.
  private static func trails(_ count: Int) -> String {
    let parts = (0..<count).map {
      """
        B\($0): {Type: AWS::S3::Bucket, Properties: {BucketName: bucket-\($0)}}
        BP\($0):
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: !Ref B\($0)
            PolicyDocument:
              Statement:
              - {Effect: Allow, Principal: {Service: cloudtrail.amazonaws.com}, Action: s3:GetBucketAcl, Resource: !GetAtt B\($0).Arn}
              - {Effect: Allow, Principal: {Service: cloudtrail.amazonaws.com}, Action: s3:PutObject, Resource: !Sub '${B\($0).Arn}/AWSLogs/*'}
        G\($0): {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: g\($0)}}
        R\($0):
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: cloudtrail.amazonaws.com}, Action: sts:AssumeRole}]}
        RP\($0):
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: p
            Roles: [!Ref R\($0)]
            PolicyDocument: {Statement: [{Effect: Allow, Action: [logs:CreateLogStream, logs:PutLogEvents], Resource: !GetAtt G\($0).Arn}]}
        T\($0):
          Type: AWS::CloudTrail::Trail
          DependsOn: [BP\($0), RP\($0)]
          Properties: {IsLogging: true, IsMultiRegionTrail: true, S3BucketName: !Ref B\($0),
            CloudWatchLogsLogGroupArn: !GetAtt G\($0).Arn, CloudWatchLogsRoleArn: !GetAtt R\($0).Arn}
        F\($0):
          Type: AWS::Logs::MetricFilter
          Properties:
            LogGroupName: !Ref G\($0)
            FilterPattern: '{ $.eventName = "A\($0)" }'
            MetricTransformations: [{MetricNamespace: CIS, MetricName: m\($0), MetricValue: '1'}]

      """
    }
    return "Resources:\n" + parts.joined()
  }

  /// Each topic under a key that it names by an alias, with a subscription apart from it; each alarm beside an almost equal metric.
  private static func slips(_ count: Int) -> String {
    let parts = (0..<count).map {
      """
        K\($0): {Type: AWS::KMS::Key, Properties: {KeyPolicy: {Statement: [{Effect: Allow, Principal: {Service: cloudwatch.amazonaws.com}, Action: kms:*, Resource: '*'}]}}}
        L\($0): {Type: AWS::KMS::Alias, Properties: {AliasName: alias/k\($0), TargetKeyId: !Ref K\($0)}}
        T\($0): {Type: AWS::SNS::Topic, Properties: {TopicName: t\($0), KmsMasterKeyId: alias/k\($0)}}
        S\($0): {Type: AWS::SNS::Subscription, Properties: {TopicArn: 'arn:aws:sns:us-east-1:111122223333:t\($0)', Protocol: email, Endpoint: a@example.com}}
        F\($0):
          Type: AWS::Logs::MetricFilter
          Properties:
            LogGroupName: g\($0)
            FilterPattern: '{ $.eventName = "A\($0)" }'
            MetricTransformations: [{MetricNamespace: CIS, MetricName: Count\($0), MetricValue: '1'}]
        A\($0):
          Type: AWS::CloudWatch::Alarm
          Properties: {Namespace: CIS, MetricName: Conut\($0), Statistic: Sum, Period: 300, EvaluationPeriods: 1, Threshold: 1,
            ComparisonOperator: GreaterThanOrEqualToThreshold, AlarmActions: ['arn:aws:sns:us-east-1:111122223333:t\($0)']}

      """
    }
    return "Resources:\n" + parts.joined()
  }

  /// Alarms on one metric that tell nobody, beside resources that might listen.
  private static func silent(_ count: Int) -> String {
    let parts = (0..<count).map {
      """
        A\($0):
          Type: AWS::CloudWatch::Alarm
          Properties: {AlarmName: a\($0), Namespace: CIS, MetricName: m, Statistic: Sum, Period: 300, EvaluationPeriods: 1, Threshold: 1,
            ComparisonOperator: GreaterThanOrEqualToThreshold}
        E\($0): {Type: AWS::ECS::Service, Properties: {TaskDefinition: t}}
        P\($0): {Type: AWS::SSM::Parameter, Properties: {Type: String, Value: v}}

      """
    }
    let filter = """
        F:
          Type: AWS::Logs::MetricFilter
          Properties:
            LogGroupName: g
            FilterPattern: ERROR
            MetricTransformations: [{MetricNamespace: CIS, MetricName: m, MetricValue: '1'}]

      """
    return "Resources:\n" + filter + parts.joined()
  }

  /// As many filters as alarms on one metric.
  private static func crowd(_ count: Int) -> String {
    let parts = (0..<count * 2).map {
      """
        F\($0):
          Type: AWS::Logs::MetricFilter
          Properties:
            LogGroupName: g\($0)
            FilterPattern: ERROR
            MetricTransformations: [{MetricNamespace: CIS, MetricName: m, MetricValue: '1'}]
        A\($0):
          Type: AWS::CloudWatch::Alarm
          Properties: {AlarmName: a\($0), Namespace: CIS, MetricName: m, Statistic: Sum, Period: 300, EvaluationPeriods: 1, Threshold: 1,
            ComparisonOperator: GreaterThanOrEqualToThreshold, AlarmActions: ['arn:aws:sns:us-east-1:111122223333:x']}

      """
    }
    return "Resources:\n" + parts.joined()
  }

  /// Topics, log groups and trails that later commands change.
  private static func changes(_ count: Int) -> String {
    let parts = (0..<count).map {
      """
      aws sns create-topic --name t\($0)
      aws sns set-topic-attributes --topic-arn arn:aws:sns:us-east-1:111122223333:t\($0) --attribute-name KmsMasterKeyId --attribute-value alias/k
      aws cloudtrail create-trail --name t\($0) --s3-bucket-name bucket-\($0) --is-multi-region-trail
      aws cloudtrail start-logging --name t\($0)
      aws iam create-role --role-name r\($0) --assume-role-policy-document '{"Statement": []}'
      aws iam put-role-policy --role-name r\($0) --policy-name p --policy-document '{"Statement": []}'

      """
    }
    return "#!/bin/sh\n" + parts.joined()
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

  @Test(arguments: [configuration, template, script, topics, trails, slips, silent, crowd, changes])
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
