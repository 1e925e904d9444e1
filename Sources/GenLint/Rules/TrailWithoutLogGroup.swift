internal import Diagnostics

/// A trail that sends its events to no log group, beside filters that read such events.
struct TrailWithoutLogGroup: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.watchedTrails.compactMap { trail in
      if trail.logGroup == nil { return .noLogGroup(trail) }
      return trail.role == nil ? .noRole(trail) : nil
    }
  }
}

extension Diagnostic {
  fileprivate static func noLogGroup(_ trail: MonitoringChain.Trail) -> Diagnostic {
    Diagnostic(
      .warning, .trailWithoutLogGroup, "the trail sends its events to no log group, so the filters see none",
      at: trail.resource.key)
  }
  fileprivate static func noRole(_ trail: MonitoringChain.Trail) -> Diagnostic {
    Diagnostic(
      .error, .trailWithoutLogGroup, "the trail has a log group and no role to write to it",
      at: trail.resource.key)
  }
}
