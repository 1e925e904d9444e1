/// Words and their quotes.
extension ShellLexer {
  /// Whether a byte ends a word: a blank or the beginning of an operator.
  static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 9, 10, 13, 32, UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"):
      true
    default: false
    }
  }

  /// Whether a byte begins a quote or an expansion.
  private static func beginsPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "$"), UInt8(ascii: "`"): true
    default: false
    }
  }

  mutating func word() throws(Unclosed) -> Word {
    let begin = at
    var word = Word(range: at..<at)
    while let next = byte() {
      if next == UInt8(ascii: "("), isArray(word) {
        word.parts.append(.list(try array()))
        continue
      }
      if next == UInt8(ascii: "<") || next == UInt8(ascii: ">"), byte(1) == UInt8(ascii: "(") {
        // Bash puts the name of a pipe here.
        at += 2
        try substitution(into: &word, isQuoted: true)
        continue
      }
      if next == UInt8(ascii: "<"), let placeholderEnd {
        word.parts.append(.opaque(String(decoding: bytes[at..<placeholderEnd], as: UTF8.self)))
        at = placeholderEnd
        continue
      }
      if Self.endsWord(next) { break }
      try part(into: &word)
    }
    // Something must be taken, or the lexer would stand still.
    if at == begin, byte() != nil, !Self.endsWord(bytes[at]) { at += 1 }
    word.range = begin..<at
    return word
  }

  /// Where a placeholder of a runbook ends, such as `<topic ARN>`: a shell would redirect, and the reader is to put a value there.
  var placeholderEnd: Int? {
    guard let first = byte(1), (65...90).contains(first) || (97...122).contains(first) || first > 127 else {
      return nil
    }
    var last = at + 1
    while last < end, last - at <= 80, bytes[last] != UInt8(ascii: ">") {
      let byte = bytes[last]
      let isText =
        byte == 32 || (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || "-_.:/,'".utf8.contains(byte) || byte > 127
      guard isText else { return nil }
      last += 1
    }
    guard last < end, bytes[last] == UInt8(ascii: ">"), bytes[last - 1] != 32 else { return nil }
    // '<in >out' has a blank before the second sign, and '<in>out' a name after it.
    let next = last + 1 < end ? bytes[last + 1] : 10
    let isEnd = next <= 32 || "\\\"':/,;)".utf8.contains(next)
    return isEnd ? last + 1 : nil
  }

  /// Whether `(` after what was read begins the list of an array assignment.
  private func isArray(_ word: Word) -> Bool {
    guard word.parts.count == 1, case .literal(let text, _, _) = word.parts[0] else { return false }
    return text.utf8.last == UInt8(ascii: "=")
  }

  /// The words between the parentheses of an array.
  private mutating func array() throws(Unclosed) -> [Word] {
    let opened = at
    guard depth < 50 else { throw Unclosed(what: "'('", offset: opened, isTooDeep: true) }
    depth += 1
    defer { depth -= 1 }
    at += 1
    var words: [Word] = []
    var groups = 0
    while true {
      skipBlanks()
      guard let next = byte() else { throw Unclosed(what: "'('", offset: opened) }
      if next == UInt8(ascii: ")"), groups == 0 {
        at += 1
        return words
      }
      let isProcess = byte(1) == UInt8(ascii: "(") && "<>".utf8.contains(next)
      let isPlaceholder = next == UInt8(ascii: "<") && placeholderEnd != nil
      if Self.endsWord(next), !isProcess, !isPlaceholder {
        // Bash's patterns `@(a|b)` have signs of their own.
        let isBehind = at > opened + 1 && !Self.endsWord(bytes[at - 1])
        if next == UInt8(ascii: "("), groups == 0, !isBehind, fault == nil {
          fault = .init(
            message: "the shell takes no '(' here: it stands among the words of an array", offset: at,
            length: 1)
        }
        if next == UInt8(ascii: "(") { groups += 1 }
        if next == UInt8(ascii: ")") { groups -= 1 }
        if groups == 0, fault == nil, ";&|<>".utf8.contains(next) {
          let sign = String(decoding: [next], as: UTF8.self)
          fault = .init(
            message: "the shell takes no '\(sign)' here: it stands among the words of an array", offset: at,
            length: 1)
        }
        at += 1
      } else {
        words.append(try word())
      }
    }
  }

  mutating func part(into word: inout Word) throws(Unclosed) {
    let begin = at
    switch bytes[at] {
    case UInt8(ascii: "'"):
      at += 1
      let from = at
      while let next = byte(), next != UInt8(ascii: "'") {
        _ = next
        at += 1
      }
      guard byte() != nil else { throw Unclosed(what: "quote", offset: begin) }
      word.add(String(decoding: bytes[from..<at], as: UTF8.self), from)
      word.isQuoted = true
      at += 1
      quotes.take(bytes, begin..<at)
    case UInt8(ascii: "\""):
      at += 1
      word.isQuoted = true
      try quoted(into: &word, until: UInt8(ascii: "\""), opened: begin)
    case UInt8(ascii: "\\"):
      at += 1
      guard let next = byte() else { return }
      if next != UInt8(ascii: "\n") { word.add(take(scalarAt: at), at, isQuoted: true) } else { at += 1 }
      word.isQuoted = true
    case UInt8(ascii: "$"): try dollar(into: &word, isQuoted: false)
    case UInt8(ascii: "`"): try backquote(into: &word, isQuoted: false)
    default:
      let from = at
      var hasBrace = !word.bracedRuns.isEmpty
      while let next = byte(), !Self.endsWord(next), !Self.beginsPart(next) {
        hasBrace = hasBrace || next == UInt8(ascii: "{")
        at += 1
      }
      if hasBrace { word.bracedRuns.append(from..<at) }
      word.add(String(decoding: bytes[from..<at], as: UTF8.self), from)
    }
  }

  /// The scalar at an offset, which is stepped over.
  mutating func take(scalarAt offset: Int) -> String {
    at = offset + 1
    while let next = byte(), next & 0xC0 == 0x80 { at += 1 }
    return spelling(from: offset)
  }

  /// Text between double quotes, or a here-document's when there is no closing byte.
  mutating func quoted(into word: inout Word, until close: UInt8?, opened: Int = 0) throws(Unclosed) {
    var from = at
    func flush(_ word: inout Word, _ from: Int, _ at: Int) {
      if at > from { word.add(String(decoding: bytes[from..<at], as: UTF8.self), from) }
    }
    while let next = byte() {
      if next == close {
        flush(&word, from, at)
        at += 1
        quotes.take(bytes, opened..<at)
        return
      }
      switch next {
      case UInt8(ascii: "\\"):
        let following = byte(1)
        flush(&word, from, at)
        if following == UInt8(ascii: "\n") {
          at += 2
        } else if let following, "$`\\".utf8.contains(following) || following == close {
          word.add(String(decoding: [following], as: UTF8.self), at + 1, isQuoted: true)
          at += 2
        } else {
          word.add("\\", at)
          at += 1
        }
        from = at
      case UInt8(ascii: "$"):
        // Most signs in a pattern, '$.eventName', begin no expansion.
        guard let following = byte(1), Self.isNameByte(following) || "({[@*#?-$!".utf8.contains(following)
        else {
          at += 1
          continue
        }
        flush(&word, from, at)
        try dollar(into: &word, isQuoted: true)
        from = at
      case UInt8(ascii: "`"):
        flush(&word, from, at)
        try backquote(into: &word, isQuoted: true, isInQuotes: close != nil)
        from = at
      default: at += 1
      }
    }
    flush(&word, from, at)
    if close != nil { throw Unclosed(what: "quote", offset: opened) }
  }
}

extension ShellCommand.Word {
  /// Adds text; joined with the part before it when both stand together in the source.
  mutating func add(_ text: String, _ source: Int, isQuoted: Bool = false) {
    if case .literal(var whole, let start, true)? = parts.last, !isQuoted,
      start + whole.utf8.count == source
    {
      // Out of the list, the text is nobody else's and grows in place: a here-document may have thousands of pieces.
      parts.removeLast()
      whole += text
      parts.append(.literal(whole, source: start, isExact: true))
    } else {
      parts.append(.literal(text, source: source, isExact: !isQuoted))
    }
  }
}
