/// How `read` takes a line apart.
///
/// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/read.html
struct ShellFields {
  /// The variables, in their order.
  private let names: [String]
  /// What parts the words; nil for blanks.
  private let separator: UInt8?
  private let isWhole: Bool
  private let keepsBackslashes: Bool
  /// The array that takes all words.
  let array: String?

  /// Makes one for a call of `read`; nil where it takes more than `-r` and `-a`, or parts words by several signs.
  init?(_ command: ShellCommand, separator: String?) {
    var names: [String] = []
    var flags = ""
    for word in command.words.dropFirst() {
      guard let text = word.bare else { return nil }
      if text.hasPrefix("-"), names.isEmpty { flags += text.dropFirst() } else { names.append(text) }
    }
    guard !names.isEmpty, names.allSatisfy({ ShellLexer.isName($0) }),
      flags.utf8.allSatisfy({ "ra".utf8.contains($0) }), separator?.utf8.count ?? 1 <= 1
    else { return nil }
    isWhole = separator?.isEmpty ?? false
    self.separator = separator?.utf8.first
    self.names = names
    keepsBackslashes = flags.utf8.contains(UInt8(ascii: "r"))
    array = flags.utf8.contains(UInt8(ascii: "a")) ? names[0] : nil
    if array != nil, names.count != 1 { return nil }
  }

  /// The variables with what a line gives to them; nil when only a run knows.
  func values(in line: ShellText) -> [(name: String, value: ShellText)]? {
    guard let parts = parts(of: line, most: names.count) else { return nil }
    return names.indices.map { index in
      (names[index], index < parts.count ? line.part(parts[index]) : ShellText(range: line.range))
    }
  }

  /// All words of a line.
  func all(in line: ShellText) -> [ShellText]? {
    parts(of: line, most: .max).map { $0.map { line.part($0) } }
  }

  private func parts(of line: ShellText, most: Int) -> [Range<Int>]? {
    let bytes = Array(line.text.utf8)
    guard keepsBackslashes || !bytes.contains(UInt8(ascii: "\\")) else { return nil }
    let isSeparator = { (byte: UInt8) in
      separator.map { byte == $0 } ?? (!isWhole && (byte == 32 || byte == 9))
    }
    // Separators that are blanks are taken together, and off both ends.
    let joins = separator.map { $0 == 32 || $0 == 9 } ?? true
    var start = 0
    var end = bytes.count
    if joins {
      while start < end, isSeparator(bytes[start]) { start += 1 }
      while end > start, isSeparator(bytes[end - 1]) { end -= 1 }
    }
    var parts: [Range<Int>] = []
    var at = start
    var level = 0
    while at < end, parts.count + 1 < most {
      // A private character begins and another one ends what only a run knows.
      if bytes[at] == 0xEE, at + 2 < end {
        level += bytes[at + 2] == 0x80 ? 1 : bytes[at + 2] == 0x81 ? -1 : 0
      }
      guard level == 0, isSeparator(bytes[at]) else {
        at += 1
        continue
      }
      parts.append(start..<at)
      at += 1
      while joins, at < end, isSeparator(bytes[at]) { at += 1 }
      start = at
    }
    // A separator behind the last word is taken off, or belongs to it.
    if !joins, end > start, isSeparator(bytes[end - 1]) { return nil }
    parts.append(start..<end)
    return parts
  }
}
