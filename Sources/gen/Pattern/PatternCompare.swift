import ArgumentParser
import Diagnostics
import Documents
import FilterPattern

/// `gen pattern compare PATTERN PATTERN`
struct PatternCompare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Say how what two patterns match lies to each other, over all possible events.",
    usage: "gen pattern compare PATTERN PATTERN [--format FORMAT]",
    discussion: """
      The answer is equivalent, implies, implied-by, overlapping, disjoint or undecided, with an event for each claim \
      that some event is matched. Each event was shown to the matcher. An event is a JSON object in which no name \
      is repeated. Exit status: 0, whatever the answer.
      """)

  /// How the answer is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(parsing: .allUnrecognized, help: PatternArgument.help)
  var patterns: [String]

  @Option(help: "text or json.")
  var format = Format.text

  func validate() throws {
    let texts = try PatternArgument.texts(patterns, count: 2)
    if texts == ["-", "-"] { throw ValidationError("standard input can be read once: '-' stands twice") }
  }

  func run() throws {
    let texts = try PatternArgument.texts(patterns, count: 2)
    let left = try PatternReading.valid(texts[0])
    let right = try PatternReading.valid(texts[1])
    let report = ComparisonReport(comparison: PatternComparison(left, right))
    try Terminal.output(format == .json ? report.json() : report.text())
  }
}
