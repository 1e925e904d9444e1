import ArgumentParser
import Diagnostics
import GenCore
import GenEmitters

/// `gen cloudformation`
struct CloudFormationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cloudformation", abstract: "Write a CloudFormation template in YAML.")

  @OptionGroup var options: SpecOptions
  @OptionGroup var output: OutputOption

  func run() throws {
    let source = try options.source()
    let graph = try SpecSources.compile(source)
    try output.write(CloudFormationEmitter().emit(graph), sources: [source])
  }
}

/// `gen terraform`
struct TerraformCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terraform", abstract: "Write a Terraform configuration in JSON (main.tf.json).")

  @OptionGroup var options: SpecOptions
  @OptionGroup var output: OutputOption

  func run() throws {
    let source = try options.source()
    let graph = try SpecSources.compile(source)
    try output.write(TerraformEmitter().emit(graph), sources: [source])
  }
}

/// Where one artefact goes.
struct OutputOption: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"))
  var output: String?

  /// Writes the artefact whole, or says why there is none.
  func write(_ emission: Emission, sources: [SourceText]) throws(ExitCode) {
    Terminal.say(emission.diagnostics, sources: sources)
    guard let artefact = emission.artefact else { throw ExitStatus.inputHasErrors }
    guard let output else { return try Terminal.output(artefact.text) }
    do throws(SystemFailure) {
      try Files.write(artefact.text, to: output, executable: artefact.isExecutable)
    } catch {
      throw Terminal.fail(error)
    }
  }
}
