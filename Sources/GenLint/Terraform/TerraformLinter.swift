internal import Diagnostics

/// Checks a Terraform configuration in JSON.
struct TerraformLinter {
  /// The findings of every rule but the chain's.
  static func findings(in configuration: TerraformConfiguration) -> [Diagnostic] {
    var found = TerraformStructure(configuration: configuration).findings()
    var references = TerraformReferences(configuration)
    found += references.findings()
    for circle in DependencyCycle.find(configuration.resources.map(\.address), edges: references.edges) {
      guard let first = circle.first, let resource = configuration.resource(first) else { continue }
      found.append(.circle(circle, at: resource.key))
    }
    return found
  }
}
