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

/// What an emitter gives back: the artefacts unless the target cannot hold the graph, and what there is to say.
public struct Emission: Sendable {
  /// The files; none when a diagnostic is an error, several when one cannot hold everything.
  public let artefacts: [Artefact]
  /// Limits of the target and notes.
  public let diagnostics: [Diagnostic]

  /// The file, when there is one and no more.
  public var artefact: Artefact? { artefacts.count == 1 ? artefacts[0] : nil }

  init(artefacts: [Artefact], diagnostics: [Diagnostic]) {
    self.artefacts = artefacts
    self.diagnostics = diagnostics
  }

  /// One file, or none.
  public init(artefact: Artefact?, diagnostics: [Diagnostic]) {
    self.init(artefacts: artefact.map { [$0] } ?? [], diagnostics: diagnostics)
  }
}
