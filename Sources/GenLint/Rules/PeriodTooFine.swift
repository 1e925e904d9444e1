internal import Diagnostics

/// An alarm that looks more often than its filter publishes.
struct PeriodTooFine: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.alarms.compactMap { alarm in
      guard let period = alarm.period, let seconds = period.number, [10, 20, 30].contains(seconds),
        chain.isPublished(alarm)
      else { return nil }
      return .tooFine(period)
    }
  }
}

extension Diagnostic {
  fileprivate static func tooFine(_ period: ChainValue) -> Diagnostic {
    Diagnostic(
      .warning, .periodTooFine,
      "a filter publishes once a minute, so most periods of \(period.shown) seconds have no data",
      at: period.range,
      hint: "use 60 or a multiple of it")
  }
}
