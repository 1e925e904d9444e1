internal import Diagnostics

/// Period times evaluation periods over what the service evaluates.
struct EvaluationTooLong: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.alarms.compactMap { alarm in
      guard let period = alarm.period, let seconds = period.number,
        let periods = alarm.evaluationPeriods?.number
      else { return nil }
      let most = seconds < 3_600 ? 86_400.0 : 604_800.0
      return seconds * periods > most
        ? .tooLong(alarm.evaluationPeriods ?? period, seconds * periods, most) : nil
    }
  }
}

extension Diagnostic {
  fileprivate static func tooLong(_ place: ChainValue, _ found: Double, _ most: Double) -> Diagnostic {
    Diagnostic(
      .error, .evaluationTooLong,
      "period times evaluation periods is \(Int(exactly: found).map(String.init) ?? "\(found)") seconds; at most \(Int(most)) are accepted",
      at: place.range)
  }
}
