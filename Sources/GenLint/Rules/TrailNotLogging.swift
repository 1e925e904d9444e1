internal import Diagnostics

/// A trail that does not record.
struct TrailNotLogging: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.watchedTrails.compactMap { trail in
      guard let logging = trail.isLogging else { return chain.isSequential ? .notStarted(trail) : nil }
      return logging.boolean == false ? .stopped(logging) : nil
    }
  }
}

extension Diagnostic {
  fileprivate static func notStarted(_ trail: MonitoringChain.Trail) -> Diagnostic {
    Diagnostic(
      .warning, .trailNotLogging, "nothing starts the trail", at: trail.resource.key,
      hint: "run 'aws cloudtrail start-logging' after create-trail")
  }
  fileprivate static func stopped(_ logging: ChainValue) -> Diagnostic {
    Diagnostic(.error, .trailNotLogging, "the trail is switched off", at: logging.range)
  }
}
