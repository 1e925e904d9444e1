/// The files that a script writes, with the texts that it alone tells.
struct ScriptFiles {
  /// The texts by the files' names, as far as they are known.
  private(set) var texts: [String: ShellText] = [:]
  /// The names of all files that something was written to.
  private(set) var written: Set<String> = []

  /// Programs that leave the files as they are whose names they are given.
  private static let readers: Set<String> = [
    "cat", "echo", "printf", "grep", "egrep", "fgrep", "test", "[", "[[", "ls", "chmod", "chown", "head",
    "tail",
    "wc", "jq", "diff", "cmp", "less", "more", "stat", "file", "sha256sum", "md5sum", "base64", "rm", "for",
    "export", "local", "readonly", "declare", "read",
  ]

  /// Takes note that a file has a text; nil when only a run can tell it.
  mutating func write(_ text: ShellText?, to name: ShellText) {
    guard name.isKnown || Self.isOne(name) else { return }
    texts[name.text] = text
    written.insert(name.text)
  }

  /// Whether a name begins in what a command printed, such as `mktemp`: then one with the same words is the same file.
  private static func isOne(_ name: ShellText) -> Bool {
    name.text.hasPrefix("\(ShellText.open)$(#")
      && name.text.unicodeScalars.count { $0 == ShellText.open } == 1
  }

  /// Follows a command that may change the files whose names are among its words.
  mutating func follow(_ words: [ShellText]) {
    guard !texts.isEmpty, let program = words.first?.text, !Self.readers.contains(program) else { return }
    let names = words.dropFirst().filter { texts[$0.text] != nil }
    guard !names.isEmpty else { return }
    let moved = ["mv", "cp"].contains(program) ? texts[words[words.count - 2].text] : nil
    for name in names { texts[name.text] = nil }
    if let moved, let target = words.last { write(moved, to: target) }
    if program == "cp", let source = words.dropLast().last { texts[source.text] = moved }
  }
}
