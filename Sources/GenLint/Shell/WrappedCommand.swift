/// The words of an aws command behind a program that runs it: `xargs`, GNU parallel, `find -exec`.
///
/// Such a program puts words of its own into the command, or behind it. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/xargs.html
struct WrappedCommand {
  /// `aws` and what follows it; what the program puts there is unknown.
  let words: [ShellText]

  private enum Program { case xargs, parallel, find, other }

  /// Takes the command that begins at an index of a longer one.
  init(_ all: [ShellText], from start: Int) {
    // Behind 'find -exec' and 'parallel' the command ends where theirs goes on.
    let own = all[start...].prefix { ![";", "+", ":::", "::::"].contains($0.text) }
    let before = all[..<start]
    let (program, options) = Self.program(of: before)
    switch program {
    case .xargs:
      let mark = Self.replacement(in: options)
      words = mark.map { mark in own.map { $0.replacing(mark) } } ?? own + [Self.further(own, "xargs")]
    case .parallel:
      let replaced = own.map { Self.replacingFields($0) }
      words =
        zip(own, replaced).contains { $0.text != $1.text } ? replaced : own + [Self.further(own, "parallel")]
    case .find: words = own.map { $0.replacing("{}") }
    case .other: words = Array(own)
    }
  }

  private static func program(of before: ArraySlice<ShellText>) -> (Program, ArraySlice<ShellText>) {
    for index in before.indices.reversed() {
      let rest = before[(index + 1)...]
      switch before[index].text.fields(by: "/").last ?? "" {
      case "xargs", "gxargs": return (.xargs, rest)
      case "parallel": return (.parallel, rest)
      case "find": return (.find, rest)
      default: break
      }
    }
    return (.other, before)
  }

  /// The text in whose place xargs puts a word, as `-I` or its older spellings name it; nil when the words go behind the command.
  private static func replacement(in options: ArraySlice<ShellText>) -> String? {
    var mark: String?
    for (index, option) in zip(options.indices, options.map(\.text)) {
      let next = index + 1 < options.endIndex ? options[index + 1].text : nil
      if option == "-I" || option == "-J" {
        mark = next
      } else if option == "-i" || option == "--replace" {
        mark = "{}"
      } else if let own = own(option) {
        mark = own.isEmpty ? next : own
      } else if option.hasPrefix("--replace=") {
        mark = String(option.dropFirst("--replace=".count))
      }
    }
    return mark?.isEmpty ?? true ? nil : mark
  }

  /// The mark that stands in one word with `-I`, also behind flags: `-I%`, `-rI{}`.
  private static func own(_ option: String) -> String? {
    guard option.hasPrefix("-") else { return nil }
    let rest = option.dropFirst().drop { "rtpxo0".contains($0) }
    guard rest.first == "I" || rest.first == "i" else { return nil }
    let mark = String(rest.dropFirst())
    return mark.isEmpty && rest.first == "i" ? "{}" : mark
  }

  /// The words that a program adds behind the command.
  private static func further(_ own: ArraySlice<ShellText>, _ program: String) -> ShellText {
    let end = own.last?.range.upperBound ?? 0
    var text = ShellText(range: end..<end)
    text.append(unknown: program, source: end)
    return text
  }

  /// Parallel's `{}`, `{.}`, `{/}`, `{1}` and so on.
  private static func replacingFields(_ word: ShellText) -> ShellText {
    var word = word
    for mark in ["{}", "{.}", "{/}", "{//}", "{/.}", "{#}", "{%}"] + (1...9).map({ "{\($0)}" }) {
      word = word.replacing(mark)
    }
    return word
  }
}
