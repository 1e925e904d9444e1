internal import Diagnostics

/// An alarm that watches a filter's metric in another namespace.
struct NamespaceDiffers: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    guard !chain.alarmsWithoutFilter.isEmpty else { return [] }
    var lost: [String: [Int]] = [:]
    for (index, filter) in chain.filters.enumerated() where !chain.isWatched(filter) {
      for name in Set(filter.metricName?.all.map(\.text) ?? []) { lost[name, default: []].append(index) }
    }
    return chain.alarmsWithoutFilter.compactMap { alarm in
      guard let name = alarm.metricName, let namespace = alarm.namespace else { return nil }
      let namesakes = Set(name.all.flatMap { lost[$0.text] ?? [] }).sorted().lazy.map { chain.filters[$0] }
      let filter = namesakes.first { $0.namespace?.agreement(with: namespace) == .different }
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
