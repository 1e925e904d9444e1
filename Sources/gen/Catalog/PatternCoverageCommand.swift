import ArgumentParser
import Diagnostics
import Documents
import FilterPattern
import GenCore

/// `gen pattern coverage (CONTROL | PATTERN)`
struct PatternCoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Say which write operations of the services a control or pattern sees and which it misses.",
    usage: "gen pattern coverage (CONTROL | PATTERN) [--benchmark EDITION] [--format FORMAT]",
    discussion: """
      Each operation is tried as the plainest record that CloudTrail writes of it: a call by an IAM user that went well. A \
      control's id wins over a pattern.
      """)

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp(
      "A control's id, or a pattern: text, @FILE, or '-' for standard input.", valueName: "subject"))
  var subject: [String]

  @Option(
    help: ArgumentHelp("The edition whose text of the control is tried (cis-1.4.0).", valueName: "edition"))
  var benchmark: String?

  @Option(help: "text or json.")
  var format = CatalogCommand.Format.text

  func validate() throws {
    let text = try PatternArgument.texts(subject)[0]
    if let control = Catalog.find(text), control.kind != .metricFilter {
      throw ValidationError("no metric filter can serve the control '\(control.id)'")
    }
    if Catalog.find(text) == nil, Self.looksLikeControl(text) {
      let near = Catalog.suggestion(for: text).map { "did you mean '\($0)'?" } ?? "'gen catalog' lists them"
      throw ValidationError(
        "unknown control '\(TerminalText.visible(text))'; \(near) (a pattern of this one word goes in double quotes "
          + "of its own: '\"\(TerminalText.visible(text))\"')")
    }
    guard let benchmark else { return }
    guard let edition = Benchmark(id: benchmark) else {
      let near =
        Benchmark.suggestion(for: benchmark).map { "did you mean '\($0)'?" }
        ?? "one of: \(Benchmark.allCases.map(\.id).joined(separator: ", "))"
      throw ValidationError("unknown benchmark '\(benchmark)'; \(near)")
    }
    guard let control = Catalog.find(text) else {
      throw ValidationError("--benchmark chooses the text of a control; '\(text)' is none")
    }
    if !control.isPart(of: edition) { throw ValidationError("\(edition.id) has no control '\(control.id)'") }
  }

  func run() throws {
    let text = try PatternArgument.texts(subject)[0]
    let listing: CoverageListing
    if let control = Catalog.find(text) {
      listing = CoverageListing(.control(control, benchmark.flatMap(Benchmark.init(id:)) ?? .standard))
    } else {
      let argument = try PatternArgument.read(text)
      let reading = PatternReading(argument)
      Terminal.say(reading.diagnostics.filter { $0.severity != .note }, sources: [argument])
      guard reading.pattern != nil else { throw ExitStatus.inputHasErrors }
      listing = CoverageListing(.pattern(String(decoding: argument.bytes, as: UTF8.self)))
    }
    try Terminal.output(format == .json ? JSONPrinter().print(listing.tree) : listing.text())
  }

  /// Whether a text is a control's id with a slip in it, or has the form of one: small letters and digits with hyphens between.
  private static func looksLikeControl(_ text: String) -> Bool {
    let isWord = text.utf8.allSatisfy {
      (48...57).contains($0) || (97...122).contains($0) || "-_".utf8.contains($0)
    }
    guard isWord, text != "-" else { return false }
    return text.utf8.dropFirst().contains(UInt8(ascii: "-")) || Catalog.suggestion(for: text) != nil
  }
}
