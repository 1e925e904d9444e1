/// The ways of naming a KMS key.
///
/// Source: https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html
enum KeyName {
  /// The ARN of a key: `arn:aws:kms:us-east-1:111122223333:key/1234abcd-…`.
  static func isKeyARN(_ text: String) -> Bool {
    guard let arn = ARN(text), arn.service == "kms", arn.resource.hasPrefix("key/") else { return false }
    return CharacterSets.only("-", in: String(arn.resource.dropFirst(4)), upTo: 128)
  }

  /// An alias, or the ARN of one.
  static func isAlias(_ text: String) -> Bool {
    text.hasPrefix("alias/") || ARN(text)?.resource.hasPrefix("alias/") == true
  }

  /// An alias of a key that AWS manages; its policy cannot be changed. `alias/aws/…` is reserved for them.
  static func isManagedByAWS(_ text: String) -> Bool {
    text.hasPrefix("alias/aws/") || ARN(text)?.resource.hasPrefix("alias/aws/") == true
  }
}
