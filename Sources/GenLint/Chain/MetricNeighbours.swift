/// The filters that publish into one namespace.
struct MetricNeighbours {
  /// The most filters that an alarm's metric is compared with; of more, those whose names begin alike.
  private static let most = 200

  /// In the order of the file, or by name when they are more than that.
  private let filters: [MonitoringChain.Filter]

  /// Takes the filters of a namespace.
  init(_ filters: [MonitoringChain.Filter]) {
    self.filters =
      filters.count > Self.most ? filters.sorted { Self.name(of: $0) < Self.name(of: $1) } : filters
  }

  private static func name(of filter: MonitoringChain.Filter) -> String { filter.metricName?.text ?? "" }

  /// Those to compare a metric with.
  func near(_ name: ChainValue) -> ArraySlice<MonitoringChain.Filter> {
    guard filters.count > Self.most else { return filters[...] }
    var (low, high) = (0, filters.count)
    while low < high {
      let middle = (low + high) / 2
      if Self.name(of: filters[middle]) < name.text { low = middle + 1 } else { high = middle }
    }
    return filters[max(0, low - Self.most / 2)..<min(filters.count, low + Self.most / 2)]
  }
}
