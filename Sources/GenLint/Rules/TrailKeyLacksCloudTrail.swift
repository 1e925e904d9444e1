internal import Diagnostics

/// A trail's key that does not let CloudTrail use it.
///
/// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
struct TrailKeyLacksCloudTrail: ChainRule {
  private static let service = "cloudtrail.amazonaws.com"

  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.trails.compactMap { owner in
      guard let value = owner.key, let key = chain.key(value) else { return nil }
      guard let policy = key.policy else { return .locked(value, key) }
      let action = "kms:GenerateDataKey*"
      if policy.allows(Self.service, action) == .no { return .locked(value, key) }
      guard !policy.isOpen, !policy.statements.contains(where: \.isOpen) else { return nil }
      let statements = policy.allowing(Self.service).filter { PolicyDocument.covers($0.actions, action) }
      let shut = statements.compactMap { statement in
        statement.conditions.first { TrailRequest.isShutOut(owner, by: $0) }
      }
      guard !statements.isEmpty, shut.count == statements.count else { return nil }
      return shut[0].values.first.map { .otherContext(shut[0], $0, owner) }
    }
  }
}

extension Diagnostic {
  fileprivate static func otherContext(
    _ condition: PolicyDocument.Condition, _ value: ChainValue, _ trail: MonitoringChain.Trail
  ) -> Diagnostic {
    let isWide = condition.test.lowercased().hasPrefix("stringequals") && value.hasAsterisk
    return Diagnostic(
      .error, .trailKeyLacksCloudTrail,
      "the condition on '\(condition.key)' does not hold for this trail, so it cannot be made with the key",
      at: value.range,
      hint: isWide
        ? "compare by StringLike: StringEquals takes '*' as it stands"
        : "compare kms:EncryptionContext:aws:cloudtrail:arn with arn:PARTITION:cloudtrail:*:ACCOUNT:trail/*",
      notes: [Note("the trail", at: trail.resource.key)])
  }
  fileprivate static func locked(_ value: ChainValue, _ key: MonitoringChain.Key) -> Diagnostic {
    Diagnostic(
      .error, .trailKeyLacksCloudTrail,
      "the key does not let cloudtrail.amazonaws.com use it, so the trail cannot be made",
      at: key.policy?.range ?? key.resource.key, notes: [Note("the key is used here", at: value.range)])
  }
}
