internal import Diagnostics
internal import Documents

/// A filter with dimensions and an alarm without, or the other way round.
struct DimensionsDiffer: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.alarms.compactMap { alarm in
      let filters = chain.filters(of: alarm)
      guard !filters.isEmpty, filters.allSatisfy({ ($0.dimensions == nil) != (alarm.dimensions == nil) })
      else { return nil }
      return .dimensions(alarm, filters[0])
    }
  }
}

extension Diagnostic {
  fileprivate static func dimensions(_ alarm: MonitoringChain.Alarm, _ filter: MonitoringChain.Filter)
    -> Diagnostic
  {
    if let dimensions = alarm.dimensions {
      return Diagnostic(
        .error, .dimensionsDiffer,
        "the alarm wants dimensions, and the filter publishes the metric without any",
        at: dimensions.range, notes: [Note("published here", at: filter.metricName?.range)])
    }
    return Diagnostic(
      .error, .dimensionsDiffer,
      "the filter publishes the metric with dimensions, and the alarm watches it without any",
      at: alarm.metricName?.range ?? alarm.resource.key,
      notes: [Note("the dimensions", at: filter.dimensions?.range)])
  }
}
