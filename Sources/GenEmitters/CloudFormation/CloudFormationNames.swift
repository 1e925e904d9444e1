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

  /// The type of a resource of a kind, such as `AWS::Logs::MetricFilter`.
  static func type(_ kind: Resource.Kind) -> String {
    switch kind {
    case .key: "AWS::KMS::Key"
    case .keyAlias: "AWS::KMS::Alias"
    case .logGroup: "AWS::Logs::LogGroup"
    case .bucket: "AWS::S3::Bucket"
    case .bucketPolicy: "AWS::S3::BucketPolicy"
    case .role: "AWS::IAM::Role"
    case .rolePolicy: "AWS::IAM::RolePolicy"
    case .trail: "AWS::CloudTrail::Trail"
    case .metricFilter: "AWS::Logs::MetricFilter"
    case .topic: "AWS::SNS::Topic"
    case .topicPolicy: "AWS::SNS::TopicPolicy"
    case .subscription: "AWS::SNS::Subscription"
    case .alarm: "AWS::CloudWatch::Alarm"
    }
  }

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
