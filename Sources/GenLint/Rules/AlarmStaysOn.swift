internal import Diagnostics

/// An alarm that the first event turns on for ever.
struct AlarmStaysOn: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.alarms.compactMap { alarm in
      guard let missing = alarm.missingData, missing.known == "ignore",
        alarm.comparison?.known?.hasPrefix("GreaterThan") == true
      else { return nil }
      let filters = chain.filters(of: alarm)
      guard !filters.isEmpty, filters.allSatisfy({ $0.defaultValue == nil }) else { return nil }
      return .staysOn(missing)
    }
  }
}

extension Diagnostic {
  fileprivate static func staysOn(_ missing: ChainValue) -> Diagnostic {
    Diagnostic(
      .warning, .alarmStaysOn,
      "the alarm keeps its state while nothing matches, so it stays on after the first event and tells nobody of the next",
      at: missing.range, hint: "use notBreaching")
  }
}
