extension Control {
  /// 1: calls that were denied.
  static let unauthorizedAPICalls = Control(
    id: "unauthorized-api-calls", number: 1,
    title: "Unauthorized API calls",
    description: """
      Watches for API calls that AWS refused because the caller lacked permission. A burst of refusals \
      is what a stolen credential looks like while somebody finds out what it may do.
      """,
    severity: .medium, metricName: "UnauthorizedAPICalls", since: .cis120,
    levels: [(.cis120, 1), (.cis200, 2)],
    assessments: [
      (.cis120, .scored), (.cis130, .automated), (.cis200, .manual), (.cis400, .automated),
      (.cis500, .manual),
    ],
    texts: [
      PublishedText(
        #"{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }"#, in: [.cis120]),
      PublishedText(
        #"""
        { ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") || \#
        ($.sourceIPAddress!="delivery.logs.amazonaws.com") || ($.eventName!="HeadBucket") }
        """#, in: .cis130 ... .cis150),
      PublishedText(
        #"""
        { ($.errorCode ="*UnauthorizedOperation") || ($.errorCode ="AccessDenied*") && \#
        ($.sourceIPAddress!="delivery.logs.amazonaws.com") && ($.eventName!="HeadBucket") }
        """#, in: .cis200 ... .cis700),
    ],
    ownText: #"""
      {(($.errorCode="*UnauthorizedOperation") || ($.errorCode="AccessDenied*")) && \#
      ($.sourceIPAddress!="delivery.logs.amazonaws.com") && ($.eventName!="HeadBucket")}
      """#,
    securityHub: SecurityHubControl(
      "CloudWatch.2",
      #"{($.errorCode="*UnauthorizedOperation") || ($.errorCode="AccessDenied*")}"#),
    prowler: ScannerCheck(
      "cloudwatch_log_metric_filter_unauthorized_api_calls",
      .inOrder([
        RuleClause("errorCode", "=", "*UnauthorizedOperation", quotes: .anyCharacterBefore),
        RuleClause("errorCode", "=", "AccessDenied*", quotes: .anyCharacterBefore),
      ])),
    powerpipe: ScannerCheck(
      "log_metric_filter_unauthorized_api",
      .inOrder([
        RuleClause("errorCode", "=", "*UnauthorizedOperation", quotes: .required),
        RuleClause("errorCode", "=", "AccessDenied*", quotes: .required),
        RuleClause(
          "sourceIPAddress", "!=", "delivery.logs.amazonaws.com", quotes: .required, looseDots: true),
        RuleClause("eventName", "!=", "HeadBucket", quotes: .required),
      ])),
    mappings: [
      FrameworkMapping(
        "Security Hub related requirements",
        ["CIS v1.2.0/3.1", "NIST.800-171.r2 3.13.1", "NIST.800-171.r2 3.14.6", "NIST.800-171.r2 3.14.7"]),
      FrameworkMapping("SOC 2", ["pi_1_3"]),
      FrameworkMapping("ISO/IEC 27001:2022", ["A.8.15", "A.8.16"]),
      FrameworkMapping(
        "NIST CSF 2.0",
        ["ov_3", "ra_5", "ip_7", "ip_8", "pt_1", "ae_1", "ae_2", "cm_1", "cm_3", "cm_7", "dp_4"]),
      FrameworkMapping("MITRE ATT&CK", ["T1496"]),
    ],
    defects: [
      KnownDefect(
        .matchesEverything, in: .cis130 ... .cis150,
        """
        All four clauses are joined by ||, and two of them are !=. Every record has a source address and \
        an event name, so one of these two is true for nearly every record and the alarm stays on.
        """,
        mended: #"""
          { (($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")) && \#
          ($.sourceIPAddress != "delivery.logs.amazonaws.com") && ($.eventName != "HeadBucket") }
          """#),
      KnownDefect(
        .falseAlarm, in: .cis200 ... .cis700,
        """
        A || B && C && D without parentheses: && binds tighter than ||, so the two exclusions apply to \
        AccessDenied* only and never to *UnauthorizedOperation.
        """),
      KnownDefect(
        .blindSpot, in: .cis120 ... .cis700,
        """
        Refusals that carry another error code are not seen: failed sign-ins have an error message and \
        no error code, and some services use codes of their own.
        """),
      KnownDefect(
        .caution, in: .cis120 ... .cis700,
        """
        Browsing the console with a read-only role raises this alarm many times a day; many teams raise \
        the threshold. The benchmark moved the control to level 2 in v2.0.0.
        """),
      KnownDefect(
        .caution, in: .cis120 ... .cis700,
        """
        No single text passes every scanner: Security Hub wants the two error codes alone, Powerpipe the \
        two exclusions as well.
        """),
      KnownDefect(
        .caution, in: .cis120 ... .cis700,
        """
        An exclusion of your own with != also leaves out every record that lacks the field: write \
        ($.field NOT EXISTS) || ($.field != "value").
        """),
    ],
    samples: SampleRecords(
      match: [
        #"""
        {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE7USER0001",\#
        "arn":"arn:aws:iam::111122223333:user/mara","accountId":"111122223333",\#
        "accessKeyId":"AKIAEXAMPLE7KEY00001","userName":"mara"},"eventTime":"2026-03-02T08:14:37Z",\#
        "eventSource":"ec2.amazonaws.com","eventName":"TerminateInstances","awsRegion":"eu-central-1",\#
        "sourceIPAddress":"198.51.100.27",\#
        "userAgent":"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9",\#
        "errorCode":"Client.UnauthorizedOperation",\#
        "errorMessage":"You are not authorized to perform this operation.",\#
        "requestParameters":{"instancesSet":{"items":[{"instanceId":"i-0aa11bb22cc33dd44"}]}},\#
        "responseElements":null,"requestID":"fc6e26f0-efd1-56ce-9f4e-ccc7f92598db",\#
        "eventID":"252efac8-6b73-5213-b4b3-9d5b82e227cd","readOnly":false,"eventType":"AwsApiCall",\#
        "managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
        """#
      ],
      noMatch: [
        #"""
        {"eventVersion":"1.11","userIdentity":{"type":"AWSService",\#
        "invokedBy":"delivery.logs.amazonaws.com"},"eventTime":"2026-03-02T08:14:37Z",\#
        "eventSource":"s3.amazonaws.com","eventName":"HeadBucket","awsRegion":"eu-central-1",\#
        "sourceIPAddress":"delivery.logs.amazonaws.com","userAgent":"delivery.logs.amazonaws.com",\#
        "requestParameters":{"bucketName":"trail-archive"},"responseElements":null,\#
        "requestID":"fe393fa4-8f93-5c3a-8661-2c9b4b132d7c",\#
        "eventID":"dce89f06-7ff5-5e69-8118-3ad0e110f399","readOnly":true,"eventType":"AwsApiCall",\#
        "managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
        """#
      ]),
    sources: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-2"
    ] + Control.benchmarkSources)
}
