extension ServiceOperations {
  /// AWS Security Hub.
  static let securityHub = ServiceOperations(
    service: "securityhub", eventSource: "securityhub.amazonaws.com",
    names: [
      "AcceptAdministratorInvitation", "AcceptInvitation", "BatchDeleteAutomationRules",
      "BatchDisableStandards", "BatchEnableStandards", "BatchImportFindings",
      "BatchUpdateAutomationRules", "BatchUpdateFindings", "BatchUpdateFindingsV2",
      "BatchUpdateStandardsControlAssociations", "CreateActionTarget", "CreateAggregatorV2",
      "CreateAutomationRule", "CreateAutomationRuleV2", "CreateConfigurationPolicy",
      "CreateConnectorV2", "CreateFindingAggregator", "CreateInsight", "CreateMembers",
      "CreateTicketV2", "DeclineInvitations", "DeleteActionTarget", "DeleteAggregatorV2",
      "DeleteAutomationRuleV2", "DeleteConfigurationPolicy", "DeleteConnectorV2",
      "DeleteFindingAggregator", "DeleteInsight", "DeleteInvitations", "DeleteMembers",
      "DisableImportFindingsForProduct", "DisableOrganizationAdminAccount", "DisableSecurityHub",
      "DisableSecurityHubV2", "DisassociateFromAdministratorAccount", "DisassociateFromMasterAccount",
      "DisassociateMembers", "EnableImportFindingsForProduct", "EnableOrganizationAdminAccount",
      "EnableSecurityHub", "EnableSecurityHubV2", "GenerateRecommendedPolicyV2", "InviteMembers",
      "RegisterConnectorV2", "StartConfigurationPolicyAssociation",
      "StartConfigurationPolicyDisassociation", "TagResource", "UntagResource", "UpdateActionTarget",
      "UpdateAggregatorV2", "UpdateAutomationRuleV2", "UpdateConfigurationPolicy",
      "UpdateConnectorV2", "UpdateFindingAggregator", "UpdateFindings", "UpdateInsight",
      "UpdateOrganizationConfiguration", "UpdateSecurityControl", "UpdateSecurityHubConfiguration",
      "UpdateStandardsControl",
    ])
}
