extension Control {
  /// 10: changes of security groups.
  static let securityGroupChanges = Control(
    id: "security-group-changes", number: 10,
    title: "Security group changes",
    description: """
      Watches for security groups being made, deleted, opened or closed. One rule can put a machine on \
      the open internet.
      """,
    severity: .medium, metricName: "SecurityGroupChanges", since: .cis120,
    levels: [(.cis120, 2)],
    eventSource: "ec2.amazonaws.com",
    eventNames: Self.securityGroupChangesEvents,
    texts: [
      PublishedText(
        #"""
        {($.eventName = AuthorizeSecurityGroupIngress) || ($.eventName = AuthorizeSecurityGroupEgress) || \#
        ($.eventName = RevokeSecurityGroupIngress) || ($.eventName = RevokeSecurityGroupEgress) || \#
        ($.eventName = CreateSecurityGroup) || ($.eventName = DeleteSecurityGroup) }
        """#, in: .cis120 ... .cis401),
      PublishedText(
        #"""
        { ($.eventName = AuthorizeSecurityGroupIngress) || \#
        ($.eventName = AuthorizeSecurityGroupEgress) || ($.eventName = RevokeSecurityGroupIngress) || \#
        ($.eventName = RevokeSecurityGroupEgress) || ($.eventName = CreateSecurityGroup) || \#
        ($.eventName = DeleteSecurityGroup) || ($.eventName = ModifySecurityGroupRules) }
        """#, in: .cis500 ... .cis700),
    ],
    ownText: #"""
      {($.eventSource=ec2.amazonaws.com) && (($.eventName=AuthorizeSecurityGroupIngress) || \#
      ($.eventName=AuthorizeSecurityGroupEgress) || ($.eventName=RevokeSecurityGroupIngress) || \#
      ($.eventName=RevokeSecurityGroupEgress) || ($.eventName=CreateSecurityGroup) || \#
      ($.eventName=DeleteSecurityGroup) || ($.eventName=ModifySecurityGroupRules))}
      """#,
    securityHub: SecurityHubControl(
      "CloudWatch.10",
      #"""
      {($.eventName=AuthorizeSecurityGroupIngress) || ($.eventName=AuthorizeSecurityGroupEgress) || \#
      ($.eventName=RevokeSecurityGroupIngress) || ($.eventName=RevokeSecurityGroupEgress) || \#
      ($.eventName=CreateSecurityGroup) || ($.eventName=DeleteSecurityGroup)}
      """#),
    prowler: ScannerCheck(
      "cloudwatch_log_metric_filter_security_group_changes",
      .prowler(names: Self.securityGroupChangesEvents)),
    powerpipe: ScannerCheck(
      "log_metric_filter_security_group",
      .powerpipe(names: [
        "AuthorizeSecurityGroupIngress", "AuthorizeSecurityGroupEgress",
        "RevokeSecurityGroupIngress", "RevokeSecurityGroupEgress", "CreateSecurityGroup",
        "DeleteSecurityGroup", "ModifySecurityGroupRules",
      ])),
    mappings: [
      FrameworkMapping(
        "Security Hub related requirements",
        ["CIS v1.2.0/3.10", "CIS v1.4.0/4.10", "NIST.800-171.r2 3.14.6", "NIST.800-171.r2 3.14.7"]),
      FrameworkMapping("SOC 2", ["cc_5_2"]),
      FrameworkMapping("ISO/IEC 27001:2022", ["A.8.15", "A.8.16"]),
      FrameworkMapping("NIST CSF 2.0", ["ov_3", "ip_8", "ae_1", "ae_2", "cm_7", "dp_4"]),
      FrameworkMapping("MITRE ATT&CK", ["T1496"]),
    ],
    defects: [
      KnownDefect(
        .blindSpot, in: .cis120 ... .cis401,
        """
        ModifySecurityGroupRules is missing, which is what "Edit rules" of the console calls. v5.0.0 \
        added it.
        """),
      KnownDefect(
        .blindSpot, in: .cis120 ... .cis700,
        """
        Giving an interface or an instance another group (ModifyNetworkInterfaceAttribute, \
        ModifyInstanceAttribute) is missing.
        """),
      KnownDefect(
        .falseAlarm, in: .cis120 ... .cis700,
        """
        No event source is asked for, so CreateSecurityGroup and DeleteSecurityGroup of AWS Wickr raise \
        the alarm too.
        """),
      KnownDefect(
        .caution, in: .cis120 ... .cis700,
        """
        No single text passes every scanner: Security Hub wants the six events of v1.2.0 alone, Powerpipe \
        ModifySecurityGroupRules as well.
        """),
    ],
    forgotten: [
      .events(
        source: "ec2.amazonaws.com",
        names: [
          "ModifySecurityGroupRules", "ModifyNetworkInterfaceAttribute",
          "ModifyInstanceAttribute", "AssociateSecurityGroupVpc", "DisassociateSecurityGroupVpc",
          "ApplySecurityGroupsToClientVpnTargetNetwork", "AuthorizeClientVpnIngress",
          "ModifyManagedPrefixList",
        ])
    ],
    samples: SampleRecords(
      match: [
        #"""
        {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE7USER0001",\#
        "arn":"arn:aws:iam::111122223333:user/mara","accountId":"111122223333",\#
        "accessKeyId":"AKIAEXAMPLE7KEY00001","userName":"mara"},"eventTime":"2026-03-02T08:14:37Z",\#
        "eventSource":"ec2.amazonaws.com","eventName":"AuthorizeSecurityGroupIngress",\#
        "awsRegion":"eu-central-1","sourceIPAddress":"198.51.100.27",\#
        "userAgent":"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9",\#
        "requestParameters":{"groupId":"sg-0f00ba4","ipPermissions":{"items":[{"ipProtocol":"tcp",\#
        "fromPort":22,"toPort":22,"ipRanges":{"items":[{"cidrIp":"0.0.0.0/0"}]}}]}},\#
        "responseElements":{"_return":true},"requestID":"3a8f4701-c98a-524a-a4bb-18872751dabb",\#
        "eventID":"b6730ba9-1bcf-564d-99c3-f3f91564be23","readOnly":false,"eventType":"AwsApiCall",\#
        "managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
        """#
      ],
      noMatch: [
        #"""
        {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE7USER0001",\#
        "arn":"arn:aws:iam::111122223333:user/mara","accountId":"111122223333",\#
        "accessKeyId":"AKIAEXAMPLE7KEY00001","userName":"mara"},"eventTime":"2026-03-02T08:14:37Z",\#
        "eventSource":"ec2.amazonaws.com","eventName":"DescribeSecurityGroups","awsRegion":"eu-central-1",\#
        "sourceIPAddress":"198.51.100.27",\#
        "userAgent":"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9",\#
        "requestParameters":{"securityGroupSet":{}},"responseElements":null,\#
        "requestID":"989e1e1b-0c1b-58cf-bb38-63a2315c9f09",\#
        "eventID":"ad5d65a1-3ef3-56c8-bd35-01b57f4da95d","readOnly":true,"eventType":"AwsApiCall",\#
        "managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
        """#
      ]),
    sources: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-10"
    ] + Control.benchmarkSources)

  private static let securityGroupChangesEvents = [
    "AuthorizeSecurityGroupIngress", "AuthorizeSecurityGroupEgress", "RevokeSecurityGroupIngress",
    "RevokeSecurityGroupEgress", "CreateSecurityGroup", "DeleteSecurityGroup",
  ]
}
