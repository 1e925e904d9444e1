/// Cuts a shell script into words and operators.
struct ShellLexer {
  typealias Word = ShellCommand.Word
  typealias Unclosed = ShellParser.Unclosed

  /// A token of the shell grammar.
  enum Token {
    case word(Word)
    case redirection(String, Word)
    case newline, semicolon, doubleSemicolon, ampersand, pipe, and, or, open, close
  }

  /// A place where a variable's value is asked for.
  struct Use {
    let name: String
    /// Where the name stands: 0-based byte offsets.
    let range: Range<Int>
    /// Whether the script says what holds when nothing sets the variable: `${NAME:-…}`, `${NAME?…}`, `${NAME+…}`.
    let isGuarded: Bool
  }

  /// The variables that are asked for, in the order of the text.
  private(set) var uses: [Use] = []
  /// The names inside arithmetic, which may set them.
  private(set) var counted: Set<String> = []
  /// Whether a variable is named by another one: `${!NAME}`.
  private(set) var hasIndirection = false
  /// A line of a here-document that seems meant to end it and does not.
  private(set) var fault: ShellGrammar.Fault?

  private let bytes: [UInt8]
  private(set) var at: Int
  /// Where this lexer began, for what never closes.
  let start: Int
  /// Where the bytes that it may read end.
  private let end: Int
  /// How many expansions lie around this place: the reader recurses into each.
  private var depth: Int

  /// Makes a lexer of a whole script, or of the rest of one.
  init(_ bytes: [UInt8], at: Int = 0, end: Int? = nil, depth: Int = 0) {
    self.bytes = bytes
    self.end = end ?? bytes.count
    self.at = at
    start = at
    self.depth = depth
  }

  /// Takes over what another lexer found inside an expansion.
  private mutating func take(_ inner: ShellLexer) {
    uses += inner.uses
    counted.formUnion(inner.counted)
    hasIndirection = hasIndirection || inner.hasIndirection
    fault = fault ?? inner.fault
  }

  private func byte(_ offset: Int = 0) -> UInt8? { at + offset < end ? bytes[at + offset] : nil }

  private func sees(_ text: String) -> Bool { bytes[at..<end].starts(with: text.utf8) }

