internal import Diagnostics

/// A period that the service does not accept.
struct UniformPeriod: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.alarms.compactMap { alarm in
      guard let period = alarm.period, let seconds = period.number else { return nil }
      let fits =
        [10, 20, 30].contains(seconds) || seconds > 0 && seconds.truncatingRemainder(dividingBy: 60) == 0
      return fits ? nil : .period(period, ofFilter: chain.isPublished(alarm))
    }
  }
}

extension Diagnostic {
  fileprivate static func period(_ period: ChainValue, ofFilter: Bool) -> Diagnostic {
    Diagnostic(
      .error, .uniformPeriod, "a period of \(period.shown) seconds is not accepted", at: period.range,
      hint: ofFilter ? "use 60 or a multiple of it" : "use 10, 20, 30 or a multiple of 60")
  }
}
