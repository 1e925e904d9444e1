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
    let isWhole = number == nil && output.output.map { !$0.isEmpty } ?? false
    let emitter = isWhole ? CloudFormationEmitter(fileName: output.output ?? "") : CloudFormationEmitter()
    let emission = emitter.emit(graph)
    let count = emission.artefacts.count
    if let number, count > 0 {
      guard number <= count else {
        Terminal.say(
          "gen: there is no part \(number); \(count == 1 ? "one template is enough" : "there are \(count)")")
        throw ExitStatus.usage
      }
      let chosen = Emission(artefact: emission.artefacts[number - 1], diagnostics: emission.diagnostics)
      return try output.write(chosen, sources: [source])
    }
    if count > 1, output.output == nil {
      Terminal.say(emission.diagnostics, sources: [source])
      Terminal.say(
        "gen: standard output takes one template and there are \(count): write files with '-o FILE', or one with '--part 1' to '--part \(count)'"
      )
      throw ExitStatus.usage
    }
    try output.write(emission, sources: [source])
    if isWhole, let path = output.output { try removeLeftParts(beside: path, from: count + 1, of: graph) }
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
