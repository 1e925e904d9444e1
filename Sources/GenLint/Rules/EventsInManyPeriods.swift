internal import Diagnostics

/// An alarm on rare events that rings only when they come in many periods.
struct EventsInManyPeriods: ChainRule {
  /// The most periods that nobody is asked about: an alarm on noisy events may well wait for some.
  private static let most = 10.0

  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.alarms.compactMap { alarm in
      guard let wanted = alarm.datapoints ?? alarm.evaluationPeriods, let periods = wanted.number,
        periods > Self.most, alarm.comparison?.known?.hasPrefix("GreaterThan") == true,
        alarm.missingData?.known != "breaching"
      else { return nil }
      let filters = chain.filters(of: alarm)
      guard !filters.isEmpty, filters.allSatisfy(\.watchesSomeEvents) else { return nil }
      return .rarely(wanted)
    }
  }
}

extension Diagnostic {
  fileprivate static func rarely(_ wanted: ChainValue) -> Diagnostic {
    Diagnostic(
      .warning, .eventsInManyPeriods,
      "the alarm fires only when events come in \(wanted.shown) periods", at: wanted.range,
      hint: "set the datapoints to alarm to 1")
  }
}
