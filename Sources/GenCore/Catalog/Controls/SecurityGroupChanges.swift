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
    sources: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-10"
    ] + Control.benchmarkSources)

  private static let securityGroupChangesEvents = [
    "AuthorizeSecurityGroupIngress", "AuthorizeSecurityGroupEgress", "RevokeSecurityGroupIngress",
    "RevokeSecurityGroupEgress", "CreateSecurityGroup", "DeleteSecurityGroup",
  ]
}
