internal import Diagnostics

/// A trail without the events of global services.
struct TrailWithoutGlobalEvents: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.watchedTrails.compactMap { trail in
      guard let events = trail.globalEvents, events.boolean == false else { return nil }
      return .noGlobalEvents(events)
    }
  }
}

extension Diagnostic {
  fileprivate static func noGlobalEvents(_ events: ChainValue) -> Diagnostic {
    Diagnostic(
      .warning, .trailWithoutGlobalEvents,
      "the trail leaves out the events of IAM, STS and other global services", at: events.range)
  }
}
