internal import Diagnostics

/// A metric filter on a log group whose class takes none.
struct FilterOnLogClass: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.logGroups.compactMap { group in
      guard let found = group.logClass, let name = found.known,
        ["INFREQUENT_ACCESS", "DELIVERY"].contains(name),
        let filter = chain.filters.first(where: { filter in
          filter.logGroup.flatMap(chain.logGroup)?.resource.id == group.resource.id
        })
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
