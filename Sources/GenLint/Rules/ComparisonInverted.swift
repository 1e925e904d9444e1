internal import Diagnostics

/// An alarm on events that is on while there are none.
struct ComparisonInverted: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.alarms.compactMap { alarm in
      guard let comparison = alarm.comparison, comparison.known?.hasPrefix("LessThan") == true,
        let threshold = alarm.threshold?.number, threshold >= 0
      else { return nil }
      // Over hours it is meant so: something that should happen did not.
      if alarm.missingData?.known == "breaching", alarm.period?.number ?? 0 >= 3600 { return nil }
      let filters = chain.filters(of: alarm)
      let isOnWithoutEvents =
        alarm.missingData?.known == "breaching"
        || filters.allSatisfy { $0.defaultValue?.number.map { $0 <= threshold } ?? false }
      guard !filters.isEmpty, isOnWithoutEvents, filters.allSatisfy(\.watchesSomeEvents) else { return nil }
      return .inverted(comparison)
    }
  }
}

extension Diagnostic {
  fileprivate static func inverted(_ comparison: ChainValue) -> Diagnostic {
    Diagnostic(
      .warning, .comparisonInverted, "the alarm is on while no event matches and goes off when one does",
      at: comparison.range, hint: "use GreaterThanOrEqualToThreshold")
  }
}
