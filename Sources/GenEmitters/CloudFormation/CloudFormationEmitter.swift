import Diagnostics
import Documents
public import GenCore

/// Emits a graph as a CloudFormation template in YAML.
///
/// Reads the graph; produces one artefact, or the limit of CloudFormation that it breaks. Knows no YAML: the printer does.
public struct CloudFormationEmitter: Sendable {
  /// Makes an emitter.
  public init() {}

  /// The template.
  public func emit(_ graph: ResourceGraph) -> Emission {
    let tree = template(graph)
    let text = YAMLPrinter(
      heading: Notices.heading(of: graph), spacedSections: ["Parameters", "Resources", "Outputs"]
    ).print(tree)
    let problems = CloudFormationLimits.problems(of: tree, text: text, graph: graph)
    let artefact = Artefact(fileName: "cloudformation.yaml", text: text, isExecutable: false)
    return Emission(artefact: problems.hasErrors ? nil : artefact, diagnostics: problems)
  }

  private func template(_ graph: ResourceGraph) -> Tree {
    let parameters = CloudFormationParameters(graph: graph)
    return .members([
      "AWSTemplateFormatVersion": .quotedText("2010-09-09"),
      "Description": .text(([graph.summary] + Notices.notices(of: graph)).joined(separator: ". ") + "."),
      "Metadata": .members(["AWS::CloudFormation::Interface": parameters.interface]),
      "Parameters": parameters.section, "Conditions": conditions(graph),
      "Resources": CloudFormationResources(graph: graph).section, "Outputs": outputs(graph),
    ])
  }

  /// Whether the stack is in the home Region, and whether it makes its storage.
  private func conditions(_ graph: ResourceGraph) -> Tree? {
    func equal(_ name: String, _ other: Tree) -> Tree {
      .tagged("!Equals", .list([.tagged("!Ref", .text(name)), other]))
    }
    let isHome =
      graph.scope == .stackset
      ? equal("AWS::Region", .tagged("!Ref", .text(CloudFormationNames.homeRegion))) : nil
    var makesStorage: Tree?
    if case .made = graph.source {
      let isNew = equal(CloudFormationNames.storageExists, .quotedText("false"))
      makesStorage = isHome.map { .tagged("!And", .list([$0, isNew])) } ?? isNew
    }
    let conditions = Tree.members([
      CloudFormationNames.isHomeRegion: isHome, CloudFormationNames.makesStorage: makesStorage,
    ])
    return conditions.isEmptyCollection ? nil : conditions
  }

  private func outputs(_ graph: ResourceGraph) -> Tree {
    let values = CloudFormationValue(graph: graph)
    func output(_ description: String, _ value: Value) -> Tree {
      .members([
        "Description": .text(description),
        "Condition": graph.scope == .stackset ? .text(CloudFormationNames.isHomeRegion) : nil,
        "Value": values.tree(value),
      ])
    }
    let logGroup: Value =
      switch graph.source {
      case .existing(let name): name
      case .made(let group): group.name
      }
    let alarms = graph.controls.map { control in
      Tree.Member(
        CloudFormationNames.logicalID(control.alarm.id),
        output("Alarm on \(control.title)", control.alarm.arn))
    }
    return .map(
      [
        Tree.Member("LogGroup", output("Log group that the filters read", logGroup)),
        Tree.Member("Topic", output("Topic that the alarms tell", graph.topic)),
      ] + alarms)
  }
}
