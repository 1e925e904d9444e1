import Diagnostics
import GenLint
import Testing

/// A clean artefact broken in one place along the chain, and the code that must speak of it.
struct ChainMutation: Sendable, CustomTestStringConvertible {
  let fixture: Fixture
  let old: String
  let new: String
  let code: DiagnosticCode

  init(_ fixture: Fixture, _ old: String, _ new: String, _ code: DiagnosticCode) {
    (self.fixture, self.old, self.new, self.code) = (fixture, old, new, code)
  }

  var testDescription: String { "\(fixture.rawValue): \(old.prefix(50)) -> \(new.prefix(50)): \(code.name)" }
}

@Suite struct ChainMutationTests {
  static let template: [ChainMutation] = [
    .init(
      .template, "MetricName: RootUse\n      Namespace", "MetricName: RootUsage\n      Namespace",
      .metricNameDiffers),
    .init(
      .template, "MetricName: TrailChanges\n      Namespace", "MetricName: Other\n      Namespace",
      .metricNameDiffers),
    .init(.template, "- MetricName: RootUse", "- MetricName: RootUses", .metricNameDiffers),
    .init(
      .template, "MetricName: RootUse\n      Namespace: Security",
      "MetricName: RootUse\n      Namespace: Secure", .namespaceDiffers),
    .init(
      .template, "MetricName: RootUse\n          MetricNamespace: Security",
      "MetricName: RootUse\n          MetricNamespace: CIS", .namespaceDiffers),
    .init(
      .template, "Statistic: Sum\n      Period: 300", "Statistic: Average\n      Period: 300", .averagedCount),
    .init(.template, "Threshold: 1\n", "Threshold: 0\n", .unreachableThreshold),
    .init(
      .template, "Threshold: 0\n      ComparisonOperator: GreaterThanThreshold",
      "Threshold: 1\n      ComparisonOperator: LessThanThreshold", .unreachableThreshold),
    .init(
      .template, "MetricValue: \"1\"\n          DefaultValue: 0",
      "MetricValue: \"0\"\n          DefaultValue: 0", .unreachableThreshold),
    .init(
      .template, "Threshold: 0\n", "Threshold: 0\n      TreatMissingData: breaching\n", .missingDataBreaches),
    .init(.template, "DatapointsToAlarm: 1", "DatapointsToAlarm: 2", .tooManyDatapoints),
    .init(
      .template, "Period: 60\n      EvaluationPeriods: 5", "Period: 60\n      EvaluationPeriods: 1500",
      .evaluationTooLong),
    .init(
      .template, "Statistic: Sum\n      Period: 60",
      "Statistic: Sum\n      Dimensions: [{Name: a, Value: b}]\n      Period: 60", .dimensionsDiffer),
    .init(
      .template, "Statistic: Sum\n      Period: 60",
      "Statistic: Sum\n      Dimensions: [{Name: '@aws.account', Value: '111122223333'}]\n      Period: 60",
      .dimensionsDiffer),
    .init(
      .template, "DefaultValue: 0", "DefaultValue: 0\n          Dimensions: [{Key: a, Value: $.a}]",
      .defaultWithDimensions),
    .init(.template, "\n      AlarmActions: [!Ref Topic]", "", .noAction),
    .init(.template, "ActionsEnabled: true", "ActionsEnabled: false", .actionsDisabled),
    .init(.template, "Period: 300", "Period: 90", .uniformPeriod),
    .init(.template, "      Statistic: Sum\n      Period: 300", "      Period: 300", .statisticCount),
    .init(
      .template, "FilterName: RootUse\n      LogGroupName: !Ref TrailLogs",
      "FilterName: RootUse\n      LogGroupName: other", .filterOnOtherGroup),
    .init(.template, "AlarmActions: [!Ref Topic]", "AlarmActions: [!GetAtt Topic.TopicName]", .actionNotARN),
    .init(.template, "AlarmActions: [!Ref Topic]", "AlarmActions: [acme-alerts]", .actionNotARN),
    .init(
      .template, "Principal: { Service: cloudwatch.amazonaws.com }\n            Action: sns",
      "Principal: { Service: events.amazonaws.com }\n            Action: sns", .topicPolicyLacksCloudWatch),
    .init(.template, "Action: sns:Publish", "Action: sns:Subscribe", .topicPolicyLacksCloudWatch),
    .init(.template, ":cloudwatch:${AWS::Region}", ":events:${AWS::Region}", .topicPolicyConditionExcludes),
    .init(.template, "ArnLike:", "StringEquals:", .topicPolicyConditionExcludes),
    .init(.template, "KmsMasterKeyId: !Ref Key", "KmsMasterKeyId: alias/aws/sns", .managedTopicKey),
    .init(
      .template, "Principal: { Service: cloudwatch.amazonaws.com }\n            Action: [",
      "Principal: { Service: sns.amazonaws.com }\n            Action: [", .topicKeyLacksCloudWatch),
    .init(
      .template, "[\"kms:Decrypt\", \"kms:GenerateDataKey*\"]", "[\"kms:Decrypt\"]", .topicKeyLacksCloudWatch),
    .init(.template, "\"logs.${AWS::Region}.amazonaws.com\"", "\"s3.amazonaws.com\"", .logGroupKeyLacksLogs),
    .init(
      .template, "TopicArn: !Ref Topic\n      Protocol",
      "TopicArn: arn:aws:sns:eu-west-1:111122223333:other\n      Protocol", .noSubscription),
    .init(.template, "Protocol: email", "Protocol: https", .endpointDoesNotFit),
    .init(
      .template, "Resource: !Ref Topic\n", "Resource: arn:aws:sns:eu-west-1:111122223333:other\n",
      .topicPolicyOfOther),
    .init(.template, "IsMultiRegionTrail: true", "IsMultiRegionTrail: false", .trailOfOneRegion),
    .init(.template, "\n      IsMultiRegionTrail: true", "", .trailOfOneRegion),
    .init(.template, "IsLogging: true", "IsLogging: false", .trailNotLogging),
    .init(.template, "ReadWriteType: All", "ReadWriteType: WriteOnly", .trailWithoutManagementEvents),
    .init(
      .template, "IncludeManagementEvents: true", "IncludeManagementEvents: false",
      .trailWithoutManagementEvents),
    .init(
      .template,
      "      CloudWatchLogsLogGroupArn: !GetAtt TrailLogs.Arn\n      CloudWatchLogsRoleArn: !GetAtt [TrailRole, Arn]\n",
      "      EnableLogFileValidation: true\n", .trailWithoutLogGroup),
    .init(
      .template, "CloudWatchLogsLogGroupArn: !GetAtt TrailLogs.Arn",
      "CloudWatchLogsLogGroupArn: !Sub \"${TrailLogs.Arn}:*\"", .logGroupARNForm),
    .init(
      .template, "IncludeGlobalServiceEvents: true", "IncludeGlobalServiceEvents: false",
      .trailWithoutGlobalEvents),
    .init(
      .template, "[\"logs:CreateLogStream\", \"logs:PutLogEvents\"]", "[\"logs:PutLogEvents\"]",
      .roleLacksPermissions),
    .init(
      .template, "Principal: { Service: cloudtrail.amazonaws.com }, Action",
      "Principal: { Service: ec2.amazonaws.com }, Action", .roleNotTrusting),
    .init(.template, "\n    DependsOn: LogsBucketPolicy", "", .trailBeforePolicy),
    .init(.template, "Action: s3:GetBucketAcl", "Action: s3:ListBucket", .bucketPolicyLacksCloudTrail),
    .init(
      .template, "LogGroupName: !Ref TrailLogs\n      FilterPattern: >-",
      "FilterName: RootUse\n      LogGroupName: !Ref TrailLogs\n      FilterPattern: >-", .duplicateName),
  ]

