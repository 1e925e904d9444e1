internal import Diagnostics

/// A trail's role that may not write to the log group.
struct RoleLacksPermissions: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.trails.compactMap { trail in
      guard let value = trail.role, let role = chain.role(value), !role.isOpen,
        !chain.isHandedOn(role.resource)
      else { return nil }
      let missing = ["logs:CreateLogStream", "logs:PutLogEvents"].filter { action in
        role.policies.allSatisfy { $0.grants(action) == .no }
      }
      return missing.isEmpty ? nil : .lacking(role, missing)
    }
  }
}

extension Diagnostic {
  fileprivate static func lacking(_ role: MonitoringChain.Role, _ actions: [String]) -> Diagnostic {
    Diagnostic(
      .error, .roleLacksPermissions, "the trail's role lacks \(actions.joined(separator: " and "))",
      at: role.policies.first?.statements.first?.range ?? role.resource.key)
  }
}
