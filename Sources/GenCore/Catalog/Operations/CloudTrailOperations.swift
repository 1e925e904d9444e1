extension ServiceOperations {
  /// AWS CloudTrail.
  static let cloudTrail = ServiceOperations(
    service: "cloudtrail", eventSource: "cloudtrail.amazonaws.com",
    names: [
      "AddTags", "CancelQuery", "CreateChannel", "CreateDashboard", "CreateEventDataStore",
      "CreateTrail", "DeleteChannel", "DeleteDashboard", "DeleteEventDataStore",
      "DeleteResourcePolicy", "DeleteTrail", "DeregisterOrganizationDelegatedAdmin",
      "DisableFederation", "EnableFederation", "GenerateQuery", "PutEventConfiguration",
      "PutEventSelectors", "PutInsightSelectors", "PutResourcePolicy",
      "RegisterOrganizationDelegatedAdmin", "RemoveTags", "RestoreEventDataStore",
      "StartDashboardRefresh", "StartEventDataStoreIngestion", "StartImport", "StartLogging",
      "StartQuery", "StopEventDataStoreIngestion", "StopImport", "StopLogging", "UpdateChannel",
      "UpdateDashboard", "UpdateEventDataStore", "UpdateTrail",
    ])
}
