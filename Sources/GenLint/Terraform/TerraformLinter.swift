internal import Diagnostics

/// Checks a Terraform configuration in JSON by every rule but the chain's.
struct TerraformLinter {
  /// What was checked.
  let configuration: TerraformConfiguration
  /// What was found.
  private(set) var findings: [Diagnostic]
  /// The resources that each resource refers to.
  let edges: [String: [String]]

  /// Checks a configuration.
  init(_ configuration: TerraformConfiguration) {
    self.configuration = configuration
    let schemas = SchemaCache(.terraform)
    findings = TerraformStructure(configuration: configuration, schemas: schemas).findings()
    var references = TerraformReferences(configuration, schemas)
    findings += references.findings()
    edges = references.edges
    for circle in DependencyCycle.find(configuration.resources.map(\.address), edges: edges) {
      guard let first = circle.first, let resource = configuration.resource(first) else { continue }
      findings.append(.circle(circle, at: resource.key))
    }
  }
}
