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

/// One run of `gen lint`: the files, in the order in which they were named, and what is asked of it.
struct LintRun {
  /// How findings are written.
  enum Format: String, CaseIterable {
    case text, json, sarif
  }

  let files: [String]
  /// Codes that are left out.
  var codes: [DiagnosticCode] = []
  var format = Format.text
  /// Warnings fail the run too.
  var strict = false

  /// Says what is found in each file.
  ///
  /// - Throws: `ExitStatus`: the input has errors, or a file could not be read.
  func run() throws {
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
