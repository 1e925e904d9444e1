internal import Documents

/// Puts the names of another form into CloudFormation's.
enum ChainNames {
  /// A name of a property there, its name here, and the names inside it.
  indirect enum Name: Sendable {
    case plain(String)
    case nested(String, [String: Name])
  }

  /// The properties of a node under CloudFormation's names. What the table does not have keeps its name, rewritten by `otherwise`.
  static func renamed(_ entries: [Node.Entry], _ table: [String: Name], otherwise: (String) -> String)
    -> [Node.Entry]
  {
    entries.map { entry in
      guard let name = entry.key.text else { return entry }
      var entry = entry
      switch table[name] {
      case .plain(let new): entry.key = text(new, like: entry.key)
      case .nested(let new, let inner):
        entry.key = text(new, like: entry.key)
        entry.value = renamed(entry.value, inner, otherwise: otherwise)
      case nil: entry.key = text(otherwise(name), like: entry.key)
      }
      return entry
    }
  }

  /// A structure, or each structure of a list, under CloudFormation's names.
  static func renamed(_ node: Node, _ table: [String: Name], otherwise: (String) -> String) -> Node {
    var node = node
    switch node.content {
    case .scalar: break
    case .sequence(let elements):
      node.content = .sequence(elements.map { renamed($0, table, otherwise: otherwise) })
    case .mapping(let entries): node.content = .mapping(renamed(entries, table, otherwise: otherwise))
    }
    return node
  }

  /// `metric_name` as `MetricName`.
  static func pascalCase(_ name: String) -> String {
    name.fields(by: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// `metricName` as `MetricName`.
  static func capitalized(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }

  private static func text(_ text: String, like node: Node) -> Node {
    Node(.scalar(.init(text: text, style: .plain)), range: node.range)
  }
}
