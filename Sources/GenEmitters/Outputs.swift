public import Diagnostics
public import GenCore

/// Every artefact of a spec, in the order in which they are listed. A form that lacks a feature as a whole is left out with a warning; the
/// others deploy the spec.
public enum Outputs {
  /// The artefacts, none of them when one cannot be emitted, and all that there is to say.
  public static func emit(_ graph: ResourceGraph) -> (artefacts: [Artefact], diagnostics: [Diagnostic]) {
    let scripts = AWSCLIEmitter.Action.allCases.map { AWSCLIEmitter().emit(graph, action: $0) }
    let sets =
      graph.stackSet == nil
      ? [] : StackSetEmitter.Format.allCases.map { StackSetEmitter().emit(graph, format: $0) }
    let emissions = [CloudFormationEmitter().emit(graph), TerraformEmitter().emit(graph)] + scripts + sets
    let diagnostics = emissions.flatMap(\.diagnostics).map { found in
      guard found.code.number == DiagnosticCode.systemFieldsNotInTerraform.number else { return found }
      var found = found
      found.severity = .warning
      return found
    }
    return (diagnostics.hasErrors ? [] : emissions.flatMap(\.artefacts), diagnostics)
  }
}
