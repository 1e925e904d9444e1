internal import Diagnostics

/// A topic policy that speaks of another topic only.
struct TopicPolicyOfOther: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.topicPolicies.compactMap { policy in
      let targets = policy.topics.compactMap { chain.topic($0) }
      let resources = policy.policy.statements.flatMap(\.resources)
      guard targets.count == policy.topics.count, !targets.isEmpty, !resources.isEmpty, !policy.policy.isOpen
      else { return nil }
      let others = resources.filter { resource in
        targets.allSatisfy { MonitoringChain.refers(resource, to: $0.resource, $0.name) == .different }
          && (chain.topic(resource) != nil
            || resource.known.map { !$0.utf8.contains(UInt8(ascii: "*")) } ?? false)
      }
      return others.count == resources.count ? .other(others[0]) : nil
    }
  }
}

extension Diagnostic {
  fileprivate static func other(_ resource: ChainValue) -> Diagnostic {
    Diagnostic(
      .error, .topicPolicyOfOther,
      "the policy names '\(resource.shown)', which is not the topic that it is attached to",
      at: resource.range)
  }
}
