/// A CloudWatch Logs log group made for a trail. It is kept when the deployment is removed: it holds audit logs.
public struct LogGroup: ResourceBody {
  /// Its kind.
  public static let kind = Resource.Kind.logGroup
  /// What it is for.
  public let role: Identifier
  /// The name, at most 512 characters.
  public let name: Value
  /// Days until an event is deleted; one of the numbers that CloudWatch Logs accepts.
  public let retentionDays: Int
  /// The ARN of the key that encrypts it; nil leaves that to CloudWatch Logs.
  public let key: Value?
}

/// An S3 bucket for a trail: private, encrypted with SSE-S3, versioned, owner-enforced. It is kept: it holds audit logs.
public struct Bucket: ResourceBody {
  /// Its kind.
  public static let kind = Resource.Kind.bucket
  /// What it is for.
  public let role: Identifier
  /// Who names it.
  public let name: Name

  /// How a bucket comes by its name, which is global.
  public enum Name: Hashable, Sendable {
    /// The spec's own.
    case fixed(String)
    /// CloudFormation makes one; the other targets use this text, which carries account and Region.
    case unlessGenerated(Value)
  }
}

/// The policy of a bucket.
public struct BucketPolicy: ResourceBody {
  /// Its kind.
  public static let kind = Resource.Kind.bucketPolicy
  /// What it is for.
  public let role: Identifier
  /// The bucket.
  public let bucket: Reference<Bucket>
  /// What it allows.
  public let policy: Policy
}

/// An IAM role that a service assumes. CloudFormation names it, so that two Regions do not collide.
public struct Role: ResourceBody {
  /// Its kind.
  public static let kind = Resource.Kind.role
  /// What it is for.
  public let role: Identifier
  /// The name where the target does not make one, at most 64 characters.
  public let name: Value
  /// What it is, for a person who finds it.
  public let description: String
  /// Who may assume it.
  public let trust: Policy
}

/// A policy inside a role.
public struct RolePolicy: ResourceBody {
  /// Its kind.
  public static let kind = Resource.Kind.rolePolicy
  /// What it is for.
  public let role: Identifier
  /// The role that holds it.
  public let attachedTo: Reference<Role>
  /// Its name.
  public let name: String
  /// What it allows.
  public let policy: Policy
}

/// A multi-Region CloudTrail trail that records management events of both kinds, validates its files, and delivers to a log group.
public struct Trail: ResourceBody {
  /// Its kind.
  public static let kind = Resource.Kind.trail
  /// What it is for.
  public let role: Identifier
  /// Its name.
  public let name: String
  /// Whether it records every account of the organization.
  public let isOrganizationTrail: Bool
  /// The ARN of the key that encrypts its files; nil leaves them to the bucket's own encryption.
  public let key: Value?
  /// The bucket.
  public let bucket: Reference<Bucket>
  /// Must exist before the trail, or CloudTrail refuses the bucket.
  public let bucketPolicy: Reference<BucketPolicy>
  /// Where it delivers to.
  public let logGroup: Reference<LogGroup>
  /// The role that it assumes to deliver.
  public let deliveryRole: Reference<Role>
  /// Must exist before the trail, or CloudTrail refuses the role.
  public let deliveryPolicy: Reference<RolePolicy>
}
