extension Control {
  /// 13: changes of route tables.
  static let routeTableChanges = Control(
    id: "route-table-changes", number: 13,
    title: "Route table changes",
    description: """
      Watches for routes and route tables being made, replaced, associated or deleted. A route decides \
      where traffic goes, and who can read it on the way.
      """,
    severity: .medium, metricName: "RouteTableChanges", since: .cis120,
    levels: [(.cis120, 1)],
    eventSource: "ec2.amazonaws.com",
    eventNames: Self.routeTableChangesEvents,
    texts: [
      PublishedText(
        #"""
        {($.eventName = CreateRoute) || ($.eventName = CreateRouteTable) || \#
        ($.eventName = ReplaceRoute) || ($.eventName = ReplaceRouteTableAssociation) || \#
        ($.eventName = DeleteRouteTable) || ($.eventName = DeleteRoute) || \#
        ($.eventName = DisassociateRouteTable) }
        """#, in: .cis120 ... .cis700),
      PublishedText(
        #"""
        {($.eventSource = ec2.amazonaws.com) && ($.eventName =CreateRoute) || \#
        ($.eventName = CreateRouteTable) || ($.eventName =ReplaceRoute) || \#
        ($.eventName = ReplaceRouteTableAssociation) || ($.eventName= DeleteRouteTable) || \#
        ($.eventName = DeleteRoute) || ($.eventName =DisassociateRouteTable) }
        """#, in: [], beside: [.cis300, .cis401, .cis500, .cis600, .cis700]),
    ],
    ownText: #"""
      {($.eventSource=ec2.amazonaws.com) && (($.eventName=CreateRoute) || \#
      ($.eventName=CreateRouteTable) || ($.eventName=ReplaceRoute) || \#
      ($.eventName=ReplaceRouteTableAssociation) || ($.eventName=DeleteRouteTable) || \#
      ($.eventName=DeleteRoute) || ($.eventName=DisassociateRouteTable))}
      """#,
    securityHub: SecurityHubControl(
      "CloudWatch.13",
      #"""
      {($.eventSource=ec2.amazonaws.com) && (($.eventName=CreateRoute) || \#
      ($.eventName=CreateRouteTable) || ($.eventName=ReplaceRoute) || \#
      ($.eventName=ReplaceRouteTableAssociation) || ($.eventName=DeleteRouteTable) || \#
      ($.eventName=DeleteRoute) || ($.eventName=DisassociateRouteTable))}
      """#),
    prowler: ScannerCheck(
      "cloudwatch_changes_to_network_route_tables_alarm_configured",
      .prowler(source: "ec2.amazonaws.com", names: Self.routeTableChangesEvents)),
    powerpipe: ScannerCheck(
      "log_metric_filter_route_table",
      .powerpipe(names: Self.routeTableChangesEvents)),
    mappings: [
      FrameworkMapping(
        "Security Hub related requirements",
        [
          "CIS v1.2.0/3.13", "CIS v1.4.0/4.13", "NIST.800-171.r2 3.3.1", "NIST.800-171.r2 3.13.1",
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
      FrameworkMapping("NIST CSF 2.0", ["ae_2", "ae_3", "cm_1", "dp_4"]),
      FrameworkMapping("HIPAA", ["164_308_a_6_i"]),
      FrameworkMapping("MITRE ATT&CK", ["T1496"]),
    ],
    defects: [
      KnownDefect(
        .falseAlarm, in: .cis120 ... .cis700,
        """
        No event source is asked for, so CreateRoute and DeleteRoute of API Gateway, App Mesh and \
        Refactor Spaces raise the alarm too. The text of Security Hub asks for ec2.amazonaws.com.
        """),
      KnownDefect(
        .falseAlarm, in: .cis300 ... .cis700,
        """
        The audit text asks for the event source without parentheses, so it applies to CreateRoute only, \
        and it differs from the remediation text of the same edition.
        """),
      KnownDefect(
        .blindSpot, in: .cis120 ... .cis700,
        """
        AssociateRouteTable is missing although DisassociateRouteTable is listed; transit gateway routes \
        and route propagation are missing.
        """),
    ],
    forgotten: [
      .events(
        source: "ec2.amazonaws.com",
        names: [
          "AssociateRouteTable", "EnableVgwRoutePropagation", "DisableVgwRoutePropagation",
          "CreateTransitGatewayRoute", "ReplaceTransitGatewayRoute", "DeleteTransitGatewayRoute",
          "AssociateTransitGatewayRouteTable", "DisassociateTransitGatewayRouteTable",
          "EnableTransitGatewayRouteTablePropagation",
          "DisableTransitGatewayRouteTablePropagation", "ModifyManagedPrefixList",
          "CreateTransitGatewayRouteTable", "DeleteTransitGatewayRouteTable",
          "CreateTransitGatewayPrefixListReference", "CreateClientVpnRoute",
          "CreateVpnConnectionRoute", "DeleteVpnConnectionRoute", "EnableRouteServerPropagation",
          "DisableRouteServerPropagation", "AssociateRouteServer",
        ])
    ],
    samples: SampleRecords(
      match: [
        #"""
        {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE7USER0001",\#
        "arn":"arn:aws:iam::111122223333:user/mara","accountId":"111122223333",\#
        "accessKeyId":"AKIAEXAMPLE7KEY00001","userName":"mara"},"eventTime":"2026-03-02T08:14:37Z",\#
        "eventSource":"ec2.amazonaws.com","eventName":"CreateRoute","awsRegion":"eu-central-1",\#
        "sourceIPAddress":"198.51.100.27",\#
        "userAgent":"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9",\#
        "requestParameters":{"routeTableId":"rtb-0f00ba4","destinationCidrBlock":"0.0.0.0/0",\#
        "gatewayId":"igw-0f00ba4"},"responseElements":{"_return":true},\#
        "requestID":"e394dcae-d7e5-5011-ad96-01e629e69ec8",\#
        "eventID":"2938bd9f-12f1-5293-8578-a6c298085f43","readOnly":false,"eventType":"AwsApiCall",\#
        "managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
        """#
      ],
      noMatch: [
        #"""
        {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE7USER0001",\#
        "arn":"arn:aws:iam::111122223333:user/mara","accountId":"111122223333",\#
        "accessKeyId":"AKIAEXAMPLE7KEY00001","userName":"mara"},"eventTime":"2026-03-02T08:14:37Z",\#
        "eventSource":"ec2.amazonaws.com","eventName":"DescribeRouteTables","awsRegion":"eu-central-1",\#
        "sourceIPAddress":"198.51.100.27",\#
        "userAgent":"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9",\#
        "requestParameters":{},"responseElements":null,"requestID":"9dd4be0e-7c36-5faf-8720-79cb70e81ffb",\#
        "eventID":"b2b28c21-bab7-5cf7-aaca-97ad7902cbf7","readOnly":true,"eventType":"AwsApiCall",\#
        "managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
        """#
      ]),
    sources: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-13"
    ] + Control.benchmarkSources)

  private static let routeTableChangesEvents = [
    "CreateRoute", "CreateRouteTable", "ReplaceRoute", "ReplaceRouteTableAssociation",
    "DeleteRouteTable", "DeleteRoute", "DisassociateRouteTable",
  ]
}
