extension Control {
  /// 6: failed console sign-ins.
  static let consoleAuthFailures = Control(
    id: "console-auth-failures", number: 6,
    title: "Failed console sign-ins",
    description: """
      Watches for sign-ins to the management console that failed. Repeated failures are what guessing a \
      password looks like.
      """,
    severity: .medium, metricName: "ConsoleAuthFailures", since: .cis120,
    levels: [(.cis120, 2)],
    eventSource: "signin.amazonaws.com",
    eventNames: ["ConsoleLogin"],
    texts: [
      PublishedText(
        #"{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }"#,
        in: .cis120 ... .cis700)
    ],
    ownText: #"""
      {($.eventSource="signin.amazonaws.com") && ($.eventName="ConsoleLogin") && \#
      ($.responseElements.ConsoleLogin="Failure")}
      """#,
    securityHub: SecurityHubControl(
      "CloudWatch.6",
      #"{($.eventName=ConsoleLogin) && ($.errorMessage="Failed authentication")}"#),
    prowler: ScannerCheck(
      "cloudwatch_log_metric_filter_authentication_failures",
      .prowler(
        names: ["ConsoleLogin"],
        and: [RuleClause("errorMessage", "=", "Failed authentication", quotes: .anyCharacterBefore)])),
    powerpipe: ScannerCheck(
      "log_metric_filter_console_authentication_failure",
      .inOrder([
        RuleClause("eventName", "=", "ConsoleLogin", quotes: .forbidden),
        RuleClause("errorMessage", "=", "Failed authentication", quotes: .required),
      ])),
    mappings: [
      FrameworkMapping(
        "Security Hub related requirements",
        ["CIS v1.2.0/3.6", "CIS v1.4.0/4.6", "NIST.800-171.r2 3.14.6", "NIST.800-171.r2 3.14.7"]),
      FrameworkMapping("SOC 2", ["pi_1_3"]),
      FrameworkMapping("ISO/IEC 27001:2022", ["A.8.15", "A.8.16"]),
      FrameworkMapping(
        "NIST CSF 2.0",
        ["ra_5", "ip_7", "ip_8", "pt_1", "ae_2", "cm_1", "cm_3", "cm_7", "dp_4"]),
      FrameworkMapping("HIPAA", ["164_308_a_5_ii_c", "164_308_a_6_i", "164_308_a_6_ii"]),
      FrameworkMapping("MITRE ATT&CK", ["T1496"]),
    ],
    defects: [
      KnownDefect(
        .blindSpot, in: .cis120 ... .cis700,
        """
        Only the message "Failed authentication" counts: an unknown user name is recorded as "No \
        username found in supplied account". responseElements.ConsoleLogin = "Failure" sees both.
        """),
      KnownDefect(
        .blindSpot, in: .cis120 ... .cis700,
        """
        Failures at the portal of IAM Identity Center have other event names and are not seen.
        """),
      KnownDefect(
        .caution, in: .cis120 ... .cis700,
        "A threshold of 1 reports every mistyped password."),
    ],
    forgotten: [
      .pattern(
        #"""
        {($.eventSource="signin.amazonaws.com") && ($.eventName="ConsoleLogin") && \#
        ($.responseElements.ConsoleLogin="Failure") && ($.errorMessage!="Failed authentication")}
        """#,
        match: #"""
          {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"",\#
          "accountId":"111122223333","accessKeyId":"","userName":"HIDDEN_DUE_TO_SECURITY_REASONS"},\#
          "eventTime":"2026-03-02T08:14:37Z","eventSource":"signin.amazonaws.com",\#
          "eventName":"ConsoleLogin","awsRegion":"us-east-1","sourceIPAddress":"203.0.113.88",\#
          "userAgent":"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",\#
          "errorMessage":"No username found in supplied account","requestParameters":null,\#
          "responseElements":{"ConsoleLogin":"Failure"},\#
          "additionalEventData":{"LoginTo":"https://console.aws.amazon.com/console/home",\#
          "MobileVersion":"No","MFAUsed":"No"},"requestID":"4c273390-2b74-57f1-98a1-1a8048a603c0",\#
          "eventID":"2f5b9d5d-634a-5dfc-8e8e-57b311b379ca","readOnly":false,"eventType":"AwsConsoleSignIn",\#
          "managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
          """#)
    ],
    samples: SampleRecords(
      match: [
        #"""
        {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE7USER0001",\#
        "arn":"arn:aws:iam::111122223333:user/mara","accountId":"111122223333","userName":"mara"},\#
        "eventTime":"2026-03-02T08:14:37Z","eventSource":"signin.amazonaws.com",\#
        "eventName":"ConsoleLogin","awsRegion":"us-east-1","sourceIPAddress":"203.0.113.88",\#
        "userAgent":"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",\#
        "errorMessage":"Failed authentication","requestParameters":null,\#
        "responseElements":{"ConsoleLogin":"Failure"},\#
        "additionalEventData":{"LoginTo":"https://console.aws.amazon.com/console/home",\#
        "MobileVersion":"No","MFAUsed":"No"},"requestID":"7b151ef8-4323-53e9-b2bc-43db8f2cfa50",\#
        "eventID":"3bfafe1d-49b0-56ec-b5f3-acdae1135ed4","readOnly":false,"eventType":"AwsConsoleSignIn",\#
        "managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
        """#
      ],
      noMatch: [
        #"""
        {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE7USER0001",\#
        "arn":"arn:aws:iam::111122223333:user/mara","accountId":"111122223333","userName":"mara"},\#
        "eventTime":"2026-03-02T08:14:37Z","eventSource":"signin.amazonaws.com",\#
        "eventName":"ConsoleLogin","awsRegion":"us-east-1","sourceIPAddress":"203.0.113.88",\#
        "userAgent":"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",\#
        "requestParameters":null,"responseElements":{"ConsoleLogin":"Success"},\#
        "additionalEventData":{"LoginTo":"https://console.aws.amazon.com/console/home",\#
        "MobileVersion":"No","MFAUsed":"Yes"},"requestID":"7220e836-f0bf-5cd8-9289-4f0c9f53635b",\#
        "eventID":"2021f5ad-f4f2-5ed7-b542-12abae13b255","readOnly":false,"eventType":"AwsConsoleSignIn",\#
        "managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
        """#
      ]),
    sources: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-6"
    ] + Control.benchmarkSources)
}
