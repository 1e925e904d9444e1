import Diagnostics
import Documents
import GenCore

/// What CloudFormation cannot hold.
///
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
enum CloudFormationLimits {
  /// The largest template that can be passed as text, in bytes.
  static let templateBytes = 51_200

  static func problems(of tree: Tree, text: String, graph: ResourceGraph) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    for reference in dynamicReferences(in: tree) {
      let problem = Diagnostic.dynamicReference(reference, graph: graph)
      // One text of the spec stands in several places of the template.
      if problem.range == nil || !problems.contains(where: { $0.range == problem.range }) {
        problems.append(problem)
      }
    }
    if text.utf8.count > templateBytes { problems.append(.templateTooLarge(text.utf8.count)) }
    if graph.parameters.count > 199 { problems.append(.tooMany("parameters", graph.parameters.count, 200)) }
    if graph.resources.count > 500 { problems.append(.tooMany("resources", graph.resources.count, 500)) }
    return problems
  }

  /// Texts that CloudFormation would expand: it has no escape for `{{resolve:`.
  private static func dynamicReferences(in tree: Tree) -> [String] {
    switch tree {
    case .text(let text), .quotedText(let text): text.contains("{{resolve:") ? [text] : []
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
  fileprivate static func templateTooLarge(_ bytes: Int) -> Diagnostic {
    Diagnostic(
      .error, .templateTooLarge,
      "the template has \(bytes) bytes; CloudFormation takes \(CloudFormationLimits.templateBytes)",
      hint: "divide the controls between two specs")
  }
  fileprivate static func tooMany(_ what: String, _ count: Int, _ limit: Int) -> Diagnostic {
    Diagnostic(
      .error, .templateTooLarge, "the template has \(count) \(what); CloudFormation takes \(limit)",
      hint: "divide the controls between two specs")
  }
}
