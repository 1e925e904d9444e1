/// A symmetric KMS key with yearly rotation.
public struct Key: ResourceBody {
  /// The kind.
  public static let kind = Resource.Kind.key
  /// What it encrypts.
  public let role: Identifier
  /// At most 8,192 characters.
  public let description: String
  /// The key's whole policy: who may manage and who may use it.
  public let policy: Policy
  /// Whether it outlives the deployment: what it encrypts is kept, and is unreadable without it.
  public let isKept: Bool
}

/// A name by which people find a key. It goes with the deployment, also where the key is kept, so that another can be made.
public struct KeyAlias: ResourceBody {
  /// The kind.
  public static let kind = Resource.Kind.keyAlias
  /// What the key encrypts.
  public let role: Identifier
  /// Begins with `alias/`.
  public let name: String
  /// The key that it names.
  public let key: Reference<Key>
}
