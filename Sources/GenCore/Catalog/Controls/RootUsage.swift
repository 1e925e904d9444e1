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
      KnownDefect(
        .caution, in: .cis120 ... .cis700,
        """
        What AWS does on behalf of root (invokedBy is there) is left out on purpose.
        """),
    ],
    samples: SampleRecords(
      match: [
        #"""
        {"eventVersion":"1.11","userIdentity":{"type":"Root","principalId":"111122223333",\#
        "arn":"arn:aws:iam::111122223333:root","accountId":"111122223333"},\#
        "eventTime":"2026-03-02T08:14:37Z","eventSource":"signin.amazonaws.com",\#
        "eventName":"ConsoleLogin","awsRegion":"us-east-1","sourceIPAddress":"203.0.113.88",\#
        "userAgent":"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",\#
        "requestParameters":null,"responseElements":{"ConsoleLogin":"Success"},\#
        "additionalEventData":{"LoginTo":"https://console.aws.amazon.com/console/home",\#
        "MobileVersion":"No","MFAUsed":"Yes"},"requestID":"9654075d-26a0-58c8-806d-720e007b2043",\#
        "eventID":"0eb52b32-ddb2-587b-abd4-e95c883c4c1f","readOnly":false,"eventType":"AwsConsoleSignIn",\#
        "managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
        """#
      ],
      noMatch: [
        #"""
        {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE7USER0001",\#
        "arn":"arn:aws:iam::111122223333:user/mara","accountId":"111122223333",\#
        "accessKeyId":"AKIAEXAMPLE7KEY00001","userName":"mara"},"eventTime":"2026-03-02T08:14:37Z",\#
        "eventSource":"iam.amazonaws.com","eventName":"CreateAccessKey","awsRegion":"us-east-1",\#
        "sourceIPAddress":"198.51.100.27",\#
        "userAgent":"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9",\#
        "requestParameters":{"userName":"mara"},"responseElements":null,\#
        "requestID":"9f34f946-b535-5f95-a4fb-b9c2aea21cd8",\#
        "eventID":"941fec45-26a0-5b65-9815-6de6ee657a78","readOnly":false,"eventType":"AwsApiCall",\#
        "managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
        """#
      ]),
    sources: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-1"
    ] + Control.benchmarkSources)
}
