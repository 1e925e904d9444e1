internal import Documents

/// Policies of a Terraform configuration in the grammar of JSON policies.
enum TerraformPolicyText {
  /// The document that a data source `aws_iam_policy_document` writes.
  static func document(_ body: Node) -> Node {
    let statements = TerraformConfiguration.bodies(body["statement"]).map(statement)
    return mapping([("Statement", Node(.sequence(statements), range: body.range))], like: body)
  }

  private static func statement(_ body: Node) -> Node {
    var members: [(String, Node)] = []
    for (theirs, ours) in [
      ("effect", "Effect"), ("actions", "Action"), ("resources", "Resource"), ("not_actions", "NotAction"),
      ("not_resources", "NotResource"), ("not_principals", "NotPrincipal"),
    ] {
      if let node = body[theirs] { members.append((ours, node)) }
    }
    let principals = TerraformConfiguration.bodies(body["principals"])
    if !principals.isEmpty {
      let entries = principals.map { ($0["type"]?.text ?? "", $0["identifiers"] ?? $0) }
      members.append(("Principal", mapping(entries, like: body)))
    }
    let tests = TerraformConfiguration.bodies(body["condition"]).map { condition in
      let inner = mapping(
        [(condition["variable"]?.text ?? "", condition["values"] ?? condition)], like: condition)
      return (condition["test"]?.text ?? "", inner)
    }
    if !tests.isEmpty { members.append(("Condition", mapping(tests, like: body))) }
    if body["dynamic"] != nil { members.append(("NotAction", body)) }
    return mapping(members, like: body)
  }

  /// A tree whose texts were resolved already: they must not be read as templates again.
  static func escaped(_ node: Node) -> Node {
    var node = node
    switch node.content {
    case .scalar(let scalar):
      guard scalar.text.contains(ascii: "${") || scalar.text.contains(ascii: "%{") else { return node }
      node.content = .scalar(.init(text: escaped(scalar.text), style: scalar.style))
    case .sequence(let elements): node.content = .sequence(elements.map(escaped))
    case .mapping(let entries):
      node.content = .mapping(entries.map { Node.Entry(key: $0.key, value: escaped($0.value)) })
    }
    return node
  }

  /// A text as a template that yields it.
  static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var before: Unicode.Scalar?
    for unit in text.unicodeScalars {
      if unit == "{", let sign = before, sign == "$" || sign == "%" { out.append(sign) }
      out.append(unit)
      before = unit
    }
    return String(out)
  }

  private static func mapping(_ members: [(String, Node)], like node: Node) -> Node {
    let entries = members.map { name, value in
      Node.Entry(key: Node(.scalar(.init(text: name, style: .plain)), range: value.range), value: value)
    }
    return Node(.mapping(entries), range: node.range)
  }
}
