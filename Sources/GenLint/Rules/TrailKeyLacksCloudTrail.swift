internal import Diagnostics

/// A trail's key that does not let CloudTrail use it.
struct TrailKeyLacksCloudTrail: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.trails.compactMap { owner in
      guard let value = owner.key, let key = chain.key(value) else { return nil }
      guard let policy = key.policy else { return .locked(value, key) }
      let answers = ["kms:GenerateDataKey*"].map { policy.allows("cloudtrail.amazonaws.com", $0) }
      return answers.contains(.no) ? .locked(value, key) : nil
    }
  }
}

extension Diagnostic {
  fileprivate static func locked(_ value: ChainValue, _ key: MonitoringChain.Key) -> Diagnostic {
    Diagnostic(
      .error, .trailKeyLacksCloudTrail,
      "the key does not let cloudtrail.amazonaws.com use it, so the trail cannot be made",
      at: key.policy?.range ?? key.resource.key, notes: [Note("the key is used here", at: value.range)])
  }
}
