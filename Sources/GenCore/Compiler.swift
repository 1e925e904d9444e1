public import Diagnostics

/// From a spec to what it deploys.
///
///     SourceText -> SpecReader -> Spec -> ControlResolver -> [ResolvedControl] -> Lowering -> ResourceGraph
///
/// Reads bytes; produces a graph and diagnostics; opens no file. Reading and resolving report all that they find in one run; only a spec
/// without an error is lowered.
public enum Compiler {
  /// What compiling gives.
  public struct Result: Sendable {
    /// The graph, unless a diagnostic is an error.
    public let graph: ResourceGraph?
    /// The spec, when it has no error; for what needs its files, such as samples.
    public let spec: Spec?
    /// Errors, warnings and notes, in reading order.
    public let diagnostics: [Diagnostic]
  }

  /// Compiles a spec that names no sample files, or whose sample files do not matter.
  public static func compile(_ source: SourceText, part: DeploymentPart? = nil) -> Result {
    compile(source, part: part) { _ in [] }
  }

  /// Compiles one spec. `readSamples` gives the events of a file that a control names, by the name in the spec. `part` takes some
  /// of the controls only.
  ///
  /// - Throws: what `readSamples` throws.
  public static func compile<Failure: Error>(
    _ source: SourceText, part: DeploymentPart? = nil, readSamples: (String) throws(Failure) -> [String]
  ) throws(Failure) -> Result {
    let (spec, readProblems) = SpecReader.read(source)
    guard let spec else {
      return Result(graph: nil, spec: nil, diagnostics: readProblems.sortedByPosition())
    }
    var resolver = ControlResolver(spec: spec, source: source, isWhole: !readProblems.hasErrors)
    let controls = try resolver.resolve(readSamples: readSamples)
    let rules = ScopeRules(spec: spec, controls: controls, part: part)
    let chosen = rules.choose()
    let places = PlaceAgreement(spec: spec, scope: rules.scope)
    let diagnostics =
      readProblems + resolver.problems
      + (resolver.problems.hasErrors
        ? [] : chosen.problems + FilterQuota.problems(of: chosen.controls) + places.problems)
    guard !diagnostics.hasErrors else {
      // Notes speak of what would be deployed, which is not known yet.
      let problems = diagnostics.filter { $0.severity != .note }
      return Result(graph: nil, spec: nil, diagnostics: problems.sortedByPosition())
    }
    let graph = Lowering(spec: spec, controls: chosen.controls, scope: rules.scope).graph()
    let notes =
      DeliveryNotes.notes(of: spec, controls: chosen.controls, scope: rules.scope)
      + StackSetNotes.notes(of: spec, scope: rules.scope)
    return Result(graph: graph, spec: spec, diagnostics: (diagnostics + notes).sortedByPosition())
  }
}
