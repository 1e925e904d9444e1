extension ServiceOperations {
  /// AWS KMS, without the cryptographic operations: they use a key and change nothing.
  static let kms = ServiceOperations(
    service: "kms", eventSource: "kms.amazonaws.com",
    names: [
      "CancelKeyDeletion", "ConnectCustomKeyStore", "CreateAlias", "CreateCustomKeyStore",
      "CreateGrant", "CreateKey", "DeleteAlias", "DeleteCustomKeyStore", "DeleteImportedKeyMaterial",
      "DisableKey", "DisableKeyRotation", "DisconnectCustomKeyStore", "EnableKey",
      "EnableKeyRotation", "ImportKeyMaterial", "PutKeyPolicy", "ReplicateKey", "RetireGrant",
      "RevokeGrant", "RotateKeyOnDemand", "ScheduleKeyDeletion", "TagResource", "UntagResource",
      "UpdateAlias", "UpdateCustomKeyStore", "UpdateKeyDescription", "UpdatePrimaryRegion",
    ])
}
