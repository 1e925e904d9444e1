extension Control {
  /// 4: changes of IAM policies.
  static let iamPolicyChanges = Control(
    id: "iam-policy-changes", number: 4,
    title: "IAM policy changes",
    description: """
      Watches for policies of IAM being written, deleted, attached or detached. Whoever can change a \
      policy can give away every other permission.
      """,
    severity: .high, metricName: "IAMPolicyChanges", since: .cis120,
    levels: [(.cis120, 1)],
    eventSource: "iam.amazonaws.com",
    eventNames: Self.iamPolicyChangesEvents,
    texts: [
      PublishedText(
        #"""
        {($.eventName=DeleteGroupPolicy) || ($.eventName=DeleteRolePolicy) || \#
        ($.eventName=DeleteUserPolicy) || ($.eventName=PutGroupPolicy) || ($.eventName=PutRolePolicy) || \#
        ($.eventName=PutUserPolicy) || ($.eventName=CreatePolicy) || ($.eventName=DeletePolicy) || \#
        ($.eventName=CreatePolicyVersion) || ($.eventName=DeletePolicyVersion) || \#
        ($.eventName=AttachRolePolicy) || ($.eventName=DetachRolePolicy) || \#
        ($.eventName=AttachUserPolicy) || ($.eventName=DetachUserPolicy) || \#
        ($.eventName=AttachGroupPolicy) || ($.eventName=DetachGroupPolicy)}
        """#, in: .cis120 ... .cis700)
    ],
    ownText: #"""
      {($.eventSource=iam.amazonaws.com) && (($.eventName=DeleteGroupPolicy) || \#
      ($.eventName=DeleteRolePolicy) || ($.eventName=DeleteUserPolicy) || ($.eventName=PutGroupPolicy) || \#
      ($.eventName=PutRolePolicy) || ($.eventName=PutUserPolicy) || ($.eventName=CreatePolicy) || \#
      ($.eventName=DeletePolicy) || ($.eventName=CreatePolicyVersion) || \#
      ($.eventName=DeletePolicyVersion) || ($.eventName=AttachRolePolicy) || \#
      ($.eventName=DetachRolePolicy) || ($.eventName=AttachUserPolicy) || \#
      ($.eventName=DetachUserPolicy) || ($.eventName=AttachGroupPolicy) || \#
      ($.eventName=DetachGroupPolicy))}
      """#,
    securityHub: SecurityHubControl(
      "CloudWatch.4",
      #"""
      {($.eventSource=iam.amazonaws.com) && (($.eventName=DeleteGroupPolicy) || \#
      ($.eventName=DeleteRolePolicy) || ($.eventName=DeleteUserPolicy) || ($.eventName=PutGroupPolicy) || \#
      ($.eventName=PutRolePolicy) || ($.eventName=PutUserPolicy) || ($.eventName=CreatePolicy) || \#
      ($.eventName=DeletePolicy) || ($.eventName=CreatePolicyVersion) || \#
      ($.eventName=DeletePolicyVersion) || ($.eventName=AttachRolePolicy) || \#
      ($.eventName=DetachRolePolicy) || ($.eventName=AttachUserPolicy) || \#
      ($.eventName=DetachUserPolicy) || ($.eventName=AttachGroupPolicy) || \#
      ($.eventName=DetachGroupPolicy))}
      """#),
    prowler: ScannerCheck(
      "cloudwatch_log_metric_filter_policy_changes",
      .prowler(names: Self.iamPolicyChangesEvents)),
    powerpipe: ScannerCheck(
      "log_metric_filter_iam_policy",
      .powerpipe(names: Self.iamPolicyChangesEvents)),
    mappings: [
      FrameworkMapping(
        "Security Hub related requirements",
        ["CIS v1.2.0/3.4", "CIS v1.4.0/4.4", "NIST.800-171.r2 3.14.6", "NIST.800-171.r2 3.14.7"]),
      FrameworkMapping("SOC 2", ["cc_5_2", "pi_1_3"]),
      FrameworkMapping("PCI DSS v3.2.1", ["8.1", "8.1.2"]),
      FrameworkMapping("ISO/IEC 27001:2022", ["A.8.15", "A.8.16"]),
      FrameworkMapping("NIST CSF 2.0", ["ov_3", "ae_2", "cm_7"]),
      FrameworkMapping("MITRE ATT&CK", ["T1496"]),
    ],
    defects: [
      KnownDefect(
        .falseAlarm, in: .cis120 ... .cis700,
        """
        No event source is asked for, so CreatePolicy and DeletePolicy of Auto Scaling, IoT, \
        Organizations, Verified Permissions and other services raise the alarm too. The text of Security \
        Hub asks for iam.amazonaws.com.
        """),
      KnownDefect(
        .blindSpot, in: .cis120 ... .cis700,
        """
        SetDefaultPolicyVersion is missing: it brings an older, wider version of a policy back without \
        any of the listed events.
        """),
      KnownDefect(
        .blindSpot, in: .cis120 ... .cis700,
        "Trust policies (UpdateAssumeRolePolicy) and permissions boundaries are missing."),
    ],
    forgotten: [
      .events(
        source: "iam.amazonaws.com",
        names: [
          "SetDefaultPolicyVersion", "UpdateAssumeRolePolicy", "PutRolePermissionsBoundary",
          "DeleteRolePermissionsBoundary", "PutUserPermissionsBoundary",
          "DeleteUserPermissionsBoundary", "AddUserToGroup", "CreateRole", "DeleteRole",
          "CreateUser", "CreateAccessKey", "CreateLoginProfile", "UpdateLoginProfile",
          "DeactivateMFADevice", "UpdateAccountPasswordPolicy", "DeleteAccountPasswordPolicy",
          "CreateSAMLProvider", "UpdateSAMLProvider", "DeleteSAMLProvider",
          "CreateOpenIDConnectProvider", "DeleteOpenIDConnectProvider",
          "UpdateOpenIDConnectProviderThumbprint", "AddClientIDToOpenIDConnectProvider",
          "AddRoleToInstanceProfile", "EnableOrganizationsRootCredentialsManagement",
          "DisableOrganizationsRootCredentialsManagement", "EnableOrganizationsRootSessions",
          "DisableOrganizationsRootSessions", "SetSecurityTokenServicePreferences",
          "EnableOutboundWebIdentityFederation",
        ])
    ],
    samples: SampleRecords(
      match: [
        #"""
        {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE7USER0001",\#
        "arn":"arn:aws:iam::111122223333:user/mara","accountId":"111122223333",\#
        "accessKeyId":"AKIAEXAMPLE7KEY00001","userName":"mara"},"eventTime":"2026-03-02T08:14:37Z",\#
        "eventSource":"iam.amazonaws.com","eventName":"AttachRolePolicy","awsRegion":"us-east-1",\#
        "sourceIPAddress":"198.51.100.27",\#
        "userAgent":"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9",\#
        "requestParameters":{"roleName":"Deploy",\#
        "policyArn":"arn:aws:iam::aws:policy/AdministratorAccess"},"responseElements":null,\#
        "requestID":"05f6f351-9094-58f7-9f56-c91e379103ce",\#
        "eventID":"f9cbb1bd-ba8b-5983-829c-75fd6628d2cc","readOnly":false,"eventType":"AwsApiCall",\#
        "managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
        """#
      ],
      noMatch: [
        #"""
        {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE7USER0001",\#
        "arn":"arn:aws:iam::111122223333:user/mara","accountId":"111122223333",\#
        "accessKeyId":"AKIAEXAMPLE7KEY00001","userName":"mara"},"eventTime":"2026-03-02T08:14:37Z",\#
        "eventSource":"iam.amazonaws.com","eventName":"CreateServiceLinkedRole","awsRegion":"us-east-1",\#
        "sourceIPAddress":"198.51.100.27",\#
        "userAgent":"aws-cli/2.17.9 ua/2.0 os/linux#6.8 md/arch#arm64 lang/python#3.11.9",\#
        "requestParameters":{"aWSServiceName":"autoscaling.amazonaws.com"},"responseElements":null,\#
        "requestID":"1bc1f4d1-859d-54e5-8496-a871e5ced76c",\#
        "eventID":"85c3d633-dae8-54b1-acc0-2086b2dc40cc","readOnly":false,"eventType":"AwsApiCall",\#
        "managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
        """#
      ]),
    sources: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-4"
    ] + Control.benchmarkSources)

  private static let iamPolicyChangesEvents = [
    "DeleteGroupPolicy", "DeleteRolePolicy", "DeleteUserPolicy", "PutGroupPolicy", "PutRolePolicy",
    "PutUserPolicy", "CreatePolicy", "DeletePolicy", "CreatePolicyVersion", "DeletePolicyVersion",
    "AttachRolePolicy", "DetachRolePolicy", "AttachUserPolicy", "DetachUserPolicy", "AttachGroupPolicy",
    "DetachGroupPolicy",
  ]
}
