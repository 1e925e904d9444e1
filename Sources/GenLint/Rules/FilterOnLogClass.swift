internal import Diagnostics

/// A metric filter on a log group whose class takes none.
struct FilterOnLogClass: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    let classes = chain.logGroups.contains { $0.logClass?.known != nil }
    guard classes else { return [] }
    var first: [String: MonitoringChain.Filter] = [:]
    for filter in chain.filters {
      guard let group = filter.logGroup.flatMap(chain.logGroup), first[group.resource.id] == nil else {
        continue
      }
      first[group.resource.id] = filter
    }
    return chain.logGroups.compactMap { group in
      guard let found = group.logClass, let name = found.known,
        ["INFREQUENT_ACCESS", "DELIVERY"].contains(name),
        let filter = first[group.resource.id]
      else { return nil }
      return .takesNone(filter, name, found)
    }
  }
}

extension Diagnostic {
  fileprivate static func takesNone(_ filter: MonitoringChain.Filter, _ name: String, _ found: ChainValue)
    -> Diagnostic
  {
    Diagnostic(
      .error, .filterOnLogClass, "a log group of the class '\(name)' takes no metric filter",
      at: found.range, hint: "make the log group in the class STANDARD",
      notes: [Note("this filter is on it", at: filter.resource.key)])
  }
}
