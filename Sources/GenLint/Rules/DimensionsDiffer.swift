internal import Diagnostics
internal import Documents

/// A filter with dimensions and an alarm without, or the other way round, or with others. An alarm watches one metric: every dimension
/// that the filter publishes has a value in it.
struct DimensionsDiffer: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.alarms.compactMap { alarm in
      let filters = chain.filters(of: alarm)
      guard !filters.isEmpty, filters.allSatisfy({ differ($0, alarm) }) else { return nil }
      return .dimensions(alarm, filters[0])
    }
  }

  private func differ(_ filter: MonitoringChain.Filter, _ alarm: MonitoringChain.Alarm) -> Bool {
    // What an expression gives, only a deployment knows.
    guard filter.dimensions?.scalar == nil, alarm.dimensions?.scalar == nil else { return false }
    if (filter.dimensions == nil) != (alarm.dimensions == nil) { return true }
    guard let published = filter.dimensionNames, let watched = alarm.dimensionNames else { return false }
    return published != watched
  }
}

extension Diagnostic {
  fileprivate static func dimensions(_ alarm: MonitoringChain.Alarm, _ filter: MonitoringChain.Filter)
    -> Diagnostic
  {
    guard let dimensions = alarm.dimensions else {
      return Diagnostic(
        .error, .dimensionsDiffer,
        "the filter publishes the metric with dimensions, and the alarm watches it without any",
        at: alarm.metricName?.range ?? alarm.resource.key,
        notes: [Note("the dimensions", at: filter.dimensions?.range)])
    }
    guard filter.dimensions != nil else {
      return Diagnostic(
        .error, .dimensionsDiffer,
        "the alarm wants dimensions, and the filter publishes the metric without any",
        at: dimensions.range, notes: [Note("published here", at: filter.metricName?.range)])
    }
    let published = listed(filter.dimensionNames)
    return Diagnostic(
      .error, .dimensionsDiffer,
      "the alarm wants the dimensions \(listed(alarm.dimensionNames)), and the filter publishes the metric by \(published)",
      at: dimensions.range, hint: "give each of \(published) a value, and no other",
      notes: [Note("published here", at: filter.dimensions?.range)])
  }

  private static func listed(_ names: Set<String>?) -> String {
    (names ?? []).sorted().map { "'\($0)'" }.joined(separator: ", ")
  }
}
