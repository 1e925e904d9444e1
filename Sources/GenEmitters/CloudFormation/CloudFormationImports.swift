import Diagnostics
import Documents
public import GenCore

/// Emits what an import of existing resources into a stack takes: the list of resources, and the template of the change set.
///
/// Reads the graph of one template; produces `resources-to-import.json` or `import.yaml`. An import makes and changes nothing, so the template holds
/// no output and nothing but what is in the list, each with a DeletionPolicy. A topic's policy cannot be imported, and the id of a subscription only
/// AWS knows: both are set again, without harm, by the ordinary template that is deployed afterwards.
///
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/import-resources-manually.html,
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resource-import-supported-resources.html and
/// https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1476
public struct CloudFormationImports: Sendable {
  private static let leftOut: Set<Resource.Kind> = [.topicPolicy, .subscription]

  private let place: ImportPlace

  /// Makes an emitter for what exists in a place.
  public init(place: ImportPlace) { self.place = place }

  /// The list of resources, or what is missing to name them.
  public func emitList(_ graph: ResourceGraph) -> Emission {
    let identifiers = ImportIdentifiers(graph: graph, place: place)
    var entries: [Tree] = []
    var problems: [Diagnostic] = []
    for resource in graph.resources {
      do throws(ImportIdentifiers.Unknown) {
        guard let identifier = try identifiers.identifier(of: resource) else { continue }
        entries.append(entry(resource, identifier))
      } catch {
        problems.append(.importNeeds(error, for: resource, in: graph))
      }
    }
    problems += unknownIdentifiers(graph)
    guard problems.isEmpty else {
      return Emission(artefacts: [], diagnostics: Self.once(problems))
    }
    let artefact = Artefact(
      fileName: "resources-to-import.json", text: JSONPrinter().print(.list(entries)), isExecutable: false)
    return Emission(artefact: artefact, diagnostics: [.importSteps(entries.count, graph, place: place)])
  }

  /// The template of the change set.
  public func emitTemplate(_ graph: ResourceGraph) -> Emission {
    let kept = graph.removing(Self.leftOut)
    let template = PrintedTemplate(tree: CloudFormationEmitter().importTemplate(kept), graph: kept)
    let problems = CloudFormationLimits.problems(of: [template], graph: graph)
    let artefact = Artefact(fileName: "import.yaml", text: template.text, isExecutable: false)
    return Emission(artefact: problems.hasErrors ? nil : artefact, diagnostics: problems)
  }

  private func entry(_ resource: Resource, _ identifier: [(property: String, value: String)]) -> Tree {
    .members([
      "ResourceType": .text(CloudFormationNames.type(resource.id.kind)),
      "LogicalResourceId": .text(CloudFormationNames.logicalID(resource.id)),
      "ResourceIdentifier": .map(identifier.map { Tree.Member($0.property, .text($0.value)) }),
    ])
  }

  /// Identifiers for resources that have no other name than that of the spec, or that the template does not have.
  private func unknownIdentifiers(_ graph: ResourceGraph) -> [Diagnostic] {
    let takers = graph.resources.filter { [.key, .bucket, .role].contains($0.id.kind) }.map {
      CloudFormationNames.logicalID($0.id)
    }
    return place.identifiers.keys.sorted().filter { !takers.contains($0) }.map {
      .noSuchIdentifier($0, takers: takers)
    }
  }

  /// One thing that is missing is said once.
  private static func once(_ problems: [Diagnostic]) -> [Diagnostic] {
    problems.enumerated().filter { index, problem in !problems[..<index].contains(problem) }.map(\.element)
  }
}
