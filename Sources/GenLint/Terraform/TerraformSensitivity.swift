internal import Documents

/// Whether an expression certainly yields a sensitive value. Objects hold such values without being it.
///
/// https://developer.hashicorp.com/terraform/language/values/variables#suppressing-values-in-cli-output
struct TerraformSensitivity {
  /// The longest chain of local values that is followed.
  private static let maximumChain = 20
  /// Functions that yield what is not sensitive, or of whose result only a run knows.
  private static let lifting: Set<String> = [
    "nonsensitive", "issensitive", "try", "can", "tomap", "merge", "zipmap", "keys", "values", "lookup",
  ]

  private let variables: Set<String>
  private let locals: [String: Node]

  /// Reads what a configuration declares.
  init(_ configuration: TerraformConfiguration) {
    variables = Set(
      configuration.variables.filter { $0.body["sensitive"]?.text == "true" }.map(\.name))
    locals = Dictionary(
      configuration.locals.map { ($0.key.text ?? "", $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether a value, or something in it, does: a text, or a structure of them.
  func holdsSensitive(_ node: Node) -> Bool {
    if let inner = node.elements ?? node.entries?.map(\.value) {
      return inner.contains { holdsSensitive($0) }
    }
    guard let text = node.text, TerraformTemplate.mayHold(text),
      let pieces = try? TerraformTemplate.pieces(of: text)
    else { return false }
    if pieces.count == 1, case .interpolation(.object(let entries), _) = pieces[0] {
      return entries.contains { isSensitive($0.value, 0) }
    }
    return isSensitive(pieces)
  }

  /// Whether a template does.
  func isSensitive(_ pieces: [TerraformTemplate.Piece], depth: Int = 0) -> Bool {
    pieces.contains { piece in
      if case .interpolation(let inner, _) = piece { isSensitive(inner, depth) } else { false }
    }
  }

  private func isSensitive(_ expression: TerraformExpression, _ depth: Int) -> Bool {
    guard depth < Self.maximumChain else { return false }
    switch expression {
    case .literal, .object: return false
    case .template(let pieces): return isSensitive(pieces, depth: depth)
    case .traversal(let root, let path):
      guard case .attribute(let name)? = path.first else { return false }
      if root == "var" { return variables.contains(name) }
      guard root == "local", path.count == 1, let text = locals[name]?.text,
        let pieces = try? TerraformTemplate.pieces(of: text)
      else { return false }
      return isSensitive(pieces, depth: depth + 1)
    case .relative(let inner, _): return isSensitive(inner, depth)
    case .call(let name, let arguments, _):
      if name == "sensitive" { return true }
      return !Self.lifting.contains(name) && arguments.contains { isSensitive($0, depth) }
    case .list(let elements): return elements.contains { isSensitive($0, depth) }
    case .loop(_, let walked, _, let kind): return kind == .list && isSensitive(walked, depth)
    case .operation(_, let operands): return operands.contains { isSensitive($0, depth) }
    case .conditional(let condition, let first, let second):
      return [condition, first, second].contains { isSensitive($0, depth) }
    }
  }
}
