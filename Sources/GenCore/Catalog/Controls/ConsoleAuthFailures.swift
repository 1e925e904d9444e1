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
        """#)
    ],
    sources: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-6"
    ] + Control.benchmarkSources)
}
