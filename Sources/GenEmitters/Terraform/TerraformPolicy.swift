import Documents
import GenCore

/// Policies as `aws_iam_policy_document` data sources, so that Terraform itself writes their JSON.
struct TerraformPolicy {
  private let values = TerraformValue()

  /// A reference to a document's text.
  static func json(_ id: ResourceID) -> Tree {
    TerraformTemplate.expression("data.aws_iam_policy_document.\(TerraformNames.document(id)).json").tree
  }

  /// The body of the data source.
  func tree(_ policy: Policy) -> Tree { .members(["statement": .list(policy.statements.map(tree))]) }

  private func tree(_ statement: Policy.Statement) -> Tree {
    .members([
      "sid": TerraformTemplate(statement.sid).tree, "effect": .text(statement.effect.rawValue),
      "principals": statement.principal.map { .list([tree($0)]) },
      "actions": .list(statement.actions.map { TerraformTemplate($0).tree }),
      "resources": statement.resources.isEmpty ? nil : .list(statement.resources.map(values.tree)),
      "condition": statement.conditions.isEmpty ? nil : .list(statement.conditions.map(tree)),
    ])
  }

  private func tree(_ principal: Policy.Principal) -> Tree {
    switch principal {
    case .service(let name): .members(["type": .text("Service"), "identifiers": .list([values.tree(name)])])
    case .account:
      .members([
        "type": .text("AWS"), "identifiers": .list([values.tree("arn:\(.partition):iam::\(.account):root")]),
      ])
    case .anyone: .members(["type": .text("*"), "identifiers": .list([.text("*")])])
    }
  }

  private func tree(_ condition: Policy.Condition) -> Tree {
    .members([
      "test": .text(condition.test), "variable": .text(condition.key),
      "values": .list(condition.values.map(values.tree)),
    ])
  }
}
