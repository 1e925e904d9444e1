import Diagnostics
import Foundation
import GenCore
import GenEmitters
import Testing

/// Every template gives exactly the files of its folder under `output/`, and nothing else is there.
@Suite struct GoldenTests {
  @Test(arguments: Template.all.map(\.name))
  func everyTemplateGivesItsGolden(name: String) throws {
    let template = try #require(Template.find(name))
    let result = Compiler.compile(template.source)
    let graph = try #require(
      result.graph, "\(TextFormatter(sources: [template.source]).text(of: result.diagnostics))")
    #expect(graph.name == name, "a template's spec has the name of its file")
    let (artefacts, diagnostics) = Outputs.emit(graph)
    #expect(!diagnostics.hasErrors)
    let folder = Repository.output.appending(path: name)
    if Repository.isRecording { return try record(artefacts, in: folder) }
    let found = try Repository.names(in: folder)
    #expect(
      found == artefacts.map(\.fileName).sorted(), "record with: GEN_RECORD=1 swift test --filter GoldenTests"
    )
    for artefact in artefacts {
      let file = folder.appending(path: artefact.fileName)
      guard let bytes = try? Data(contentsOf: file) else { continue }
      #expect(
        bytes == Data(artefact.text.utf8),
        "output/\(name)/\(artefact.fileName) differs:\n\(difference(from: bytes, to: artefact.text))")
      #expect(FileManager.default.isExecutableFile(atPath: file.path) == artefact.isExecutable)
    }
  }

  @Test func everyFolderUnderOutputBelongsToATemplate() throws {
    #expect(try Repository.names(in: Repository.output) == Template.all.map(\.name).sorted())
  }

  @Test func everyFileUnderTemplatesIsBuiltIn() throws {
    let files = try Repository.names(in: Repository.templates)
    #expect(files == Template.all.map { "\($0.name).yaml" }.sorted())
    for template in Template.all {
      let file = Repository.templates.appending(path: "\(template.name).yaml")
      #expect(
        try Data(contentsOf: file) == Data(template.source.bytes),
        "rebuild: \(template.name) is not the file's")
    }
  }

  private func record(_ artefacts: [Artefact], in folder: URL) throws {
    let files = FileManager.default
    try? files.removeItem(at: folder)
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    for artefact in artefacts {
      let file = folder.appending(path: artefact.fileName)
      try Data(artefact.text.utf8).write(to: file)
      try files.setAttributes(
        [.posixPermissions: artefact.isExecutable ? 0o755 : 0o644], ofItemAtPath: file.path)
    }
    Issue.record("recorded \(folder.lastPathComponent); review it with git diff")
  }

  /// The first lines that differ, which is what a reader needs to find the place.
  private func difference(from golden: Data, to text: String) -> String {
    let old = String(decoding: golden, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let changes = new.difference(from: old).prefix(20)
    return changes.map { change in
      switch change {
      case .insert(let offset, let line, _): "+\(offset + 1): \(line)"
      case .remove(let offset, let line, _): "-\(offset + 1): \(line)"
      }
    }.joined(separator: "\n")
  }
}

extension TextFormatter {
  fileprivate func text(of diagnostics: [Diagnostic]) -> String { diagnostics.map(format).joined() }
}
