/// The form of an Amazon Resource Name.
///
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
enum ARNText {
  /// Whether the text is `arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE` with something in each part that must have it.
  static func isWellFormed(_ text: String) -> Bool {
    let parts = fields(of: text)
    guard parts.count == 6, parts[0] == "arn", !parts[1].isEmpty, !parts[2].isEmpty, !parts[5].isEmpty else {
      return false
    }
    guard parts[1].utf8.starts(with: "aws".utf8) else { return false }
    let account = parts[4]
    let isAccount = account.utf8.count == 12 && account.utf8.allSatisfy { (48...57).contains($0) }
    return account.isEmpty || account == "aws" || account == "*" || isAccount
      || account.utf8.starts(with: "aws-".utf8)
      || account == "cloudfront" || account == "third-party" || account == "aws-marketplace"
  }

  /// The six fields of an ARN; the last one keeps its colons. Fewer when the text is not an ARN.
  static func fields(of text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 5, omittingEmptySubsequences: false).map {
      String($0) ?? ""
    }
  }
}
