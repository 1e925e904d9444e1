internal import Diagnostics

/// A published value that is neither a number nor a field.
struct MetricValueInvalid: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.filters.compactMap { filter in
      guard let value = filter.value, let text = value.known, !text.isEmpty else { return nil }
      if text.hasPrefix("$") { return text.contains(ascii: "*") ? .wildcard(value) : nil }
      return Double(text) == nil ? .noNumber(value) : nil
    }
  }
}

extension Diagnostic {
  fileprivate static func noNumber(_ value: ChainValue) -> Diagnostic {
    Diagnostic(
      .error, .metricValueInvalid, "'\(value.shown)' is neither a number nor a field such as $.size",
      at: value.range)
  }
  fileprivate static func wildcard(_ value: ChainValue) -> Diagnostic {
    Diagnostic(.error, .metricValueInvalid, "a published field cannot have a wildcard", at: value.range)
  }
}
