import Diagnostics
import Documents
public import GenCore

/// Emits a graph as a CloudFormation template in YAML, or as several when one cannot hold it.
///
/// Reads the graph; produces the templates, or the limit of CloudFormation that they break. Knows no YAML: the printer does.
public struct CloudFormationEmitter: Sendable {
  private let fileName: String

  /// Makes an emitter. `fileName` is what the template will be called, a path or only a name; further templates are named after it.
  public init(fileName: String = "cloudformation.yaml") { self.fileName = fileName }

  /// The template or templates.
  public func emit(_ graph: ResourceGraph) -> Emission {
    let division = CloudFormationDivision(of: graph) { PrintedTemplate(tree: template($0), graph: $0) }
    let templates = division.templates
    let problems = CloudFormationLimits.problems(of: templates, graph: graph)
    guard !problems.hasErrors else { return Emission(artefacts: [], diagnostics: problems) }
    let artefacts = templates.map { template in
      Artefact(
        fileName: TemplateFile.name(fileName, part: template.graph.part?.number ?? 1), text: template.text,
        isExecutable: false)
    }
    guard templates.count > 1 else { return Emission(artefacts: artefacts, diagnostics: problems) }
    let note = Diagnostic.templateDivided(division, graph: graph, files: artefacts.map(\.fileName))
    return Emission(artefacts: artefacts, diagnostics: problems + [note])
  }

  /// The graph of each template; the graph itself when one template is enough or no division helps.
  public func parts(of graph: ResourceGraph) -> [ResourceGraph] {
    CloudFormationDivision(of: graph) { PrintedTemplate(tree: template($0), graph: $0) }.templates.map(
      \.graph)
  }

  /// The template that imports resources which exist: without outputs, which an import may not add.
  ///
  /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/import-resources-manually.html
  func importTemplate(_ graph: ResourceGraph) -> Tree {
    let purpose = "Imports what exists; deploy the ordinary template over it afterwards."
    return template(graph, description: "\(graph.summary). \(purpose)", isImport: true)
  }

  private func template(_ graph: ResourceGraph) -> Tree {
    let sentences = [graph.summary] + Notices.notices(of: graph)
    return template(graph, description: sentences.joined(separator: ". ") + ".", isImport: false)
  }

  private func template(_ graph: ResourceGraph, description: String, isImport: Bool) -> Tree {
    let parameters = CloudFormationParameters(graph: graph)
    return .members([
      "AWSTemplateFormatVersion": .quotedText("2010-09-09"),
      "Description": .text(description),
      "Metadata": parameters.interface.map { .members(["AWS::CloudFormation::Interface": $0]) },
      "Parameters": parameters.section, "Conditions": conditions(graph),
      "Resources": CloudFormationResources(graph: graph, isImport: isImport).section,
      "Outputs": isImport ? nil : outputs(graph),
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
    let logGroup: Value? =
      switch graph.source {
      case .existing(let name), .centralized(let name): name
      case .made(let group): group.name
      case .nothing: nil
      }
    let alarms = graph.raised.map { control, alarm, phrase in
      Tree.Member(
        CloudFormationNames.logicalID(alarm.id), output("Alarm on \(control.title)\(phrase)", alarm.arn))
    }
    return .map(
      (logGroup.map { [Tree.Member("LogGroup", output("Log group that the filters read", $0))] } ?? [])
        + [Tree.Member("Topic", output("Topic that the alarms tell", graph.topic))] + alarms)
  }
}
