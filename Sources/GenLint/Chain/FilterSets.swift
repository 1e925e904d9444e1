/// The filters behind metrics, each set gathered once for all rules and all alarms that ask.
final class FilterSets {
  private var known: [Set<String>: [MonitoringChain.Filter]] = [:]

  /// The filters that publish one of some metrics; `gather` tells them the first time.
  func filters(_ metrics: Set<String>, _ gather: () -> [MonitoringChain.Filter]) -> [MonitoringChain.Filter] {
    if let filters = known[metrics] { return filters }
    let filters = gather()
    known[metrics] = filters
    return filters
  }
}
