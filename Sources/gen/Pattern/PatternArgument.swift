import ArgumentParser
import Diagnostics
import FilterPattern

/// The PATTERN argument: text, `@FILE` or `-`.
enum PatternArgument {
  static let help = ArgumentHelp("The pattern: text, @FILE, or '-' for standard input.", valueName: "pattern")

  /// The most that is read of a file, in bytes. Enough to say where it goes wrong; the service takes 1,024 characters.
  private static let fileLimit = 64 << 20

  /// The patterns among what the parser could not place, which holds the `--` too when there was one.
  ///
  /// - Throws: `ValidationError`, which names the mend for a pattern that was taken for an option.
  static func texts(_ arguments: [String], count: Int = 1) throws(ValidationError) -> [String] {
    let options = arguments.prefix { $0 != "--" }
    if let taken = options.first(where: { $0 != "-" && $0.utf8.first == UInt8(ascii: "-") }) {
      throw ValidationError(
        "unknown option '\(TerminalText.visible(taken))'; a pattern that begins with a hyphen goes after '--', "
          + "behind all options")
    }
    let texts = Array(options + arguments.dropFirst(options.count + 1))
    if texts.count == count { return texts }
    let wanted = count == 1 ? "one PATTERN" : "\(count) PATTERNs"
    throw ValidationError("expected \(wanted), found \(texts.count); put quotes around each")
  }

  /// The pattern's text, with the name that diagnostics show.
  static func read(_ argument: String) throws(ExitCode) -> SourceText {
    if argument != "-", argument.utf8.first != UInt8(ascii: "@") {
      return SourceText(file: "<pattern>", text: argument)
    }
    do throws(SystemFailure) {
      let path = argument == "-" ? "-" : String(argument.dropFirst())
      let source = try Files.read(path, limit: fileLimit)
      return SourceText(file: source.file, bytes: withoutLastLineBreak(source.bytes))
    } catch {
      throw Terminal.fail(error)
    }
  }

  private static func withoutLastLineBreak(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.last == 0x0A else { return bytes }
    return bytes.dropLast().last == 0x0D ? Array(bytes.dropLast(2)) : Array(bytes.dropLast())
  }
}
