internal import Diagnostics
internal import Documents

/// The arguments that the language gives every resource, data source and module, and blocks that are made by `dynamic`.
///
/// https://developer.hashicorp.com/terraform/language/meta-arguments
struct TerraformMeta {
  let schemas: SchemaCache
  let typing: TerraformTyping
  let block: TerraformConfiguration.Block
  /// `resource`, `data` or `module`.
  let kind: String
  /// What stands before a type among the schemas.
  let prefix: String

  /// What is wrong with them.
  func findings() -> [Diagnostic] {
    var found: [Diagnostic] = []
    for entry in block.body.entries ?? [] {
      switch entry.key.text {
      case "count": checkCount(entry, &found)
      case "for_each": checkForEach(entry, &found)
      case "depends_on": checkDependencies(entry, &found)
      case "provider" where kind != "module":
        if entry.value.scalar.map({ $0.style == .plain }) ?? true {
          found.append(.wrongType(subject(entry), wanted: ["string"]))
        }
      case "lifecycle" where kind != "module": checkLifecycle(entry, &found)
      case "connection" where kind == "resource":
        // Null is no block.
        if entry.value.scalar.map({ $0.style != .plain || $0.text != "null" }) ?? false {
          found.append(.wrongType(subject(entry), wanted: ["object"]))
        }
      case "provisioner" where kind == "resource": found += TerraformInnerBlocks.labelFaults(entry)
      default: break
      }
    }
    if block.body["count"] != nil, let entry = entry("for_each") {
      found.append(.countAndForEach(block, at: entry.key.range))
    }
    for inner in TerraformConfiguration.blocks(block.body["provisioner"], labels: 1) {
      guard let schema = schemas.schema("block.provisioner.\(inner.name)") else {
        found.append(.noProvisioner(inner.name, at: inner.key))
        continue
      }
      var validator = SchemaValidator(TerraformLanguage(typing: typing))
      validator.validate(.init(node: inner.body, name: inner.name, key: inner.key), schema)
      found += validator.findings
    }
    if kind == "resource" { checkConnections(&found) }
    if kind != "module", let schema = schemas.schema(prefix + block.type) {
      checkDynamics(block.body, block.type, schema, &found)
    }
    return found
  }

  private func entry(_ name: String) -> Node.Entry? { block.body.entries?.first { $0.key.text == name } }

  private func subject(_ entry: Node.Entry) -> SchemaValidator.Subject {
    .init(node: entry.value, name: entry.key.text ?? "", key: entry.key.range)
  }

  private func isTemplate(_ node: Node) -> Bool {
    guard let scalar = node.scalar, scalar.style != .plain else { return false }
    return TerraformTemplate.literal(scalar.text) == nil
  }

  /// How provisioners reach what was made; without one nobody reads it.
  private func checkConnections(_ found: inout [Diagnostic]) {
    let provisioners = TerraformConfiguration.blocks(block.body["provisioner"], labels: 1)
    guard !provisioners.isEmpty, let schema = schemas.schema("block.connection") else { return }
    for body in [block.body] + provisioners.map(\.body) {
      for entry in body.entries ?? [] where entry.key.text == "connection" {
        let bodies = TerraformConfiguration.bodies(entry.value)
        if bodies.count > 1 { found.append(.twice("connection", at: entry.key.range)) }
        found += TerraformInnerBlocks.bodyFaults(entry)
        for inner in bodies {
          var validator = SchemaValidator(TerraformLanguage(typing: typing))
          validator.validate(.init(node: inner, name: "connection", key: entry.key.range), schema)
          found += validator.findings
        }
      }
    }
  }

  private func checkCount(_ entry: Node.Entry, _ found: inout [Diagnostic]) {
    let language = TerraformLanguage(typing: typing)
    var text = entry.value.scalar?.text
    switch language.reading(of: entry.value) {
    case .text(let constant): text = constant
    case .absent: text = nil
    case .unknown:
      if let words = language.misfit(of: entry.value, with: ["number"]) {
        found.append(.misfit(subject(entry), wanted: ["integer"], found: words))
      }
      return
    case .plain, .branches: break
    }
    guard let text, let number = TerraformValue.number(text) else {
      found.append(.wrongType(subject(entry), wanted: ["integer"]))
      return
    }
    if number < 0 || Int(exactly: number) == nil {
      found.append(.wrongCount(text, at: entry.value.range))
    }
  }

  private func checkForEach(_ entry: Node.Entry, _ found: inout [Diagnostic]) {
    if isTemplate(entry.value),
      let pieces = entry.value.text.flatMap({ try? TerraformTemplate.pieces(of: $0) })
    {
      if typing.isSensitive(pieces) { found.append(.sensitiveForEach(at: entry.value.range)) }
      switch typing.value(of: pieces) {
      case .null: found.append(.wrongForEach(at: entry.value.range))
      case .sequence(_, .set) where !typing.type(of: pieces).element.isText:
        found.append(.wrongForEach(at: entry.value.range))
      default: break
      }
      switch typing.type(of: pieces) {
      case .any, .map, .object, .set: break
      default: found.append(.wrongForEach(at: entry.value.range))
      }
    } else if entry.value.entries == nil {
      found.append(.wrongForEach(at: subject(entry).place, bare: entry.value.text))
    }
  }

