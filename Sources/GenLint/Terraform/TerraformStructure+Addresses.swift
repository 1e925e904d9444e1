internal import Diagnostics
internal import Documents

/// What blocks `moved`, `import` and `removed` name.
///
/// https://developer.hashicorp.com/terraform/cli/state/resource-addressing
extension TerraformStructure {
  /// Words that begin no type of a resource in an address.
  private static let reserved: Set<String> = [
    "count", "each", "local", "path", "self", "terraform", "var", "template", "lazy", "arg",
  ]

  func address(_ node: Node?, of section: String, isEach: Bool, _ found: inout [Diagnostic]) {
    guard let node, let text = node.text else { return }
    if case .traversal(let root, let path)? = try? TerraformTemplate.expression(text) {
      // Module after module, then perhaps a type and a name; each name may have an index.
      var names = [root]
      for case .attribute(let name) in path { names.append(name) }
      while names.first == "module", names.count > 2 { names.removeFirst(2) }
      let kinds = section == "moved" ? ["data", "resource", "ephemeral"] : ["data"]
      let isShort = ["resource", "ephemeral"].contains(names.first) && names.count == 2
      let isReserved = section != "removed" && (names.first.map(Self.reserved.contains) ?? false)
      let isImportOfData = section == "import" && names.first == "data"
      if names.count == (kinds.contains(names.first ?? "") ? 3 : 2), !isShort, !isReserved, !isImportOfData {
        if !isEach, !path.allSatisfy(\.isStatic) { found.append(.noStaticIndex(text, at: node.range)) }
        return
      }
    }
    found.append(.noAddress(text, at: node.range))
  }

  func checkMoved(_ body: Node, _ found: inout [Diagnostic]) {
    guard let from = body["from"]?.text, let to = body["to"], let text = to.text else { return }
    func isModule(_ address: String) -> Bool? {
      guard case .traversal(let root, let path)? = try? TerraformTemplate.expression(address) else {
        return nil
      }
      let names = path.count { if case .attribute = $0 { true } else { false } }
      return root == "module" && names % 2 == 1 && (names == 1 || address.contains(ascii: ".module."))
    }
    guard let one = isModule(from), let other = isModule(text), one != other else { return }
    found.append(.movedAcross(at: to.range))
  }

  func checkImport(_ body: Node, _ found: inout [Diagnostic]) {
    if let id = body["id"], let scalar = id.scalar, scalar.style != .plain, scalar.text.isEmpty {
      found.append(.emptyImport(at: id.range))
    }
    guard let to = body["to"], let text = to.text,
      case .traversal(let type, let path)? = try? TerraformTemplate.expression(text), path.count == 2,
      case .attribute(let name) = path[0], case .index = path[1],
      let block = configuration.resource("\(type).\(name)"), !block.isRepeated
    else { return }
    found.append(.noInstances(block.address, at: to.range))
  }

  /// Whether what is removed is destroyed too is read before any expression is.
  func checkDestroy(_ body: Node, _ found: inout [Diagnostic]) {
    for lifecycle in TerraformConfiguration.bodies(body["lifecycle"]) {
      guard let destroy = lifecycle["destroy"], let scalar = destroy.scalar else { continue }
      let isNull = scalar.style == .plain && scalar.text == "null"
      if isNull || scalar.style != .plain && scalar.text.contains(ascii: "${") {
        found.append(.noTruth(scalar.text, at: destroy.range))
      }
    }
  }
}
