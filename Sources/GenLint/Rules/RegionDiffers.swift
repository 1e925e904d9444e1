internal import Diagnostics

/// A filter, an alarm and a topic in different Regions.
struct RegionDiffers: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.alarms.flatMap { alarm -> [Diagnostic] in
      guard let region = alarm.resource.region, let own = region.known else { return [] }
      var found: [Diagnostic] = []
      let others = chain.filters(of: alarm).map { $0.resource.region?.known }
      if let other = others.first ?? nil, others.allSatisfy({ $0 != nil && $0 != own }) {
        found.append(.metricElsewhere(region, other))
      }
      for action in alarm.actions.flatMap(\.values) {
        if let there = self.region(of: action, chain), there != own {
          found.append(.topicElsewhere(action, there, own))
        }
      }
      return found
    }
  }

  /// The Region of an action: its topic's, or the one in its ARN.
  private func region(of action: ChainValue, _ chain: MonitoringChain) -> String? {
    if let topic = chain.topic(action) { return topic.resource.region?.known }
    let fields = ARNText.fields(of: action.text)
    guard action.alternatives.isEmpty, fields.count == 6, fields[2] == "sns", ShellText.isKnown(fields[3])
    else {
      return nil
    }
    return fields[3]
  }
}

extension Diagnostic {
  fileprivate static func metricElsewhere(_ region: ChainValue, _ other: String) -> Diagnostic {
    Diagnostic(
      .error, .regionDiffers,
      "the alarm is in '\(region.shown)', and the filter publishes its metric in '\(other)'",
      at: region.range,
      hint: "make the alarm where the log group is")
  }
  fileprivate static func topicElsewhere(_ action: ChainValue, _ there: String, _ own: String) -> Diagnostic {
    Diagnostic(
      .error, .regionDiffers, "an alarm in '\(own)' cannot publish to a topic in '\(there)'",
      at: action.range, hint: "use a topic of the alarm's Region")
  }
}
