internal import Diagnostics

/// A filter whose metric no alarm watches, beside others that have alarms.
struct FilterWithoutAlarm: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    guard !chain.alarms.contains(where: \.isExpression) else { return [] }
    let watched = chain.filters.filter { chain.isWatched($0) }
    guard !watched.isEmpty, chain.alarmsWithoutFilter.isEmpty else { return [] }
    return chain.filters.compactMap { filter in
      guard let name = filter.metricName, !chain.isWatched(filter), !chain.mayBeWatched(filter) else {
        return nil
      }
      return .unwatched(name)
    }
  }
}

extension Diagnostic {
  fileprivate static func unwatched(_ name: ChainValue) -> Diagnostic {
    Diagnostic(.note, .filterWithoutAlarm, "no alarm watches the metric '\(name.shown)'", at: name.range)
  }
}
