internal import Diagnostics
internal import Documents

/// A trail whose selectors leave out management events. Where the filters ask for none of those, it is said all the same, as a note.
struct TrailWithoutManagementEvents: ChainRule {
  /// Where a trail leaves events out, and which kind alone it keeps.
  private typealias Gap = (range: SourceRange, kept: EventKind?)

  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.watchedTrails.compactMap { trail in
      guard let gap = trail.selectors.map(basic) ?? trail.advancedSelectors.map(advanced) ?? nil else {
        return nil
      }
      let filters = chain.filters(reading: trail).filter { !$0.asksForDataOnly }
      guard !filters.isEmpty else { return nil }
      guard let kept = gap.kept, filters.allSatisfy({ $0.asks(onlyFor: kept) }) else {
        return .leftOut(gap.range)
      }
      return .kept(kept, gap.range)
    }
  }

  private func basic(_ selectors: Node) -> Gap? {
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
    let kept: EventKind? = kinds == ["WriteOnly"] ? .write : kinds == ["ReadOnly"] ? .read : nil
    return (first?.range ?? selectors.range, kept)
  }

  private func advanced(_ selectors: Node) -> Gap? {
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
    if kinds.contains("both") || kinds.isSuperset(of: ["true", "false"]) { return nil }
    return (selectors.range, kinds == ["false"] ? .write : kinds == ["true"] ? .read : nil)
  }

  private func isPlain(_ node: Node) -> Bool {
    node.tag == nil && node.text.map { ShellText.isKnown($0) && !$0.contains(ascii: "${") } ?? false
  }
}

extension Diagnostic {
  fileprivate static func kept(_ kind: EventKind, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .note, .trailWithoutManagementEvents,
      "the trail records \(kind.rawValue) events only, which is all that its filters here ask for", at: range,
      hint: "the CIS benchmark asks for read and write events")
  }
  fileprivate static func leftOut(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, .trailWithoutManagementEvents, "the trail leaves out management events that the filters read",
      at: range,
      hint: "record management events, read and write")
  }
}
