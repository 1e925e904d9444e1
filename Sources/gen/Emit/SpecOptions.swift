import ArgumentParser
import Diagnostics
import GenCore

/// Which spec to compile: a file, standard input, a template, or the standard template.
struct SpecOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The spec, or '-' for standard input.", valueName: "spec"))
  var spec: String?

  @Option(name: [.short, .long], help: "A built-in template in place of a spec; see 'gen templates'.")
  var template: String?

  func validate() throws {
    if spec != nil, template != nil { throw ValidationError("give a spec or a template, not both") }
    if let template { try Self.check(template) }
  }

  /// Refuses a template that does not exist.
  static func check(_ name: String) throws {
    guard Template.find(name) == nil else { return }
    let near =
      Suggestion.nearest(to: name, among: Template.all.map(\.name)).map { "; did you mean '\($0)'?" } ?? ""
    throw ValidationError("unknown template '\(name)'\(near) ('gen templates' lists them)")
  }

  /// Reads the source that the options name.
  func source() throws(ExitCode) -> SourceText {
    if let spec { return try SpecSources.read(spec) }
    let name = template ?? Template.standardName
    if template == nil { Terminal.say("gen: no spec given; using the template '\(name)'") }
    guard let found = Template.find(name) else { throw ExitStatus.fault }
    return found.source
  }
}

/// Reads and compiles specs, saying what there is to say.
enum SpecSources {
  /// Reads a spec; one byte more than the limit is enough for the reader to refuse it.
  static func read(_ path: String) throws(ExitCode) -> SourceText {
    do throws(SystemFailure) {
      return try Files.read(path, limit: SpecReader.maximumBytes)
    } catch {
      throw Terminal.fail(error)
    }
  }

  /// Compiles, and ends the run after saying what is wrong.
  static func compile(_ source: SourceText, part: DeploymentPart? = nil) throws(ExitCode) -> ResourceGraph {
    let result = try result(of: source, part: part)
    Terminal.say(result.diagnostics, sources: [source])
    guard let graph = result.graph else { throw ExitStatus.inputHasErrors }
    return graph
  }

  /// Compiles, reading the sample files that the spec names beside it.
  static func result(of source: SourceText, part: DeploymentPart? = nil) throws(ExitCode) -> Compiler.Result {
    try Compiler.compile(source, part: part) { (name: String) throws(ExitCode) -> [String] in
      let path = name.hasPrefix("/") ? name : "\(Files.parent(of: source.file))/\(name)"
      return try LogMessages.events(path).messages.map { String(decoding: $0.bytes, as: UTF8.self) }
    }
  }
}
