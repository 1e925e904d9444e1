extension ServiceOperations {
  /// AWS Organizations.
  static let organizations = ServiceOperations(
    service: "organizations", eventSource: "organizations.amazonaws.com",
    names: [
      "AcceptHandshake", "AttachPolicy", "CancelHandshake", "CloseAccount", "CreateAccount",
      "CreateGovCloudAccount", "CreateOrganization", "CreateOrganizationalUnit", "CreatePolicy",
      "DeclineHandshake", "DeleteOrganization", "DeleteOrganizationalUnit", "DeletePolicy",
      "DeleteResourcePolicy", "DeregisterDelegatedAdministrator", "DetachPolicy",
      "DisableAWSServiceAccess", "DisablePolicyType", "EnableAWSServiceAccess", "EnableAllFeatures",
      "EnablePolicyType", "InviteAccountToOrganization", "InviteOrganizationToTransferResponsibility",
      "LeaveOrganization", "MoveAccount", "PutResourcePolicy", "RegisterDelegatedAdministrator",
      "RemoveAccountFromOrganization", "TagResource", "TerminateResponsibilityTransfer",
      "UntagResource", "UpdateOrganizationalUnit", "UpdatePolicy", "UpdateResponsibilityTransfer",
    ])
}
