/// Names one resource of a graph: what it is for, and of what kind.
public struct ResourceID: Hashable, Sendable {
  /// What it is for, such as `OrgsChanges` or `Trail`. Unique among the resources of one kind.
  public let role: Identifier
  /// Its kind.
  public let kind: Resource.Kind

  /// Makes an id.
  public init(_ role: Identifier, _ kind: Resource.Kind) {
    self.role = role
    self.kind = kind
  }
}

/// A reference to a resource that must be of one kind; the compiler refuses a trail where a topic is wanted.
public struct Reference<Target: ResourceBody>: Hashable, Sendable {
  /// The resource meant.
  public let id: ResourceID

  /// Refers to the resource of this kind with this role.
  public init(_ role: Identifier) { id = ResourceID(role, Target.kind) }

  /// The resource's ARN.
  public var arn: Value { .attribute(.arn, of: id) }
  /// The resource's name.
  public var name: Value { .attribute(.name, of: id) }
}

/// What a resource of one kind holds.
public protocol ResourceBody: Hashable, Sendable {
  /// The kind.
  static var kind: Resource.Kind { get }
  /// What it is for; with the kind, its identity.
  var role: Identifier { get }
}

extension ResourceBody {
  /// Its identity in the graph.
  public var id: ResourceID { ResourceID(role, Self.kind) }
  /// A typed reference to it.
  public var reference: Reference<Self> { Reference(role) }
}
