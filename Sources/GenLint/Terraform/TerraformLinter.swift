internal import Diagnostics
internal import Documents

/// Checks a Terraform configuration in JSON by every rule but the chain's.
struct TerraformLinter {
  /// What was checked.
  let configuration: TerraformConfiguration
  /// What was found.
  private(set) var findings: [Diagnostic]
  /// The resources that each resource refers to.
  let edges: [String: [String]]
  /// The types and values of its expressions.
  let typing: TerraformTyping

  /// What a key is that stands twice in one body.
  enum Repeated {
    /// An argument, or what no schema tells of.
    case argument
    /// A block, which may stand again beside itself.
    case block
    /// A block that stands more often than it may.
    case tooOften(Diagnostic)
  }

  /// What stands at a key that stands in its body already.
  func repeated(at key: SourceRange) -> Repeated {
    let schemas = SchemaCache(.terraform)
    for (blocks, prefix) in [(configuration.resources, ""), (configuration.dataSources, "data.")] {
      for block in blocks where block.whole.start <= key.start && key.end <= block.whole.end {
        if let found = Self.repeated(key, in: block.body, schemas.schema(prefix + block.type)) {
          return found
        }
      }
    }
    // Conditions of the language's own blocks.
    for block in configuration.variables + configuration.outputs {
      for entry in block.body.entries ?? [] where entry.key.range == key {
        return ["validation", "precondition"].contains(entry.key.text) ? .block : .argument
      }
    }
    return .argument
  }

  private static func repeated(_ key: SourceRange, in body: Node, _ schema: Schema?) -> Repeated? {
    for entry in body.entries ?? [] {
      let property = entry.key.text.flatMap { schema?.property($0) }
      if entry.key.range == key {
        guard let property, property["block"] != nil, let name = entry.key.text else { return .argument }
        let values = (body.entries ?? []).filter { $0.key.text == name }.map(\.value)
        let count = values.reduce(0) { $0 + ($1.elements?.count ?? 1) }
        guard let most = property.integer("maxItems"), count > most else { return .block }
        let whole = SourceRange(file: key.file, start: key.start, end: entry.value.range.end)
        return .tooOften(.blockTooOften(name, count, most, at: whole))
      }
      for part in entry.value.elements ?? [entry.value] {
        if let found = repeated(key, in: part, property) { return found }
      }
    }
    return nil
  }

  /// Checks a configuration.
  init(_ configuration: TerraformConfiguration) {
    self.configuration = configuration
    let schemas = SchemaCache(.terraform)
    typing = TerraformTyping(configuration, schemas)
    findings = TerraformStructure(configuration: configuration, schemas: schemas, typing: typing).findings()
    findings += TerraformSections(configuration).findings
    findings += TerraformModuleCalls(configuration: configuration, typing: typing).findings()
    findings += TerraformARNs(configuration: configuration).findings()
    var references = TerraformReferences(configuration, schemas, typing)
    findings += references.findings()
    edges = references.edges
    for circle in DependencyCycle.find(references.places.map(\.name), edges: edges) {
      guard let place = references.places.first(where: { $0.name == circle.first })?.key else { continue }
      findings.append(.circle(circle, at: place))
    }
  }
}

extension Diagnostic {
  fileprivate static func blockTooOften(_ name: String, _ count: Int, _ most: Int, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, .countOutOfRange,
      "'\(name)' stands \(count) times; it may stand at most \(most == 1 ? "once" : "\(most) times")",
      at: range)
  }
}
