internal import Diagnostics

/// A statistic under which many matching events look like few.
///
/// A threshold below what one event publishes asks for the share of the events that match, and may well be meant.
struct AveragedCount: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.alarms.compactMap { alarm in
      guard let statistic = alarm.statistic ?? alarm.extendedStatistic, let name = statistic.known,
        ["Average", "Minimum"].contains(name) || isPercentile(name),
        let threshold = alarm.threshold?.number
      else { return nil }
      let filter = chain.filters(of: alarm).first { filter in
        guard let value = filter.value?.number, let other = filter.defaultValue?.number else { return false }
        return other < threshold && (threshold >= value || name == "Minimum")
      }
      return filter.map { .averaged(statistic, $0) }
    }
  }

  /// Whether a statistic looks at a part of the values and so past the few that match: `p90`, `tm99`, not `p100`.
  private func isPercentile(_ name: String) -> Bool {
    let lower = name.lowercased()
    guard lower.hasPrefix("p") || lower.hasPrefix("tm") || lower == "iqm" else { return false }
    return lower == "iqm" || Double(lower.drop { "ptm".contains($0) }).map { $0 < 100 } ?? false
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
