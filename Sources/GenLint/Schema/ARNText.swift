/// The form of an Amazon Resource Name.
///
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
enum ARNText {
  /// Whether the text is `arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE` with something in each part that must have it.
  static func isWellFormed(_ text: String) -> Bool {
    guard text.hasPrefix("arn:") else { return false }
    let parts = fields(of: text)
    guard parts.count == 6, !parts[1].isEmpty, !parts[2].isEmpty, !parts[5].isEmpty else {
      return false
    }
    guard parts[1].utf8.starts(with: "aws".utf8) else { return false }
    let account = parts[4]
    let isAccount = account.utf8.count == 12 && account.utf8.allSatisfy { (48...57).contains($0) }
    return account.isEmpty || account == "aws" || account == "*" || isAccount
      || account.utf8.starts(with: "aws-".utf8)
      || account == "cloudfront" || account == "third-party" || account == "aws-marketplace"
  }

  /// Whether the text is an ARN with a word in the place of the account's digits, as documents have it for the reader to fill in:
  /// `ACCOUNT_ID`, `xxxxxxxxxxxx`.
  static func isToFillIn(_ text: String) -> Bool {
    guard text.hasPrefix("arn:") else { return false }
    let parts = fields(of: text)
    guard parts.count == 6, !isWellFormed(text) else { return false }
    return parts[4].utf8.contains { (65...90).contains($0) || (97...122).contains($0) }
  }

  /// The six fields of an ARN; the last one keeps its colons. Fewer when the text is not an ARN. A colon inside an unknown part
  /// is none of the ARN's.
  static func fields(of text: String) -> [String] {
    var fields = [String.UnicodeScalarView()]
    var level = 0
    for scalar in text.unicodeScalars {
      if scalar == ShellText.open { level += 1 }
      if scalar == ShellText.close { level -= 1 }
      if scalar == ":", level == 0, fields.count < 6 {
        fields.append(String.UnicodeScalarView())
      } else {
        fields[fields.count - 1].append(scalar)
      }
    }
    return fields.map { String($0) }
  }
}
