import Diagnostics
import Documents
import GenCore

/// What CloudFormation cannot hold.
///
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
enum CloudFormationLimits {
  /// What is counted in a template.
  enum Measure: CaseIterable {
    case bytes, parameters, resources, outputs

    /// The most that a template may have; bytes when it is passed as text.
    var limit: Int {
      switch self {
      case .bytes: 51_200
      case .parameters, .outputs: 200
      case .resources: 500
      }
    }
  }

  /// More than a template may have.
  struct Excess {
    let measure: Measure
    let found: Int
  }

  /// What stops templates from being deployed.
  static func problems(of templates: [PrintedTemplate], graph: ResourceGraph) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    for reference in templates.flatMap({ dynamicReferences(in: $0.tree) }) {
      let problem = Diagnostic.dynamicReference(reference, graph: graph)
      // One text of the spec stands in several places of the template.
      if problem.range == nil || !problems.contains(where: { $0.range == problem.range }) {
        problems.append(problem)
      }
    }
    return problems + templates.flatMap(\.excesses).map(Diagnostic.tooMuch)
  }

  /// Texts that CloudFormation would expand: it has no escape for `{{resolve:`.
  private static func dynamicReferences(in tree: Tree) -> [String] {
    switch tree {
    case .text(let text), .quotedText(let text), .block(let text): text.contains("{{resolve:") ? [text] : []
    case .integer, .decimal, .boolean: []
    case .list(let elements): elements.flatMap(dynamicReferences)
    case .map(let members): members.flatMap { dynamicReferences(in: $0.value) }
    case .tagged(_, let inner): dynamicReferences(in: inner)
    }
  }
}

extension Diagnostic {
  fileprivate static func dynamicReference(_ text: String, graph: ResourceGraph) -> Diagnostic {
    let place = graph.places.first { $0.value.contains("{{resolve:") && text.contains($0.value) }
    return Diagnostic(
      .error, .dynamicReference, "CloudFormation would expand '{{resolve:' in '\(place?.value ?? text)'",
      at: place?.range,
      hint: "there is no escape for it; in a pattern write %\\x7B\\x7Bresolve% as a regular expression")
  }
  /// A template that no division by control makes small enough.
  fileprivate static func tooMuch(_ excess: CloudFormationLimits.Excess) -> Diagnostic {
    Diagnostic(
      .error, .templateTooLarge,
      "the template has \(excess.found) \(excess.measure); CloudFormation takes \(excess.measure.limit), and leaving controls to further templates is not enough",
      hint:
        "give the spec fewer subscriptions, shorter texts or fewer accounts in 'perAccount'; the other forms have no such limit"
    )
  }
}
