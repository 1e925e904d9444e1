import GenCore

/// The logical ids of a template: letters and digits, unique over the kinds by their endings.
enum CloudFormationNames {
  /// The logical id of a resource, such as `OrgsChangesFilter`.
  static func logicalID(_ id: ResourceID) -> String { id.role.pascalCase + ending(id.kind) }

  /// Says whether the storage that an earlier deployment kept is to be used.
  static let storageExists = "StorageExists"
  /// The Region in which a StackSet makes everything.
  static let homeRegion = "HomeRegion"
  /// True in that Region.
  static let isHomeRegion = "IsHomeRegion"
  /// True when the stack makes its own storage.
  static let makesStorage = "MakesStorage"

  private static func ending(_ kind: Resource.Kind) -> String {
    switch kind {
    case .key: "Key"
    case .keyAlias: "KeyAlias"
    case .logGroup: "LogGroup"
    case .bucket: "Bucket"
    case .bucketPolicy: "BucketPolicy"
    case .role: "Role"
    case .rolePolicy: "RolePolicy"
    case .trail: ""
    case .metricFilter: "Filter"
    case .topic: "Topic"
    case .topicPolicy: "TopicPolicy"
    case .subscription: "Subscription"
    case .alarm: "Alarm"
    }
  }
}