  private func checkDependencies(_ entry: Node.Entry, _ found: inout [Diagnostic]) {
    guard let elements = entry.value.elements else {
      found.append(.wrongType(subject(entry), wanted: ["array"]))
      return
    }
    for element in elements where element.scalar.map({ $0.style == .plain }) ?? true {
      found.append(
        .wrongType(.init(node: element, name: "depends_on", key: element.range), wanted: ["string"]))
    }
  }

  // MARK: - lifecycle

  private func checkLifecycle(_ entry: Node.Entry, _ found: inout [Diagnostic]) {
    guard let schema = schemas.schema("block.\(kind).lifecycle") else { return }
    let bodies = TerraformConfiguration.bodies(entry.value)
    if entry.value.scalar.map({ $0.text != "null" }) ?? false {
      found.append(.wrongType(subject(entry), wanted: ["object"]))
    }
    found += TerraformInnerBlocks.bodyFaults(entry)
    if bodies.count > 1 { found.append(.twice("lifecycle", at: entry.key.range)) }
    for body in bodies {
      var validator = SchemaValidator(TerraformLanguage(isLiteral: true))
      validator.validate(.init(node: body, name: "lifecycle", key: entry.key.range), schema)
      found += validator.findings
      for inner in body.entries ?? [] where inner.value.scalar?.style == .plain && inner.value.text == "null"
      {
        let types = schema.property(inner.key.text ?? "")?.types ?? []
        if types == ["boolean"] || types == ["array"] {
          found.append(.wrongType(subject(inner), wanted: types))
        }
      }
      for name in ["precondition", "postcondition"] {
        for condition in TerraformConfiguration.bodies(body[name]) {
          Self.checkCondition(condition, name, variable: nil, &found)
        }
      }
      if kind == "resource", let ignored = body["ignore_changes"] { checkIgnored(ignored, &found) }
    }
  }

  private func checkIgnored(_ node: Node, _ found: inout [Diagnostic]) {
    if node.text == "all" || node.text == "${all}" { return }
    guard let elements = node.elements else {
      found.append(.wrongType(.init(node: node, name: "ignore_changes", key: node.range), wanted: ["array"]))
      return
    }
    guard let schema = schemas.schema(block.type) else { return }
    for element in elements {
      guard let text = element.text, element.scalar?.style != .plain,
        case .traversal(let name, let path)? = try? TerraformTemplate.expression(text)
      else {
        found.append(.noAttribute(element.text ?? "this", block.type, at: element.range, among: []))
        continue
      }
      if name == "all", path.isEmpty, schema.property(name) == nil {
        found.append(.allInList(at: element.range))
      } else if name != "id", name != "region", schema.property(name) == nil {
        found.append(.noAttribute(name, block.type, at: element.range, among: schema.propertyNames))
      } else if let fault = schema.property(name).flatMap({ _ in schema.fault([.attribute(name)] + path[...])
      }) {
        found.append(.noAttribute(fault.name, "\(block.type).\(name)", at: element.range, among: fault.known))
      }
    }
  }

  /// A condition that speaks of nothing is always the same.
  static func checkCondition(_ body: Node, _ what: String, variable: String?, _ found: inout [Diagnostic]) {
    guard let node = body["condition"] else { return }
    guard let scalar = node.scalar else {
      found.append(.wrongType(.init(node: node, name: "condition", key: node.range), wanted: ["boolean"]))
      return
    }
    guard scalar.style == .plain || !TerraformTemplate.mayHold(scalar.text) else {
      guard let pieces = try? TerraformTemplate.pieces(of: scalar.text) else { return }
      if let part = TerraformLanguage.literal(in: pieces, thatIsNo: ["boolean"]) {
        found.append(
          .misfit(
            .init(node: node, name: "condition", key: node.range), wanted: ["boolean"],
            found: "a text with '\(part.prefix(40))' in it"))
        return
      }
      let references = TerraformExpression.references(of: pieces)
      if let variable {
        if !references.contains(where: { $0.steps.starts(with: ["var", variable]) }) {
          found.append(.conditionOfOther("var.\(variable)", at: node.range))
        }
      } else if references.isEmpty {
        found.append(.emptyCondition(what, at: node.range))
      }
      return
    }
    found.append(.emptyCondition(what, at: node.range))
  }

  // MARK: - dynamic

  private func checkDynamics(_ body: Node, _ name: String, _ schema: Schema, _ found: inout [Diagnostic]) {
    for entry in body.entries ?? [] {
      guard let key = entry.key.text else { continue }
      if key == "dynamic" {
        found += TerraformInnerBlocks.labelFaults(entry)
        for inner in TerraformConfiguration.blocks(entry.value, labels: 1) {
          dynamic(inner, name, schema, &found)
        }
      } else if let property = schema.property(key), property["block"] != nil {
        for inner in TerraformConfiguration.bodies(entry.value) {
          checkDynamics(inner, key, property, &found)
        }
      }
    }
  }

