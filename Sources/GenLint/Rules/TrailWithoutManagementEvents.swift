internal import Diagnostics
internal import Documents

/// A trail whose selectors leave out management events.
struct TrailWithoutManagementEvents: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.watchedTrails.compactMap { trail in
      if let selectors = trail.selectors { return basic(selectors) }
      return trail.advancedSelectors.flatMap { advanced($0) }
    }
  }

  private func basic(_ selectors: Node) -> Diagnostic? {
    let list = selectors.elements ?? [selectors]
    guard !list.isEmpty else { return nil }
    var kinds: Set<String> = []
    for selector in list {
      guard let entries = selector.entries else { return nil }
      let management = selector["IncludeManagementEvents"]
      let kind = selector["ReadWriteType"]
      // What is not plain text is known at deployment only.
      guard management.map(isPlain) ?? true, kind.map(isPlain) ?? true,
        !entries.contains(where: { $0.key.text?.hasPrefix("Fn::") ?? false })
      else { return nil }
      if management?.text?.lowercased() == "false" { continue }
      kinds.insert(kind?.text ?? "All")
    }
    if kinds.contains("All") || kinds.isSuperset(of: ["ReadOnly", "WriteOnly"]) { return nil }
    let first =
      list.first { $0["IncludeManagementEvents"]?.text?.lowercased() == "false" }?["IncludeManagementEvents"]
      ?? list[0]["ReadWriteType"]
    return .leftOut(first?.range ?? selectors.range)
  }

  private func advanced(_ selectors: Node) -> Diagnostic? {
    let list = selectors.elements ?? [selectors]
    guard !list.isEmpty else { return nil }
    var kinds: Set<String> = []
    for selector in list {
      guard let fields = selector["FieldSelectors"], selector.tag == nil else { return nil }
      let conditions = fields.elements ?? [fields]
      guard conditions.allSatisfy({ $0["Field"].map(isPlain) ?? false }) else { return nil }
      let category = conditions.first { $0["Field"]?.text == "eventCategory" }
      guard let equals = category?["Equals"], let names = equals.elements?.map(\.text), !names.contains(nil)
      else { return nil }
      guard names.contains("Management") else { continue }
      let readOnly = conditions.first { $0["Field"]?.text == "readOnly" }?["Equals"]?.elements?.first?.text
      kinds.insert(readOnly ?? "both")
    }
    return kinds.contains("both") || kinds.isSuperset(of: ["true", "false"]) ? nil : .leftOut(selectors.range)
  }

  private func isPlain(_ node: Node) -> Bool {
    node.tag == nil && node.text.map { ShellText.isKnown($0) && !$0.contains(ascii: "${") } ?? false
  }
}

extension Diagnostic {
  fileprivate static func leftOut(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, .trailWithoutManagementEvents, "the trail leaves out management events that the filters read",
      at: range,
      hint: "record management events, read and write")
  }
}
