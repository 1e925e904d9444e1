import ArgumentParser
import Diagnostics
import GenCore
import GenLint

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

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

  /// How findings are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif
  }

  @Argument(help: ArgumentHelp("Files, or '-' for standard input.", valueName: "file"))
  var files: [String]

  @Option(help: "How findings are written: text to standard error; json or sarif to standard output.")
  var format: Format = .text

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
    let codes = try ignore.flatMap(CodeArgument.codes)
    let linter = Linter(ignoring: codes)
    var report = LintReport()
    var modules = ModuleFolders(linter)
    for path in files {
      do throws(SystemFailure) {
        let source = try Files.read(path, limit: Linter.maximumByteCount)
        let isSpec = ArtefactKind(source) == .spec
        // The compiler judges a spec; everything else is the linter's.
        let found =
          isSpec
          ? linter.kept(Compiler.compile(source).diagnostics, in: source)
          : linter.lint(source, in: modules.folder(of: path, source))
        report.add(found, of: source)
        // Text is said file by file, so that no more than one source is held at a time.
        if format == .text { Terminal.say(found, sources: [source]) }
      } catch {
        var failure = error
        if failure.code == EISDIR { failure.hint = FolderNames(path).hint }
        report.add(failure)
        _ = Terminal.fail(failure)
      }
    }
    switch format {
    case .text: if let summary = report.summary { Terminal.say(summary) }
    case .json: try Terminal.output(report.json())
    case .sarif: try Terminal.output(SARIFReport(report).json())
    }
    if !report.unread.isEmpty { throw ExitStatus.inputOutput }
    if report.fails(strict: strict) { throw ExitStatus.inputHasErrors }
  }
}
