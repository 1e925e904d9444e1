internal import Diagnostics

/// An alarm that watches a filter's metric in another namespace.
struct NamespaceDiffers: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.alarmsWithoutFilter.compactMap { alarm in
      guard let name = alarm.metricName, let namespace = alarm.namespace else { return nil }
      let filter = chain.filters.first { filter in
        filter.metricName?.agreement(with: name) == .same
          && filter.namespace?.agreement(with: namespace) == .different
          && !chain.isWatched(filter)
      }
      return filter.map { .namespace(name, namespace, $0) }
    }
  }
}

extension Diagnostic {
  fileprivate static func namespace(
    _ name: ChainValue, _ namespace: ChainValue, _ filter: MonitoringChain.Filter
  ) -> Diagnostic {
    let published = filter.namespace?.shown ?? ""
    return Diagnostic(
      .error, .namespaceDiffers, "no filter publishes '\(name.shown)' in the namespace '\(namespace.shown)'",
      at: namespace.range,
      hint: "did you mean '\(published)'?",
      notes: [Note("the filter publishes it in '\(published)'", at: filter.namespace?.range)])
  }
}
