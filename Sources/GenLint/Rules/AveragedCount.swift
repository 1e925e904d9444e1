internal import Diagnostics

/// A statistic under which many matching events look like few.
struct AveragedCount: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.alarms.compactMap { alarm in
      guard let statistic = alarm.statistic, ["Average", "Minimum"].contains(statistic.known),
        let threshold = alarm.threshold?.number
      else { return nil }
      let filter = chain.filters(of: alarm).first { filter in
        filter.value?.number != nil && filter.defaultValue?.number.map { $0 < threshold } ?? false
      }
      return filter.map { .averaged(statistic, $0) }
    }
  }
}

extension Diagnostic {
  fileprivate static func averaged(_ statistic: ChainValue, _ filter: MonitoringChain.Filter) -> Diagnostic {
    Diagnostic(
      .error, .averagedCount, "'\(statistic.shown)' hides the matching events among those that do not match",
      at: statistic.range,
      hint: "use Sum",
      notes: [Note("the filter publishes this for events that do not match", at: filter.defaultValue?.range)])
  }
}
