import Diagnostics
import GenCore

extension Diagnostic {
  /// Why there are several templates, and the commands that deploy them in their order.
  ///
  /// Source: https://docs.aws.amazon.com/cli/latest/reference/cloudformation/deploy/
  static func templateDivided(_ division: CloudFormationDivision, graph: ResourceGraph, files: [String])
    -> Diagnostic
  {
    let reasons = division.excesses.map { "\($0.found) \($0.measure) of at most \($0.measure.limit)" }
    let what = graph.scope == .stackset ? "a StackSet, by the scripts of 'gen all'," : "a stack"
    let commands = zip(division.templates, files).map { template, file in
      Note(command(for: template.graph, file: file))
    }
    return Diagnostic(
      .note, .templateDivided,
      "the controls are divided between \(files.count) templates; one would have \(reasons.joined(separator: " and "))",
      hint:
        "make \(what) of each, the first before the others; give a parameter that you change the same value in all",
      notes: commands)
  }

  private static func command(for graph: ResourceGraph, file: String) -> String {
    let number = graph.part?.number ?? 1
    guard graph.scope != .stackset else {
      return "./\(TemplateFile.name("stackset.sh", part: number)) apply"
    }
    let name = graph.stackName + (number > 1 ? "-\(number)" : "")
    let hasRole = graph.resources.contains { $0.id.kind == .role }
    var words: [ShellWord] = [
      "aws", "cloudformation", "deploy", .option("stack-name", .text(name)),
      .option("template-file", .text(file)),
    ]
    if hasRole { words.append("--capabilities=CAPABILITY_IAM") }
    if !graph.parametersToGive.isEmpty {
      words.append("--parameter-overrides")
      words += graph.parametersToGive.map { .text("\($0)=VALUE") }
    }
    return words.map(\.spelling).joined(separator: " ")
  }
}

extension ResourceGraph {
  /// The parameters that have no default in a template.
  var parametersToGive: [String] {
    parameters.compactMap { if case .lookup = $0.kind { $0.name.pascalCase } else { nil } }
  }
}