  static let configuration: [ChainMutation] = [
    .init(
      .configuration,
      "\"metric_name\": \"${aws_cloudwatch_log_metric_filter.root.metric_transformation[0].name}\"",
      "\"metric_name\": \"Root\"", .metricNameDiffers),
    .init(
      .configuration, "\"namespace\": \"${var.namespace}\",\n        \"statistic\"",
      "\"namespace\": \"Other\",\n        \"statistic\"", .namespaceDiffers),
    .init(.configuration, "\"statistic\": \"Sum\"", "\"statistic\": \"Average\"", .averagedCount),
    .init(.configuration, "\"datapoints_to_alarm\": 1", "\"datapoints_to_alarm\": 3", .tooManyDatapoints),
    .init(.configuration, "\"evaluation_periods\": 1", "\"evaluation_periods\": 1000", .evaluationTooLong),
    .init(.configuration, "\"threshold\": 1", "\"threshold\": 0", .unreachableThreshold),
    .init(.configuration, "\"actions_enabled\": true", "\"actions_enabled\": false", .actionsDisabled),
    .init(.configuration, "\"period\": 300", "\"period\": 45", .uniformPeriod),
    .init(.configuration, ",\n        \"alarm_actions\": [\"${aws_sns_topic.alerts.arn}\"]", "", .noAction),
    .init(
      .configuration, "\"alarm_actions\": [\"${aws_sns_topic.alerts.arn}\"]",
      "\"alarm_actions\": [\"${aws_sns_topic.alerts.name}\"]", .actionNotARN),
    .init(
      .configuration, "\"identifiers\": [\"cloudwatch.amazonaws.com\"] },\n          \"actions\": [\"sns",
      "\"identifiers\": [\"events.amazonaws.com\"] },\n          \"actions\": [\"sns",
      .topicPolicyLacksCloudWatch),
    .init(
      .configuration, "[\"kms:Decrypt\", \"kms:GenerateDataKey*\"]", "[\"kms:Decrypt\"]",
      .topicKeyLacksCloudWatch),
    .init(
      .configuration, "\"kms_master_key_id\": \"${aws_kms_key.topic.arn}\"",
      "\"kms_master_key_id\": \"alias/aws/sns\"", .managedTopicKey),
    .init(
      .configuration, "\"mail\": { \"topic_arn\": \"${aws_sns_topic.alerts.arn}\"",
      "\"mail\": { \"topic_arn\": \"arn:aws:sns:eu-west-1:111122223333:other\"", .noSubscription),
    .init(.configuration, "\"protocol\": \"email\"", "\"protocol\": \"lambda\"", .endpointDoesNotFit),
    .init(
      .configuration, "\"is_multi_region_trail\": true", "\"is_multi_region_trail\": false", .trailOfOneRegion
    ),
    .init(.configuration, "\"enable_logging\": true", "\"enable_logging\": false", .trailNotLogging),
    .init(
      .configuration, "\"read_write_type\": \"All\"", "\"read_write_type\": \"ReadOnly\"",
      .trailWithoutManagementEvents),
    .init(
      .configuration, "${aws_cloudwatch_log_group.trail.arn}:*\",\n        \"cloud_watch_logs_role_arn",
      "${aws_cloudwatch_log_group.trail.arn}\",\n        \"cloud_watch_logs_role_arn", .logGroupARNForm),
    .init(
      .configuration, "\"include_global_service_events\": true", "\"include_global_service_events\": false",
      .trailWithoutGlobalEvents),
    .init(.configuration, "\\\"logs:CreateLogStream\\\",", "", .roleLacksPermissions),
    .init(
      .configuration, "\"identifiers\": [\"cloudtrail.amazonaws.com\"]",
      "\"identifiers\": [\"lambda.amazonaws.com\"]", .roleNotTrusting),
    .init(
      .configuration, ",\n        \"depends_on\": [\"aws_s3_bucket_policy.logs\"]", "", .trailBeforePolicy),
    .init(.configuration, "\\\"s3:PutObject\\\"", "\\\"s3:GetObject\\\"", .bucketPolicyLacksCloudTrail),
    .init(
      .configuration, "\"default_value\": \"0\"",
      "\"default_value\": \"0\", \"dimensions\": {\"a\": \"$.a\"}", .defaultWithDimensions),
    .init(.configuration, "\"value\": \"1\"", "\"value\": \"$.a[*]\"", .metricValueInvalid),
  ]

