internal import Diagnostics

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
