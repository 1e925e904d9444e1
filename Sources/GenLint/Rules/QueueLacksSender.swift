internal import Diagnostics

/// A queue whose policy does not let in what is sent to it.
struct QueueLacksSender: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    var left = Admission.mostComparisons
    return chain.deliveries.compactMap { delivery in
      guard left > 0 else { return nil }
      guard let queue = chain.neighbours.queue(delivery.target),
        chain.mayStandTogether(delivery.sender.resource, queue.resource)
      else { return nil }
      let policies = chain.neighbours.policies(of: queue).filter {
        chain.mayStandTogether($0.resource, delivery.sender.resource)
      }
      left -= policies.reduce(1) { $0 + $1.policy.statements.count }
      guard let first = policies.first else {
        guard !chain.neighbours.mayHavePolicy(queue) else { return nil }
        return chain.severity(ofLack: queue.resource).map { .unprotected(delivery, queue.resource, $0) }
      }
      let admission = Admission(
        delivery.sender, doing: "sqs:SendMessage", under: policies.map(\.policy), in: chain
      ) { Self.isOther($0, queue, chain) }
      let place = first.policy.statements.first?.range ?? first.resource.key
      return .shutOut(admission, delivery, .queueLacksSender, "queue", "sqs:SendMessage", at: place)
    }
  }

  /// Whether a Resource is another queue than the one that the policy is for, for certain.
  private static func isOther(
    _ resource: ChainValue, _ queue: ChainNeighbours.Queue, _ chain: MonitoringChain
  ) -> Bool {
    if let lead = chain.leadingReference(resource.text) {
      return chain.hasARN(lead.id) && !chain.neighbours.isQueue(lead.id, queue)
    }
    let fields = ARNText.fields(of: resource.text)
    guard fields.count == 6, let names = queue.name?.all, names.allSatisfy({ $0.known != nil }) else {
      return false
    }
    let pattern = ChainValue.pattern(of: fields[5])
    return names.allSatisfy { !PolicyDocument.wildcard(pattern, $0.text) }
  }
}

extension Diagnostic {
  fileprivate static func unprotected(
    _ delivery: Delivery, _ queue: ChainResource, _ severity: Severity
  ) -> Diagnostic {
    let service = delivery.sender.service
    return Diagnostic(
      severity, .queueLacksSender,
      "the queue has no policy here that lets \(service) send to it, so \(delivery.loss)", at: queue.key,
      hint: "allow sqs:SendMessage for the service principal \(service)",
      notes: [.sending(delivery)])
  }
}
