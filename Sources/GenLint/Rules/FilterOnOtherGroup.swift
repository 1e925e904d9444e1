internal import Diagnostics

/// A filter on CloudTrail's events that watches another log group than the trail fills.
struct FilterOnOtherGroup: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    guard chain.hasOneTrail else { return [] }
    let filled = chain.trails.compactMap(\.logGroup)
    return chain.filters.compactMap { filter in
      guard filter.readsTrail, let group = filter.logGroup else { return nil }
      // The log groups of services, where no trail writes.
      let name = (chain.logGroup(group)?.name ?? group).text
      guard !["/aws/", "/ecs/"].contains(where: name.hasPrefix) || name.hasPrefix("/aws/cloudtrail") else {
        return nil
      }
      return filled.first { chain.sameLogGroup(group, $0) == .different }.map { .otherGroup(group, $0) }
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
