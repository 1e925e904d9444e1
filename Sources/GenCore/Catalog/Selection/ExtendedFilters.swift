internal import FilterPattern

extension Selection {
  /// The filters for what the benchmark forgot, without the events that the given patterns see, so that no event
  /// counts twice.
  func extendedFilters(for control: Control, beside patterns: [String]) -> [CatalogFilter] {
    let matchers = patterns.compactMap { Pattern.parse($0).pattern.map(PatternMatcher.init) }
    func isSeen(_ record: String) -> Bool {
      matchers.contains { $0.match(Array(record.utf8)).result != nil }
    }
    var found: [(pattern: String, record: String)] = []
    for group in control.forgotten {
      switch group {
      case .events(let source, let names):
        let unseen = names.filter { !isSeen(SyntheticRecord.json(source: source, name: $0)) }
        for part in EventListPattern.parts(source: source, names: unseen) {
          found.append((part.text, SyntheticRecord.json(source: source, name: part.names[0])))
        }
      case .pattern(let text, let record):
        if !isSeen(record) { found.append((text, record)) }
      }
    }
    return found.enumerated().map { index, part in
      CatalogFilter(
        name: control.metricName + "Extended" + (index == 0 ? "" : "\(index + 1)"), pattern: part.pattern,
        origin: .extended,
        samples: SampleRecords(match: [part.record], noMatch: control.samples.noMatch))
    }
  }
}
