internal import Diagnostics

/// An alarm on one metric without a statistic.
struct StatisticCount: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.alarms.compactMap { alarm in
      guard !alarm.resource.isOpen, alarm.metricName != nil, alarm.resource["Metrics"] == nil,
        alarm.resource["Statistic"] == nil,
        alarm.resource["ExtendedStatistic"] == nil
      else { return nil }
      return .noStatistic(alarm)
    }
  }
}

extension Diagnostic {
  fileprivate static func noStatistic(_ alarm: MonitoringChain.Alarm) -> Diagnostic {
    Diagnostic(
      .error, .statisticCount, "the alarm has no statistic", at: alarm.resource.key,
      hint: "a count of events wants Sum")
  }
}
