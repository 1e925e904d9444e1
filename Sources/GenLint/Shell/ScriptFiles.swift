/// The files that a script has written up to some command, with the texts that it alone tells.
///
/// All commands of a script share one record of what was written, and each knows how far it had come by then.
struct ScriptFiles {
  /// What was written to each file in turn: when, and the text where it is known.
  private final class Record {
    var texts: [String: [(turn: Int, text: ShellText?)]] = [:]
    /// When each file was written to first.
    var written: [String: Int] = [:]
  }

  private let record = Record()
  private var turn = 0

  /// Programs that leave the files as they are whose names they are given.
  private static let readers: Set<String> = [
    "cat", "echo", "printf", "grep", "egrep", "fgrep", "test", "[", "[[", "ls", "chmod", "chown", "head",
    "tail",
    "wc", "jq", "diff", "cmp", "less", "more", "stat", "file", "sha256sum", "md5sum", "base64", "rm", "for",
    "tee", "export", "local", "readonly", "declare", "read",
  ]

  /// The text of a file, as far as it is known.
  func text(of name: String) -> ShellText? {
    guard let states = record.texts[name] else { return nil }
    var (low, high) = (0, states.count)
    while low < high {
      let middle = (low + high) / 2
      if states[middle].turn <= turn { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? states[low - 1].text : nil
  }

  /// Whether something was written to a file.
  func isWritten(_ name: String) -> Bool { record.written[name].map { $0 <= turn } ?? false }

  /// The names of the files whose texts are known, in alphabetical order.
  var known: [String] { record.texts.keys.filter { text(of: $0) != nil }.sorted() }

  /// Takes note that a file has a text; nil when only a run can tell it.
  mutating func write(_ text: ShellText?, to name: ShellText) {
    guard name.isKnown || Self.isOne(name) else { return }
    set(text, name.text)
    if record.written[name.text] == nil { record.written[name.text] = turn }
  }

  private mutating func set(_ text: ShellText?, _ name: String) {
    turn += 1
    record.texts[name, default: []].append((turn, text))
  }

  /// Whether a name begins in what a command printed, such as `mktemp`: then one with the same words is the same file.
  private static func isOne(_ name: ShellText) -> Bool {
    name.text.hasPrefix("\(ShellText.open)$(#")
      && name.text.unicodeScalars.count { $0 == ShellText.open } == 1
  }

  /// Follows a command that may change the files whose names are among its words.
  mutating func follow(_ words: [ShellText]) {
    guard !record.texts.isEmpty, let program = words.first?.text, !Self.readers.contains(program) else {
      return
    }
    let names = words.dropFirst().filter { text(of: $0.text) != nil }
    guard !names.isEmpty else { return }
    let moved = ["mv", "cp"].contains(program) ? text(of: words[words.count - 2].text) : nil
    for name in names { set(nil, name.text) }
    if let moved, let target = words.last { write(moved, to: target) }
    if program == "cp", let source = words.dropLast().last { set(moved, source.text) }
  }
}
