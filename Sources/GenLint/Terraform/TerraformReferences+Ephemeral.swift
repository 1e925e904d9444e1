internal import Diagnostics
internal import Documents

/// What is kept and what is not: values that are there only while Terraform runs.
///
/// https://developer.hashicorp.com/terraform/language/values/outputs
extension TerraformReferences {
  /// What is kept takes nothing ephemeral, and what is declared ephemeral takes nothing else.
  mutating func output(_ block: Block) {
    var scope = TerraformScope()
    scope.isKept = block.body["ephemeral"]?.text != "true"
    walk(block.body, scope)
    if !scope.isKept, !configuration.isRoot, let value = block.body["value"], !mayBeEphemeral(value) {
      found.append(.notEphemeral(block.name, at: value.scalar == nil ? block.key : value.range))
    }
  }

  private func mayBeEphemeral(_ node: Node) -> Bool {
    if let inner = node.elements ?? node.entries?.map(\.value) {
      return inner.contains { mayBeEphemeral($0) }
    }
    guard let text = node.text, TerraformTemplate.mayHold(text) else { return false }
    guard let pieces = try? TerraformTemplate.pieces(of: text) else { return true }
    return TerraformExpression.references(of: pieces).contains { reference in
      let name = reference.steps.count > 1 ? reference.steps[1] : ""
      return ["ephemeral", "local", "module"].contains(reference.steps[0])
        || reference.steps[0] == "var" && (ephemeral.contains(name) || !variables.contains(name))
    }
  }
}
