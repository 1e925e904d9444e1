extension Control {
  /// 15: changes of the organization. The published procedure names the alarm and the topic `OrgChanges`, its
  /// filter and metric `OrgsChanges`.
  static let organizationsChanges = Control(
    id: "organizations-changes", number: 15,
    title: "AWS Organizations changes",
    description: """
      Watches for accounts joining or leaving the organization, moves between organizational units, and \
      policies being written or attached. These decide which rules hold in every account.
      """,
    severity: .high, metricName: "OrgsChanges", since: .cis130,
    levels: [(.cis130, 1)],
    eventSource: "organizations.amazonaws.com",
    eventNames: Self.organizationsChangesEvents,
    texts: [
      PublishedText(
        #"""
        { ($.eventSource = organizations.amazonaws.com) && (($.eventName = "AcceptHandshake") || \#
        ($.eventName = "AttachPolicy") || ($.eventName = "CreateAccount") || \#
        ($.eventName = "CreateOrganizationalUnit") || ($.eventName = "CreatePolicy") || \#
        ($.eventName = "DeclineHandshake") || ($.eventName = "DeleteOrganization") || \#
        ($.eventName = "DeleteOrganizationalUnit") || ($.eventName = "DeletePolicy") || \#
        ($.eventName = "DetachPolicy") || ($.eventName = "DisablePolicyType") || \#
        ($.eventName = "EnablePolicyType") || ($.eventName = "InviteAccountToOrganization") || \#
        ($.eventName = "LeaveOrganization") || ($.eventName = "MoveAccount") || \#
        ($.eventName = "RemoveAccountFromOrganization") || ($.eventName = "UpdatePolicy") || \#
        ($.eventName = "UpdateOrganizationalUnit")) }
        """#, in: .cis130 ... .cis700)
    ],
    ownText: #"""
      {($.eventSource=organizations.amazonaws.com) && (($.eventName=AcceptHandshake) || \#
      ($.eventName=AttachPolicy) || ($.eventName=CreateAccount) || \#
      ($.eventName=CreateOrganizationalUnit) || ($.eventName=CreatePolicy) || \#
      ($.eventName=DeclineHandshake) || ($.eventName=DeleteOrganization) || \#
      ($.eventName=DeleteOrganizationalUnit) || ($.eventName=DeletePolicy) || \#
      ($.eventName=DetachPolicy) || ($.eventName=DisablePolicyType) || ($.eventName=EnablePolicyType) || \#
      ($.eventName=InviteAccountToOrganization) || ($.eventName=LeaveOrganization) || \#
      ($.eventName=MoveAccount) || ($.eventName=RemoveAccountFromOrganization) || \#
      ($.eventName=UpdatePolicy) || ($.eventName=UpdateOrganizationalUnit) || \#
      ($.eventName=CancelHandshake) || ($.eventName=CreateOrganization) || \#
      ($.eventName=EnableAllFeatures))}
      """#,
    prowler: ScannerCheck(
      "cloudwatch_log_metric_filter_aws_organizations_changes",
      .prowler(
        source: "organizations.amazonaws.com",
        names: [
          "AcceptHandshake", "AttachPolicy", "CancelHandshake", "CreateAccount",
          "CreateOrganization", "CreateOrganizationalUnit", "CreatePolicy", "DeclineHandshake",
          "DeleteOrganization", "DeleteOrganizationalUnit", "DeletePolicy", "EnableAllFeatures",
          "EnablePolicyType", "InviteAccountToOrganization", "LeaveOrganization", "DetachPolicy",
          "DisablePolicyType", "MoveAccount", "RemoveAccountFromOrganization",
          "UpdateOrganizationalUnit", "UpdatePolicy",
        ])),
    powerpipe: ScannerCheck(
      "log_metric_filter_organization",
      .powerpipe(
        source: "organizations.amazonaws.com", names: Self.organizationsChangesEvents, quotes: .optional)),
    mappings: [
      FrameworkMapping("SOC 2", ["cc_5_2"]),
      FrameworkMapping("ISO/IEC 27001:2022", ["A.8.15", "A.8.16"]),
      FrameworkMapping("NIST CSF 2.0", ["ae_3", "cm_7"]),
      FrameworkMapping("MITRE ATT&CK", ["T1496"]),
    ],
    defects: [
      KnownDefect(
        .blindSpot, in: .cis130 ... .cis700,
        """
        16 of the 34 write operations are missing, among them CloseAccount, \
        RegisterDelegatedAdministrator, EnableAWSServiceAccess, EnableAllFeatures and PutResourcePolicy.
        """),
      KnownDefect(
        .blindSpot, in: .cis130 ... .cis700,
        """
        AcceptHandshake, DeclineHandshake and LeaveOrganization are called from a member account and \
        logged there: the management account sees them through an organization trail only.
        """),
      KnownDefect(
        .caution, in: .cis130 ... .cis700,
        """
        Organizations writes its records in us-east-1 (commercial Regions): the trail has to be a \
        multi-Region one or live there.
        """),
      KnownDefect(
        .caution, in: .cis130 ... .cis700,
        """
        Prowler wants 21 names (CancelHandshake, CreateOrganization and EnableAllFeatures besides the \
        18): the published text fails its check.
        """),
      KnownDefect(
        .caution, in: .cis130 ... .cis700,
        """
        CreateAccount and CloseAccount go on after the call: how they end is recorded as CreateAccountResult \
        and CloseAccountResult, events of the service.
        """),
      KnownDefect(
        .caution, in: .cis130 ... .cis700,
        """
        KICS asks this filter for PutBucketLifecycle and for a misspelt UpdateOrganizationalUni: no correct \
        filter passes it.
        """),
    ],
    forgotten: [
      .events(
        source: "organizations.amazonaws.com",
        names: [
          "CloseAccount", "CreateGovCloudAccount", "CreateOrganization",
          "RegisterDelegatedAdministrator", "DeregisterDelegatedAdministrator",
          "EnableAWSServiceAccess", "DisableAWSServiceAccess", "EnableAllFeatures",
          "PutResourcePolicy", "DeleteResourcePolicy", "CancelHandshake",
          "InviteOrganizationToTransferResponsibility", "UpdateResponsibilityTransfer",
          "TerminateResponsibilityTransfer", "CreateAccountResult", "CloseAccountResult",
        ])
    ],
    samples: SampleRecords(
      match: [
        #"""
        {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE7USER0001",\#
        "arn":"arn:aws:iam::444455556666:user/mara","accountId":"444455556666",\#
        "accessKeyId":"AKIAEXAMPLE7KEY00001","userName":"mara"},"eventTime":"2026-03-02T08:14:37Z",\#
        "eventSource":"organizations.amazonaws.com","eventName":"DetachPolicy","awsRegion":"us-east-1",\#
        "sourceIPAddress":"198.51.100.27",\#
        "userAgent":"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9",\#
        "requestParameters":{"policyId":"p-0f00ba4ex","targetId":"ou-f00b-a4example"},\#
        "responseElements":null,"requestID":"48f2ece8-63b5-51b2-ab40-bac12eec15dd",\#
        "eventID":"36071af0-ae1b-5012-a123-1bc9a9e0134d","readOnly":false,"eventType":"AwsApiCall",\#
        "managementEvent":true,"recipientAccountId":"444455556666","eventCategory":"Management"}
        """#
      ],
      noMatch: [
        #"""
        {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE7USER0001",\#
        "arn":"arn:aws:iam::444455556666:user/mara","accountId":"444455556666",\#
        "accessKeyId":"AKIAEXAMPLE7KEY00001","userName":"mara"},"eventTime":"2026-03-02T08:14:37Z",\#
        "eventSource":"organizations.amazonaws.com","eventName":"ListAccounts","awsRegion":"us-east-1",\#
        "sourceIPAddress":"198.51.100.27",\#
        "userAgent":"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9",\#
        "requestParameters":null,"responseElements":null,\#
        "requestID":"fcb8ea38-e969-5bb9-a023-50b7e8131331",\#
        "eventID":"df748759-7914-58b3-bab3-bc877fc796fe","readOnly":true,"eventType":"AwsApiCall",\#
        "managementEvent":true,"recipientAccountId":"444455556666","eventCategory":"Management"}
        """#
      ]),
    onlyManagementAccount: true,
    sources: [
      "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_cloudtrail-integration.html"
    ] + Control.benchmarkSources)

  private static let organizationsChangesEvents = [
    "AcceptHandshake", "AttachPolicy", "CreateAccount", "CreateOrganizationalUnit", "CreatePolicy",
    "DeclineHandshake", "DeleteOrganization", "DeleteOrganizationalUnit", "DeletePolicy",
    "DetachPolicy", "DisablePolicyType", "EnablePolicyType", "InviteAccountToOrganization",
    "LeaveOrganization", "MoveAccount", "RemoveAccountFromOrganization", "UpdatePolicy",
    "UpdateOrganizationalUnit",
  ]
}
