internal import Diagnostics

/// An alarm that asks for another unit than the filter publishes.
struct UnitDiffers: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.alarms.compactMap { alarm in
      guard let unit = alarm.unit, let wanted = unit.known else { return nil }
      let filters = chain.filters(of: alarm)
      guard !filters.isEmpty, filters.allSatisfy({ published($0).map { $0 != wanted } ?? false }) else {
        return nil
      }
      return .unit(unit, filters[0])
    }
  }

  /// The unit of a filter's metric, nil when it is not known. Without one it is None.
  private func published(_ filter: MonitoringChain.Filter) -> String? {
    guard let unit = filter.unit else { return "None" }
    return unit.known
  }
}

extension Diagnostic {
  fileprivate static func unit(_ unit: ChainValue, _ filter: MonitoringChain.Filter) -> Diagnostic {
    Diagnostic(
      .error, .unitDiffers,
      "the alarm wants the unit '\(unit.shown)', and the filter publishes its metric with '\(filter.unit?.shown ?? "None")'",
      at: unit.range, hint: "leave the unit out of the alarm",
      notes: [Note("published here", at: filter.unit?.range ?? filter.metricName?.range)])
  }
}
