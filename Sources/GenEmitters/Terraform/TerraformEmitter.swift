import Diagnostics
import Documents
public import GenCore

/// Emits a graph as a Terraform configuration in JSON, usable as a root configuration and as a module.
///
/// Reads the graph; produces `main.tf.json`. Knows no JSON: the printer does.
public struct TerraformEmitter: Sendable {
  /// Makes an emitter.
  public init() {}

  /// The configuration.
  public func emit(_ graph: ResourceGraph) -> Emission {
    let resources = TerraformResources(graph: graph)
    let sections = Tree.members([
      "//": .text(
        (Notices.heading(of: graph) + Notices.notices(of: graph).map { "\($0)." }).joined(separator: " ")),
      "terraform": .members([
        "required_version": .text(">= 1.3"),
        "required_providers": .members([
          "aws": .members(["source": .text("hashicorp/aws"), "version": .text(">= 5.0")])
        ]),
      ]),
      "variable": TerraformVariables(graph: graph).section,
      "data": grouped(
        surroundings(of: graph) + TerraformLookups(graph: graph).blocks + resources.documents),
      "resource": grouped(resources.resources),
      "output": outputs(graph),
    ])
    let artefact = Artefact(
      fileName: "main.tf.json", text: JSONPrinter().print(sections), isExecutable: false)
    let problems = TerraformLimits.problems(of: graph)
    return Emission(artefact: problems.hasErrors ? nil : artefact, diagnostics: problems)
  }

  /// Blocks of one type stand together, in the order of the first of each.
  private func grouped(_ blocks: [TerraformBlock]) -> Tree? {
    var types: [String] = []
    for block in blocks where !types.contains(block.type) { types.append(block.type) }
    guard !types.isEmpty else { return nil }
    return .map(
      types.map { type in
        Tree.Member(type, .map(blocks.filter { $0.type == type }.map { Tree.Member($0.name, $0.body) }))
      })
  }

  /// Where the configuration is applied. Policies need all three; a graph without a policy needs none.
  private func surroundings(of graph: ResourceGraph) -> [TerraformBlock] {
    guard graph.resources.contains(where: { $0.id.kind == .topicPolicy || $0.id.kind == .trail }) else {
      return []
    }
    return ["aws_caller_identity", "aws_partition", "aws_region"].map {
      TerraformBlock(type: $0, name: "current", body: .map([]))
    }
  }

  private func outputs(_ graph: ResourceGraph) -> Tree {
    let values = TerraformValue()
    func output(_ description: String, _ value: Value) -> Tree {
      .members(["description": .text(description), "value": values.tree(value)])
    }
    let logGroup: Value? =
      switch graph.source {
      case .existing(let name), .centralized(let name): name
      case .made(let group): group.name
      case .nothing: nil
      }
    let alarms = graph.raised.map { control, alarm, phrase in
      Tree.Member(
        alarm.id.role.appending("alarm").snakeCase,
        output("Alarm on \(control.title)\(phrase)", alarm.arn))
    }
    return .map(
      (logGroup.map { [Tree.Member("log_group", output("Log group that the filters read", $0))] } ?? [])
        + [Tree.Member("topic", output("Topic that the alarms tell", graph.topic))] + alarms)
  }
}
