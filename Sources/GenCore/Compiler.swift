public import Diagnostics

/// From a spec to what it deploys.
///
///     SourceText -> SpecReader -> Spec -> ControlResolver -> [ResolvedControl] -> Lowering -> ResourceGraph
///
/// Reads bytes; produces a graph and diagnostics; opens no file. Each stage stands alone and reports all that it finds; a stage with
/// an error ends the run, since the next would only repeat it.
public enum Compiler {
  /// What compiling gives.
  public struct Result: Sendable {
    /// The graph, unless a diagnostic is an error.
    public let graph: ResourceGraph?
    /// The spec, when it could be read; for what needs its files, such as samples.
    public let spec: Spec?
    /// Errors, warnings and notes, in reading order.
    public let diagnostics: [Diagnostic]
  }

  /// Compiles one spec.
  public static func compile(_ source: SourceText) -> Result {
    let (spec, readProblems) = SpecReader.read(source)
    guard let spec else {
      return Result(graph: nil, spec: nil, diagnostics: readProblems.sortedByPosition())
    }
    var resolver = ControlResolver(spec: spec, source: source)
    let controls = resolver.resolve()
    let diagnostics = readProblems + resolver.problems
    guard !diagnostics.hasErrors else {
      return Result(graph: nil, spec: spec, diagnostics: diagnostics.sortedByPosition())
    }
    let graph = Lowering(spec: spec, controls: controls).graph()
    let notes = DeliveryNotes.notes(of: spec, controls: controls)
    return Result(graph: graph, spec: spec, diagnostics: (diagnostics + notes).sortedByPosition())
  }
}
