internal import Diagnostics

/// A log group's key that does not let CloudWatch Logs use it.
struct LogGroupKeyLacksLogs: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    let watched = chain.logGroups.contains { $0.key != nil } ? chain.watchedGroups : []
    return chain.logGroups.compactMap { owner in
      guard let value = owner.key, let key = chain.key(value) else { return nil }
      // A key without a policy is left alone unless the log group belongs to the chain.
      guard let policy = key.policy else {
        return watched.contains(owner.resource.id) ? .locked(value, key) : nil
      }
      let answers = ["kms:Decrypt", "kms:GenerateDataKey*"].map { policy.allows("logs.amazonaws.com", $0) }
      if answers.contains(.no) { return .locked(value, key) }
      guard !policy.isOpen, !policy.statements.contains(where: \.isOpen) else { return nil }
      let statements = policy.allowing("logs.amazonaws.com").filter {
        PolicyDocument.covers($0.actions, "kms:Decrypt")
      }
      let shut = statements.compactMap { statement in
        statement.conditions.first { isShutOut(owner, by: $0, chain) }
      }
      guard !statements.isEmpty, shut.count == statements.count, let place = shut[0].values.first else {
        return nil
      }
      return .otherContext(shut[0], place, owner)
    }
  }

  /// Whether a condition on the context of the encryption does not hold for a log group, for certain: its ARN without `:*`.
  private func isShutOut(
    _ group: MonitoringChain.LogGroup, by condition: PolicyDocument.Condition, _ chain: MonitoringChain
  ) -> Bool {
    let test = condition.test.lowercased()
    let key = condition.key.lowercased()
    guard condition.comparesTexts, !test.hasSuffix("ifexists"), key.hasPrefix("kms:encryptioncontext:") else {
      return false
    }
    if key == "kms:encryptioncontext:aws:cloudtrail:arn" { return true }
    guard key == "kms:encryptioncontext:aws:logs:arn" else { return false }
    return condition.values.allSatisfy { !chain.covers($0, group: group) }
  }
}

extension Diagnostic {
  fileprivate static func otherContext(
    _ condition: PolicyDocument.Condition, _ value: ChainValue, _ group: MonitoringChain.LogGroup
  ) -> Diagnostic {
    Diagnostic(
      .error, .logGroupKeyLacksLogs,
      "the condition on '\(condition.key)' does not hold for the log group, so it cannot be encrypted with the key",
      at: value.range,
      hint:
        "compare kms:EncryptionContext:aws:logs:arn with arn:PARTITION:logs:REGION:ACCOUNT:log-group:NAME",
      notes: [Note("the log group", at: group.resource.key)])
  }
  fileprivate static func locked(_ value: ChainValue, _ key: MonitoringChain.Key) -> Diagnostic {
    Diagnostic(
      .error, .logGroupKeyLacksLogs,
      "the key does not let CloudWatch Logs use it, so the log group cannot be encrypted with it",
      at: key.policy?.range ?? key.resource.key, notes: [Note("the key is used here", at: value.range)])
  }
}
