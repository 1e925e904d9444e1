internal import Diagnostics

/// A filter whose log group has the logical ID of a log group of the template for its name: a reference was meant, and no log group has that
/// name.
struct NameOfLogicalID: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    let named = Set(chain.logGroups.compactMap { $0.name?.known })
    return chain.filters.compactMap { filter in
      guard let value = filter.logGroup, let text = value.known, !named.contains(text),
        let group = chain.logGroups.first(where: { $0.resource.id == text }), group.resource.isOfTemplate
      else { return nil }
      // A name that only a deployment knows may be this one.
      guard group.name == nil || group.name?.known != nil else { return nil }
      return .logicalID(value, group)
    }
  }
}

extension Diagnostic {
  fileprivate static func logicalID(_ value: ChainValue, _ group: MonitoringChain.LogGroup) -> Diagnostic {
    Diagnostic(
      .error, .nameOfLogicalID, "'\(value.shown)' is the logical ID of a log group here, and not its name",
      at: value.range, hint: "refer to it: !Ref \(group.resource.id)",
      notes: [Note("the log group", at: group.resource.key)])
  }
}
