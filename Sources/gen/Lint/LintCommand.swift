import ArgumentParser
import Diagnostics
import GenLint

/// `gen lint FILE…`
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check artefacts: CloudFormation templates, Terraform JSON and shell scripts.",
    discussion: """
      What a file is, is told from its content. Exit status: 0 no error, 1 errors (with --strict also warnings), \
      74 a file could not be read. A finding is silenced by --ignore, by a comment '# gen-lint: ignore GEN4xxx' at or \
      above its line, and in CloudFormation by 'gen: {ignore: [GEN4xxx]}' in the Metadata of the template or resource.
      """)

  /// How findings are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif
  }

  @Argument(help: "Files; '-' is standard input.")
  var files: [String]

  @Option(help: "How findings are written: text (to standard error), json or sarif (to standard output).")
  var format: Format = .text

  @Flag(help: "Warnings fail the run too.")
  var strict = false

  @Option(help: ArgumentHelp("A code to leave out; may be repeated.", valueName: "code"))
  var ignore: [String] = []

  func validate() throws {
    for name in ignore where DiagnosticCode.find(named: name) == nil {
      throw ValidationError("'\(name)' is not a code; they look like GEN4201")
    }
  }

  func run() throws {
    let linter = Linter(ignoring: ignore.compactMap { DiagnosticCode.find(named: $0) })
    for path in files {
      let source = try Files.read(path, limit: Linter.maximumByteCount)
      for d in linter.lint(source) { print(TextFormatter(sources: [source]).format(d), terminator: "") }
    }
  }
}
