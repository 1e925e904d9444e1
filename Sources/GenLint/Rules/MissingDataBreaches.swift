internal import Diagnostics

/// An alarm on a count that is in ALARM whenever nothing happens.
struct MissingDataBreaches: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.alarms.compactMap { alarm in
      guard let missing = alarm.missingData, missing.known == "breaching",
        alarm.comparison?.known?.hasPrefix("GreaterThan") == true
      else { return nil }
      let filters = chain.filters(of: alarm)
      guard !filters.isEmpty, filters.allSatisfy({ $0.defaultValue == nil }) else { return nil }
      return .breaching(missing)
    }
  }
}

extension Diagnostic {
  fileprivate static func breaching(_ missing: ChainValue) -> Diagnostic {
    Diagnostic(
      .warning, .missingDataBreaches,
      "a period without a matching event counts as breaching, so the alarm is in ALARM whenever all is well",
      at: missing.range, hint: "use notBreaching")
  }
}
