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
    sources: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-9"
    ] + Control.benchmarkSources)

  private static let awsConfigChangesEvents = [
    "StopConfigurationRecorder", "DeleteDeliveryChannel", "PutDeliveryChannel",
    "PutConfigurationRecorder",
  ]
}
