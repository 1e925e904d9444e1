internal import Diagnostics
internal import Documents

/// Documents that a configuration writes as `${jsonencode({…})}`, as a tree whose texts are templates again.
enum TerraformEncodedText {
  /// The longest chain of local values that is followed.
  private static let maximumChain = 5
  /// The most nodes that are written out: lists that hold each other several times grow without end.
  private static let maximumNodes = 10_000

  /// What a text encodes, when it does nothing else.
  static func argument(of text: String) -> TerraformExpression? {
    guard text.hasPrefix("${"), text.contains(ascii: "jsonencode"),
      let pieces = try? TerraformTemplate.pieces(of: text), pieces.count == 1,
      case .interpolation(.call("jsonencode", let arguments, isExpanded: false), _) = pieces[0],
      arguments.count == 1
    else { return nil }
    return arguments[0]
  }

  /// The tree of an expression; nil when its shape is not written out. `local` gives the value of a local name.
  static func node(_ expression: TerraformExpression, at range: SourceRange, _ local: (String) -> Node?)
    -> Node?
  {
    var budget = maximumNodes
    return node(expression, at: range, depth: 0, &budget, local)
  }

  private static func node(
    _ expression: TerraformExpression, at range: SourceRange, depth: Int, _ budget: inout Int,
    _ local: (String) -> Node?
  ) -> Node? {
    budget -= 1
    guard depth < maximumChain, budget > 0 else { return nil }
    switch expression {
    case .literal(let text): return Node(.scalar(.init(text: text, style: .plain)), range: range)
    case .template(let pieces):
      guard let text = spelled(pieces) else { return nil }
      return Node(.scalar(.init(text: text, style: .doubleQuoted)), range: range)
    case .list(let elements):
      var found: [Node] = []
      for element in elements {
        guard let node = node(element, at: range, depth: depth, &budget, local) else { return nil }
        found.append(node)
      }
      return Node(.sequence(found), range: range)
    case .object(let entries):
      var found: [Node.Entry] = []
      for entry in entries {
        guard let name = name(of: entry.key),
          let value = node(entry.value, at: range, depth: depth, &budget, local)
        else {
          return nil
        }
        let key = Node(.scalar(.init(text: name, style: .plain)), range: range)
        found.append(Node.Entry(key: key, value: value))
      }
      return Node(.mapping(found), range: range)
    case .relative(let inner, let path):
      return path.isEmpty ? node(inner, at: range, depth: depth, &budget, local) : nil
    case .traversal("local", let path):
      guard path.count == 1, case .attribute(let name) = path[0], let value = local(name) else { return nil }
      guard let text = value.text, text.hasPrefix("${"), let pieces = try? TerraformTemplate.pieces(of: text),
        pieces.count == 1, case .interpolation(let inner, _) = pieces[0]
      else { return value }
      return node(inner, at: value.range, depth: depth + 1, &budget, local)
    case .traversal(let root, let path):
      guard let text = spelled(root, path) else { return nil }
      return Node(.scalar(.init(text: "${\(text)}", style: .doubleQuoted)), range: range)
    default: return nil
    }
  }

  private static func name(of key: TerraformExpression) -> String? {
    switch key {
    case .traversal(let name, let path): path.isEmpty ? name : nil
    case .template(let pieces): TerraformTemplate.constant(pieces)
    default: nil
    }
  }

  /// A template as it is spelled.
  private static func spelled(_ pieces: [TerraformTemplate.Piece]) -> String? {
    var text = ""
    for piece in pieces {
      switch piece {
      case .literal(let part): text += TerraformPolicyText.escaped(part)
      case .interpolation(_, let inner): text += "${\(inner)}"
      case .directive: return nil
      }
    }
    return text
  }

  private static func spelled(_ root: String, _ path: [TerraformExpression.Step]) -> String? {
    var text = root
    for step in path {
      switch step {
      case .attribute(let name): text += "." + name
      case .index(.literal(let number)): text += "[\(number)]"
      default: return nil
      }
    }
    return text
  }
}
