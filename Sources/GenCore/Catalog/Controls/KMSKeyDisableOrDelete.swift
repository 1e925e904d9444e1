extension Control {
  /// 7: KMS keys disabled or scheduled for deletion.
  static let kmsKeyDisableOrDelete = Control(
    id: "kms-key-disable-or-delete", number: 7,
    title: "KMS keys disabled or scheduled for deletion",
    description: """
      Watches for customer managed keys being disabled or scheduled for deletion. What was encrypted \
      with a deleted key is lost.
      """,
    severity: .high, metricName: "KMSKeyDisableOrDelete", since: .cis120,
    levels: [(.cis120, 2)],
    eventSource: "kms.amazonaws.com",
    eventNames: ["DisableKey", "ScheduleKeyDeletion"],
    texts: [
      PublishedText(
        #"""
        {($.eventSource = kms.amazonaws.com) && \#
        (($.eventName=DisableKey)||($.eventName=ScheduleKeyDeletion)) }
        """#, in: .cis120 ... .cis700)
    ],
    ownText: #"""
      {($.eventSource=kms.amazonaws.com) && (($.eventName=DisableKey) || \#
      ($.eventName=ScheduleKeyDeletion))}
      """#,
    securityHub: SecurityHubControl(
      "CloudWatch.7",
      #"""
      {($.eventSource=kms.amazonaws.com) && (($.eventName=DisableKey) || \#
      ($.eventName=ScheduleKeyDeletion))}
      """#),
    prowler: ScannerCheck(
      "cloudwatch_log_metric_filter_disable_or_scheduled_deletion_of_kms_cmk",
      .prowler(source: "kms.amazonaws.com", names: ["DisableKey", "ScheduleKeyDeletion"])),
    powerpipe: ScannerCheck(
      "log_metric_filter_disable_or_delete_cmk",
      .powerpipe(source: "kms.amazonaws.com", names: ["DisableKey", "ScheduleKeyDeletion"])),
    mappings: [
      FrameworkMapping(
        "Security Hub related requirements",
        [
          "CIS v1.2.0/3.7", "CIS v1.4.0/4.7", "NIST.800-171.r2 3.13.10",
          "NIST.800-171.r2 3.13.16", "NIST.800-171.r2 3.14.6", "NIST.800-171.r2 3.14.7",
        ]),
      FrameworkMapping("ISO/IEC 27001:2022", ["A.8.15", "A.8.16"]),
      FrameworkMapping("NIST CSF 2.0", ["ae_2", "cm_7"]),
      FrameworkMapping("MITRE ATT&CK", ["T1485", "T1496"]),
    ],
    defects: [
      KnownDefect(
        .blindSpot, in: .cis120 ... .cis700,
        """
        DeleteImportedKeyMaterial makes a key unusable at once and is missing; so are PutKeyPolicy and \
        the custom key stores.
        """),
      KnownDefect(
        .caution, in: .cis120 ... .cis700,
        """
        A trail that leaves out kms.amazonaws.com (ExcludeManagementEventSources) never feeds this \
        filter.
        """),
    ],
    // CreateGrant and RetireGrant are left out: AWS services call them all day on a customer's behalf.
    forgotten: [
      .events(
        source: "kms.amazonaws.com",
        names: [
          "DeleteImportedKeyMaterial", "PutKeyPolicy", "DisableKeyRotation",
          "DisconnectCustomKeyStore", "DeleteCustomKeyStore", "ReplicateKey",
          "UpdatePrimaryRegion", "RevokeGrant", "ImportKeyMaterial", "UpdateAlias", "DeleteAlias",
          "UpdateCustomKeyStore", "CancelKeyDeletion", "EnableKey",
        ])
    ],
    samples: SampleRecords(
      match: [
        #"""
        {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE7USER0001",\#
        "arn":"arn:aws:iam::111122223333:user/mara","accountId":"111122223333",\#
        "accessKeyId":"AKIAEXAMPLE7KEY00001","userName":"mara"},"eventTime":"2026-03-02T08:14:37Z",\#
        "eventSource":"kms.amazonaws.com","eventName":"ScheduleKeyDeletion","awsRegion":"eu-central-1",\#
        "sourceIPAddress":"198.51.100.27",\#
        "userAgent":"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9",\#
        "requestParameters":{"keyId":"arn:aws:kms:eu-central-1:111122223333:key/4c1d0a77-5a35-4f3c-8f1c-0d\#
        9c51a0f6aa","pendingWindowInDays":7},"responseElements":null,\#
        "requestID":"67defdf1-7f0f-5bde-85ef-1164cf7686f2",\#
        "eventID":"4a224a90-6469-5065-95fb-eca7d1f8276a","readOnly":false,"eventType":"AwsApiCall",\#
        "managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
        """#
      ],
      noMatch: [
        #"""
        {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE7USER0001",\#
        "arn":"arn:aws:iam::111122223333:user/mara","accountId":"111122223333",\#
        "accessKeyId":"AKIAEXAMPLE7KEY00001","userName":"mara"},"eventTime":"2026-03-02T08:14:37Z",\#
        "eventSource":"kms.amazonaws.com","eventName":"DescribeKey","awsRegion":"eu-central-1",\#
        "sourceIPAddress":"198.51.100.27",\#
        "userAgent":"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9",\#
        "requestParameters":{"keyId":"alias/ledger"},"responseElements":null,\#
        "requestID":"d7bd3863-976c-54c1-9a2a-3f43c828476c",\#
        "eventID":"816f8bf4-5a9e-568a-8e97-330292a11f64","readOnly":true,"eventType":"AwsApiCall",\#
        "managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
        """#
      ]),
    sources: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-7"
    ] + Control.benchmarkSources)
}
