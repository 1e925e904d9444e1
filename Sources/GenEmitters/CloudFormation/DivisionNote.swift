import Diagnostics
import GenCore

extension Diagnostic {
  /// Why there are several templates, and the commands that deploy them in their order.
  ///
  /// Source: https://docs.aws.amazon.com/cli/latest/reference/cloudformation/deploy/ and
  /// https://docs.aws.amazon.com/cli/latest/reference/cloudformation/create-stack-set.html
  static func templateDivided(_ division: CloudFormationDivision, graph: ResourceGraph, files: [String])
    -> Diagnostic
  {
    let reasons = division.excesses.map { "\($0.found) \($0.measure) of at most \($0.measure.limit)" }
    let what = graph.scope == .stackset ? "a StackSet" : "a stack"
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
    let name = graph.stackName + (number > 1 ? "-\(number)" : "")
    let hasRole = graph.resources.contains { $0.id.kind == .role }
    let words: [ShellWord] =
      graph.scope == .stackset
      ? [
        "aws", "cloudformation", "create-stack-set", .option("stack-set-name", .text(name)),
        .option("template-body", .text("file://\(file)")),
      ]
      : [
        "aws", "cloudformation", "deploy", .option("stack-name", .text(name)),
        .option("template-file", .text(file)),
      ]
    return (words + (hasRole ? ["--capabilities=CAPABILITY_IAM"] : [])).map(\.spelling).joined(separator: " ")
  }
}
