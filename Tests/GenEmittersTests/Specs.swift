import Diagnostics
import GenCore
import GenEmitters
import Testing

/// Compiles small specs for the snippet tests.
enum Specs {
  /// A spec with one control of the user's own on an existing log group; `lines` come after it.
  static func graph(
    _ lines: String = "", pattern: String = "'{ $.x = 1 }'", trail: String = "{ existing: { logGroup: g } }"
  ) throws -> ResourceGraph {
    let text = """
      version: 1
      name: snippet
      controls:
        - id: login
          title: A login
          pattern: \(pattern)
      trail: \(trail)
      \(lines)
      """
    let source = SourceText(file: "s", text: text)
    let result = Compiler.compile(source)
    let words = result.diagnostics.map { TextFormatter(sources: [source]).format($0) }.joined()
    return try #require(result.graph, "\(words)")
  }

  /// The CloudFormation form.
  static func cloudFormation(_ graph: ResourceGraph) throws -> String {
    try #require(CloudFormationEmitter().emit(graph).artefact).text
  }

  /// The Terraform form.
  static func terraform(_ graph: ResourceGraph) throws -> String {
    try #require(TerraformEmitter().emit(graph).artefact).text
  }
}

/// Compiles a whole spec.
enum GenCoreCompiler {
  static func graph(_ text: String) -> ResourceGraph? {
    Compiler.compile(SourceText(file: "s", text: text)).graph
  }
}
