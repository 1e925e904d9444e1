extension Control {
  /// 3: use of the root user.
  static let rootUsage = Control(
    id: "root-usage", number: 3,
    title: "Use of the root user",
    description: """
      Watches for anything that the root user does itself. Root cannot be limited by a policy of the \
      account and is hardly ever needed.
      """,
    severity: .high, metricName: "RootUsage", since: .cis120,
    levels: [(.cis120, 1)],
    texts: [
      PublishedText(
        #"""
        { $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && \#
        $.eventType != "AwsServiceEvent" }
        """#, in: .cis120 ... .cis700)
    ],
    ownText: #"""
      {($.userIdentity.type="Root") && ($.userIdentity.invokedBy NOT EXISTS) && \#
      ($.eventType!="AwsServiceEvent")}
      """#,
    securityHub: SecurityHubControl(
      "CloudWatch.1",
      #"""
      {$.userIdentity.type="Root" && $.userIdentity.invokedBy NOT EXISTS && \#
      $.eventType !="AwsServiceEvent"}
      """#),
    prowler: ScannerCheck(
      "cloudwatch_log_metric_filter_root_usage",
      .inOrder([
        RuleClause("userIdentity.type", "=", "Root", quotes: .anyCharacterBefore),
        .notExists("userIdentity.invokedBy"),
        RuleClause("eventType", "!=", "AwsServiceEvent", quotes: .anyCharacterBefore),
      ])),
    powerpipe: ScannerCheck(
      "log_metric_filter_root_login",
      .inOrder([
        RuleClause("userIdentity.type", "=", "Root", quotes: .required),
        .notExists("userIdentity.invokedBy"),
        RuleClause("eventType", "!=", "AwsServiceEvent", quotes: .required),
      ])),
    mappings: [
      FrameworkMapping(
        "Security Hub related requirements",
        [
          "CIS v1.2.0/1.1", "CIS v1.2.0/3.3", "CIS v1.4.0/1.7", "CIS v1.4.0/4.3",
          "NIST.800-171.r2 3.14.6", "NIST.800-171.r2 3.14.7", "PCI DSS v3.2.1/7.2.1",
        ]),
      FrameworkMapping("SOC 2", ["pi_1_3"]),
      FrameworkMapping("PCI DSS v3.2.1", ["7.2", "7.2.1"]),
      FrameworkMapping("ISO/IEC 27001:2022", ["A.8.15", "A.8.16"]),
      FrameworkMapping("NIST CSF 2.0", ["ip_8", "ae_2", "cm_7", "dp_4"]),
      FrameworkMapping("HIPAA", ["164_308_a_6_i", "164_308_a_6_ii"]),
      FrameworkMapping("MITRE ATT&CK", ["T1496"]),
    ],
    defects: [
      KnownDefect(
        .falseAlarm, in: .cis120 ... .cis700,
        """
        Central root access: a session from sts:AssumeRoot is recorded with type Root and \
        sessionContext.assumedRoot "true", so planned work in member accounts raises the alarm.
        """),
      KnownDefect(
        .caution, in: .cis120 ... .cis700,
        """
        Root activity in the console is recorded in us-east-1: a trail of another single Region does not \
        see it.
        """),
    ],
    sources: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-1"
    ] + Control.benchmarkSources)
}
