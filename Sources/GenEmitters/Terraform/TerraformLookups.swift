import Documents
import GenCore

/// The data sources that find what the spec does not name.
struct TerraformLookups {
  let graph: ResourceGraph

  /// The `data` blocks.
  var blocks: [TerraformBlock] {
    graph.parameters.compactMap { parameter in
      guard case .lookup(_, let lookup) = parameter.kind else { return nil }
      switch lookup {
      case .logGroup(let prefix):
        return TerraformBlock(
          type: "aws_cloudwatch_log_groups", name: "trail",
          body: .members(["log_group_name_prefix": TerraformTemplate(prefix).tree]))
      case .organization:
        return TerraformBlock(type: "aws_organizations_organization", name: "current", body: .map([]))
      case .logGroupOfTrail: return nil
      }
    }
  }
}

extension Parameter {
  /// Whether a data source finds it, so that there is no variable. The provider reads no trail.
  var isFoundByData: Bool {
    guard case .lookup(_, let lookup) = kind else { return false }
    switch lookup {
    case .logGroup, .organization: return true
    case .logGroupOfTrail: return false
    }
  }
}
