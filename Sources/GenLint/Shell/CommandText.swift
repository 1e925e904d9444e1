/// Whether a text without `#!` is a shell script with aws commands, and not something else that quotes such commands.
struct CommandText {
  /// The answer.
  let isShell: Bool
  /// Whether it is something else, whatever it holds.
  let isForeign: Bool

  /// Reads a text line by line.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var hasCommand = false
    var isFirst = true
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let text = line.drop { $0 == 32 || $0 == 9 }
      guard let start = text.first, start != 13, start != UInt8(ascii: "#") else { continue }
      if isFirst, Self.isOther(text, isIndented: text.startIndex != line.startIndex) {
        isShell = false
        isForeign = true
        return
      }
      isFirst = false
      if Self.betrays(text) {
        isShell = false
        isForeign = true
        return
      }
      if !hasCommand { hasCommand = Self.holdsCommand(text) }
    }
    isShell = hasCommand
    isForeign = false
  }

  /// Whether the first line of a text is of a document, a page, a Dockerfile, a Makefile or a batch file.
  private static func isOther(_ text: Slice<UnsafeBufferPointer<UInt8>>, isIndented: Bool) -> Bool {
    for start in ["---", "- ", "<", "FROM ", "ARG ", "@echo", "REM ", "import ", "from ", "[", "%"]
    where text.starts(with: start.utf8) && !isDocument(text) && !isTest(text) { return true }
    // 'key:' of YAML, 'target:' and 'NAME :=' of a Makefile.
    guard !isIndented else { return false }
    let word = text.prefix { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || "._-/%".utf8.contains(byte)
    }
    let rest = text[word.endIndex...].drop { $0 == 32 }
    return !word.isEmpty && (rest.first == UInt8(ascii: ":") || rest.starts(with: "?=".utf8))
  }

  /// Whether a line begins in a here-document without a command, which people take for a comment of several lines.
  private static func isDocument(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard text.starts(with: "<<".utf8), let next = text.dropFirst(2).first else { return false }
    return (65...90).contains(next & 0xDF) || "-'\"_".utf8.contains(next)
  }

  /// Whether a line begins in a test: a section of a file of settings has no blank behind its bracket.
  private static func isTest(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    text.starts(with: "[[ ".utf8) || text.starts(with: "[ ".utf8)
  }

  /// Whether a line is of no shell: a fence of Markdown, an assignment of PowerShell, a special target of make.
  private static func betrays(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    if text.starts(with: "```".utf8) || text.starts(with: ".PHONY".utf8) { return true }
    guard text.first == UInt8(ascii: "$") else { return false }
    let word = text.dropFirst().prefix { byte in
      byte == 95 || (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
    let rest = text[word.endIndex...].drop { $0 == 32 }
    return !word.isEmpty && rest.first == UInt8(ascii: "=")
      && rest.dropFirst().first != UInt8(ascii: "=")
  }

  private static let mark = Array("aws ".utf8)

  /// Whether an aws command stands in a line: at its beginning, in a substitution, or with a known service behind an operator or a
  /// word of the shell.
  private static func holdsCommand(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var rest = line
    while let offset = mark.withUnsafeBufferPointer({ UnsafeBufferPointer(rebasing: rest).offset(of: $0) }) {
      let start = rest.startIndex + offset
      let before = line[..<start]
      if before.isEmpty || ends(before, "$(") { return true }
      if ["&& ", "; ", "| ", "then ", "do ", "else ", "! ", "{ "].contains(where: { ends(before, $0) }) {
        let service = line[(start + mark.count)...].drop { $0 == 32 }.prefix { $0 > 32 }
        if SchemaLibrary.awsCLI.knows(String(decoding: service, as: UTF8.self)), !service.isEmpty {
          return true
        }
      }
      rest = rest[(start + mark.count)...]
    }
    return false
  }

  private static func ends(_ text: Slice<UnsafeBufferPointer<UInt8>>, _ end: String) -> Bool {
    text.count >= end.utf8.count && text.suffix(end.utf8.count).elementsEqual(end.utf8)
  }
}
