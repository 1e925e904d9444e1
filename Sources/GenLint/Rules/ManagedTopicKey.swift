internal import Diagnostics

/// A topic under the key that AWS manages.
struct ManagedTopicKey: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.alarmTopics.compactMap { topic, _ in
      guard let key = topic.key,
        key.known.map({ $0 == "alias/aws/sns" || $0.hasSuffix(":alias/aws/sns") }) ?? false
          || key.text.hasSuffix("alias/aws/sns")
      else { return nil }
      return .managed(key)
    }
  }
}

extension Diagnostic {
  fileprivate static func managed(_ key: ChainValue) -> Diagnostic {
    Diagnostic(
      .error, .managedTopicKey, "alarms cannot publish to a topic that is encrypted with the AWS managed key",
      at: key.range,
      hint: "use a key of your own whose policy lets cloudwatch.amazonaws.com use it, or no encryption")
  }
}
