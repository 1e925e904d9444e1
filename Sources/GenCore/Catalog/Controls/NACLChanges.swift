extension Control {
  /// 11: changes of network ACLs.
  static let naclChanges = Control(
    id: "nacl-changes", number: 11,
    title: "Network ACL changes",
    description: """
      Watches for network access control lists and their entries being made, changed or deleted. They \
      decide what may enter and leave a subnet.
      """,
    severity: .medium, metricName: "NACLChanges", since: .cis120,
    levels: [(.cis120, 2)],
    eventSource: "ec2.amazonaws.com",
    eventNames: Self.naclChangesEvents,
    texts: [
      PublishedText(
        #"""
        { ($.eventName = CreateNetworkAcl) || ($.eventName =  CreateNetworkAclEntry) || \#
        ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) || \#
        ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }
        """#, in: .cis120 ... .cis700)
    ],
    ownText: #"""
      {($.eventSource=ec2.amazonaws.com) && (($.eventName=CreateNetworkAcl) || \#
      ($.eventName=CreateNetworkAclEntry) || ($.eventName=DeleteNetworkAcl) || \#
      ($.eventName=DeleteNetworkAclEntry) || ($.eventName=ReplaceNetworkAclEntry) || \#
      ($.eventName=ReplaceNetworkAclAssociation))}
      """#,
    securityHub: SecurityHubControl(
      "CloudWatch.11",
      #"""
      {($.eventName=CreateNetworkAcl) || ($.eventName=CreateNetworkAclEntry) || \#
      ($.eventName=DeleteNetworkAcl) || ($.eventName=DeleteNetworkAclEntry) || \#
      ($.eventName=ReplaceNetworkAclEntry) || ($.eventName=ReplaceNetworkAclAssociation)}
      """#),
    prowler: ScannerCheck(
      "cloudwatch_changes_to_network_acls_alarm_configured",
      .prowler(names: Self.naclChangesEvents)),
    powerpipe: ScannerCheck(
      "log_metric_filter_network_acl",
      .powerpipe(names: Self.naclChangesEvents)),
    mappings: [
      FrameworkMapping(
        "Security Hub related requirements",
        ["CIS v1.2.0/3.11", "CIS v1.4.0/4.11", "NIST.800-171.r2 3.14.6", "NIST.800-171.r2 3.14.7"]),
      FrameworkMapping("SOC 2", ["cc_5_2", "cc_7_2", "cc_7_3", "cc_7_4"]),
      FrameworkMapping(
        "NIST SP 800-53 Rev. 5",
        [
          "au_6_1", "au_6_5", "au_12_3", "au_14_a", "au_14_b", "ca_2_2", "ca_7", "ca_7_b",
          "pm_14_a_1", "pm_14_b", "pm_31", "sc_36_1_a", "si_2_a", "si_4_12", "si_5_1", "si_5_b",
        ]),
      FrameworkMapping(
        "NIST SP 800-53 Rev. 4",
        ["ac_2_4", "au_6_1", "au_6_3", "au_7_1", "ca_7", "ir_4_1", "si_4_2", "si_4_4", "si_4_5", "si_4"]),
      FrameworkMapping("NIST SP 800-171 Rev. 2", ["3_6_1", "3_6_2", "3_12_4"]),
      FrameworkMapping("ISO/IEC 27001:2022", ["A.8.15", "A.8.16"]),
      FrameworkMapping("NIST CSF 2.0", ["ra_5", "cm_1", "dp_4"]),
      FrameworkMapping("HIPAA", ["164_308_a_6_i"]),
      FrameworkMapping("MITRE ATT&CK", ["T1496"]),
    ],
    defects: [
      KnownDefect(
        .caution, in: .cis120 ... .cis700,
        """
        Complete: every write operation on network ACLs is listed. No event source is asked for, and no \
        other service uses these names today.
        """)
    ],
    samples: SampleRecords(
      match: [
        #"""
        {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE7USER0001",\#
        "arn":"arn:aws:iam::111122223333:user/mara","accountId":"111122223333",\#
        "accessKeyId":"AKIAEXAMPLE7KEY00001","userName":"mara"},"eventTime":"2026-03-02T08:14:37Z",\#
        "eventSource":"ec2.amazonaws.com","eventName":"CreateNetworkAclEntry","awsRegion":"eu-central-1",\#
        "sourceIPAddress":"198.51.100.27",\#
        "userAgent":"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9",\#
        "requestParameters":{"networkAclId":"acl-0f00ba4","ruleNumber":90,"egress":false,\#
        "ruleAction":"allow","cidrBlock":"0.0.0.0/0"},"responseElements":null,\#
        "requestID":"7f9df21f-3ac3-59dd-a33c-34945565036a",\#
        "eventID":"50190d29-d346-5382-954c-2dfa71fbf69a","readOnly":false,"eventType":"AwsApiCall",\#
        "managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
        """#
      ],
      noMatch: [
        #"""
        {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE7USER0001",\#
        "arn":"arn:aws:iam::111122223333:user/mara","accountId":"111122223333",\#
        "accessKeyId":"AKIAEXAMPLE7KEY00001","userName":"mara"},"eventTime":"2026-03-02T08:14:37Z",\#
        "eventSource":"ec2.amazonaws.com","eventName":"DescribeNetworkAcls","awsRegion":"eu-central-1",\#
        "sourceIPAddress":"198.51.100.27",\#
        "userAgent":"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9",\#
        "requestParameters":{},"responseElements":null,"requestID":"9f822610-2b42-5ffe-9b40-955fd77b147f",\#
        "eventID":"6a066891-2d1f-52f1-84bc-08ae12cd4e25","readOnly":true,"eventType":"AwsApiCall",\#
        "managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
        """#
      ]),
    sources: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-11"
    ] + Control.benchmarkSources)

  private static let naclChangesEvents = [
    "CreateNetworkAcl", "CreateNetworkAclEntry", "DeleteNetworkAcl", "DeleteNetworkAclEntry",
    "ReplaceNetworkAclEntry", "ReplaceNetworkAclAssociation",
  ]
}
