internal import Diagnostics

/// A topic whose policy does not let in another sender than alarms: a rule of EventBridge, a trail, a budget, a bucket.
struct TopicLacksSender: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    var left = Admission.mostComparisons
    return chain.deliveries.compactMap { delivery in
      guard left > 0 else { return nil }
      guard !delivery.isDeadLetter, let topic = chain.topic(delivery.target),
        chain.mayStandTogether(delivery.sender.resource, topic.resource)
      else { return nil }
      let policies = chain.policies(of: topic).filter {
        chain.mayStandTogether($0.resource, delivery.sender.resource)
      }
      left -= policies.reduce(1) { $0 + $1.policy.statements.count }
      guard let first = policies.first else {
        guard !chain.places.topicPolicies.mayBe(of: topic.resource) else { return nil }
        return chain.severity(ofLack: topic.resource).map { .unprotected(delivery, topic, $0) }
      }
      // That the policy is for another topic is said of the policy.
      let admission = Admission(
        delivery.sender, doing: "sns:Publish", under: policies.map(\.policy), in: chain
      ) { _ in false }
      let place =
        first.policy.statements.first { PolicyDocument.covers($0.actions, "sns:Publish") }?.range
        ?? first.resource.key
      return .shutOut(admission, delivery, .topicLacksSender, "topic", "sns:Publish", at: place)
    }
  }
}

extension Diagnostic {
  fileprivate static func unprotected(
    _ delivery: Delivery, _ topic: MonitoringChain.Topic, _ severity: Severity
  ) -> Diagnostic {
    let service = delivery.sender.service
    return Diagnostic(
      severity, .topicLacksSender,
      "the topic has no policy here that lets \(service) publish, and the default one does not",
      at: topic.resource.key, hint: "allow sns:Publish for the service principal \(service)",
      notes: [.sending(delivery)])
  }
}