  /// Whether a name of the shell: a letter or underscore, then letters, digits, underscores.
  static func isName(_ text: some StringProtocol) -> Bool {
    guard let first = text.utf8.first, !(48...57).contains(first) else { return false }
    return text.utf8.allSatisfy(isNameByte)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte == 95 || (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }

  /// Whether the next thing on the line is `)`.
  func peekClose() -> Bool {
    var offset = 0
    while byte(offset) == 32 || byte(offset) == 9 { offset += 1 }
    return byte(offset) == UInt8(ascii: ")")
  }

  /// Whether the next thing on the line is `(`.
  func peekOpen() -> Bool {
    var offset = 0
    while byte(offset) == 32 || byte(offset) == 9 { offset += 1 }
    return byte(offset) == UInt8(ascii: "(")
  }

  /// Steps over `()` after the name of a function.
  mutating func skipParentheses() {
    skipBlanks()
    at += 1
    skipBlanks()
    if byte() == UInt8(ascii: ")") { at += 1 }
  }

  /// The next token, nil at the end.
  mutating func next() throws(Unclosed) -> Token? {
    skipBlanks()
    guard let first = byte() else { return nil }
    switch first {
    case UInt8(ascii: "\n"):
      at += 1
      skipHereDocuments()
      return .newline
    case UInt8(ascii: ";"):
      if sees(";;") {
        at += 2
        if byte() == UInt8(ascii: "&") { at += 1 }
        return .doubleSemicolon
      }
      // Bash goes on with the next branch.
      if sees(";&") {
        at += 2
        return .doubleSemicolon
      }
      at += 1
      return .semicolon
    case UInt8(ascii: "&"):
      if sees("&&") {
        at += 2
        return .and
      }
      if sees("&>") { return try redirection() }
      at += 1
      return .ampersand
    case UInt8(ascii: "|"):
      at += sees("||") || sees("|&") ? 2 : 1
      return bytes[at - 1] == UInt8(ascii: "|") && bytes[at - 2] == UInt8(ascii: "|") ? .or : .pipe
    case UInt8(ascii: "("):
      if sees("((") {
        try skipArithmetic()
        return .word(Word(parts: [.opaque("((")], range: at..<at, isQuoted: true))
      }
      at += 1
      return .open
    case UInt8(ascii: ")"):
      at += 1
      return .close
    case UInt8(ascii: "<") where placeholderEnd != nil: return .word(try word())
    case UInt8(ascii: "<"), UInt8(ascii: ">"): return try redirection()
    default:
      var offset = 0
      while let digit = byte(offset), (48...57).contains(digit) { offset += 1 }
      if offset > 0, byte(offset) == UInt8(ascii: "<") || byte(offset) == UInt8(ascii: ">") {
        at += offset
        return try redirection()
      }
      return .word(try word())
    }
  }

  private mutating func skipBlanks() {
    while let next = byte() {
      if next == 32 || next == 9 || next == 13 {
        at += 1
      } else if next == UInt8(ascii: "\\"), byte(1) == UInt8(ascii: "\n") {
        at += 2
      } else if next == UInt8(ascii: "\\"), byte(1) == 13, byte(2) == UInt8(ascii: "\n") {
        at += 3
      } else if next == UInt8(ascii: "#") {
        while let inside = byte(), inside != UInt8(ascii: "\n") {
          _ = inside
          at += 1
        }
      } else {
        return
      }
    }
  }

  private mutating func redirection() throws(Unclosed) -> Token {
    for kind in ["<<<", "<<-", "<<", "<&", "<>", ">>", ">&", ">|", "&>>", "&>", "<", ">"] where sees(kind) {
      at += kind.utf8.count
      if kind == "<" || kind == ">", byte() == UInt8(ascii: "(") {
        at += 1
        return .open
      }
      skipBlanks()
      let target = try word()
      if kind == "<<" || kind == "<<-" {
        let delimiter = target.literal ?? ""
        let document = hereDocument(delimiter, stripsTabs: kind == "<<-", expands: !target.isQuoted)
        guard let document else {
          throw Unclosed(what: "here-document '\(delimiter)'", offset: target.range.lowerBound)
        }
        return .redirection("<<", document)
      }
      return .redirection(kind, target)
    }
    at += 1
    return .semicolon
  }

  /// Where the texts of the here-documents of the current line end; 0 when there is none.
  private var hereDocumentEnd = 0

  /// Reads ahead to the text that follows the current line. The lexer itself stays; `skipHereDocuments` jumps over the text.
  private mutating func hereDocument(_ delimiter: String, stripsTabs: Bool, expands: Bool) -> Word? {
    var line = hereDocumentEnd
    if line == 0 {
      line = at
      while line < end, bytes[line] != UInt8(ascii: "\n") { line += 1 }
      line += 1
    }
    let begin = line
    var doubtful: Range<Int>?
    while line < end {
      var lineEnd = line
      while lineEnd < end, bytes[lineEnd] != UInt8(ascii: "\n") { lineEnd += 1 }
      var text = bytes[line..<lineEnd]
      if stripsTabs { text = text.drop { $0 == 9 } }
      if text.last == 13 { text = text.dropLast() }
      if doubtful == nil, Self.resembles(text, delimiter) { doubtful = line..<lineEnd }
      if text.elementsEqual(delimiter.utf8) {
        hereDocumentEnd = lineEnd + 1
        if let doubtful { doubt(doubtful, delimiter, in: begin..<line) }
        let content = String(decoding: bytes[begin..<line], as: UTF8.self)
        var word = Word(
          parts: [.literal(content, source: begin, isExact: !stripsTabs)], range: begin..<line, isQuoted: true
        )
        if expands { word.parts = expanded(begin..<line) ?? [.opaque("<<\(delimiter)")] }
        return word
      }
      line = lineEnd + 1
    }
    return nil
  }

  /// Whether a line is the mark that ends a here-document but for blanks, a semicolon or the letters' case.
  private static func resembles(_ line: ArraySlice<UInt8>, _ delimiter: String) -> Bool {
    guard line.count >= delimiter.utf8.count, line.count < delimiter.utf8.count + 40, !delimiter.isEmpty
    else {
      return false
    }
    let core = line.drop { $0 == 32 || $0 == 9 }.reversed().drop {
      $0 == 32 || $0 == 9 || $0 == UInt8(ascii: ";")
    }
    guard core.count == delimiter.utf8.count, !line.elementsEqual(delimiter.utf8) else { return false }
    return zip(core.reversed(), delimiter.utf8).allSatisfy { $0 | 32 == $1 | 32 }
  }

  /// Takes note of a line that does not end a here-document, unless the text has a here-document with that mark of its own.
  private mutating func doubt(_ line: Range<Int>, _ delimiter: String, in text: Range<Int>) {
    // Where the mark ends another here-document below, that one begins in what this one was not to hold.
    guard !begins(delimiter, in: text.lowerBound..<line.lowerBound),
      begins(delimiter, in: line.upperBound..<text.upperBound)
    else { return }
    let message =
      "this line does not end the here-document '\(delimiter)', whose end is a line of that word alone"
    if fault == nil { fault = .init(message: message, offset: line.lowerBound, length: line.count) }
  }

  /// Whether a here-document with a mark begins in a text, as the shell or another language writes one: `<< EOF`, `<<~'EOF'`.
  private func begins(_ delimiter: String, in range: Range<Int>) -> Bool {
    range.contains { start in
      guard start + 2 < range.upperBound, bytes[start] == UInt8(ascii: "<"),
        bytes[start + 1] == UInt8(ascii: "<")
      else { return false }
      return bytes[(start + 2)..<range.upperBound].drop { " \t-~\\'\"".utf8.contains($0) }
        .starts(with: delimiter.utf8)
    }
  }

  /// The parts of a here-document whose expansions are done; nil when one of them cannot be read.
  private mutating func expanded(_ range: Range<Int>) -> [ShellCommand.Part]? {
    var inner = ShellLexer(bytes, at: range.lowerBound, end: range.upperBound, depth: depth + 1)
    var word = Word(range: range, isQuoted: true)
    do throws(Unclosed) {
      try inner.quoted(into: &word, until: nil)
      take(inner)
      return word.parts
    } catch {
      return nil
    }
  }

  private mutating func skipHereDocuments() {
    if hereDocumentEnd > 0 { at = min(hereDocumentEnd, end) }
    hereDocumentEnd = 0
  }

  private mutating func skipArithmetic() throws(Unclosed) {
    let opened = at
    var level = 0
    defer { takeNames(of: bytes[opened..<at]) }
    while let next = byte() {
      if next == UInt8(ascii: "(") { level += 1 }
      if next == UInt8(ascii: ")") { level -= 1 }
      at += 1
      if level == 0 { return }
    }
    throw Unclosed(what: "'(('", offset: opened)
  }

  /// Takes note of the names in arithmetic that sets one.
  private mutating func takeNames(of arithmetic: ArraySlice<UInt8>) {
    let text = Array(arithmetic)
    let sets = text.indices.contains { index in
      let before = index > 0 ? text[index - 1] : 0
      let after = index + 1 < text.count ? text[index + 1] : 0
      switch text[index] {
      case UInt8(ascii: "="): return after != UInt8(ascii: "=") && !"=!<>".utf8.contains(before)
      case UInt8(ascii: "+"), UInt8(ascii: "-"): return before == text[index]
      default: return false
      }
    }
    guard sets else { return }
    for name in text.split(whereSeparator: { !Self.isNameByte($0) }) {
      counted.insert(String(decoding: name, as: UTF8.self))
    }
  }

  // MARK: - Words

  private static let ends = Set(" \t\r\n;&|()<>".utf8)

  private mutating func word() throws(Unclosed) -> Word {
    let begin = at
    var word = Word(range: at..<at)
    while let next = byte() {
      if next == UInt8(ascii: "("), isArray(word) {
        try skipArray()
        word.parts.append(.opaque("("))
        continue
      }
      if next == UInt8(ascii: "<"), let placeholderEnd {
        word.parts.append(.opaque(String(decoding: bytes[at..<placeholderEnd], as: UTF8.self)))
        at = placeholderEnd
        continue
      }
      if Self.ends.contains(next) { break }
      try part(into: &word)
    }
    // Something must be taken, or the lexer would stand still.
    if at == begin, byte() != nil, !Self.ends.contains(bytes[at]) { at += 1 }
    word.range = begin..<at
    return word
  }

  /// Where a placeholder of a runbook ends, such as `<topic ARN>`: a shell would redirect, and the reader is to put a value there.
  private var placeholderEnd: Int? {
    guard let first = byte(1), (65...90).contains(first) || (97...122).contains(first) else { return nil }
    var last = at + 1
    while last < end, last - at <= 80, bytes[last] != UInt8(ascii: ">") {
      let byte = bytes[last]
      let isText =
        byte == 32 || (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || "-_.:/,'".utf8.contains(byte)
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

  private mutating func skipArray() throws(Unclosed) {
    let opened = at
    at += 1
    while let next = byte() {
      if next == UInt8(ascii: ")") {
        at += 1
        return
      }
      if next == UInt8(ascii: "#") || next == 32 || next == 9 || next == 13 {
        skipBlanks()
      } else if Self.ends.contains(next) {
        at += 1
      } else {
        var ignored = Word(range: at..<at)
        try part(into: &ignored)
      }
    }
    throw Unclosed(what: "'('", offset: opened)
  }

  private mutating func part(into word: inout Word) throws(Unclosed) {
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
      while let next = byte(), !Self.ends.contains(next), !"'\"\\$`".utf8.contains(next) {
        _ = next
        at += 1
      }
      word.add(String(decoding: bytes[from..<at], as: UTF8.self), from)
    }
  }

  /// The scalar at an offset, which is stepped over.
  private mutating func take(scalarAt offset: Int) -> String {
    at = offset + 1
    while let next = byte(), next & 0xC0 == 0x80 { at += 1 }
    return spelling(from: offset)
  }

  /// Text between double quotes, or a here-document's when there is no closing byte.
  private mutating func quoted(into word: inout Word, until close: UInt8?, opened: Int = 0) throws(Unclosed) {
    var from = at
    func flush(_ word: inout Word, _ from: Int, _ at: Int) {
      if at > from { word.add(String(decoding: bytes[from..<at], as: UTF8.self), from) }
    }
    while let next = byte() {
      if next == close {
        flush(&word, from, at)
        at += 1
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
        flush(&word, from, at)
        try dollar(into: &word, isQuoted: true)
        from = at
      case UInt8(ascii: "`"):
        flush(&word, from, at)
        try backquote(into: &word, isQuoted: true)
        from = at
      default: at += 1
      }
    }
    flush(&word, from, at)
    if close != nil { throw Unclosed(what: "quote", offset: opened) }
  }

  // MARK: - Expansions

  private mutating func dollar(into word: inout Word, isQuoted: Bool) throws(Unclosed) {
    let begin = at
    at += 1
    guard let next = byte() else {
      word.add("$", begin)
      return
    }
    switch next {
    case UInt8(ascii: "'") where !isQuoted: try ansiQuoted(into: &word)
    case UInt8(ascii: "\"") where !isQuoted: break
    case UInt8(ascii: "("):
      if byte(1) == UInt8(ascii: "(") {
        try skipArithmetic()
        word.parts.append(.opaque(spelling(from: begin)))
      } else {
        at += 1
        try substitution(into: &word, isQuoted: isQuoted)
      }
    case UInt8(ascii: "{"): try braced(into: &word, isQuoted: isQuoted)
    case _ where Self.isNameByte(next):
      let from = at
      if (48...57).contains(next) {
        at += 1
      } else {
        while let inside = byte(), Self.isNameByte(inside) { at += 1 }
      }
      let name = String(decoding: bytes[from..<at], as: UTF8.self)
      uses.append(Use(name: name, range: from..<at, isGuarded: false))
      word.parts.append(.variable(name, fallback: nil, isQuoted: isQuoted))
    case _ where "@*#?-$!".utf8.contains(next):
      at += 1
      word.parts.append(.variable(String(decoding: [next], as: UTF8.self), fallback: nil, isQuoted: isQuoted))
    default: word.add("$", begin)
    }
  }

  private func spelling(from begin: Int) -> String { String(decoding: bytes[begin..<at], as: UTF8.self) }

  private mutating func substitution(into word: inout Word, isQuoted: Bool) throws(Unclosed) {
    let begin = at - 2
    guard depth < 50 else { throw Unclosed(what: "'$('", offset: begin) }
    var parser = ShellParser(ShellLexer(bytes, at: at, end: end, depth: depth + 1))
    try parser.parseList(isNested: true)
    at = parser.lexer.at
    take(parser.lexer)
    word.parts.append(.substitution(parser.commands, isQuoted: isQuoted))
    if let fault = parser.grammar.fault { word.parts.append(.broken(fault)) }
  }

  private mutating func backquote(into word: inout Word, isQuoted: Bool) throws(Unclosed) {
    let begin = at
    at += 1
    while let next = byte(), next != UInt8(ascii: "`") { at += next == UInt8(ascii: "\\") ? 2 : 1 }
    guard byte() != nil else { throw Unclosed(what: "'`'", offset: begin) }
    at = min(at + 1, end)
    var parser = ShellParser(ShellLexer(bytes, at: begin + 1, end: at - 1, depth: depth + 1))
    let commands = depth < 50 ? (try? parser.parse()) ?? [] : []
    take(parser.lexer)
    word.parts.append(.substitution(commands, isQuoted: isQuoted))
  }

  private mutating func braced(into word: inout Word, isQuoted: Bool) throws(Unclosed) {
    let begin = at - 1
    guard depth < 50 else { throw Unclosed(what: "'${'", offset: begin) }
    depth += 1
    defer { depth -= 1 }
    at += 1
    let from = at
    while let next = byte(), Self.isNameByte(next) { at += 1 }
    let name = String(decoding: bytes[from..<at], as: UTF8.self)
    let from2 = at
    if name.isEmpty {
      hasIndirection = hasIndirection || byte() == UInt8(ascii: "!")
    } else {
      let operation = byte() == UInt8(ascii: ":") ? byte(1) : byte()
      let isGuarded = operation.map { "-=?+".utf8.contains($0) } ?? false
      uses.append(Use(name: name, range: from..<at, isGuarded: isGuarded))
    }
    var isDefault = false
    for kind in [":-", ":=", "-", "="] where sees(kind) {
      at += kind.utf8.count
      isDefault = true
      break
    }
    var fallback = Word(range: at..<at, isQuoted: true)
    let isMessage = !isDefault && (sees(":?") || sees("?"))
    while let next = byte(), next != UInt8(ascii: "}") {
      switch next {
      case UInt8(ascii: "'") where !isQuoted, UInt8(ascii: "\""), UInt8(ascii: "$"), UInt8(ascii: "`"),
        UInt8(ascii: "\\"):
        try part(into: &fallback)
      default:
        fallback.add(take(scalarAt: at), at - 1)
      }
    }
    guard byte() != nil else { throw Unclosed(what: "'${'", offset: begin) }
    fallback.range = from2..<at
    let isPlain = at == from2
    at += 1
    if !name.isEmpty, isDefault || isMessage || isPlain {
      word.parts.append(.variable(name, fallback: isDefault ? fallback : nil, isQuoted: isQuoted))
    } else {
      word.parts.append(.opaque(spelling(from: begin)))
    }
  }

  private mutating func ansiQuoted(into word: inout Word) throws(Unclosed) {
    let begin = at
    at += 1
    word.isQuoted = true
    let escapes: [UInt8: String] = [
      UInt8(ascii: "n"): "\n", UInt8(ascii: "t"): "\t", UInt8(ascii: "r"): "\r", UInt8(ascii: "\\"): "\\",
      UInt8(ascii: "'"): "'", UInt8(ascii: "\""): "\"", UInt8(ascii: "e"): "\u{1B}",
    ]
    while let next = byte(), next != UInt8(ascii: "'") {
      if next == UInt8(ascii: "\\"), let following = byte(1) {
        word.add(
          escapes[following] ?? "\\" + String(decoding: [following], as: UTF8.self), at, isQuoted: true)
        at += 2
      } else {
        let offset = at
        word.add(take(scalarAt: at), offset)
      }
    }
    guard byte() != nil else { throw Unclosed(what: "quote", offset: begin) }
    at += 1
  }
}

extension ShellCommand.Word {
  /// Adds text; joined with the part before it when both stand together in the source.
  fileprivate mutating func add(_ text: String, _ source: Int, isQuoted: Bool = false) {
    if case .literal(let before, let start, true)? = parts.last, !isQuoted,
      start + before.utf8.count == source
    {
      parts[parts.count - 1] = .literal(before + text, source: start, isExact: true)
    } else {
      parts.append(.literal(text, source: source, isExact: !isQuoted))
    }
  }
}
