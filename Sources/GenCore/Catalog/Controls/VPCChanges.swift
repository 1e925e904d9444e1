extension Control {
  /// 14: changes of VPCs.
  static let vpcChanges = Control(
    id: "vpc-changes", number: 14,
    title: "VPC changes",
    description: """
      Watches for VPCs and their peering connections being made, changed or deleted. They are the walls \
      of the network.
      """,
    severity: .medium, metricName: "VPCChanges", since: .cis120,
    levels: [(.cis120, 1)],
    eventSource: "ec2.amazonaws.com",
    eventNames: Self.vpcChangesEvents,
    texts: [
      PublishedText(
        #"""
        { ($.eventName = CreateVpc) || ($.eventName = DeleteVpc) || ($.eventName = ModifyVpcAttribute) || \#
        ($.eventName = AcceptVpcPeeringConnection) || ($.eventName = CreateVpcPeeringConnection) || \#
        ($.eventName = DeleteVpcPeeringConnection) || ($.eventName = RejectVpcPeeringConnection) || \#
        ($.eventName = AttachClassicLinkVpc) || ($.eventName = DetachClassicLinkVpc) || \#
        ($.eventName = DisableVpcClassicLink) || ($.eventName = EnableVpcClassicLink) }
        """#, in: .cis120 ... .cis700)
    ],
    ownText: #"""
      {($.eventSource=ec2.amazonaws.com) && (($.eventName=CreateVpc) || ($.eventName=DeleteVpc) || \#
      ($.eventName=ModifyVpcAttribute) || ($.eventName=AcceptVpcPeeringConnection) || \#
      ($.eventName=CreateVpcPeeringConnection) || ($.eventName=DeleteVpcPeeringConnection) || \#
      ($.eventName=RejectVpcPeeringConnection) || ($.eventName=AttachClassicLinkVpc) || \#
      ($.eventName=DetachClassicLinkVpc) || ($.eventName=DisableVpcClassicLink) || \#
      ($.eventName=EnableVpcClassicLink))}
      """#,
    securityHub: SecurityHubControl(
      "CloudWatch.14",
      #"""
      {($.eventName=CreateVpc) || ($.eventName=DeleteVpc) || ($.eventName=ModifyVpcAttribute) || \#
      ($.eventName=AcceptVpcPeeringConnection) || ($.eventName=CreateVpcPeeringConnection) || \#
      ($.eventName=DeleteVpcPeeringConnection) || ($.eventName=RejectVpcPeeringConnection) || \#
      ($.eventName=AttachClassicLinkVpc) || ($.eventName=DetachClassicLinkVpc) || \#
      ($.eventName=DisableVpcClassicLink) || ($.eventName=EnableVpcClassicLink)}
      """#),
    prowler: ScannerCheck(
      "cloudwatch_changes_to_vpcs_alarm_configured",
      .prowler(names: Self.vpcChangesEvents)),
    powerpipe: ScannerCheck(
      "log_metric_filter_vpc",
      .powerpipe(names: Self.vpcChangesEvents)),
    mappings: [
      FrameworkMapping(
        "Security Hub related requirements",
        [
          "CIS v1.2.0/3.14", "CIS v1.4.0/4.14", "NIST.800-171.r2 3.3.1", "NIST.800-171.r2 3.13.1",
          "NIST.800-171.r2 3.14.6", "NIST.800-171.r2 3.14.7",
        ]),
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
      FrameworkMapping("ISO/IEC 27001:2022", ["A.8.15", "A.8.16", "A.8.20", "A.8.21", "A.8.22"]),
      FrameworkMapping("NIST CSF 2.0", ["ra_5", "ae_2", "cm_1"]),
      FrameworkMapping("HIPAA", ["164_308_a_6_i"]),
      FrameworkMapping("MITRE ATT&CK", ["T1496"]),
    ],
    defects: [
      KnownDefect(
        .falseAlarm, in: .cis120 ... .cis700,
        """
        No event source is asked for, so CreateVpcPeeringConnection and DeleteVpcPeeringConnection of \
        GameLift raise the alarm too.
        """),
      KnownDefect(
        .blindSpot, in: .cis120 ... .cis700,
        "Flow logs, VPC endpoints, Block Public Access and address ranges are missing."),
      KnownDefect(
        .caution, in: .cis120 ... .cis700,
        """
        The four ClassicLink operations belong to a retired service. They stay because checkers compare \
        the text.
        """),
    ],
    forgotten: [
      .events(
        source: "ec2.amazonaws.com",
        names: [
          "DeleteFlowLogs", "CreateFlowLogs", "AssociateVpcCidrBlock", "DisassociateVpcCidrBlock",
          "ModifyVpcPeeringConnectionOptions", "CreateVpcEndpoint", "ModifyVpcEndpoint",
          "DeleteVpcEndpoints", "ModifyVpcEndpointServicePermissions",
          "ModifyVpcBlockPublicAccessOptions", "CreateVpcBlockPublicAccessExclusion",
          "ModifyVpcBlockPublicAccessExclusion", "ModifySubnetAttribute", "CreateSubnet",
          "DeleteSubnet", "AssociateDhcpOptions", "CreateVpcEndpointServiceConfiguration",
          "AcceptVpcEndpointConnections", "CreateDefaultVpc",
          "DeleteVpcBlockPublicAccessExclusion", "CreateVpcEncryptionControl",
          "DeleteVpcEncryptionControl", "ModifyVpcEncryptionControl",
        ])
    ],
    samples: SampleRecords(
      match: [
        #"""
        {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE7USER0001",\#
        "arn":"arn:aws:iam::111122223333:user/mara","accountId":"111122223333",\#
        "accessKeyId":"AKIAEXAMPLE7KEY00001","userName":"mara"},"eventTime":"2026-03-02T08:14:37Z",\#
        "eventSource":"ec2.amazonaws.com","eventName":"CreateVpcPeeringConnection",\#
        "awsRegion":"eu-central-1","sourceIPAddress":"198.51.100.27",\#
        "userAgent":"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9",\#
        "requestParameters":{"vpcId":"vpc-0f00ba4","peerVpcId":"vpc-0f00ba5",\#
        "peerOwnerId":"444455556666"},"responseElements":null,\#
        "requestID":"4d1b18e6-630e-5c23-bb71-3e55902fbae4",\#
        "eventID":"72d011a8-2d76-5795-a8ba-ed70c1250ef2","readOnly":false,"eventType":"AwsApiCall",\#
        "managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
        """#
      ],
      noMatch: [
        #"""
        {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE7USER0001",\#
        "arn":"arn:aws:iam::111122223333:user/mara","accountId":"111122223333",\#
        "accessKeyId":"AKIAEXAMPLE7KEY00001","userName":"mara"},"eventTime":"2026-03-02T08:14:37Z",\#
        "eventSource":"ec2.amazonaws.com","eventName":"DescribeVpcs","awsRegion":"eu-central-1",\#
        "sourceIPAddress":"198.51.100.27",\#
        "userAgent":"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9",\#
        "requestParameters":{},"responseElements":null,"requestID":"08f6baf2-c89d-5ff5-8b0d-46c9270d39ba",\#
        "eventID":"e343e531-f82d-5e89-9025-98a06c53a162","readOnly":true,"eventType":"AwsApiCall",\#
        "managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
        """#
      ]),
    sources: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-14"
    ] + Control.benchmarkSources)

  private static let vpcChangesEvents = [
    "CreateVpc", "DeleteVpc", "ModifyVpcAttribute", "AcceptVpcPeeringConnection",
    "CreateVpcPeeringConnection", "DeleteVpcPeeringConnection", "RejectVpcPeeringConnection",
    "AttachClassicLinkVpc", "DetachClassicLinkVpc", "DisableVpcClassicLink", "EnableVpcClassicLink",
  ]
}
