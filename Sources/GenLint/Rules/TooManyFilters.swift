internal import Diagnostics

/// More filters on a log group than it takes.
struct TooManyFilters: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    var counts: [String: (all: Int, regexes: Int)] = [:]
    var found: [Diagnostic] = []
    var names: Set<String> = []
    for filter in chain.filters {
      guard let group = filter.logGroup else { continue }
      // A script that puts a filter again, perhaps in another branch, does not make one more.
      if let name = filter.name?.known, !names.insert(group.text + "\n" + name).inserted { continue }
      var count = counts[group.text] ?? (0, 0)
      count.all += 1
      if filter.hasRegex { count.regexes += 1 }
      if count.all == 101 { found.append(.tooMany(filter, .tooManyFilters, "100 metric filters")) }
      if count.regexes == 6, filter.hasRegex {
        found.append(.tooMany(filter, .tooManyRegexFilters, "5 filters with regular expressions"))
      }
      counts[group.text] = count
    }
    return found
  }
}

extension Diagnostic {
  fileprivate static func tooMany(_ filter: MonitoringChain.Filter, _ code: DiagnosticCode, _ what: String)
    -> Diagnostic
  {
    Diagnostic(.error, code, "a log group takes \(what)", at: filter.resource.key)
  }
}
