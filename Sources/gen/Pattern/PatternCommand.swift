import ArgumentParser

/// `gen pattern …`
struct PatternCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pattern",
    abstract: "Work with CloudWatch Logs filter patterns.",
    discussion: """
      PATTERN is the text itself, @FILE to read it from a file (one line break at the end is dropped), or '-' for \
      standard input. One that begins with a hyphen goes after '--'.
      """,
    subcommands: [
      PatternCheck.self, PatternFormat.self, PatternTest.self, PatternCompare.self,
      PatternCoverageCommand.self,
    ])
}
