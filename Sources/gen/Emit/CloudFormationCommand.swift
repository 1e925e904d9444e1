import ArgumentParser
import Diagnostics
import GenCore
import GenEmitters

/// `gen cloudformation`
struct CloudFormationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cloudformation", abstract: "Write a CloudFormation template in YAML.",
    discussion: """
      A spec that one template cannot hold gives several, divided by control: with -o they are FILE, FILE with -2 before its ending, and so \
      on. What is said then names the order and the commands.
      """)

  @OptionGroup var options: SpecOptions
  @OptionGroup var part: PartOption
  @OptionGroup var output: OutputOption
  @OptionGroup var imports: ImportOptions

  @Option(
    name: .customLong("part"),
    help: ArgumentHelp("Only this one of several templates, counted from 1.", valueName: "number"))
  var number: Int?

  func validate() throws {
    if let number, number < 1 { throw ValidationError("there is no part \(number); the first is 1") }
  }

  func run() throws {
    let source = try options.source()
    let graph = try SpecSources.compile(source, part: part.part)
    if imports.writesList || imports.writesTemplate {
      let chosen = try choose(from: CloudFormationEmitter().parts(of: graph))
      let emitter = CloudFormationImports(place: imports.place)
      let emission = imports.writesList ? emitter.emitList(chosen) : emitter.emitTemplate(chosen)
      return try output.write(emission, sources: [source])
    }
    let path = number == nil ? output.output : nil
    let emission = path.map { CloudFormationEmitter(fileName: $0) } ?? CloudFormationEmitter()
    try write(emission.emit(graph), to: path, of: graph, source: source)
  }

  /// Writes the template or templates, or the wanted one.
  private func write(_ emission: Emission, to path: String?, of graph: ResourceGraph, source: SourceText)
    throws
  {
    guard path == nil, !emission.artefacts.isEmpty else {
      try output.write(emission, sources: [source])
      if let path { try removeLeftParts(beside: path, from: emission.artefacts.count + 1, of: graph) }
      return
    }
    if emission.artefacts.count > 1, number == nil { Terminal.say(emission.diagnostics, sources: [source]) }
    let artefact = try choose(from: emission.artefacts)
    try output.write(Emission(artefact: artefact, diagnostics: emission.diagnostics), sources: [source])
  }

  /// The part that is asked for, or the only one.
  private func choose<Part>(from parts: [Part]) throws -> Part {
    let count = parts.count
    guard let number else {
      if count == 1 { return parts[0] }
      Terminal.say(
        "gen: there are \(count) templates and one place to write to: write the templates to files with '-o FILE', or one with '--part 1' to '--part \(count)'"
      )
      throw ExitStatus.usage
    }
    guard number <= count else {
      Terminal.say(
        "gen: there is no part \(number); \(count == 1 ? "one template is enough" : "there are \(count)")")
      throw ExitStatus.usage
    }
    return parts[number - 1]
  }

  /// Takes away further templates of a run that needed more of them.
  private func removeLeftParts(beside path: String, from number: Int, of graph: ResourceGraph) throws {
    do throws(SystemFailure) {
      for left in try Files.partsLeft(beside: path, from: number, of: graph.name) {
        try Files.remove(left)
        Terminal.say("gen: removed \(left), which an earlier run needed")
      }
    } catch {
      throw Terminal.fail(error)
    }
  }
}
