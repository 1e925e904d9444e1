internal import Diagnostics

/// An alarm whose actions are switched off. One of which a composite alarm speaks needs none of its own.
struct ActionsDisabled: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    guard chain.compositeRules.isEmpty else { return [] }
    return chain.alarms.compactMap { alarm in
      guard let enabled = alarm.actionsEnabled, enabled.boolean == false, chain.isPublished(alarm)
      else { return nil }
      // A parameter or variable that is off by default is a switch for who deploys it.
      return .disabled(enabled, enabled.node == nil ? .note : .warning)
    }
  }
}

extension Diagnostic {
  fileprivate static func disabled(_ enabled: ChainValue, _ severity: Severity) -> Diagnostic {
    Diagnostic(
      severity, .actionsDisabled, "the alarm's actions are switched off: nobody is told", at: enabled.range)
  }
}
