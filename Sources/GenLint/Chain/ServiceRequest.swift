/// What a condition of a policy sees when a service publishes on its own account, as CloudWatch does for an alarm.
///
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
enum ServiceRequest {
  /// Keys that only a caller with credentials, a network address or an organization brings.
  private static let absentKeys: Set<String> = [
    "aws:principalorgid", "aws:principalorgpaths", "aws:principalarn", "aws:principalaccount",
    "aws:principaltype", "aws:userid", "aws:username", "aws:sourcevpc", "aws:sourcevpce", "aws:vpcsourceip",
  ]

  /// Whether the request lacks a condition's key for certain.
  static func lacks(_ key: String) -> Bool {
    let key = key.lowercased()
    return absentKeys.contains(key) || key.hasPrefix("aws:principaltag/")
  }

  /// Whether a condition holds. Only a key that is missing for certain decides; a test that is negated, or that is put off when
  /// the key is missing, then holds, and any other does not.
  static func holds(_ condition: PolicyDocument.Condition) -> PolicyDocument.Answer {
    guard lacks(condition.key) else { return .unknown }
    let test = condition.test.lowercased()
    if test == "null" {
      let values = condition.values.map(\.boolean)
      if values.allSatisfy({ $0 == true }) { return .yes }
      return values.allSatisfy { $0 == false } ? .no : .unknown
    }
    if test.hasPrefix("forallvalues:") { return .yes }
    return test.hasSuffix("ifexists") || test.contains(ascii: "not") ? .yes : .no
  }
}
