import Documents
import GenCore

/// A template as a tree and as text, with the graph that it was made from.
struct PrintedTemplate {
  let graph: ResourceGraph
  let tree: Tree
  let text: String

  init(tree: Tree, graph: ResourceGraph) {
    self.graph = graph
    self.tree = tree
    text = YAMLPrinter(
      heading: Notices.heading(of: graph), spacedSections: ["Parameters", "Resources", "Outputs"]
    ).print(tree)
  }

  /// The limits of CloudFormation that it is over.
  var excesses: [CloudFormationLimits.Excess] {
    CloudFormationLimits.Measure.allCases.compactMap { measure in
      let found =
        switch measure {
        case .bytes: text.utf8.count
        case .parameters: entries(of: "Parameters")
        case .resources: entries(of: "Resources")
        case .outputs: entries(of: "Outputs")
        }
      return found > measure.limit ? .init(measure: measure, found: found) : nil
    }
  }

  private func entries(of section: String) -> Int {
    guard case .map(let sections) = tree,
      case .map(let members)? = sections.first(where: { $0.key == section })?.value
    else { return 0 }
    return members.count
  }
}
