import ArgumentParser
import Diagnostics

/// `gen pattern check PATTERN`
struct PatternCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what the service would refuse, and what a pattern may do other than it seems to say.",
    usage: "gen pattern check PATTERN [--strict]",
    discussion: "Exit status: 0 the service takes the pattern, 1 it does not (with --strict also warnings).")

  @Argument(parsing: .allUnrecognized, help: PatternArgument.help)
  var pattern: [String]

  @Flag(help: "Warnings fail the run too.")
  var strict = false

  func validate() throws { _ = try PatternArgument.texts(pattern) }

  func run() throws {
    let reading = PatternReading(try PatternArgument.read(PatternArgument.texts(pattern)[0]))
    Terminal.say(reading.diagnostics, sources: [reading.source])
    let hasWarnings = reading.diagnostics.contains { $0.severity == .warning }
    if reading.pattern == nil || (strict && hasWarnings) { throw ExitStatus.inputHasErrors }
    if reading.diagnostics.isEmpty { Terminal.say("the pattern is valid") }
  }
}
