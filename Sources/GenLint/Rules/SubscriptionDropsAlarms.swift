internal import Diagnostics
internal import Documents

/// Subscriptions whose filter policies let no alarm's message through.
struct SubscriptionDropsAlarms: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.alarmTopics.flatMap { topic, _ -> [Diagnostic] in
      let own = chain.places.subscriptions.of(topic.resource).map { chain.subscriptions[$0] }
      let dropping = own.compactMap { subscription in dropped(subscription) }
      // Another subscription may be the one for alarms.
      guard !topic.hasSubscriptions, dropping.count == own.count else { return [] }
      return dropping.map { .drops($0) }
    }
  }

  /// The filter policy, when it asks for a message attribute: an alarm's message has none.
  private func dropped(_ subscription: MonitoringChain.Subscription) -> Node? {
    guard let policy = subscription.filterPolicy, let entries = policy.entries, !entries.isEmpty,
      subscription.filterScope == nil || subscription.filterScope?.known == "MessageAttributes"
    else { return nil }
    let asks = entries.contains { entry in
      guard let name = entry.key.text, name != "$or", !name.hasPrefix("Fn::"),
        let values = entry.value.elements
      else { return false }
      return !values.contains { $0["exists"]?.text == "false" || Intrinsic($0) != nil }
    }
    return asks ? policy : nil
  }
}

extension Diagnostic {
  fileprivate static func drops(_ policy: Node) -> Diagnostic {
    Diagnostic(
      .warning, .subscriptionDropsAlarms,
      "the subscription's filter policy asks for message attributes; an alarm's message has none, so it is not delivered",
      at: policy.range, hint: "remove the filter policy, or set its scope to MessageBody")
  }
}
