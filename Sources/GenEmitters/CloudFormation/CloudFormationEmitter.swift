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
    let conditions = Tree.members([
      CloudFormationNames.makesStorage: .tagged(
        "!Equals", .list([.tagged("!Ref", .text(CloudFormationNames.storageExists)), .quotedText("false")]))
    ])
    var makesStorage = false
    if case .made = graph.source { makesStorage = true }
    return .members([
      "AWSTemplateFormatVersion": .quotedText("2010-09-09"),
      "Description": .text(([graph.summary] + Notices.notices(of: graph)).joined(separator: ". ") + "."),
      "Metadata": .members(["AWS::CloudFormation::Interface": parameters.interface]),
      "Parameters": parameters.section, "Conditions": makesStorage ? conditions : nil,
      "Resources": CloudFormationResources(graph: graph).section, "Outputs": outputs(graph),
    ])
  }

  private func outputs(_ graph: ResourceGraph) -> Tree {
    let values = CloudFormationValue(graph: graph)
    func output(_ description: String, _ value: Value) -> Tree {
      .members(["Description": .text(description), "Value": values.tree(value)])
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
