extension Control {
  /// 9: changes of AWS Config.
  static let awsConfigChanges = Control(
    id: "aws-config-changes", number: 9,
    title: "AWS Config configuration changes",
    description: """
      Watches for the recorder and the delivery channel of AWS Config being changed, stopped or deleted. \
      Without them nobody can say how the account looked yesterday.
      """,
    severity: .medium, metricName: "AWSConfigChanges", since: .cis120,
    levels: [(.cis120, 2)],
    eventSource: "config.amazonaws.com",
    eventNames: Self.awsConfigChangesEvents,
    texts: [
      PublishedText(
        #"""
        { ($.eventSource = config.amazonaws.com) && \#
        (($.eventName=StopConfigurationRecorder)||($.eventName=DeleteDeliveryChannel) \#
        ||($.eventName=PutDeliveryChannel)||($.eventName=PutConfigurationRecorder)) }
        """#, in: .cis120 ... .cis700)
    ],
    ownText: #"""
      {($.eventSource=config.amazonaws.com) && (($.eventName=StopConfigurationRecorder) || \#
      ($.eventName=DeleteDeliveryChannel) || ($.eventName=PutDeliveryChannel) || \#
      ($.eventName=PutConfigurationRecorder))}
      """#,
    securityHub: SecurityHubControl(
      "CloudWatch.9",
      #"""
      {($.eventSource=config.amazonaws.com) && (($.eventName=StopConfigurationRecorder) || \#
      ($.eventName=DeleteDeliveryChannel) || ($.eventName=PutDeliveryChannel) || \#
      ($.eventName=PutConfigurationRecorder))}
      """#),
    prowler: ScannerCheck(
      "cloudwatch_log_metric_filter_and_alarm_for_aws_config_configuration_changes_enabled",
      .prowler(source: "config.amazonaws.com", names: Self.awsConfigChangesEvents)),
    powerpipe: ScannerCheck(
      "log_metric_filter_config_configuration",
      .powerpipe(source: "config.amazonaws.com", names: Self.awsConfigChangesEvents)),
    mappings: [
      FrameworkMapping(
        "Security Hub related requirements",
        [
          "CIS v1.2.0/3.9", "CIS v1.4.0/4.9", "NIST.800-171.r2 3.3.8", "NIST.800-171.r2 3.14.6",
          "NIST.800-171.r2 3.14.7",
        ]),
      FrameworkMapping("SOC 2", ["cc_5_2"]),
      FrameworkMapping("ISO/IEC 27001:2022", ["A.8.15", "A.8.16"]),
      FrameworkMapping(
        "NIST CSF 2.0",
        ["ov_3", "ra_5", "ip_8", "pt_1", "ae_1", "ae_2", "ae_3", "cm_1", "cm_7", "dp_4"]),
      FrameworkMapping("MITRE ATT&CK", ["T1496"]),
    ],
    defects: [
      KnownDefect(
        .blindSpot, in: .cis120 ... .cis700,
        """
        DeleteConfigurationRecorder is missing: stopping the recorder is seen, deleting it is not.
        """),
      KnownDefect(
        .blindSpot, in: .cis120 ... .cis700,
        "Deleting rules, conformance packs, aggregators and retention settings is missing."),
    ],
    forgotten: [
      .events(
        source: "config.amazonaws.com",
        names: [
          "DeleteConfigurationRecorder", "DeleteConfigRule", "DeleteOrganizationConfigRule",
          "DeleteConformancePack", "DeleteOrganizationConformancePack",
          "DisassociateResourceTypes", "DeleteServiceLinkedConfigurationRecorder",
          "PutServiceLinkedConfigurationRecorder", "StartConfigurationRecorder",
          "AssociateResourceTypes", "DeleteConfigurationAggregator", "PutConfigurationAggregator",
          "PutAggregationAuthorization", "DeleteAggregationAuthorization",
          "PutRetentionConfiguration", "DeleteRetentionConfiguration",
          "DeleteRemediationConfiguration", "PutRemediationExceptions", "DeleteEvaluationResults",
          "PutConfigRule",
        ])
    ],
    samples: SampleRecords(
      match: [
        #"""
        {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE7USER0001",\#
        "arn":"arn:aws:iam::111122223333:user/mara","accountId":"111122223333",\#
        "accessKeyId":"AKIAEXAMPLE7KEY00001","userName":"mara"},"eventTime":"2026-03-02T08:14:37Z",\#
        "eventSource":"config.amazonaws.com","eventName":"StopConfigurationRecorder",\#
        "awsRegion":"eu-central-1","sourceIPAddress":"198.51.100.27",\#
        "userAgent":"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9",\#
        "requestParameters":{"configurationRecorderName":"default"},"responseElements":null,\#
        "requestID":"e0449f4a-43e5-5d12-8cd6-6b127c9b7902",\#
        "eventID":"c1583af5-b891-5ad7-9e01-7367f98672e7","readOnly":false,"eventType":"AwsApiCall",\#
        "managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
        """#
      ],
      noMatch: [
        #"""
        {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE7USER0001",\#
        "arn":"arn:aws:iam::111122223333:user/mara","accountId":"111122223333",\#
        "accessKeyId":"AKIAEXAMPLE7KEY00001","userName":"mara"},"eventTime":"2026-03-02T08:14:37Z",\#
        "eventSource":"config.amazonaws.com","eventName":"DescribeConfigurationRecorders",\#
        "awsRegion":"eu-central-1","sourceIPAddress":"198.51.100.27",\#
        "userAgent":"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9",\#
        "requestParameters":{},"responseElements":null,"requestID":"414535e1-f9c3-543f-bc80-60620c63a5eb",\#
        "eventID":"1e4388b5-0b4f-54b7-8701-83e163d49c37","readOnly":true,"eventType":"AwsApiCall",\#
        "managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
        """#
      ]),
    sources: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-9"
    ] + Control.benchmarkSources)

  private static let awsConfigChangesEvents = [
    "StopConfigurationRecorder", "DeleteDeliveryChannel", "PutDeliveryChannel",
    "PutConfigurationRecorder",
  ]
}
