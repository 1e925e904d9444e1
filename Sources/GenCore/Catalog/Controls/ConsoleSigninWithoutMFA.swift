extension Control {
  /// 2: console sign-ins without MFA.
  static let consoleSigninWithoutMFA = Control(
    id: "console-signin-without-mfa", number: 2,
    title: "Console sign-in without MFA",
    description: """
      Watches for sign-ins to the management console that did not use multi-factor authentication. A \
      password alone can be guessed, phished or reused.
      """,
    severity: .high, metricName: "ConsoleSigninWithoutMFA", since: .cis120,
    levels: [(.cis120, 1)],
    eventSource: "signin.amazonaws.com",
    eventNames: ["ConsoleLogin"],
    texts: [
      PublishedText(
        #"{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") }"#,
        in: .cis120 ... .cis700),
      PublishedText(
        #"""
        { ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && \#
        ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }
        """#, in: [],
        beside: [.cis140, .cis150, .cis200, .cis300, .cis400, .cis401, .cis500, .cis600, .cis700]),
    ],
    ownText: #"""
      {($.eventSource="signin.amazonaws.com") && ($.eventName="ConsoleLogin") && \#
      ($.additionalEventData.MFAUsed!="Yes") && ($.userIdentity.type="IAMUser") && \#
      ($.responseElements.ConsoleLogin="Success")}
      """#,
    securityHub: SecurityHubControl(
      "CloudWatch.3",
      #"""
      { ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && \#
      ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }
      """#),
    prowler: ScannerCheck(
      "cloudwatch_log_metric_filter_sign_in_without_mfa",
      .prowler(
        names: ["ConsoleLogin"],
        and: [RuleClause("additionalEventData.MFAUsed", "!=", "Yes", quotes: .anyCharacterBefore)])),
    powerpipe: ScannerCheck(
      "log_metric_filter_console_login_mfa",
      .inOrder([
        RuleClause([
          .literal("("), .spaces, .literal("$.eventName"), .spaces, .literal("="), .spaces,
          .literal("\"ConsoleLogin\")"), .someSpaces, .literal("&&"), .someSpaces, .literal("("), .spaces,
          .literal("$"), .anyCharacter, .literal("additionalEventData.MFAUsed"), .spaces, .literal("!="),
          .spaces,
          .literal("\"Yes\""),
        ])
      ])),
    mappings: [
      FrameworkMapping("Security Hub related requirements", ["CIS v1.2.0/3.2"]),
      FrameworkMapping("ISO/IEC 27001:2022", ["A.8.15", "A.8.16"]),
      FrameworkMapping("MITRE ATT&CK", ["T1496"]),
    ],
    defects: [
      KnownDefect(
        .falseAlarm, in: .cis120 ... .cis700,
        """
        The first text fires for every sign-in through SAML or IAM Identity Center: the role's session \
        says MFAUsed No because the identity provider asked for the second factor.
        """),
      KnownDefect(
        .falseAlarm, in: .cis120 ... .cis700,
        """
        The first text also fires for sign-ins that failed, since it does not look at \
        responseElements.ConsoleLogin.
        """),
      KnownDefect(
        .blindSpot, in: .cis140 ... .cis700,
        """
        The second text (IAMUser and Success) mends both but does not see a root sign-in without MFA; \
        root-usage does.
        """),
      KnownDefect(
        .blindSpot, in: .cis120 ... .cis700,
        """
        A record without additionalEventData.MFAUsed is not seen: != is false for a field that is \
        absent.
        """),
      KnownDefect(
        .caution, in: .cis120 ... .cis700,
        """
        Security Hub wants the second text, although it files its control under v1.2.0, which prints the \
        first alone.
        """),
    ],
    samples: SampleRecords(
      match: [
        #"""
        {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE7USER0001",\#
        "arn":"arn:aws:iam::111122223333:user/mara","accountId":"111122223333","userName":"mara"},\#
        "eventTime":"2026-03-02T08:14:37Z","eventSource":"signin.amazonaws.com",\#
        "eventName":"ConsoleLogin","awsRegion":"us-east-1","sourceIPAddress":"203.0.113.88",\#
        "userAgent":"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",\#
        "requestParameters":null,"responseElements":{"ConsoleLogin":"Success"},\#
        "additionalEventData":{"LoginTo":"https://console.aws.amazon.com/console/home",\#
        "MobileVersion":"No","MFAUsed":"No"},"requestID":"3b6b3cd7-b42b-5342-875f-1141c7aebb3a",\#
        "eventID":"d7deeb5e-2284-5c7e-ac0f-70521d697b60","readOnly":false,"eventType":"AwsConsoleSignIn",\#
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
        "MobileVersion":"No","MFAUsed":"Yes","MFAIdentifier":"arn:aws:iam::111122223333:mfa/mara"},\#
        "requestID":"c378250f-e587-5191-925e-912f54dd3a65",\#
        "eventID":"3a19e92c-3a85-503a-9c84-ae2d20d48b55","readOnly":false,"eventType":"AwsConsoleSignIn",\#
        "managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
        """#
      ]),
    sources: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-3"
    ] + Control.benchmarkSources)
}
