internal import Diagnostics

/// An alarm whose actions are switched off.
struct ActionsDisabled: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.alarms.compactMap { alarm in
      guard let enabled = alarm.actionsEnabled, enabled.boolean == false, !chain.filters(of: alarm).isEmpty
      else { return nil }
      return .disabled(enabled)
    }
  }
}

extension Diagnostic {
  fileprivate static func disabled(_ enabled: ChainValue) -> Diagnostic {
    Diagnostic(
      .warning, .actionsDisabled, "the alarm's actions are switched off: nobody is told", at: enabled.range)
  }
}
