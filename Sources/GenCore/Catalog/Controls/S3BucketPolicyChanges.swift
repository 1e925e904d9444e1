extension Control {
  /// 8: changes of S3 bucket policies.
  static let s3BucketPolicyChanges = Control(
    id: "s3-bucket-policy-changes", number: 8,
    title: "S3 bucket policy changes",
    description: """
      Watches for changes of bucket policies, access control lists, CORS, lifecycle and replication. \
      Each of them can open a bucket, empty it or copy it elsewhere.
      """,
    severity: .high, metricName: "S3BucketPolicyChanges", since: .cis120,
    levels: [(.cis120, 1)],
    eventSource: "s3.amazonaws.com",
    eventNames: Self.s3BucketPolicyChangesEvents,
    texts: [
      PublishedText(
        #"""
        { ($.eventSource = s3.amazonaws.com) && (($.eventName = PutBucketAcl) || \#
        ($.eventName = PutBucketPolicy) || ($.eventName = PutBucketCors) || \#
        ($.eventName = PutBucketLifecycle) || ($.eventName = PutBucketReplication) || \#
        ($.eventName = DeleteBucketPolicy) || ($.eventName = DeleteBucketCors) || \#
        ($.eventName = DeleteBucketLifecycle) || ($.eventName = DeleteBucketReplication)) }
        """#, in: .cis120 ... .cis700)
    ],
    ownText: #"""
      {($.eventSource=s3.amazonaws.com) && (($.eventName=PutBucketAcl) || \#
      ($.eventName=PutBucketPolicy) || ($.eventName=PutBucketCors) || ($.eventName=PutBucketLifecycle) || \#
      ($.eventName=PutBucketReplication) || ($.eventName=DeleteBucketPolicy) || \#
      ($.eventName=DeleteBucketCors) || ($.eventName=DeleteBucketLifecycle) || \#
      ($.eventName=DeleteBucketReplication))}
      """#,
    securityHub: SecurityHubControl(
      "CloudWatch.8",
      #"""
      {($.eventSource=s3.amazonaws.com) && (($.eventName=PutBucketAcl) || \#
      ($.eventName=PutBucketPolicy) || ($.eventName=PutBucketCors) || ($.eventName=PutBucketLifecycle) || \#
      ($.eventName=PutBucketReplication) || ($.eventName=DeleteBucketPolicy) || \#
      ($.eventName=DeleteBucketCors) || ($.eventName=DeleteBucketLifecycle) || \#
      ($.eventName=DeleteBucketReplication))}
      """#),
    prowler: ScannerCheck(
      "cloudwatch_log_metric_filter_for_s3_bucket_policy_changes",
      .prowler(source: "s3.amazonaws.com", names: Self.s3BucketPolicyChangesEvents)),
    powerpipe: ScannerCheck(
      "log_metric_filter_bucket_policy",
      .powerpipe(source: "s3.amazonaws.com", names: Self.s3BucketPolicyChangesEvents)),
    mappings: [
      FrameworkMapping(
        "Security Hub related requirements",
        ["CIS v1.2.0/3.8", "CIS v1.4.0/4.8", "NIST.800-171.r2 3.14.6", "NIST.800-171.r2 3.14.7"]),
      FrameworkMapping("SOC 2", ["cc_5_2"]),
      FrameworkMapping("ISO/IEC 27001:2022", ["A.8.15", "A.8.16"]),
      FrameworkMapping("NIST CSF 2.0", ["pt_1", "ae_1", "ae_2", "cm_7"]),
      FrameworkMapping("MITRE ATT&CK", ["T1496"]),
    ],
    defects: [
      KnownDefect(
        .blindSpot, in: .cis120 ... .cis700,
        """
        Block Public Access is missing, for a bucket and for the account. CloudTrail logs it under names \
        that differ from the API: PutBucketPublicAccessBlock and PutAccountPublicAccessBlock.
        """),
      KnownDefect(
        .blindSpot, in: .cis120 ... .cis700,
        """
        Access points, ownership controls, encryption, versioning, logging and DeleteBucket are missing.
        """),
      KnownDefect(
        .caution, in: .cis120 ... .cis700,
        """
        PutBucketLifecycle is deprecated as an API but still the name that CloudTrail logs for both \
        lifecycle operations: keep it.
        """),
    ],
    forgotten: [
      .events(
        source: "s3.amazonaws.com",
        names: [
          "PutBucketPublicAccessBlock", "DeleteBucketPublicAccessBlock",
          "PutAccountPublicAccessBlock", "DeleteAccountPublicAccessBlock", "PutAccessPointPolicy",
          "DeleteAccessPointPolicy", "PutMultiRegionAccessPointPolicy",
          "PutBucketOwnershipControls", "DeleteBucketOwnershipControls", "PutBucketEncryption",
          "DeleteBucketEncryption", "PutBucketVersioning", "PutBucketLogging", "DeleteBucket",
          "PutBucketWebsite", "DeleteBucketWebsite", "PutBucketNotification",
          "PutBucketInventoryConfiguration", "PutBucketAnalyticsConfiguration", "PutBucketAbac",
          "PutBucketTagging", "DeleteBucketTagging", "CreateAccessPoint", "CreateAccessGrant",
          "PutAccessGrantsInstanceResourcePolicy",
        ])
    ],
    samples: SampleRecords(
      match: [
        #"""
        {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE7USER0001",\#
        "arn":"arn:aws:iam::111122223333:user/mara","accountId":"111122223333",\#
        "accessKeyId":"AKIAEXAMPLE7KEY00001","userName":"mara"},"eventTime":"2026-03-02T08:14:37Z",\#
        "eventSource":"s3.amazonaws.com","eventName":"PutBucketPolicy","awsRegion":"eu-central-1",\#
        "sourceIPAddress":"198.51.100.27",\#
        "userAgent":"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9",\#
        "requestParameters":{"bucketName":"ledger-archive","bucketPolicy":{"Statement":[{"Effect":"Allow",\#
        "Principal":"*","Action":"s3:GetObject"}]}},"responseElements":null,\#
        "requestID":"e0ca0557-abbe-5e36-beff-bae39aae6b0f",\#
        "eventID":"cc7bf3cc-0b62-5d9f-95b6-abd43df0bf53","readOnly":false,"eventType":"AwsApiCall",\#
        "managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
        """#
      ],
      noMatch: [
        #"""
        {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE7USER0001",\#
        "arn":"arn:aws:iam::111122223333:user/mara","accountId":"111122223333",\#
        "accessKeyId":"AKIAEXAMPLE7KEY00001","userName":"mara"},"eventTime":"2026-03-02T08:14:37Z",\#
        "eventSource":"s3.amazonaws.com","eventName":"GetBucketPolicy","awsRegion":"eu-central-1",\#
        "sourceIPAddress":"198.51.100.27",\#
        "userAgent":"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9",\#
        "requestParameters":{"bucketName":"ledger-archive"},"responseElements":null,\#
        "requestID":"3a921089-eb43-50c7-937f-9d9136c183fe",\#
        "eventID":"de735c82-c7f4-5b7e-a334-4e91931e8eb4","readOnly":true,"eventType":"AwsApiCall",\#
        "managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
        """#
      ]),
    sources: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-8"
    ] + Control.benchmarkSources)

  private static let s3BucketPolicyChangesEvents = [
    "PutBucketAcl", "PutBucketPolicy", "PutBucketCors", "PutBucketLifecycle", "PutBucketReplication",
    "DeleteBucketPolicy", "DeleteBucketCors", "DeleteBucketLifecycle", "DeleteBucketReplication",
  ]
}
