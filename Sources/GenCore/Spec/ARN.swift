/// An Amazon Resource Name: `arn:partition:service:region:account:resource`.
struct ARN {
  let partition: String
  let service: String
  let region: String
  let account: String
  let resource: String

  /// Takes it apart; nil when it is none, or has no Region or no account of twelve digits.
  init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 6, parts[0] == "arn", !parts[5].isEmpty else { return nil }
    guard parts[1] == "aws" || parts[1].hasPrefix("aws-"), CharacterSets.only("-", in: parts[1], upTo: 32)
    else { return nil }
    guard CharacterSets.only("-", in: parts[2], upTo: 64), CharacterSets.only("-", in: parts[3], upTo: 32)
    else { return nil }
    guard parts[4].utf8.count == 12, parts[4].utf8.allSatisfy(CharacterSets.isDigit) else { return nil }
    (partition, service, region, account, resource) = (parts[1], parts[2], parts[3], parts[4], parts[5])
  }
}
