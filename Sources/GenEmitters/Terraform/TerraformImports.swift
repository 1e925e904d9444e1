import Documents
public import GenCore

/// Emits `import` blocks that bring what is there already under a configuration's care, for the root configuration.
///
/// Reads the graph; produces `imports.tf.json`. A key and a subscription are named by ids that only AWS knows, so they are left to
/// the operator.
///
/// Source: https://developer.hashicorp.com/terraform/language/import
public struct TerraformImports: Sendable {
  /// Makes an emitter.
  public init() {}

  /// The blocks.
  public func emit(_ graph: ResourceGraph) -> Emission {
    let blocks = graph.resources.flatMap { imports($0, in: graph) }
    let missing = graph.resources.filter { [.key, .subscription].contains($0.id.kind) }.map {
      TerraformNames.address($0.id)
    }
    let note =
      "Brings what exists into the state; put it beside main.tf.json for one apply, in the root configuration only."
      + (missing.isEmpty
        ? ""
        : " Not here, since only AWS knows their ids (terraform import ADDRESS ID): \(missing.joined(separator: ", ")).")
    let tree = Tree.members([
      "//": .text(note), "terraform": .members(["required_version": .text(">= 1.6")]),
      "import": .list(blocks),
    ])
    let artefact = Artefact(fileName: "imports.tf.json", text: JSONPrinter().print(tree), isExecutable: false)
    return Emission(artefact: artefact, diagnostics: [])
  }

  private func imports(_ resource: Resource, in graph: ResourceGraph) -> [Tree] {
    let names = ImportNames(graph: graph)
    func one(_ id: Value) -> [Tree] { [block(TerraformNames.address(resource.id), id)] }
    switch resource {
    case .key, .subscription: return []
    case .keyAlias(let body): return one(.literal(body.name))
    case .logGroup(let body): return one(body.name)
    case .bucket(let body):
      let parts = [
        "ownership_controls", "public_access_block", "server_side_encryption_configuration", "versioning",
      ]
      return one(names.name(of: body))
        + parts.map { block("aws_s3_bucket_\($0).\(body.role.snakeCase)", names.name(of: body)) }
    case .bucketPolicy(let body): return one(names.bucket(body.bucket))
    case .role(let body): return one(body.name)
    case .rolePolicy(let body): return one("\(names.role(body.attachedTo)):\(.literal(body.name))")
    case .trail(let body):
      return one("arn:\(.partition):cloudtrail:\(.region):\(.account):trail/\(.literal(body.name))")
    case .metricFilter(let body):
      return one("\(names.logGroup(body)):\(.literal(body.name))")
    case .topic(let body): return one(names.arn(of: body))
    case .topicPolicy(let body): return one(names.topic(body.topic))
    case .alarm(let body): return one(.literal(body.name))
    }
  }

  private func block(_ address: String, _ id: Value) -> Tree {
    .members(["to": .text(address), "id": TerraformValue().tree(id)])
  }
}

/// The names of what exists, spelled out: a block may not ask the resource that it is to import.
private struct ImportNames {
  let graph: ResourceGraph

  func name(of bucket: Bucket) -> Value {
    switch bucket.name {
    case .fixed(let name): .literal(name)
    case .unlessGenerated(let value): value
    }
  }

  func arn(of topic: Topic) -> Value {
    "arn:\(.partition):sns:\(.region):\(.account):\(.literal(topic.name))"
  }

  func bucket(_ reference: Reference<Bucket>) -> Value {
    guard case .bucket(let body)? = graph.resource(reference.id) else { return reference.name }
    return name(of: body)
  }

  func role(_ reference: Reference<Role>) -> Value {
    guard case .role(let body)? = graph.resource(reference.id) else { return reference.name }
    return body.name
  }

  func topic(_ reference: Reference<Topic>) -> Value {
    guard case .topic(let body)? = graph.resource(reference.id) else { return reference.arn }
    return arn(of: body)
  }

  func logGroup(_ filter: MetricFilter) -> Value {
    guard let made = filter.madeLogGroup, case .logGroup(let body)? = graph.resource(made.id) else {
      return filter.logGroup
    }
    return body.name
  }
}
