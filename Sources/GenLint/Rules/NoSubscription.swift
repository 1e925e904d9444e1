internal import Diagnostics

/// A topic that alarms or rules publish to and nobody is subscribed to.
struct NoSubscription: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    let told = chain.alarmTopics.map(\.topic)
    let known = Set(told.map(\.resource.id))
    let others = chain.topicsOfOthers.filter {
      $0.sender.kind == .rule && !known.contains($0.topic.resource.id)
    }.map(\.topic)
    return (told + others).compactMap { topic in
      let mayHave = chain.places.subscriptions.mayBe(of: topic.resource)
      // Who subscribes somebody here to another topic does not leave it to those who import this one.
      let isExported = chain.subscriptions.isEmpty && chain.exported.contains(topic.resource.id)
      let isHandedOn = isExported || chain.isHandedOn(topic.resource)
      return topic.hasSubscriptions || mayHave || isHandedOn ? nil : .unheard(topic)
    }
  }
}

extension Diagnostic {
  fileprivate static func unheard(_ topic: MonitoringChain.Topic) -> Diagnostic {
    Diagnostic(
      .note, .noSubscription, "nobody is subscribed to this topic here", at: topic.resource.key,
      hint: "add a subscription, or make sure that there is one elsewhere")
  }
}
