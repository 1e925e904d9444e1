import ArgumentParser
import Diagnostics
import GenCore
import GenEmitters

/// `gen all`
struct AllCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "all", abstract: "Write every artefact of one or more specs into DIR/<name>/.",
    discussion: """
      A spec's folder that holds nothing else is replaced in one step: after an interruption it holds the old artefacts or the new \
      ones. Files in it that gen does not write stay where they are, and each artefact beside them is replaced by itself.
      """)

  @Argument(help: ArgumentHelp("Specs, or '-' for standard input.", valueName: "spec"))
  var specs: [String] = []

  @Option(name: [.short, .long], help: "A built-in template; may be repeated.")
  var template: [String] = []

  @Option(name: [.short, .long], help: ArgumentHelp("The folder to write into.", valueName: "dir"))
  var output: String

  @Flag(
    help: "Write nothing; exit 1 when a file is missing, different, or there without being written by gen.")
  var check = false

  func validate() throws {
    for name in template { try SpecOptions.check(name) }
  }

  func run() throws {
    let folders = try emitAll()
    var isDifferent = false
    for (name, artefacts) in folders {
      let folder = OutputFolder(parent: output, name: name)
      do throws(SystemFailure) {
        if check {
          let differences = try folder.differences(from: artefacts)
          for difference in differences { Terminal.say("gen: \(difference)") }
          isDifferent = isDifferent || !differences.isEmpty
        } else {
          try folder.replace(with: artefacts)
          for artefact in artefacts { Terminal.say("gen: wrote \(folder.path)/\(artefact.fileName)") }
        }
      } catch {
        throw Terminal.fail(error)
      }
    }
    if isDifferent { throw ExitStatus.inputHasErrors }
  }

  /// Compiles and emits everything before the first byte is written, so that an error leaves all as it was.
  private func emitAll() throws -> [(name: String, artefacts: [Artefact])] {
    var folders: [(name: String, artefacts: [Artefact])] = []
    var hasErrors = false
    for source in try sources() {
      let result = try SpecSources.result(of: source)
      let emitted = result.graph.map(Outputs.emit)
      let diagnostics = result.diagnostics + (emitted?.diagnostics ?? [])
      Terminal.say(diagnostics, sources: [source])
      if let graph = result.graph, let emitted, !diagnostics.hasErrors {
        if folders.contains(where: { $0.name == graph.name }) {
          Terminal.say("gen: two specs are named '\(graph.name)'; each needs a folder of its own")
          hasErrors = true
        }
        folders.append((graph.name, emitted.artefacts))
      } else {
        hasErrors = true
      }
    }
    if hasErrors { throw ExitStatus.inputHasErrors }
    return folders
  }

  private func sources() throws -> [SourceText] {
    if specs.isEmpty, template.isEmpty {
      let options = try SpecOptions.parse([])
      return [try options.source()]
    }
    return try specs.map { try SpecSources.read($0) } + template.compactMap { Template.find($0)?.source }
  }
}
