internal import Diagnostics

/// A trail without the events of global services.
struct TrailWithoutGlobalEvents: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    let refused = chain.trails.compactMap { trail -> Diagnostic? in
      guard let events = Self.without(trail), trail.isMultiRegion?.boolean == true else { return nil }
      return .refused(events)
    }
    return refused
      + chain.watchedTrails.compactMap { trail in
        trail.isMultiRegion?.boolean == true ? nil : Self.without(trail).map { .noGlobalEvents($0) }
      }
  }

  /// The argument of a trail that leaves the events out.
  private static func without(_ trail: MonitoringChain.Trail) -> ChainValue? {
    trail.globalEvents.flatMap { $0.boolean == false ? $0 : nil }
  }
}

extension Diagnostic {
  fileprivate static func refused(_ events: ChainValue) -> Diagnostic {
    Diagnostic(
      .error, .trailWithoutGlobalEvents,
      "a trail of all Regions must have the events of IAM, STS and other global services", at: events.range,
      hint: "leave this out, or set it to true")
  }
  fileprivate static func noGlobalEvents(_ events: ChainValue) -> Diagnostic {
    Diagnostic(
      .warning, .trailWithoutGlobalEvents,
      "the trail leaves out the events of IAM, STS and other global services", at: events.range)
  }
}
