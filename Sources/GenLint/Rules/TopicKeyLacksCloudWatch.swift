internal import Diagnostics

/// A topic's key that does not let CloudWatch, or another service that publishes to the topic, use it.
struct TopicKeyLacksCloudWatch: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    let told = chain.alarmTopics.map(\.topic).compactMap {
      Self.finding($0, "cloudwatch.amazonaws.com", "alarm", chain)
    }
    return told
      + chain.topicsOfOthers.compactMap { topic, sender in
        Self.finding(topic, sender.service, sender.kind.word, chain)
      }
  }

  private static func finding(
    _ owner: MonitoringChain.Topic, _ service: String, _ sender: String, _ chain: MonitoringChain
  ) -> Diagnostic? {
    guard let value = owner.key, let key = chain.key(value) else { return nil }
    guard let policy = key.policy else { return .locked(value, key, service, sender) }
    let answers = ["kms:Decrypt", "kms:GenerateDataKey*"].map { policy.allows(service, $0) }
    return answers.contains(.no) ? .locked(value, key, service, sender) : nil
  }
}

extension Diagnostic {
  fileprivate static func locked(
    _ value: ChainValue, _ key: MonitoringChain.Key, _ service: String, _ sender: String
  ) -> Diagnostic {
    Diagnostic(
      .error, .topicKeyLacksCloudWatch,
      "the key does not let \(service) use it, so no \(sender) can publish to the topic",
      at: key.policy?.range ?? key.resource.key, notes: [Note("the key is used here", at: value.range)])
  }
}
