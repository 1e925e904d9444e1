internal import Diagnostics

/// What the words of a command hold: assignments, and texts that a shell runs.
extension ShellParser {
  /// Reads a text among the words of a command that a shell runs, where it stands in the script as it is: that of `bash -c`, `eval`
  /// and `trap`, or a here-document.
  mutating func takeScript() {
    var words = command.words
    var text: ShellCommand.Word?
    var mark: String?
    if words[0].bare == "xargs" {
      guard let shell = words.firstIndex(where: { $0.bare == "sh" || $0.bare == "bash" }) else { return }
      // What xargs puts into the text only a run knows.
      mark = words[..<shell].contains { $0.literal?.hasPrefix("-I") ?? false } ? "{}" : nil
      words = Array(words[shell...])
    }
    switch words[0].bare {
    case "watch": text = words.last.flatMap { $0.isQuoted ? $0 : nil }
    case "eval": text = words.count == 2 ? words[1] : nil
    case "trap": text = words.count > 2 ? words[1] : nil
    default:
      let flag = words.dropFirst().first {
        ($0.bare?.hasPrefix("-") ?? false) && $0.bare?.hasSuffix("c") ?? false
      }
      text = flag.flatMap { flag in words.first { $0.range.lowerBound > flag.range.lowerBound } }
      if words.count == 1 { text = command.hereDocument ?? piped }
    }
    guard let text, text.parts.count == 1, case .literal(let script, let start, true) = text.parts[0],
      lexer.depth < 50, script.contains(ascii: "aws ")
    else { return }
    var inner = ShellParser(
      ShellLexer(lexer.bytes, at: start, end: start + script.utf8.count, depth: lexer.depth + 1))
    guard var commands = try? inner.parse(), inner.grammar.fault == nil else { return }
    lexer.take(inner.lexer)
    if let mark { commands = commands.map { Self.leaving(mark, open: $0) } }
    command.inputs.append(
      ShellCommand.Word(parts: [.substitution(commands, isQuoted: true)], range: text.range, isQuoted: true))
  }

  /// A command whose words that hold a mark stand for what only a run knows.
  private static func leaving(_ mark: String, open command: ShellCommand) -> ShellCommand {
    var command = command
    command.words = command.words.map { word in
      guard word.literal?.contains(ascii: mark) ?? false else { return word }
      var word = word
      word.parts = [.opaque(mark)]
      return word
    }
    return command
  }

  static func assignment(_ word: ShellCommand.Word) -> ShellCommand.Assignment? {
    guard case .literal(let text, let source, let isExact)? = word.parts.first,
      let equals = text.utf8.firstIndex(of: UInt8(ascii: "="))
    else { return nil }
    var name = text[..<equals]
    if name.utf8.last == UInt8(ascii: "+") { name = name.dropLast() }
    guard ShellLexer.isName(name) else { return nil }
    let length = text.utf8.distance(from: text.startIndex, to: equals) + 1
    var value = word
    let rest = String(text[text.utf8.index(after: equals)...])
    value.parts[0] = .literal(rest, source: source + length, isExact: isExact)
    if rest.isEmpty { value.parts.removeFirst() }
    let appends = name.endIndex != equals
    var isList: Bool { if case .list? = value.parts.last { true } else { false } }
    if appends, !isList { value.parts = [.opaque("\(name)+=")] }
    return ShellCommand.Assignment(name: String(name), value: value, appends: appends)
  }
}
