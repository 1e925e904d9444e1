public import Diagnostics

/// One emitted and printed file in memory.
public struct Artefact: Hashable, Sendable {
  /// The name in the folder of the spec's outputs.
  public let fileName: String
  /// The text, ending in a line break.
  public let text: String
  /// Whether the file is a script to run.
  public let isExecutable: Bool
}

/// What an emitter gives back: the artefact unless the target cannot hold the graph, and what there is to say.
public struct Emission: Sendable {
  /// The file, or nil when a diagnostic is an error.
  public let artefact: Artefact?
  /// Limits of the target and notes.
  public let diagnostics: [Diagnostic]
}
