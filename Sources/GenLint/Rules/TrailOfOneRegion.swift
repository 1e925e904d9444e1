internal import Diagnostics

/// A trail of one Region that filters depend on.
struct TrailOfOneRegion: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.watchedTrails.compactMap { trail in
      guard let multiRegion = trail.isMultiRegion else { return .oneRegion(trail.resource.key) }
      return multiRegion.boolean == false ? .oneRegion(multiRegion.range) : nil
    }
  }
}

extension Diagnostic {
  fileprivate static func oneRegion(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, .trailOfOneRegion, "the trail records one Region only", at: range,
      hint: "make it a multi-Region trail")
  }
}
