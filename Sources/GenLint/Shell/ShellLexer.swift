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
  var uses: [Use] = []
  /// The names inside arithmetic, which may set them.
  var counted: Set<String> = []
  /// Whether a variable is named by another one: `${!NAME}`.
  var hasIndirection = false
  /// A line of a here-document that seems meant to end it and does not.
  var fault: ShellGrammar.Fault?

  let bytes: [UInt8]
  var at: Int
  /// Where this lexer began, for what never closes.
  let start: Int
  /// Where the bytes that it may read end.
  let end: Int
  /// How many expansions lie around this place: the reader recurses into each.
  var depth: Int
  /// The quotes that seem to end in the wrong place, of this lexer and those inside.
  let quotes: ShellQuotes

  /// Makes a lexer of a whole script, or of the rest of one.
  init(_ bytes: [UInt8], at: Int = 0, end: Int? = nil, depth: Int = 0, quotes: ShellQuotes = ShellQuotes()) {
    self.bytes = bytes
    self.quotes = quotes
    self.end = end ?? bytes.count
    self.at = at
    start = at
    self.depth = depth
  }

  /// Takes over what another lexer found inside an expansion.
  mutating func take(_ inner: ShellLexer) {
    uses += inner.uses
    counted.formUnion(inner.counted)
    hasIndirection = hasIndirection || inner.hasIndirection
    fault = fault ?? inner.fault
  }

  func byte(_ offset: Int = 0) -> UInt8? { at + offset < end ? bytes[at + offset] : nil }

  func sees(_ text: String) -> Bool {
    var index = at
    for byte in text.utf8 {
      guard index < end, bytes[index] == byte else { return false }
      index += 1
    }
    return true
  }

  /// Whether a name of the shell: a letter or underscore, then letters, digits, underscores.
  static func isName(_ text: some StringProtocol) -> Bool {
    guard let first = text.utf8.first, !(48...57).contains(first) else { return false }
    return text.utf8.allSatisfy(isNameByte)
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
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

  /// Whether a compound command begins next on the line: `{`, `(`, or a reserved word such as `while`.
  func peekCompound() -> Bool {
    if peekOpen() { return true }
    let rest = bytes[at..<end].drop { $0 == 32 || $0 == 9 }
    let word = rest.prefix { !Self.endsWord($0) }
    return ["{", "if", "while", "until", "for", "case", "select"].contains { word.elementsEqual($0.utf8) }
  }

  /// Steps over `()` after the name of a function; what else stands in parentheses is its body.
  mutating func skipParentheses() {
    let start = at
    skipBlanks()
    at += 1
    skipBlanks()
    if byte() == UInt8(ascii: ")") { at += 1 } else { at = start }
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
      let isOr = sees("||")
      at += isOr || sees("|&") ? 2 : 1
      return isOr ? .or : .pipe
    case UInt8(ascii: "("):
      if sees("((") {
        let begin = at
        try skipArithmetic()
        return .word(Word(parts: [.opaque(spelling(from: begin))], range: at..<at, isQuoted: true))
      }
      at += 1
      return .open
    case UInt8(ascii: ")"):
      at += 1
      return .close
    case UInt8(ascii: "<") where placeholderEnd != nil: return .word(try word())
    case UInt8(ascii: "<") where byte(1) == UInt8(ascii: "("),
      UInt8(ascii: ">") where byte(1) == UInt8(ascii: "("):
      return .word(try word())
    case UInt8(ascii: "<"), UInt8(ascii: ">"): return try redirection()
    default:
      var offset = 0
      while let digit = byte(offset), (48...57).contains(digit) { offset += 1 }
      if offset > 0, byte(offset) == UInt8(ascii: "<") || byte(offset) == UInt8(ascii: ">") {
        let isOutput = offset == 1 && first == UInt8(ascii: "1")
        at += offset
        let token = try redirection()
        // What goes elsewhere than to the output is no file that holds it.
        guard !isOutput, case .redirection(let kind, let target) = token, kind.hasPrefix(">") else {
          return token
        }
        return .redirection("2>", target)
      }
      return .word(try word())
    }
  }

  mutating func skipBlanks() {
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
      let place = at - kind.utf8.count
      skipBlanks()
      let target = try word()
      if target.parts.isEmpty, !target.isQuoted, fault == nil {
        let message = "'\(kind)' lacks the name of a file behind it"
        fault = .init(message: message, offset: place, length: kind.utf8.count)
      }
      if kind == "<<" || kind == "<<-" {
        let delimiter = target.literal ?? ""
        let document = hereDocument(delimiter, stripsTabs: kind == "<<-", expands: !target.isQuoted)
        guard let document else {
          let begin = bytes[at..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
          throw Unclosed(
            what: "here-document '\(delimiter)'", offset: target.range.lowerBound,
            fault: HereDocument.missedEnd(in: bytes, at: begin, end: end, until: delimiter))
        }
        return .redirection("<<", document)
      }
      return .redirection(kind, target)
    }
    at += 1
    return .semicolon
  }

  /// Where the text after the here-documents of the current line begins; 0 when there is none.
  private var hereDocumentEnd = 0

  /// Reads ahead to the text that follows the current line. The lexer itself stays; `skipHereDocuments` jumps over the text.
  private mutating func hereDocument(_ delimiter: String, stripsTabs: Bool, expands: Bool) -> Word? {
    var begin = hereDocumentEnd
    if begin == 0 {
      begin = at
      while begin < end, bytes[begin] != UInt8(ascii: "\n") { begin += 1 }
      begin += 1
    }
    guard
      let document = HereDocument(in: bytes, at: begin, end: end, until: delimiter, stripsTabs: stripsTabs)
    else { return nil }
    hereDocumentEnd = document.end
    fault = fault ?? document.fault
    let content = String(decoding: bytes[document.range], as: UTF8.self)
    var word = Word(
      parts: [.literal(content, source: begin, isExact: !stripsTabs)], range: document.range, isQuoted: true)
    if expands { word.parts = expanded(document.range) ?? [.opaque("<<\(delimiter)")] }
    return word
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
}
