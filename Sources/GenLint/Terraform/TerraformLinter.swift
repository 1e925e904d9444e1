internal import Diagnostics
internal import Documents

/// Checks a Terraform configuration in JSON by every rule but the chain's.
struct TerraformLinter {
  /// What was checked.
  let configuration: TerraformConfiguration
  /// What was found.
  private(set) var findings: [Diagnostic]
  /// The resources that each resource refers to.
  let edges: [String: [String]]
  /// The types and values of its expressions.
  let typing: TerraformTyping

  /// Whether a key stands for a block, which may stand again beside itself.
  func isBlock(at key: SourceRange) -> Bool {
    let schemas = SchemaCache(.terraform)
    for (blocks, prefix) in [(configuration.resources, ""), (configuration.dataSources, "data.")] {
      for block in blocks where block.whole.start <= key.start && key.end <= block.whole.end {
        if let found = Self.isBlock(key, in: block.body, schemas.schema(prefix + block.type)) { return found }
      }
    }
    return false
  }

  private static func isBlock(_ key: SourceRange, in body: Node, _ schema: Schema?) -> Bool? {
    for entry in body.entries ?? [] {
      let property = entry.key.text.flatMap { schema?.property($0) }
      if entry.key.range == key { return property?["block"] != nil }
      for part in entry.value.elements ?? [entry.value] {
        if let found = isBlock(key, in: part, property) { return found }
      }
    }
    return nil
  }

  /// Checks a configuration.
  init(_ configuration: TerraformConfiguration) {
    self.configuration = configuration
    let schemas = SchemaCache(.terraform)
    typing = TerraformTyping(configuration, schemas)
    findings = TerraformStructure(configuration: configuration, schemas: schemas, typing: typing).findings()
    findings += TerraformSections(configuration).findings
    var references = TerraformReferences(configuration, schemas, typing)
    findings += references.findings()
    edges = references.edges
    for circle in DependencyCycle.find(references.places.map(\.name), edges: edges) {
      guard let place = references.places.first(where: { $0.name == circle.first })?.key else { continue }
      findings.append(.circle(circle, at: place))
    }
  }
}
