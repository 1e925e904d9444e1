extension ResourceGraph {
  /// The graph without the resources of some kinds, which no other may refer to, and without the parameters of a subscription that goes.
  public func removing(_ kinds: Set<Resource.Kind>) -> ResourceGraph {
    var graph = self
    graph.resources = resources.filter { !kinds.contains($0.id.kind) }
    guard kinds.contains(.subscription) else { return graph }
    graph.parameters = parameters.filter { parameter in
      if case .text(.endpoint, _) = parameter.kind { false } else { true }
    }
    return graph
  }
}
