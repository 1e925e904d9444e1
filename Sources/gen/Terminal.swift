import ArgumentParser
import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where words go: artefacts to standard output, everything said to a person to standard error.
enum Terminal {
  /// Writes to standard output, whole or as a failure.
  static func output(_ text: String) throws(ExitCode) {
    do throws(SystemFailure) {
      try FileDescriptor.writeAll(Array(text.utf8), to: STDOUT_FILENO, path: "<standard output>")
    } catch {
      say("gen: \(error.message)")
      throw ExitStatus.inputOutput
    }
  }

  /// Says a line to the person. When standard error is gone there is nobody left to tell.
  static func say(_ line: String) {
    try? FileDescriptor.writeAll(Array((line + "\n").utf8), to: STDERR_FILENO, path: "<standard error>")
  }

  /// Says diagnostics with their source lines, in reading order.
  static func say(_ diagnostics: [Diagnostic], sources: [SourceText]) {
    let formatter = TextFormatter(sources: sources, colour: showsColour)
    let text = diagnostics.sortedByPosition().map(formatter.format).joined()
    try? FileDescriptor.writeAll(Array(text.utf8), to: STDERR_FILENO, path: "<standard error>")
  }

  /// Ends the run with a system failure.
  static func fail(_ failure: SystemFailure) -> ExitCode {
    say("gen: \(TerminalText.visible(failure.message))")
    return ExitStatus.inputOutput
  }

  /// Colour on a terminal only, and none with NO_COLOR (no-color.org).
  private static var showsColour: Bool {
    guard isatty(STDERR_FILENO) == 1 else { return false }
    guard let value = getenv("NO_COLOR") else { return true }
    return value[0] == 0
  }
}