  static let script: [ChainMutation] = [
    .init(
      .script, "--alarm-name \"$1\" --metric-name \"$1\"", "--alarm-name \"$1\" --metric-name \"${1}Count\"",
      .metricNameDiffers),
    .init(.script, "--namespace Security", "--namespace Secure", .namespaceDiffers),
    .init(.script, "--statistic Sum", "--statistic Average", .averagedCount),
    .init(.script, "--datapoints-to-alarm 1", "--datapoints-to-alarm 2", .tooManyDatapoints),
    .init(.script, "--evaluation-periods 1 ", "--evaluation-periods 2000 ", .evaluationTooLong),
    .init(.script, "--threshold 1", "--threshold 0", .unreachableThreshold),
    .init(.script, "--actions-enabled --alarm", "--no-actions-enabled --alarm", .actionsDisabled),
    .init(.script, "--period 300", "--period 100", .uniformPeriod),
    .init(.script, " --alarm-actions \"$TOPIC_ARN\"", "", .noAction),
    .init(.script, "--alarm-actions \"$TOPIC_ARN\"", "--alarm-actions acme-alerts", .actionNotARN),
    .init(
      .script, "\\\"cloudwatch.amazonaws.com\\\"", "\\\"events.amazonaws.com\\\"", .topicPolicyLacksCloudWatch
    ),
    .init(
      .script, "create-topic --name acme-alerts",
      "create-topic --name acme-alerts --attributes KmsMasterKeyId=alias/aws/sns", .managedTopicKey),
    .init(
      .script,
      "aws sns subscribe --topic-arn \"$TOPIC_ARN\" --protocol email --notification-endpoint soc@example.com\n",
      "", .noSubscription),
    .init(
      .script, "--notification-endpoint soc@example.com", "--notification-endpoint https://example.com",
      .endpointDoesNotFit),
    .init(.script, " --is-multi-region-trail", "", .trailOfOneRegion),
    .init(.script, "aws cloudtrail start-logging --name main\n", "", .trailNotLogging),
    .init(
      .script, "\"ReadWriteType\": \"All\"", "\"ReadWriteType\": \"WriteOnly\"", .trailWithoutManagementEvents
    ),
    .init(.script, "log-group:$LOG_GROUP:*\"", "log-group:/acme/cloudtrail\"", .logGroupARNForm),
    .init(.script, "log-group:$LOG_GROUP:*\"", "log-group:/other/group:*\"", .filterOnOtherGroup),
    .init(.script, "\"logs:CreateLogStream\", ", "", .roleLacksPermissions),
    .init(
      .script, "\"Service\":\"cloudtrail.amazonaws.com\"", "\"Service\":\"ec2.amazonaws.com\"",
      .roleNotTrusting),
    .init(
      .script, "\"Action\": \"s3:PutObject\"", "\"Action\": \"s3:GetObject\"", .bucketPolicyLacksCloudTrail),
    .init(.script, "metricValue=1", "metricValue=one", .metricValueInvalid),
  ]

