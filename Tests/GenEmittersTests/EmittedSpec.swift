import Diagnostics
import GenCore
import Testing

@testable import GenEmitters

/// A spec in both forms, and what was said of it.
struct EmittedSpec {
  let cloudFormation: String
  let terraform: String
  /// `apply.sh`.
  let script: String
  let diagnostics: [Diagnostic]

  /// The codes of the errors.
  var errors: [Int] { diagnostics.filter { $0.severity == .error }.map { Int($0.code.number) } }

  /// Adds what every spec needs to some lines of YAML.
  init(_ lines: String, controls: String = "[root-usage]", part: DeploymentPart? = nil) {
    let chosen = controls.isEmpty ? "" : "controls: \(controls)\n"
    let text = "version: 1\nname: tried\n\(chosen)\(lines)\n"
    let result = Compiler.compile(SourceText(file: "spec.yaml", bytes: Array(text.utf8)), part: part)
    script = result.graph.flatMap { AWSCLIEmitter().emit($0, action: .apply).artefact?.text } ?? ""
    let forms = result.graph.map { (CloudFormationEmitter().emit($0), TerraformEmitter().emit($0)) }
    cloudFormation = forms?.0.artefact?.text ?? ""
    terraform = forms?.1.artefact?.text ?? ""
    diagnostics = result.diagnostics + (forms?.0.diagnostics ?? []) + (forms?.1.diagnostics ?? [])
  }

  /// The resource with a logical id, as text.
  func resource(_ logicalID: String) -> String {
    block(from: "  \(logicalID):\n", in: cloudFormation, indent: "    ")
  }

  /// The lines after a heading that are indented under it.
  private func block(from heading: String, in text: String, indent: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0 + "\n" == heading }) else { return "" }
    return lines[(start + 1)...].prefix { $0.hasPrefix(indent) }.joined(separator: "\n")
  }
}
