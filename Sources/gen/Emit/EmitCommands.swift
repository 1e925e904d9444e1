public import ArgumentParser
import Diagnostics
import GenCore
public import GenEmitters

/// `gen terraform`
struct TerraformCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terraform", abstract: "Write a Terraform configuration in JSON (main.tf.json).")

  @OptionGroup var options: SpecOptions
  @OptionGroup var part: PartOption
  @OptionGroup var output: OutputOption

  @Flag(
    name: .customLong("import"),
    help: "Write the import blocks (imports.tf.json) that adopt what exists, instead of the configuration.")
  var adopts = false

  func run() throws {
    let source = try options.source()
    let graph = try SpecSources.compile(source, part: part.part)
    let emission = adopts ? TerraformImports().emit(graph) : TerraformEmitter().emit(graph)
    try output.write(emission, sources: [source])
  }
}

/// `gen cli`
struct CLICommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cli", abstract: "Write a shell script of AWS CLI commands.",
    discussion: """
      apply sets everything up and may be run again; verify compares every field with the account and changes nothing; test runs \
      sample events through the filters; remove takes away what apply made, except audit logs.
      """)

  @OptionGroup var options: SpecOptions
  @OptionGroup var part: PartOption
  @OptionGroup var output: OutputOption

  @Option(help: "What the script does: apply, verify, test or remove.")
  var action: AWSCLIEmitter.Action = .apply

  func run() throws {
    let source = try options.source()
    let graph = try SpecSources.compile(source, part: part.part)
    try output.write(AWSCLIEmitter().emit(graph, action: action), sources: [source])
  }
}

/// `gen stackset`
struct StackSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stackset",
    abstract: "Write what deploys a spec to many accounts as a CloudFormation StackSet.",
    discussion: """
      sh is one script, stackset.sh, that carries the template: it makes the StackSet or brings it up to date (apply), lists it and \
      what differs (show), and removes it (remove). cloudformation is a template with the resource AWS::CloudFormation::StackSet.
      """)

  @OptionGroup var options: SpecOptions
  @OptionGroup var part: PartOption
  @OptionGroup var output: OutputOption

  @Option(help: "The form: sh or cloudformation.")
  var format: StackSetEmitter.Format = .sh

  func run() throws {
    let source = try options.source()
    let graph = try SpecSources.compile(source, part: part.part)
    try output.write(StackSetEmitter().emit(graph, format: format), sources: [source])
  }
}

extension AWSCLIEmitter.Action: ExpressibleByArgument {}

extension StackSetEmitter.Format: ExpressibleByArgument {}

extension DeploymentPart: ExpressibleByArgument {}

/// Which of the spec's controls are wanted.
struct PartOption: ParsableArguments {
  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Only the controls whose events the organization's management account alone sees (management-account), or only the others (members).",
      valueName: "part"))
  var part: DeploymentPart?
}

/// Where one artefact goes.
struct OutputOption: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"))
  var output: String?

  /// Writes the artefact whole, or says why there is none. Several go to the files that they are named after.
  func write(_ emission: Emission, sources: [SourceText]) throws(ExitCode) {
    Terminal.say(emission.diagnostics, sources: sources)
    guard let first = emission.artefacts.first else { throw ExitStatus.inputHasErrors }
    let count = emission.artefacts.count
    guard let output else {
      if count == 1 { return try Terminal.output(first.text) }
      Terminal.say("gen: there are \(count) files and one standard output: write them with '-o FILE'")
      throw ExitStatus.usage
    }
    do throws(SystemFailure) {
      guard count > 1 else {
        return try Files.write(first.text, to: output, executable: first.isExecutable)
      }
      let files = emission.artefacts.enumerated().map {
        (text: $0.element.text, path: TemplateFile.name(output, part: $0.offset + 1))
      }
      try Files.write(files, mode: first.isExecutable ? 0o755 : 0o644)
      for file in files { Terminal.say("gen: wrote \(file.path)") }
    } catch {
      throw Terminal.fail(error)
    }
  }
}
