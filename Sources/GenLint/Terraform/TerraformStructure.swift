internal import Diagnostics
internal import Documents

/// The shape of a configuration: its blocks, and every argument by the provider's published schema.
struct TerraformStructure {
  let configuration: TerraformConfiguration
  let schemas: SchemaCache

  private static let blocks = [
    "terraform", "provider", "variable", "locals", "resource", "data", "module", "output", "check", "moved",
    "import",
    "removed", "ephemeral", "action", "//",
  ]
  private static let metaArguments: Set<String> = [
    "depends_on", "count", "for_each", "provider", "lifecycle", "connection", "provisioner", "//",
  ]
  private static let variableArguments = [
    "type", "default", "description", "validation", "sensitive", "nullable", "ephemeral", "//", "deprecated",
  ]
  private static let outputArguments = [
    "value", "description", "sensitive", "depends_on", "precondition", "ephemeral", "//", "deprecated",
  ]

  /// What is wrong with the shape.
  func findings() -> [Diagnostic] {
    var found: [Diagnostic] = []
    for entry in configuration.root.entries ?? [] {
      if let name = entry.key.text, !Self.blocks.contains(name) {
        found.append(.unknownBlock(name, at: entry.key.range, among: Self.blocks))
      }
    }
    for block in configuration.resources { check(block, prefix: "", &found) }
    for block in configuration.dataSources { check(block, prefix: "data.", &found) }
    for block in configuration.variables { checkVariable(block, &found) }
    for block in configuration.outputs {
      checkArguments(block, among: Self.outputArguments, &found)
      if block.body["value"] == nil { found.append(.noValue(block)) }
    }
    return found
  }

  private func check(_ block: TerraformConfiguration.Block, prefix: String, _ found: inout [Diagnostic]) {
    guard block.type.hasPrefix("aws_") else { return }
    let library = schemas.library
    guard library.knows(prefix + block.type) else {
      let near = Suggestion.nearest(
        to: block.type,
        among: library.names(withPrefix: prefix + "aws_").map { String($0.dropFirst(prefix.count)) })
      if !configuration.isNewerThanSchemas || near != nil { found.append(.unknownType(block, near)) }
      return
    }
    guard let schema = schemas.schema(prefix + block.type), let entries = block.body.entries else { return }
    let own = entries.filter { entry in
      guard let name = entry.key.text else { return false }
      // Version 6 of the provider gives almost every resource a region.
      return !Self.metaArguments.contains(name) && !(name == "region" && schema.property(name) == nil)
    }
    var validator = SchemaValidator(TerraformLanguage())
    let body = Node(.mapping(own), range: block.body.range)
    validator.validate(.init(node: body, name: block.type, key: block.key), schema)
    found += validator.findings.filter { finding in
      guard configuration.isNewerThanSchemas else { return true }
      return finding.code != .unknownProperty || finding.hint != nil
    }
  }

  private func checkVariable(_ block: TerraformConfiguration.Block, _ found: inout [Diagnostic]) {
    checkArguments(block, among: Self.variableArguments, &found)
    guard let type = block.body["type"]?.text, let value = block.body["default"] else { return }
    let wanted = ["number": "number", "bool": "boolean", "string": "string"][type]
    let isCollection = type.hasPrefix("list(") || type.hasPrefix("set(") || type.hasPrefix("map(")
    if let scalar = value.scalar {
      if scalar.style == .plain, scalar.text == "null" { return }
      if let wanted, TerraformLanguage().accepts(scalar, as: wanted) { return }
      if wanted != nil || isCollection {
        found.append(.brokenDefault(block, scalar.text, type, at: value.range))
      }
    } else if wanted != nil {
      found.append(.brokenDefault(block, "this", type, at: value.range))
    }
  }

  private func checkArguments(
    _ block: TerraformConfiguration.Block, among known: [String], _ found: inout [Diagnostic]
  ) {
    for entry in block.body.entries ?? [] {
      if let name = entry.key.text, !known.contains(name) {
        found.append(.unknownArgument(name, block, at: entry.key.range, among: known))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownBlock(_ name: String, at range: SourceRange, among known: [String])
    -> Diagnostic
  {
    Diagnostic(
      .error, .unknownSection, "Terraform has no block '\(name)'", at: range,
      hint: Suggestion.nearest(to: name, among: known).map { "did you mean '\($0)'?" })
  }
  fileprivate static func unknownType(_ block: TerraformConfiguration.Block, _ near: String?) -> Diagnostic {
    Diagnostic(
      .error, .unknownType, "hashicorp/aws has no '\(block.type)'", at: block.firstKey,
      hint: near.map { "did you mean '\($0)'?" })
  }
  fileprivate static func noValue(_ block: TerraformConfiguration.Block) -> Diagnostic {
    Diagnostic(.error, .invalidOutput, "output '\(block.name)' lacks 'value'", at: block.key)
  }
  fileprivate static func brokenDefault(
    _ block: TerraformConfiguration.Block, _ text: String, _ type: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .invalidParameter, "the default '\(text.prefix(60))' of variable '\(block.name)' is no \(type)",
      at: range)
  }
  fileprivate static func unknownArgument(
    _ name: String, _ block: TerraformConfiguration.Block, at range: SourceRange, among known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, .unknownProperty, "'\(block.name)' has an unknown argument '\(name)'", at: range,
      hint: Suggestion.nearest(to: name, among: known).map { "did you mean '\($0)'?" })
  }
}
