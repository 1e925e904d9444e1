import ArgumentParser
import Diagnostics

/// `gen lint FILE…`
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    _superCommandName: "gen",
    abstract: "Check specs, CloudFormation templates, Terraform JSON and shell scripts.",
    discussion: """
      What a file is, is told from its content. The Terraform files of a folder are read as one module; findings are of \
      the files that are named. Exit status: 0 no error, 1 errors (with --strict also warnings), \
      74 a file could not be read; the others are still checked. A finding is silenced by --ignore, by a comment '# gen-lint: ignore GEN4201' at or \
      above its line, and in CloudFormation by 'gen: {ignore: [GEN4201]}' in the Metadata of the template or resource.
      """)

  @Argument(help: ArgumentHelp("Files, or '-' for standard input.", valueName: "file"))
  var files: [String]

  @Option(help: "How findings are written: text to standard error; json or sarif to standard output.")
  var format = LintRun.Format.text

  @Flag(help: "Warnings fail the run too.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "Codes to leave out, with commas between them; may be given several times.", valueName: "codes"))
  var ignore: [String] = []

  func validate() throws {
    for list in ignore { _ = try CodeArgument.codes(list) }
  }

  func run() throws {
    try LintRun(files: files, codes: ignore.flatMap(CodeArgument.codes), format: format, strict: strict).run()
  }
}

extension LintRun.Format: ExpressibleByArgument {}
