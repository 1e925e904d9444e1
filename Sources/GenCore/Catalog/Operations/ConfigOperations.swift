extension ServiceOperations {
  /// AWS Config.
  static let config = ServiceOperations(
    service: "config", eventSource: "config.amazonaws.com",
    names: [
      "AssociateResourceTypes", "DeleteAggregationAuthorization", "DeleteConfigRule",
      "DeleteConfigurationAggregator", "DeleteConfigurationRecorder", "DeleteConformancePack",
      "DeleteDeliveryChannel", "DeleteEvaluationResults", "DeleteOrganizationConfigRule",
      "DeleteOrganizationConformancePack", "DeletePendingAggregationRequest",
      "DeleteRemediationConfiguration", "DeleteRemediationExceptions", "DeleteResourceConfig",
      "DeleteRetentionConfiguration", "DeleteServiceLinkedConfigurationRecorder", "DeleteStoredQuery",
      "DeliverConfigSnapshot", "DisassociateResourceTypes", "PutAggregationAuthorization",
      "PutConfigRule", "PutConfigurationAggregator", "PutConfigurationRecorder", "PutConformancePack",
      "PutDeliveryChannel", "PutEvaluations", "PutExternalEvaluation", "PutOrganizationConfigRule",
      "PutOrganizationConformancePack", "PutRemediationConfigurations", "PutRemediationExceptions",
      "PutResourceConfig", "PutRetentionConfiguration", "PutServiceLinkedConfigurationRecorder",
      "PutStoredQuery", "StartConfigRulesEvaluation", "StartConfigurationRecorder",
      "StartRemediationExecution", "StartResourceEvaluation", "StopConfigurationRecorder",
      "TagResource", "UntagResource",
    ])
}
