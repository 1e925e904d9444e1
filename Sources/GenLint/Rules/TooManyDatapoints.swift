internal import Diagnostics

/// More datapoints to alarm than evaluation periods.
struct TooManyDatapoints: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.alarms.compactMap { alarm in
      guard let datapoints = alarm.datapoints, let wanted = datapoints.number,
        let periods = alarm.evaluationPeriods?.number,
        wanted > periods
      else { return nil }
      return .datapoints(datapoints, alarm.evaluationPeriods?.shown ?? "")
    }
  }
}

extension Diagnostic {
  fileprivate static func datapoints(_ datapoints: ChainValue, _ periods: String) -> Diagnostic {
    Diagnostic(
      .error, .tooManyDatapoints,
      "\(datapoints.shown) datapoints to alarm out of \(periods) evaluation periods", at: datapoints.range)
  }
}
