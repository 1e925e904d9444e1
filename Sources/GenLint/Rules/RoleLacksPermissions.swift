internal import Diagnostics

/// A trail's role that may not write to the log group.
struct RoleLacksPermissions: ChainRule {
  private static let actions = ["logs:CreateLogStream", "logs:PutLogEvents"]

  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.trails.compactMap { trail in
      guard let value = trail.role, let role = chain.role(value), !role.isOpen,
        !chain.isHandedOn(role.resource)
      else { return nil }
      let missing = Self.actions.filter { action in role.policies.allSatisfy { $0.grants(action) == .no } }
      if !missing.isEmpty { return .lacking(role, missing) }
      guard let group = trail.logGroup else { return nil }
      for action in Self.actions {
        let allowing = role.policies.map { $0.allowing(action: action) }
        guard !allowing.contains(where: { $0 == nil }) else { continue }
        let resources = allowing.flatMap { $0 ?? [] }.flatMap(\.resources)
        guard let other = resources.first, !resources.contains(where: { chain.covers($0, streamsOf: group) })
        else { continue }
        return .elsewhere(other, action, group)
      }
      return nil
    }
  }
}

extension Diagnostic {
  fileprivate static func lacking(_ role: MonitoringChain.Role, _ actions: [String]) -> Diagnostic {
    Diagnostic(
      .error, .roleLacksPermissions, "the trail's role lacks \(actions.joined(separator: " and "))",
      at: role.policies.first?.statements.first?.range ?? role.resource.key)
  }
  fileprivate static func elsewhere(_ resource: ChainValue, _ action: String, _ group: ChainValue)
    -> Diagnostic
  {
    Diagnostic(
      .error, .roleLacksPermissions,
      "the trail's role has \(action) on '\(resource.shown)', which holds no stream of the trail's log group",
      at: resource.range,
      hint: "name the group's streams: arn:PARTITION:logs:REGION:ACCOUNT:log-group:NAME:log-stream:*",
      notes: [Note("the trail writes to this log group", at: group.range)])
  }
}
