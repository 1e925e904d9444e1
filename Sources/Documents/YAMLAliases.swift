import Diagnostics

/// What the anchors of a document name, and the nodes that its aliases stand for.
///
/// An alias is written out where it stands. What nested ones would write out is bounded, in nodes and in depth.
struct YAMLAliases {
  /// Where the first alias stands.
  private(set) var first: SourceRange?

  private let limits: YAMLReader.Limits
  private var nodes: [String: Node] = [:]
  private var count = 0

  init(_ limits: YAMLReader.Limits) { self.limits = limits }

  /// Keeps what an anchor names. A later one of the same name hides it.
  mutating func define(_ name: String, _ node: Node) { nodes[name] = node }

  /// What an alias stands for, at the alias's own place; what is inside keeps the place where it was written.
  mutating func node(_ name: String, at range: SourceRange, depth: Int) throws(ReadFailure) -> Node {
    guard limits.aliased > 0 else { throw ReadFailure(diagnostic: .alias(at: range)) }
    first = first ?? range
    guard var node = nodes[name] else { throw ReadFailure(diagnostic: .noAnchor(name, at: range)) }
    try measure(node, depth: depth, at: range)
    node.range = range
    return node
  }

  private mutating func measure(_ node: Node, depth: Int, at range: SourceRange) throws(ReadFailure) {
    count += 1
    if count > limits.aliased { throw ReadFailure(diagnostic: .tooMuch(limits.aliased, at: range)) }
    switch node.content {
    case .scalar: return
    case .sequence(let elements):
      try checkDepth(depth, at: range)
      for element in elements { try measure(element, depth: depth + 1, at: range) }
    case .mapping(let entries):
      try checkDepth(depth, at: range)
      for entry in entries {
        try measure(entry.key, depth: depth + 1, at: range)
        try measure(entry.value, depth: depth + 1, at: range)
      }
    }
  }

  private func checkDepth(_ depth: Int, at range: SourceRange) throws(ReadFailure) {
    if depth >= limits.depth { throw ReadFailure(diagnostic: .tooDeep(limits.depth, at: range)) }
  }

  /// The entries with those that the key `<<` brings: a key of the mapping's own wins, then the first mapping that has it.
  ///
  /// https://yaml.org/type/merge.html
  mutating func merged(_ entries: [Node.Entry]) throws(ReadFailure) -> [Node.Entry] {
    guard let index = entries.firstIndex(where: { Self.isMerge($0.key) }) else { return entries }
    let value = entries[index].value
    var merged = entries
    merged.remove(at: index)
    var known = Set(merged.compactMap { $0.key.text.map { Array($0.utf8) } })
    for source in value.elements ?? [value] {
      guard let brought = source.entries else {
        throw ReadFailure(diagnostic: .noMapping(at: source.range))
      }
      for entry in brought where entry.key.text.map({ known.insert(Array($0.utf8)).inserted }) ?? false {
        merged.append(entry)
      }
    }
    return merged
  }

  private static func isMerge(_ key: Node) -> Bool { key.text == "<<" && key.scalar?.style == .plain }
}

extension Diagnostic {
  fileprivate static func noAnchor(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .yamlAlias, "there is no anchor '\(name)' before this alias", at: range,
      hint: "name a value by '&\(name)' first, or put a text that begins with '*' in quotes")
  }
  fileprivate static func tooMuch(_ most: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .yamlAlias, "the aliases stand for more than \(most) nodes", at: range,
      hint: "write the values out in full")
  }
  fileprivate static func noMapping(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .yamlAlias, "'<<' takes a mapping, or a list of mappings", at: range,
      hint: "name a mapping by an anchor, and merge it by '<<: *NAME'")
  }
}
