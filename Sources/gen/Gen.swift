import ArgumentParser
import GenCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The command line of `gen`.
@main
struct Gen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gen",
    abstract: "Write CloudFormation, Terraform and AWS CLI forms of CIS account monitoring from one spec.",
    discussion: """
      Artefacts go to standard output, everything said to a person to standard error. Exit status: 0 fine, 1 the input has \
      errors or --check found a difference, 64 wrong usage, 70 a fault of gen, 74 reading or writing failed.
      """,
    version: "0.1.0",
    subcommands: [
      CloudFormationCommand.self, TerraformCommand.self, CLICommand.self, StackSetCommand.self,
      AllCommand.self,
      TemplatesCommand.self,
      LintCommand.self, ExplainCommand.self, PatternCommand.self, CatalogCommand.self,
    ])

  /// A closed pipe is reported as a failed write instead of ending the process unseen.
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    guard let lint = plainLint(CommandLine.arguments.dropFirst()) else { return main(nil) }
    do { try lint.run() } catch { exit(withError: error) }
  }

  /// `gen lint FILE…` without an option: to read the options by reflection takes a third of the time that a small template does. Nil
  /// for whatever the parser has to answer: another command, an option, no file.
  private static func plainLint(_ arguments: ArraySlice<String>) -> LintRun? {
    let files = arguments.dropFirst()
    let isPlain = !files.isEmpty && files.allSatisfy { $0.utf8.first != UInt8(ascii: "-") }
    guard isPlain, arguments.first == LintCommand._commandName else { return nil }
    return LintRun(files: Array(files))
  }
}
