internal import Diagnostics

/// A topic policy that denies what it or the default allows.
struct TopicPolicyDenies: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.alarmTopics.flatMap { topic, _ in
      chain.policies(of: topic).flatMap { $0.policy.denying("cloudwatch.amazonaws.com", "sns:Publish") }
        .filter { statement in statement.conditions.allSatisfy { ServiceRequest.holds($0) == .yes } }
        .map { .denied($0) }
    }
  }
}

extension Diagnostic {
  fileprivate static func denied(_ statement: PolicyDocument.Statement) -> Diagnostic {
    let key = statement.conditions.first?.key
    return Diagnostic(
      .error, .topicPolicyDenies,
      key.map { "the statement denies CloudWatch too: its calls have no '\($0)'" }
        ?? "the statement denies everybody, CloudWatch too",
      at: statement.range,
      hint: key == nil
        ? "name the principals to deny" : "add the condition Bool aws:PrincipalIsAWSService false")
  }
}
