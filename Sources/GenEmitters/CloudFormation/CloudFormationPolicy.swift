import Documents
import GenCore

extension CloudFormationValue {
  /// The tree of a policy document.
  func tree(_ policy: Policy) -> Tree {
    .members([
      "Version": .quotedText("2012-10-17"),
      "Statement": .list(policy.statements.map(tree)),
    ])
  }

  private func tree(_ statement: Policy.Statement) -> Tree {
    .members([
      "Sid": .text(statement.sid),
      "Effect": .text(statement.effect.rawValue),
      "Principal": statement.principal.map(tree),
      "Action": oneOrList(statement.actions.map { .text($0) }),
      "Resource": statement.resources.isEmpty ? nil : oneOrList(statement.resources.map(quoted)),
      "Condition": statement.conditions.isEmpty ? nil : tree(statement.conditions),
    ])
  }

  private func tree(_ principal: Policy.Principal) -> Tree {
    switch principal {
    case .service(let name): .members(["Service": tree(name)])
    case .account: .members(["AWS": tree("arn:\(.partition):iam::\(.account):root")])
    case .anyone: .quotedText("*")
    }
  }

  /// Conditions with one operator share its mapping, in the order of the first of each.
  private func tree(_ conditions: [Policy.Condition]) -> Tree {
    var tests: [String] = []
    for condition in conditions where !tests.contains(condition.test) { tests.append(condition.test) }
    return .map(
      tests.map { test in
        Tree.Member(
          test,
          .map(
            conditions.filter { $0.test == test }.map {
              Tree.Member($0.key, oneOrList($0.values.map { quoted($0) }))
            }))
      })
  }

  /// A condition's fixed value is always text, also when it reads `false`.
  private func quoted(_ value: Value) -> Tree {
    if case .literal(let text) = value { .quotedText(text) } else { tree(value) }
  }

  private func oneOrList(_ trees: [Tree]) -> Tree { trees.count == 1 ? trees[0] : .list(trees) }
}
