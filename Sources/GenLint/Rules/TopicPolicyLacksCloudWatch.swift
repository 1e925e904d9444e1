internal import Diagnostics

/// A topic policy that does not let CloudWatch publish.
struct TopicPolicyLacksCloudWatch: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.alarmTopics.compactMap { topic, alarm in
      let policies = chain.policies(of: topic)
      guard !policies.isEmpty,
        policies.allSatisfy({ $0.policy.allows("cloudwatch.amazonaws.com", "sns:Publish") == .no })
      else { return nil }
      return .lacking(policies[0], alarm)
    }
  }
}

extension Diagnostic {
  fileprivate static func lacking(_ policy: MonitoringChain.TopicPolicy, _ alarm: MonitoringChain.Alarm?)
    -> Diagnostic
  {
    Diagnostic(
      .error, .topicPolicyLacksCloudWatch, "the topic's policy does not let cloudwatch.amazonaws.com publish",
      at: policy.policy.statements.first { PolicyDocument.covers($0.actions, "sns:Publish") }?.range
        ?? policy.resource.key,
      hint: "allow sns:Publish for the service principal cloudwatch.amazonaws.com",
      notes: alarm.map { [Note("this alarm publishes to the topic", at: $0.resource.key)] } ?? [])
  }
}
