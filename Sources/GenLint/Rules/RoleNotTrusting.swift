internal import Diagnostics

/// A trail's role that CloudTrail may not assume.
struct RoleNotTrusting: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.trails.compactMap { trail in
      guard let value = trail.role, let role = chain.role(value), let trust = role.trust,
        trust.allows("cloudtrail.amazonaws.com", "sts:AssumeRole") == .no
      else { return nil }
      return .untrusted(trust, role)
    }
  }
}

extension Diagnostic {
  fileprivate static func untrusted(_ trust: PolicyDocument, _ role: MonitoringChain.Role) -> Diagnostic {
    Diagnostic(
      .error, .roleNotTrusting, "the trail's role does not let cloudtrail.amazonaws.com assume it",
      at: trust.statements.first?.range ?? role.resource.key)
  }
}
