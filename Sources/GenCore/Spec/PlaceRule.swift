/// What a text from the command line must look like that names an account, a Region or a log group.
public enum PlaceRule: Sendable {
  case account, region, logGroup

  /// Whether a text fits.
  public func accepts(_ text: String) -> Bool {
    switch self {
    case .account: text.utf8.count == 12 && text.utf8.allSatisfy(CharacterSets.isDigit)
    case .region: TextRequirement.region.accepts(text) && text.utf8.count <= 32
    case .logGroup: TextRequirement.logGroupName.accepts(text)
    }
  }

  /// What is wanted.
  public var wanted: String {
    switch self {
    case .account: "the account's twelve digits"
    case .region: TextRequirement.region.wanted
    case .logGroup: TextRequirement.logGroupName.wanted
    }
  }
}
