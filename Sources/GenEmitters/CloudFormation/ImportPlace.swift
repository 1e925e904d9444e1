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
  ///
  /// Source: https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
  var partition: String? {
    region.map { region in
      let prefixes = [
        ("cn-", "aws-cn"), ("us-gov-", "aws-us-gov"), ("us-iso-", "aws-iso"), ("us-isob-", "aws-iso-b"),
      ]
      return prefixes.first { region.hasPrefix($0.0) }?.1 ?? "aws"
    }
  }
}
