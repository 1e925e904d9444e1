extension ServiceOperations {
  /// AWS Account Management.
  static let account = ServiceOperations(
    service: "account", eventSource: "account.amazonaws.com",
    names: [
      "AcceptPrimaryEmailUpdate", "DeleteAlternateContact", "DisableRegion", "EnableRegion",
      "PutAccountName", "PutAlternateContact", "PutContactInformation", "StartPrimaryEmailUpdate",
    ])
}
