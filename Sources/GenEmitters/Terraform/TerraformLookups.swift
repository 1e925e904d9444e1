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
          body: .members([
            "log_group_name_prefix": TerraformTemplate(prefix).tree,
            "lifecycle": .members(["postcondition": exactlyOne(beginningWith: prefix)]),
          ]))
      case .organization:
        return TerraformBlock(type: "aws_organizations_organization", name: "current", body: .map([]))
      case .logGroupOfTrail: return nil
      }
    }
  }

  /// Stops the plan with the names that were found when they are not one.
  ///
  /// Source: https://developer.hashicorp.com/terraform/language/expressions/custom-conditions
  private func exactlyOne(beginningWith prefix: String) -> Tree {
    let message = TerraformTemplate.joined([
      TerraformTemplate("One log group must begin with \(prefix), and here begin so: "),
      .expression(#"length(self.log_group_names) == 0 ? "none" : join(", ", self.log_group_names)"#),
      TerraformTemplate(
        ". Apply in the trail's home Region, or write the whole name as 'logGroup' in the spec."),
    ])
    return .members([
      "condition": TerraformTemplate.expression("length(self.log_group_names) == 1").tree,
      "error_message": message.tree,
    ])
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
