internal import Diagnostics

/// A topic's key that does not let CloudWatch use it.
struct TopicKeyLacksCloudWatch: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.alarmTopics.map(\.topic).compactMap { owner in
      guard let value = owner.key, let key = chain.key(value) else { return nil }
      guard let policy = key.policy else { return .locked(value, key) }
      let answers = ["kms:Decrypt", "kms:GenerateDataKey*"].map {
        policy.allows("cloudwatch.amazonaws.com", $0)
      }
      return answers.contains(.no) ? .locked(value, key) : nil
    }
  }
}

extension Diagnostic {
  fileprivate static func locked(_ value: ChainValue, _ key: MonitoringChain.Key) -> Diagnostic {
    Diagnostic(
      .error, .topicKeyLacksCloudWatch,
      "the key does not let cloudwatch.amazonaws.com use it, so no alarm can publish to the topic",
      at: key.policy?.range ?? key.resource.key, notes: [Note("the key is used here", at: value.range)])
  }
}
