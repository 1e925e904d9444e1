internal import Diagnostics

/// A topic under the key that AWS manages.
struct ManagedTopicKey: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    let told = chain.alarmTopics.map(\.topic)
    let alarms = told.compactMap { topic in Self.managed(topic).map { Diagnostic.managed($0, "alarms") } }
    let known = Set(told.map(\.resource.id))
    let others = chain.topicsOfOthers.filter { !known.contains($0.topic.resource.id) }
    return alarms
      + others.compactMap { topic, sender in
        Self.managed(topic).map { .managed($0, "a \(sender.kind.word)", sender.service) }
      }
  }

  /// The key of a topic, when it is the one that AWS manages.
  private static func managed(_ topic: MonitoringChain.Topic) -> ChainValue? {
    guard let key = topic.key,
      key.known.map({ $0 == "alias/aws/sns" || $0.hasSuffix(":alias/aws/sns") }) ?? false
        || key.text.hasSuffix("alias/aws/sns")
    else { return nil }
    return key
  }
}

extension Diagnostic {
  fileprivate static func managed(
    _ key: ChainValue, _ senders: String, _ service: String = "cloudwatch.amazonaws.com"
  ) -> Diagnostic {
    Diagnostic(
      .error, .managedTopicKey,
      "\(senders) cannot publish to a topic that is encrypted with the AWS managed key", at: key.range,
      hint: "use a key of your own whose policy lets \(service) use it, or no encryption")
  }
}
