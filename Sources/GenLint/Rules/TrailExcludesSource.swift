internal import Diagnostics
internal import Documents
internal import FilterPattern

/// A trail that leaves out the events of a service that a filter reads.
struct TrailExcludesSource: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.watchedTrails.flatMap { trail -> [Diagnostic] in
      let excluded = excluded(by: trail)
      guard !excluded.isEmpty else { return [] }
      let filters = chain.filters(reading: trail)
      return excluded.compactMap { source in
        guard let name = source.text,
          let reader = filters.first(where: { reads($0, name, chain.readings) })
        else { return nil }
        return .leftOut(source, name, reader)
      }
    }
  }

  private func reads(_ filter: MonitoringChain.Filter, _ source: String, _ readings: PatternReadings) -> Bool
  {
    guard let text = filter.pattern?.known else { return false }
    guard text.contains(ascii: "$.eventSource"), text.contains(ascii: source) else { return false }
    guard case .json(let expression) = readings.reading(of: text).pattern?.syntax else { return true }
    return expression.conditions.contains { condition in
      guard condition.selector.segments == [.key("eventSource")],
        case .compare(.equal, let literal) = condition.test, case .text(let wanted) = literal.value
      else { return false }
      return wanted.text.contains(ascii: source)
    }
  }

  /// The sources that every selector of management events leaves out.
  private func excluded(by trail: MonitoringChain.Trail) -> [Node] {
    let lists: [[Node]]
    if let selectors = trail.selectors {
      lists = (selectors.elements ?? [selectors]).filter {
        $0["IncludeManagementEvents"]?.text?.lowercased() != "false"
      }.map { $0["ExcludeManagementEventSources"]?.elements ?? [] }
    } else if let selectors = trail.advancedSelectors {
      let fields = (selectors.elements ?? [selectors]).map { $0["FieldSelectors"]?.elements ?? [] }
      lists = fields.filter { conditions in
        conditions.contains { condition in
          condition["Field"]?.text == "eventCategory"
            && condition["Equals"]?.elements?.contains { $0.text == "Management" } ?? false
        }
      }.map { conditions in
        conditions.filter { $0["Field"]?.text == "eventSource" }.flatMap { $0["NotEquals"]?.elements ?? [] }
      }
    } else {
      return []
    }
    guard let first = lists.first else { return [] }
    return first.filter { source in
      source.text.map(ShellText.isKnown) ?? false
        && lists.allSatisfy { list in list.contains { $0.text == source.text } }
    }
  }
}

extension Diagnostic {
  fileprivate static func leftOut(_ source: Node, _ name: String, _ filter: MonitoringChain.Filter)
    -> Diagnostic
  {
    Diagnostic(
      .warning, .trailExcludesSource, "the trail leaves out the events of '\(name)', which a filter reads",
      at: source.range, hint: "remove it from the sources that are left out",
      notes: [Note("this filter", at: filter.pattern?.range)])
  }
}