  @Test(arguments: template + configuration + script)
  func aBrokenChainIsSeen(_ mutation: ChainMutation) throws {
    let found = try #require(
      mutation.fixture.findings(replacing: mutation.old, by: mutation.new), "the part must be there once")
    #expect(found.contains { $0.code == mutation.code }, "\(found.map { "\($0.code.name) \($0.message)" })")
  }

  @Test func aFindingPointsAtTheValueAndNamesTheOther() throws {
    let found = try #require(
      Fixture.template.findings(
        replacing: "MetricName: RootUse\n      Namespace", by: "MetricName: RootUsage\n      Namespace"))
    let finding = try #require(found.first { $0.code == .metricNameDiffers })
    #expect(finding.message == "no filter publishes the metric 'RootUsage' that this alarm watches")
    #expect(finding.hint == "did you mean 'RootUse'?")
    #expect(finding.severity == .error)
    #expect(finding.range?.start.column == 19)
  }

  @Test func anAlarmOnSomebodyElsesMetricIsLeftAlone() throws {
    for namespace in ["AWS/EC2", "CWAgent"] {
      let alarm = """
          Load:
            Type: AWS::CloudWatch::Alarm
            Properties:
              MetricName: Load
              Namespace: \(namespace)
              Statistic: Average
              Period: 300
              EvaluationPeriods: 1
              Threshold: 90
              ComparisonOperator: GreaterThanThreshold

        Outputs:
        """
      #expect(try #require(Fixture.template.findings(replacing: "Outputs:", by: alarm)) == [])
    }
  }
}
