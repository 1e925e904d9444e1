internal import Diagnostics

/// A filter that publishes into a namespace of AWS's services.
struct ReservedNamespace: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.filters.compactMap { filter in
      guard let namespace = filter.namespace, namespace.text.hasPrefix("AWS/") else { return nil }
      return .reserved(namespace)
    }
  }
}

extension Diagnostic {
  fileprivate static func reserved(_ namespace: ChainValue) -> Diagnostic {
    Diagnostic(
      .warning, .reservedNamespace,
      "the namespace '\(namespace.shown)' begins with 'AWS/', which is reserved for the services of AWS",
      at: namespace.range, hint: "choose a namespace of your own")
  }
}
