internal import GenCore

extension ShellValues {
  /// A policy as the JSON text that AWS takes.
  func json(_ policy: Policy) -> ShellJSON {
    .members([
      "Version": .text("2012-10-17"),
      "Statement": .list(policy.statements.map(json)),
    ])
  }

  private func json(_ statement: Policy.Statement) -> ShellJSON {
    .members([
      "Sid": .text(statement.sid),
      "Effect": .text(statement.effect.rawValue),
      "Principal": statement.principal.map(json),
      "Action": oneOrMany(statement.actions.map(ShellJSON.text)),
      "Resource": statement.resources.isEmpty ? nil : oneOrMany(statement.resources.map(json)),
      "Condition": statement.conditions.isEmpty ? nil : json(statement.conditions),
    ])
  }

  private func json(_ principal: Policy.Principal) -> ShellJSON {
    switch principal {
    case .service(let name): .members(["Service": json(name)])
    case .account: .members(["AWS": json("arn:\(.partition):iam::\(.account):root")])
    case .anyone: .text("*")
    }
  }

  /// Conditions with the same operator share one object, or the second would replace the first.
  private func json(_ conditions: [Policy.Condition]) -> ShellJSON {
    var tests: [String] = []
    for condition in conditions where !tests.contains(condition.test) { tests.append(condition.test) }
    return .map(
      tests.map { test in
        let keys = conditions.filter { $0.test == test }
        return (test, .map(keys.map { ($0.key, oneOrMany($0.values.map(json))) }))
      })
  }

  private func oneOrMany(_ elements: [ShellJSON]) -> ShellJSON {
    elements.count == 1 ? elements[0] : .list(elements)
  }
}
