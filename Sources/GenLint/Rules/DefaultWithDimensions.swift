internal import Diagnostics

/// A filter with dimensions and a default value.
struct DefaultWithDimensions: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.filters.compactMap { filter in
      // An expression for the dimensions may give none.
      guard let value = filter.defaultValue, let dimensions = filter.dimensions, dimensions.scalar == nil
      else { return nil }
      return .both(value)
    }
  }
}

extension Diagnostic {
  fileprivate static func both(_ value: ChainValue) -> Diagnostic {
    Diagnostic(
      .error, .defaultWithDimensions, "a filter with dimensions cannot have a default value", at: value.range,
      hint: "remove one of the two")
  }
}
