extension Control {
  /// 12: changes of network gateways.
  static let networkGatewayChanges = Control(
    id: "network-gateway-changes", number: 12,
    title: "Network gateway changes",
    description: """
      Watches for customer and internet gateways being made, attached, detached or deleted. A gateway is \
      a way out of the VPC.
      """,
    severity: .medium, metricName: "NetworkGatewayChanges", since: .cis120,
    levels: [(.cis120, 1)],
    eventSource: "ec2.amazonaws.com",
    eventNames: Self.networkGatewayChangesEvents,
    texts: [
      PublishedText(
        #"""
        {($.eventName = CreateCustomerGateway) || ($.eventName = DeleteCustomerGateway) || \#
        ($.eventName = AttachInternetGateway) || ($.eventName = CreateInternetGateway) || \#
        ($.eventName = DeleteInternetGateway) || ($.eventName = DetachInternetGateway) }
        """#, in: .cis120 ... .cis700)
    ],
    ownText: #"""
      {($.eventSource=ec2.amazonaws.com) && (($.eventName=CreateCustomerGateway) || \#
      ($.eventName=DeleteCustomerGateway) || ($.eventName=AttachInternetGateway) || \#
      ($.eventName=CreateInternetGateway) || ($.eventName=DeleteInternetGateway) || \#
      ($.eventName=DetachInternetGateway))}
      """#,
    securityHub: SecurityHubControl(
      "CloudWatch.12",
      #"""
      {($.eventName=CreateCustomerGateway) || ($.eventName=DeleteCustomerGateway) || \#
      ($.eventName=AttachInternetGateway) || ($.eventName=CreateInternetGateway) || \#
      ($.eventName=DeleteInternetGateway) || ($.eventName=DetachInternetGateway)}
      """#),
    prowler: ScannerCheck(
      "cloudwatch_changes_to_network_gateways_alarm_configured",
      .prowler(names: Self.networkGatewayChangesEvents)),
    powerpipe: ScannerCheck(
      "log_metric_filter_network_gateway",
      .powerpipe(names: Self.networkGatewayChangesEvents)),
    mappings: [
      FrameworkMapping(
        "Security Hub related requirements",
        ["CIS v1.2.0/3.12", "CIS v1.4.0/4.12", "NIST.800-171.r2 3.3.1", "NIST.800-171.r2 3.13.1"]),
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
      FrameworkMapping("NIST CSF 2.0", ["ra_5", "ae_2", "ae_3", "cm_1", "dp_4"]),
      FrameworkMapping("HIPAA", ["164_308_a_6_i"]),
      FrameworkMapping("MITRE ATT&CK", ["T1496"]),
    ],
    defects: [
      KnownDefect(
        .blindSpot, in: .cis120 ... .cis700,
        "NAT, egress-only, virtual private, transit and carrier gateways are missing.")
    ],
    forgotten: [
      .events(
        source: "ec2.amazonaws.com",
        names: [
          "CreateNatGateway", "DeleteNatGateway", "CreateEgressOnlyInternetGateway",
          "DeleteEgressOnlyInternetGateway", "CreateVpnGateway", "DeleteVpnGateway",
          "AttachVpnGateway", "DetachVpnGateway", "CreateTransitGateway", "DeleteTransitGateway",
          "ModifyTransitGateway", "CreateTransitGatewayVpcAttachment",
          "CreateTransitGatewayPeeringAttachment", "AcceptTransitGatewayVpcAttachment",
          "AcceptTransitGatewayPeeringAttachment", "DeleteTransitGatewayVpcAttachment",
          "ModifyTransitGatewayVpcAttachment", "DeleteTransitGatewayPeeringAttachment",
          "CreateTransitGatewayConnect", "CreateVpnConnection", "ModifyVpnConnection",
          "DeleteVpnConnection", "CreateClientVpnEndpoint", "ModifyClientVpnEndpoint",
          "CreateCarrierGateway", "DeleteCarrierGateway",
        ])
    ],
    samples: SampleRecords(
      match: [
        #"""
        {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE7USER0001",\#
        "arn":"arn:aws:iam::111122223333:user/mara","accountId":"111122223333",\#
        "accessKeyId":"AKIAEXAMPLE7KEY00001","userName":"mara"},"eventTime":"2026-03-02T08:14:37Z",\#
        "eventSource":"ec2.amazonaws.com","eventName":"AttachInternetGateway","awsRegion":"eu-central-1",\#
        "sourceIPAddress":"198.51.100.27",\#
        "userAgent":"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9",\#
        "requestParameters":{"internetGatewayId":"igw-0f00ba4","vpcId":"vpc-0f00ba4"},\#
        "responseElements":null,"requestID":"1d540dc1-20ff-5893-a30a-fee059da3e73",\#
        "eventID":"4c990c78-8b09-5862-ae83-501863f104f7","readOnly":false,"eventType":"AwsApiCall",\#
        "managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
        """#
      ],
      noMatch: [
        #"""
        {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE7USER0001",\#
        "arn":"arn:aws:iam::111122223333:user/mara","accountId":"111122223333",\#
        "accessKeyId":"AKIAEXAMPLE7KEY00001","userName":"mara"},"eventTime":"2026-03-02T08:14:37Z",\#
        "eventSource":"ec2.amazonaws.com","eventName":"DescribeInternetGateways",\#
        "awsRegion":"eu-central-1","sourceIPAddress":"198.51.100.27",\#
        "userAgent":"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9",\#
        "requestParameters":{},"responseElements":null,"requestID":"ab5b3360-8b71-5983-8047-e286513e53ab",\#
        "eventID":"73f6a3a0-08f8-5b4c-b124-802a2778adc8","readOnly":true,"eventType":"AwsApiCall",\#
        "managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
        """#
      ]),
    sources: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-12"
    ] + Control.benchmarkSources)

  private static let networkGatewayChangesEvents = [
    "CreateCustomerGateway", "DeleteCustomerGateway", "AttachInternetGateway", "CreateInternetGateway",
    "DeleteInternetGateway", "DetachInternetGateway",
  ]
}