  private func dynamic(
    _ inner: TerraformConfiguration.Block, _ name: String, _ schema: Schema, _ found: inout [Diagnostic]
  ) {
    // Some attributes that are lists of objects are written as blocks too, in which each argument may be left out.
    let property = schema.property(inner.name)
    let isAttribute = property?["block"] == nil
    guard let property = isAttribute ? property?.schema("items") : property,
      !isAttribute || property.types.contains("object")
    else {
      let known = schema.propertyNames.filter { schema.property($0)?["block"] != nil }
      found.append(.noBlock(inner.name, name, at: inner.key, among: known))
      return
    }
    var validator = SchemaValidator(TerraformLanguage(typing: typing))
    if let own = schemas.schema("block.dynamic") {
      validator.validate(.init(node: inner.body, name: inner.name, key: inner.key), own)
    }
    // No block of hashicorp/aws has labels.
    if block.type.hasPrefix("aws_"),
      let labels = inner.body.entries?.first(where: { $0.key.text == "labels" })
    {
      found.append(.noLabels(inner.name, at: labels.key.range))
    }
    if let walked = inner.body["for_each"],
      let pieces = isTemplate(walked) ? walked.text.flatMap({ try? TerraformTemplate.pieces(of: $0) }) : nil
    {
      switch typing.type(of: pieces) {
      case .string, .number, .bool: found.append(.wrongForEach(at: walked.range))
      default: break
      }
    } else if let walked = inner.body["for_each"], let scalar = walked.scalar, !isTemplate(walked),
      scalar.style != .plain || scalar.text != "null"
    {
      found.append(.wrongForEach(at: walked.range))
    }
    let contents = TerraformConfiguration.bodies(inner.body["content"])
    if let entry = inner.body.entries?.first(where: { $0.key.text == "content" }) {
      if contents.count > 1 { found.append(.twice("content", at: entry.key.range)) }
      found += TerraformInnerBlocks.bodyFaults(entry)
    }
    for content in contents {
      validator.validate(.init(node: content, name: inner.name, key: content.range), property)
      checkDynamics(content, inner.name, property, &found)
    }
    found += validator.findings.filter { !isAttribute || $0.code != .missingProperty }
  }
}

extension Diagnostic {
  fileprivate static func wrongCount(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .numberOutOfRange, "'count' is \(text); it takes a whole number from 0 on", at: range)
  }
  /// `bare` is a text without an expression: a reference without its signs, perhaps.
  fileprivate static func wrongForEach(at range: SourceRange, bare: String? = nil) -> Diagnostic {
    let meant = bare.flatMap { text -> String? in
      guard case .traversal(_, let path)? = try? TerraformTemplate.expression(text), !path.isEmpty else {
        return nil
      }
      return "write '${\(text.prefix(80))}'"
    }
    return Diagnostic(
      .error, .wrongValueType, "'for_each' takes a map or a set of texts", at: range,
      hint: meant ?? "write a list as '${toset([…])}'")
  }
  fileprivate static func noProvisioner(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unknownProperty, "Terraform has no provisioner '\(name.prefix(80))'", at: range,
      hint: Suggestion.hint(for: name, among: ["local-exec", "remote-exec", "file"]))
  }
  fileprivate static func noLabels(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unknownProperty, "the block '\(name)' has no labels", at: range, hint: "remove 'labels'")
  }
  fileprivate static func allInList(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unknownAttribute, "'all' stands in no list", at: range,
      hint: "write \"ignore_changes\": \"all\"")
  }
  fileprivate static func sensitiveForEach(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .wrongValueType, "'for_each' takes no sensitive value: its keys stand in every address",
      at: range, hint: "write 'nonsensitive(…)' around what is no secret in it")
  }
  fileprivate static func countAndForEach(_ block: TerraformConfiguration.Block, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, .exclusiveProperties, "only one of 'count', 'for_each' may be set in '\(block.address)'",
      at: range)
  }
  fileprivate static func twice(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .countOutOfRange, "'\(name)' stands twice", at: range, hint: "put the two into one")
  }
  fileprivate static func noAttribute(
    _ name: String, _ type: String, at range: SourceRange, among known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, .unknownAttribute, "'\(type)' has no argument '\(name.prefix(80))' to ignore", at: range,
      hint: Suggestion.hint(for: name, among: known))
  }
  fileprivate static func noBlock(
    _ label: String, _ name: String, at range: SourceRange, among known: [String]
  )
    -> Diagnostic
  {
    Diagnostic(
      .error, .unknownProperty, "'\(name)' has no block '\(label)' to make", at: range,
      hint: Suggestion.hint(for: label, among: known))
  }
  fileprivate static func emptyCondition(_ what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .notAllowed, "the condition of a \(what) refers to nothing, so it is always the same", at: range
    )
  }
  fileprivate static func conditionOfOther(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .notAllowed, "the condition of this validation does not speak of '\(name)'", at: range)
  }
}
