import ArgumentParser
import Diagnostics
import Documents
import FilterPattern

/// `gen pattern test PATTERN`
struct PatternTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Say which messages a pattern matches, as the service would.",
    usage: "gen pattern test PATTERN (--messages FILE | --events FILE...) [--format FORMAT]",
    discussion: """
      --messages takes a JSON array of strings, as 'aws logs test-metric-filter' does; --events takes events as they \
      are: one on each line, a JSON array, or a CloudTrail file with Records.
      """)

  /// How the matches are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(parsing: .allUnrecognized, help: PatternArgument.help)
  var pattern: [String]

  @Option(help: ArgumentHelp("A JSON array of strings; '-' is standard input.", valueName: "file"))
  var messages: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Files of events; '-' is standard input.", valueName: "file"))
  var events: [String] = []

  @Option(help: "text, or json in the shape of 'aws logs test-metric-filter'.")
  var format = Format.text

  func validate() throws {
    let text = try PatternArgument.texts(pattern)[0]
    if messages == nil, events.isEmpty {
      throw ValidationError("nothing to test: give --messages FILE or --events FILE...")
    }
    if messages != nil, !events.isEmpty { throw ValidationError("give --messages or --events, not both") }
    let inputs = [text] + events + [messages].compactMap { $0 }
    if inputs.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("standard input can be read once: '-' stands more than once")
    }
  }

  func run() throws {
    let matcher = PatternMatcher(try PatternReading.valid(PatternArgument.texts(pattern)[0]))
    let inputs =
      try messages.map { [try LogMessages.strings($0)] } ?? events.map { try LogMessages.events($0) }
    let messages = inputs.flatMap(\.messages)
    let answers = messages.map { matcher.match($0.bytes) }
    sayAssumptions(zip(messages, answers), sources: inputs.map(\.source))
    let report = MatchReport(messages: messages, answers: answers)
    try Terminal.output(format == .json ? report.json() : report.text())
  }

  /// Warns, once for each rule that is not known, of the answers that rest on it.
  private func sayAssumptions(_ tested: some Sequence<(LogMessage, MatchAnswer)>, sources: [SourceText]) {
    var places: [MatchAssumption: [SourceRange]] = [:]
    for (message, answer) in tested {
      for assumption in answer.assumptions { places[assumption, default: []].append(message.range) }
    }
    for assumption in MatchAssumption.allCases {
      guard let code = DiagnosticCode.find(assumption.code.rawValue), let ranges = places[assumption] else {
        continue
      }
      Terminal.say([Repeated.warning(code, assumption.message, at: ranges)], sources: sources)
    }
  }
}
