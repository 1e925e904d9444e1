import GenCore

/// Where what is to be imported exists, and what it is called there beyond what the spec says.
public struct ImportPlace: Sendable {
  /// The account, twelve digits; nil when no name needs it.
  public var account: String?
  /// The Region's code; nil when no name needs it.
  public var region: String?
  /// The log group's name; nil is the spec's.
  public var logGroup: String?
  /// Identifiers that replace those that follow from the spec, by logical id. A key has no other.
  public var identifiers: [String: String]

  /// Makes a place.
  public init(
    account: String? = nil, region: String? = nil, logGroup: String? = nil,
    identifiers: [String: String] = [:]
  ) {
    self.account = account
    self.region = region
    self.logGroup = logGroup
    self.identifiers = identifiers
  }

  /// The partition of the Region.
  var partition: String? { region.map(Partition.name(ofRegion:)) }
}
