/// What a condition of a policy sees when CloudTrail writes for a trail.
///
/// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
enum TrailRequest {
  /// Whether a condition does not hold for a trail, for certain.
  static func isShutOut(_ trail: MonitoringChain.Trail, by condition: PolicyDocument.Condition) -> Bool {
    guard condition.comparesTexts else { return false }
    let test = condition.test.lowercased()
    switch condition.key.lowercased() {
    case "s3:x-amz-acl":
      return condition.values.allSatisfy { value in
        value.known.map { !PolicyDocument.wildcard($0, "bucket-owner-full-control") } ?? false
      }
    // A key that the context of CloudTrail's encryption does not have.
    case "kms:encryptioncontext:aws:logs:arn": return !test.hasSuffix("ifexists")
    case "aws:sourcearn", "kms:encryptioncontext:aws:cloudtrail:arn":
      return condition.values.allSatisfy { isOther($0, trail, isLiteral: test.hasPrefix("stringequals")) }
    default: return false
    }
  }

  private static func isOther(_ value: ChainValue, _ trail: MonitoringChain.Trail, isLiteral: Bool) -> Bool {
    if isLiteral, value.alternatives.isEmpty, value.hasAsterisk { return true }
    return value.all.allSatisfy { candidate in
      let fields = ARNText.fields(of: candidate.text)
      guard fields.count == 6 else { return false }
      if !PolicyDocument.wildcard(ChainValue.pattern(of: fields[2]), "cloudtrail") { return true }
      let pattern = ChainValue.pattern(of: fields[5])
      guard let names = trail.name?.all, names.allSatisfy({ $0.known != nil }) else { return false }
      return names.allSatisfy { !PolicyDocument.wildcard(pattern, "trail/\($0.text)") }
    }
  }
}
