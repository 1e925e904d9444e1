internal import Diagnostics

/// An alarm and a filter that name the same namespace and different metrics.
struct MetricNameDiffers: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    var namespaces: [String: MetricNeighbours] = [:]
    return Self.parted(chain)
      + chain.alarmsWithoutFilter.compactMap { alarm in
        guard let name = alarm.metricName, let namespace = alarm.namespace else { return nil }
        // A filter without a name of its own gets one that CloudFormation makes.
        if let filter = chain.filter(name) { return .filterName(name, filter) }
        let key = namespace.all.map(\.text).joined(separator: "\n")
        let known =
          namespaces[key]
          ?? MetricNeighbours(chain.filters.filter { $0.namespace?.agreement(with: namespace) == .same })
        namespaces[key] = known
        let neighbours = known.near(name)
        let differing = neighbours.filter { $0.metricName?.agreement(with: name) == .different }
        // A namespace is not fed by filters alone.
        let isOthers = alarm.dimensionNames != [] || chain.hasOtherPublisher
        if isOthers, !differing.contains(where: { isSlip(of: $0, name) }) { return nil }
        let lost = differing.filter { !chain.isWatched($0) }
        if let near = lost.min(by: { chain.distance($0, alarm) < chain.distance($1, alarm) }) {
          // Another name altogether may be published elsewhere, but for one beside a trail's filter that no alarm watches.
          return isLike(near, name) || near.readsTrail ? .metricName(alarm, name, near) : nil
        }
        // Every filter has its alarm. Beside filters that read a trail, whose metrics nothing else publishes, it is a slip all the same.
        guard !differing.isEmpty, differing.count == neighbours.count, differing.allSatisfy(\.readsTrail)
        else {
          return nil
        }
        let near = differing.first { isSlip(of: $0, name) }
        return near.map { .metricName(alarm, name, $0) } ?? .unpublished(name)
      }
  }

  /// The most filters of a metric whose conditions are held against an alarm's.
  private static let mostFilters = 50

  /// The alarms whose filters are only made where they are not.
  private static func parted(_ chain: MonitoringChain) -> [Diagnostic] {
    chain.alarms.filter { $0.resource.condition != nil && chain.isPublished($0) }.compactMap { alarm in
      let filters = chain.filters(of: alarm)
      guard let name = alarm.metricName, let first = filters.first, filters.count <= mostFilters,
        !filters.contains(where: { chain.mayStandTogether($0.resource, alarm.resource) })
      else { return nil }
      return .parted(name, first.resource)
    }
  }

  /// Whether the name that an alarm watches is a slip of a filter's: not one that differs in its number alone.
  private func isSlip(of filter: MonitoringChain.Filter, _ name: ChainValue) -> Bool {
    func stem(_ text: String) -> [Unicode.Scalar] { text.unicodeScalars.filter { !("0"..."9").contains($0) } }
    let published = filter.metricName?.all.compactMap(\.known) ?? []
    return name.all.contains { name in
      published.contains { other in
        stem(other) != stem(name.text) && Suggestion.isSlip(name.text, of: other)
      }
    }
  }

  /// Whether a filter's metric has almost the name that an alarm watches.
  private func isLike(_ filter: MonitoringChain.Filter, _ name: ChainValue) -> Bool {
    let published = filter.metricName?.all.map(\.text) ?? []
    return name.all.contains { Suggestion.nearest(to: $0.text, among: published) != nil }
  }
}

extension Diagnostic {
  fileprivate static func parted(_ name: ChainValue, _ filter: ChainResource) -> Diagnostic {
    Diagnostic(
      .error, .metricNameDiffers,
      "where this alarm is made, the filter that publishes '\(name.shown)' is not: their conditions exclude each other",
      at: name.range, hint: "give both one condition", notes: [Note("the filter", at: filter.key)])
  }
  fileprivate static func unpublished(_ name: ChainValue) -> Diagnostic {
    Diagnostic(
      .warning, .metricNameDiffers,
      "no filter here publishes the metric '\(name.shown)' that this alarm watches",
      at: name.range, hint: "make sure that something else does")
  }
  fileprivate static func filterName(_ name: ChainValue, _ filter: MonitoringChain.Filter) -> Diagnostic {
    Diagnostic(
      .error, .metricNameDiffers, "a reference to the filter gives the filter's name, not its metric's",
      at: name.range, hint: filter.metricName.map { "write '\($0.shown)'" },
      notes: [Note("the filter publishes this metric", at: filter.metricName?.range)])
  }
  fileprivate static func metricName(
    _ alarm: MonitoringChain.Alarm, _ name: ChainValue, _ filter: MonitoringChain.Filter
  ) -> Diagnostic {
    let published = filter.metricName?.shown ?? ""
    return Diagnostic(
      .error, .metricNameDiffers, "no filter publishes the metric '\(name.shown)' that this alarm watches",
      at: name.range,
      hint: "did you mean '\(published)'?",
      notes: [
        Note(
          "the filter '\(filter.name?.shown ?? filter.resource.id)' publishes '\(published)'",
          at: filter.metricName?.range)
      ])
  }
}
