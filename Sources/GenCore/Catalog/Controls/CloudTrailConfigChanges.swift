extension Control {
  /// 5: changes of CloudTrail.
  static let cloudTrailConfigChanges = Control(
    id: "cloudtrail-config-changes", number: 5,
    title: "CloudTrail configuration changes",
    description: """
      Watches for trails being made, changed, deleted, started or stopped. Whoever wants to go unseen \
      begins here.
      """,
    severity: .high, metricName: "CloudTrailConfigChanges", since: .cis120,
    levels: [(.cis120, 1)],
    eventSource: "cloudtrail.amazonaws.com",
    eventNames: Self.cloudTrailConfigChangesEvents,
    texts: [
      PublishedText(
        #"""
        { ($.eventName = CreateTrail) || ($.eventName = UpdateTrail) || ($.eventName = DeleteTrail) || \#
        ($.eventName = StartLogging) || ($.eventName = StopLogging) }
        """#, in: .cis120 ... .cis700)
    ],
    ownText: #"""
      {($.eventSource=cloudtrail.amazonaws.com) && (($.eventName=CreateTrail) || \#
      ($.eventName=UpdateTrail) || ($.eventName=DeleteTrail) || ($.eventName=StartLogging) || \#
      ($.eventName=StopLogging))}
      """#,
    securityHub: SecurityHubControl(
      "CloudWatch.5",
      #"""
      {($.eventName=CreateTrail) || ($.eventName=UpdateTrail) || ($.eventName=DeleteTrail) || \#
      ($.eventName=StartLogging) || ($.eventName=StopLogging)}
      """#),
    prowler: ScannerCheck(
      "cloudwatch_log_metric_filter_and_alarm_for_cloudtrail_configuration_changes_enabled",
      .prowler(names: Self.cloudTrailConfigChangesEvents)),
    powerpipe: ScannerCheck(
      "log_metric_filter_cloudtrail_configuration",
      .powerpipe(names: Self.cloudTrailConfigChangesEvents)),
    mappings: [
      FrameworkMapping(
        "Security Hub related requirements",
        [
          "CIS v1.2.0/3.5", "CIS v1.4.0/4.5", "NIST.800-171.r2 3.3.8", "NIST.800-171.r2 3.14.6",
          "NIST.800-171.r2 3.14.7",
        ]),
      FrameworkMapping("SOC 2", ["cc_5_2"]),
      FrameworkMapping("ISO/IEC 27001:2022", ["A.8.15", "A.8.16"]),
      FrameworkMapping(
        "NIST CSF 2.0",
        ["ov_3", "ra_5", "ip_8", "pt_1", "ae_1", "ae_2", "ae_3", "cm_1", "cm_3", "cm_7", "dp_4"]),
      FrameworkMapping("MITRE ATT&CK", ["T1496"]),
    ],
    defects: [
      KnownDefect(
        .blindSpot, in: .cis120 ... .cis700,
        """
        PutEventSelectors is missing: it can stop the recording of management events while the trail \
        still says that it is logging.
        """),
      KnownDefect(
        .blindSpot, in: .cis120 ... .cis700,
        """
        Event data stores, channels, resource policies and delegated administrators of CloudTrail are \
        missing.
        """),
      KnownDefect(
        .blindSpot, in: .cis120 ... .cis700,
        """
        Nothing watches the alarm chain itself, such as DeleteMetricFilter, DeleteLogGroup, DeleteAlarms \
        or DeleteTopic.
        """),
    ],
    forgotten: [
      .events(
        source: "cloudtrail.amazonaws.com",
        names: [
          "PutEventSelectors", "DeleteEventDataStore", "StopEventDataStoreIngestion",
          "UpdateEventDataStore", "DeregisterOrganizationDelegatedAdmin",
          "RegisterOrganizationDelegatedAdmin", "PutResourcePolicy", "DeleteResourcePolicy",
          "PutInsightSelectors", "PutEventConfiguration", "CreateEventDataStore",
          "RestoreEventDataStore", "StartEventDataStoreIngestion", "CreateChannel",
          "UpdateChannel", "DeleteChannel", "EnableFederation", "DisableFederation",
        ])
    ],
    samples: SampleRecords(
      match: [
        #"""
        {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE7USER0001",\#
        "arn":"arn:aws:iam::111122223333:user/mara","accountId":"111122223333",\#
        "accessKeyId":"AKIAEXAMPLE7KEY00001","userName":"mara"},"eventTime":"2026-03-02T08:14:37Z",\#
        "eventSource":"cloudtrail.amazonaws.com","eventName":"StopLogging","awsRegion":"eu-central-1",\#
        "sourceIPAddress":"198.51.100.27",\#
        "userAgent":"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9",\#
        "requestParameters":{"name":"arn:aws:cloudtrail:eu-central-1:111122223333:trail/organization-trail\#
        "},"responseElements":null,"requestID":"93c6f1f6-7403-5547-8710-c43f3ff213fa",\#
        "eventID":"6075ca5e-79bd-5ad7-b1ba-825236306cbf","readOnly":false,"eventType":"AwsApiCall",\#
        "managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
        """#
      ],
      noMatch: [
        #"""
        {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE7USER0001",\#
        "arn":"arn:aws:iam::111122223333:user/mara","accountId":"111122223333",\#
        "accessKeyId":"AKIAEXAMPLE7KEY00001","userName":"mara"},"eventTime":"2026-03-02T08:14:37Z",\#
        "eventSource":"cloudtrail.amazonaws.com","eventName":"DescribeTrails","awsRegion":"eu-central-1",\#
        "sourceIPAddress":"198.51.100.27",\#
        "userAgent":"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9",\#
        "requestParameters":{"trailNameList":[]},"responseElements":null,\#
        "requestID":"ce1f0621-ccce-5715-9d5c-bf4986bf7134",\#
        "eventID":"c611838b-3949-53fe-81d6-cbcf9df7eb6f","readOnly":true,"eventType":"AwsApiCall",\#
        "managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
        """#
      ]),
    sources: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-5"
    ] + Control.benchmarkSources)

  private static let cloudTrailConfigChangesEvents = [
    "CreateTrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging",
  ]
}
