extension ServiceOperations {
  /// IAM Identity Center, whose API is `sso-admin`.
  static let identityCenter = ServiceOperations(
    service: "sso-admin", eventSource: "sso.amazonaws.com",
    names: [
      "AddRegion", "AttachCustomerManagedPolicyReferenceToPermissionSet",
      "AttachManagedPolicyToPermissionSet", "CreateAccountAssignment", "CreateApplication",
      "CreateApplicationAssignment", "CreateInstance",
      "CreateInstanceAccessControlAttributeConfiguration", "CreatePermissionSet",
      "CreateTrustedTokenIssuer", "DeleteAccountAssignment", "DeleteApplication",
      "DeleteApplicationAccessScope", "DeleteApplicationAssignment",
      "DeleteApplicationAuthenticationMethod", "DeleteApplicationGrant",
      "DeleteInlinePolicyFromPermissionSet", "DeleteInstance",
      "DeleteInstanceAccessControlAttributeConfiguration", "DeletePermissionSet",
      "DeletePermissionsBoundaryFromPermissionSet", "DeleteTrustedTokenIssuer",
      "DetachCustomerManagedPolicyReferenceFromPermissionSet", "DetachManagedPolicyFromPermissionSet",
      "ProvisionPermissionSet", "PutApplicationAccessScope", "PutApplicationAssignmentConfiguration",
      "PutApplicationAuthenticationMethod", "PutApplicationGrant",
      "PutApplicationSessionConfiguration", "PutInlinePolicyToPermissionSet",
      "PutPermissionsBoundaryToPermissionSet", "RemoveRegion", "TagResource", "UntagResource",
      "UpdateApplication", "UpdateInstance", "UpdateInstanceAccessControlAttributeConfiguration",
      "UpdatePermissionSet", "UpdateTrustedTokenIssuer",
    ])
}
