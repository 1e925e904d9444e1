internal import Diagnostics

/// A queue under a key that whoever sends to it cannot use: the one that AWS manages, or one whose policy does not say so.
struct QueueKeyLacksSender: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    var seen: Set<String> = []
    return chain.deliveries.compactMap { delivery in
      let service = delivery.sender.service
      guard let queue = chain.neighbours.queue(delivery.target), let value = queue.key,
        chain.mayStandTogether(delivery.sender.resource, queue.resource),
        seen.insert(queue.resource.id + "\n" + service).inserted
      else { return nil }
      if value.text.hasSuffix("alias/aws/sqs"), value.alternatives.isEmpty {
        return .managed(value, delivery)
      }
      guard let key = chain.key(value) else { return nil }
      guard let policy = key.policy else { return chain.showsAll ? .locked(value, key, delivery) : nil }
      for action in ["kms:Decrypt", "kms:GenerateDataKey*"] {
        let admission = Admission(delivery.sender, doing: action, under: [policy], in: chain) { _ in false }
        switch admission {
        case .open: continue
        case .lacking, .elsewhere: return .locked(value, key, delivery)
        case .shutOut:
          return .shutOut(admission, delivery, .queueKeyLacksSender, "queue", action, at: policy.range)
        }
      }
      return nil
    }
  }
}

extension Diagnostic {
  fileprivate static func managed(_ key: ChainValue, _ delivery: Delivery) -> Diagnostic {
    Diagnostic(
      delivery.isDeadLetter ? .warning : .error, .queueKeyLacksSender,
      "\(delivery.sender.service) cannot use the key that AWS manages, so \(delivery.loss)",
      at: key.range,
      hint:
        "use a key of your own whose policy lets \(delivery.sender.service) use it, or SqsManagedSseEnabled",
      notes: [.sending(delivery)])
  }
  fileprivate static func locked(
    _ value: ChainValue, _ key: MonitoringChain.Key, _ delivery: Delivery
  ) -> Diagnostic {
    Diagnostic(
      delivery.isDeadLetter ? .warning : .error, .queueKeyLacksSender,
      "the key does not let \(delivery.sender.service) use it, so \(delivery.loss)",
      at: key.policy?.range ?? key.resource.key,
      hint: "allow kms:Decrypt and kms:GenerateDataKey* for the service principal \(delivery.sender.service)",
      notes: [Note("the key is used here", at: value.range), .sending(delivery)])
  }
}
