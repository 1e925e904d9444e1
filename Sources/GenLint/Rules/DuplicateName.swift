internal import Diagnostics

/// Two resources that the service knows by one name.
struct DuplicateName: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    // A script may set the same resource again: that is how it is updated.
    guard !chain.isSequential else { return [] }
    var found: [Diagnostic] = []
    found += check(chain.alarms.map { ($0.resource, [$0.name]) }, "alarm")
    found += check(chain.topics.map { ($0.resource, [$0.name]) }, "topic")
    found += check(chain.logGroups.map { ($0.resource, [$0.name]) }, "log group")
    found += check(chain.filters.map { ($0.resource, [$0.logGroup, $0.name]) }, "filter")
    return found
  }

  private func check(_ resources: [(resource: ChainResource, names: [ChainValue?])], _ what: String)
    -> [Diagnostic]
  {
    var first: [String: ChainResource] = [:]
    var found: [Diagnostic] = []
    for (resource, names) in resources {
      // Two of which a condition makes only one may share a name.
      guard !resource.isConditional, let name = names.last ?? nil, name.alternatives.isEmpty else { continue }
      let texts = names.compactMap { $0?.text }
      guard texts.count == names.count, !texts.contains("") else { continue }
      let key = ([resource.place] + texts).joined(separator: "\n")
      if let before = first[key] { found.append(.twice(name, what, before)) } else { first[key] = resource }
    }
    return found
  }
}

extension Diagnostic {
  fileprivate static func twice(_ name: ChainValue, _ what: String, _ first: ChainResource) -> Diagnostic {
    Diagnostic(
      .error, .duplicateName, "a second \(what) has the name '\(name.shown)'", at: name.range,
      notes: [Note("the first one", at: first.key)])
  }
}
