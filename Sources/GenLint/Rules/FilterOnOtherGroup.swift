internal import Diagnostics

/// A filter on CloudTrail's events that watches another log group than the trail fills.
struct FilterOnOtherGroup: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    guard chain.trails.count == 1, let filled = chain.trails[0].logGroup else { return [] }
    return chain.filters.compactMap { filter in
      guard filter.readsTrail, let group = filter.logGroup, chain.sameLogGroup(group, filled) == .different
      else { return nil }
      return .otherGroup(group, filled)
    }
  }
}

extension Diagnostic {
  fileprivate static func otherGroup(_ group: ChainValue, _ filled: ChainValue) -> Diagnostic {
    Diagnostic(
      .error, .filterOnOtherGroup, "the trail does not fill the log group '\(group.shown)'", at: group.range,
      notes: [Note("it fills this one", at: filled.range)])
  }
}
