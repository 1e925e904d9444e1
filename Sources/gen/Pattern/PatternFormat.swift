import ArgumentParser
import Diagnostics
import FilterPattern

/// `gen pattern format PATTERN`
struct PatternFormat: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Write a pattern in one style; it goes on to match the same messages.",
    usage: "gen pattern format PATTERN [--style STYLE]",
    discussion: """
      canonical quotes every text; cis is the benchmark's own spelling; tight leaves out what it can, for a pattern \
      near the limit of 1,024 characters.
      """)

  /// The styles by the names that users type.
  enum Style: String, ExpressibleByArgument, CaseIterable {
    case canonical, cis, tight

    var style: PatternStyle {
      switch self {
      case .canonical: .canonical
      case .cis: .cis
      case .tight: .tight
      }
    }
  }

  @Argument(parsing: .allUnrecognized, help: PatternArgument.help)
  var pattern: [String]

  @Option(help: "canonical, cis or tight.")
  var style = Style.canonical

  func validate() throws { _ = try PatternArgument.texts(pattern) }

  func run() throws {
    let pattern = try PatternReading.valid(PatternArgument.texts(pattern)[0])
    let text: String
    do throws(PatternIssue) {
      text = try pattern.printed(style.style)
    } catch {
      Terminal.say("gen: in the style '\(style.rawValue)' \(error.message)")
      throw ExitStatus.inputHasErrors
    }
    try Terminal.output(text + "\n")
  }
}
