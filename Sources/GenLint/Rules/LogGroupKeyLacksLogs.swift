internal import Diagnostics

/// A log group's key that does not let CloudWatch Logs use it.
struct LogGroupKeyLacksLogs: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.logGroups.compactMap { owner in
      guard let value = owner.key, let key = chain.key(value) else { return nil }
      // A key without a policy is left alone unless the log group belongs to the chain.
      guard let policy = key.policy else { return chain.isWatched(owner) ? .locked(value, key) : nil }
      let answers = ["kms:Decrypt", "kms:GenerateDataKey*"].map { policy.allows("logs.amazonaws.com", $0) }
      return answers.contains(.no) ? .locked(value, key) : nil
    }
  }
}

extension Diagnostic {
  fileprivate static func locked(_ value: ChainValue, _ key: MonitoringChain.Key) -> Diagnostic {
    Diagnostic(
      .error, .logGroupKeyLacksLogs,
      "the key does not let CloudWatch Logs use it, so the log group cannot be encrypted with it",
      at: key.policy?.range ?? key.resource.key, notes: [Note("the key is used here", at: value.range)])
  }
}
