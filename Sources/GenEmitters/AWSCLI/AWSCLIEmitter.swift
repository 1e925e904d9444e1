public import GenCore

/// Emits the runbook: POSIX-sh scripts of AWS CLI commands.
///
/// Source: https://docs.aws.amazon.com/cli/latest/reference/
public struct AWSCLIEmitter {
  /// What a script does.
  public enum Action: String, Hashable, Sendable, CaseIterable {
    /// Sets everything up; run again, it changes nothing.
    case apply
    /// Compares every field with the account; changes nothing.
    case verify
    /// Runs sample events through the filters, and raises the alarms when asked to.
    case test
    /// Removes what `apply` made, except audit logs.
    case remove

    /// The script's file name.
    public var fileName: String { "\(rawValue).sh" }
  }

  /// Makes an emitter.
  public init() {}

  /// The script of an action. `test` sends the samples of the graph's controls.
  public func emit(_ graph: ResourceGraph, action: Action) -> Emission {
    let values = ShellValues(graph: graph)
    let script =
      switch action {
      case .apply: ApplyScript(values: values).script
      case .verify: VerifyScript(values: values).script
      case .remove: RemoveScript(values: values).script
      case .test: TestScript(values: values).script
      }
    let artefact = Artefact(
      fileName: action.fileName, text: ShellPrinter().print(script), isExecutable: true)
    return Emission(artefact: artefact, diagnostics: [])
  }
}
