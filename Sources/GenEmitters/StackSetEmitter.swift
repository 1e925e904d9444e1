import Diagnostics
public import GenCore

/// Emits what deploys a graph to many accounts: a script that manages the StackSet, or a template that declares it.
///
/// Both carry the template of the stacks; both refuse a graph that is deployed once.
public struct StackSetEmitter: Sendable {
  /// In what form.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    /// POSIX sh with AWS CLI commands.
    case sh
    /// A template with the resource AWS::CloudFormation::StackSet.
    case cloudformation
  }

  /// Makes an emitter.
  public init() {}

  /// The artefact, or one for each of several templates, unless the graph is no StackSet or CloudFormation cannot hold its template.
  public func emit(_ graph: ResourceGraph, format: Format) -> Emission {
    guard graph.stackSet != nil else {
      return Emission(artefact: nil, diagnostics: [.noStackSet(graph)])
    }
    let parts = CloudFormationEmitter().parts(of: graph)
    let emissions = parts.map { emit(part: $0, format: format) }
    return Emission(
      artefacts: emissions.flatMap(\.artefacts), diagnostics: emissions.flatMap(\.diagnostics))
  }

  private func emit(part graph: ResourceGraph, format: Format) -> Emission {
    let stack = CloudFormationEmitter().emit(graph)
    guard let set = graph.stackSet, let template = stack.artefact?.text else { return stack }
    let values = StackSetValues(graph: graph, set: set)
    switch format {
    case .sh:
      let text = ShellPrinter().print(StackSetScript(values: values, template: template).script)
      let artefact = Artefact(fileName: StackSetScript.fileName(of: graph), text: text, isExecutable: true)
      return Emission(artefact: artefact, diagnostics: [])
    case .cloudformation:
      let text = StackSetTemplate(values: values, template: template).text
      let artefact = Artefact(fileName: StackSetTemplate.fileName(of: graph), text: text, isExecutable: false)
      let bytes = text.utf8.count
      return Emission(
        artefact: artefact,
        diagnostics: bytes > StackSetLimits.templateBytes ? [.passedByBucket(bytes, graph)] : [])
    }
  }
}

extension Diagnostic {
  fileprivate static func noStackSet(_ graph: ResourceGraph) -> Diagnostic {
    Diagnostic(
      .error, .noStackSet, "'\(graph.name)' is deployed once, not as a StackSet",
      hint: graph.scope == .managementAccount
        ? "'gen cloudformation' writes the stack of the management account"
        : "write 'deploy: { scope: stackset }'")
  }
  fileprivate static func passedByBucket(_ bytes: Int, _ graph: ResourceGraph) -> Diagnostic {
    Diagnostic(
      .warning, .passedByBucket,
      "\(StackSetTemplate.fileName(of: graph)) has \(bytes) bytes with the StackSet's template in it; as text CloudFormation takes \(StackSetLimits.templateBytes)",
      hint:
        "deploy it with 'aws cloudformation deploy --s3-bucket', or use \(StackSetScript.fileName(of: graph))"
    )
  }
}
