/// What is expanded in a word: variables, substitutions, arithmetic.
extension ShellLexer {
  /// Steps over `[…]` behind a `$`, as bash once wrote arithmetic; answers whether it ends soon on the line.
  private mutating func skipOldArithmetic() -> Bool {
    var level = 0
    var offset = 0
    while offset < 256, let next = byte(offset), next != UInt8(ascii: "\n") {
      if next == UInt8(ascii: "[") { level += 1 }
      if next == UInt8(ascii: "]") { level -= 1 }
      offset += 1
      if level == 0 {
        at += offset
        return true
      }
    }
    return false
  }

  mutating func skipArithmetic() throws(Unclosed) {
    let opened = at
    var level = 0
    defer { takeNames(of: opened..<at) }
    while let next = byte() {
      if next == UInt8(ascii: "(") { level += 1 }
      if next == UInt8(ascii: ")") { level -= 1 }
      at += 1
      if level == 0 { return }
    }
    throw Unclosed(what: "'(('", offset: opened)
  }

  /// Takes note of the names in arithmetic: of one that sets any of them all, of others those that it asks for.
  private mutating func takeNames(of range: Range<Int>) {
    let text = bytes[range]
    let sets = text.indices.contains { index in
      let before = index > text.startIndex ? text[index - 1] : 0
      let after = index + 1 < text.endIndex ? text[index + 1] : 0
      switch text[index] {
      case UInt8(ascii: "="): return after != UInt8(ascii: "=") && !"=!<>".utf8.contains(before)
      case UInt8(ascii: "+"), UInt8(ascii: "-"): return before == text[index]
      default: return false
      }
    }
    let names = text.split { !Self.isNameByte($0) }
    guard !sets else {
      for name in names { counted.insert(String(decoding: name, as: UTF8.self)) }
      return
    }
    // What holds other expansions is not read, nor what two words in a row show to be commands in parentheses.
    let isPlain = text.indices.allSatisfy { place in
      Self.isNameByte(text[place]) || " ()+-*/%<>=!&|".utf8.contains(text[place])
        || text[place] == UInt8(ascii: "$") && place + 1 < text.endIndex && Self.isNameByte(text[place + 1])
    }
    let areParted = zip(names, names.dropFirst()).allSatisfy { one, other in
      text[one.endIndex..<other.startIndex].contains { $0 != 32 }
    }
    guard isPlain, areParted, text.suffix(2).elementsEqual("))".utf8) else { return }
    for name in names where !(48...57).contains(name[name.startIndex]) {
      let spelling = String(decoding: name, as: UTF8.self)
      uses.append(Use(name: spelling, range: name.startIndex..<name.endIndex, isGuarded: false))
    }
  }

  mutating func dollar(into word: inout Word, isQuoted: Bool) throws(Unclosed) {
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
    case UInt8(ascii: "[") where skipOldArithmetic(): word.parts.append(.opaque(spelling(from: begin)))
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

  func spelling(from begin: Int) -> String { String(decoding: bytes[begin..<at], as: UTF8.self) }

  mutating func substitution(into word: inout Word, isQuoted: Bool) throws(Unclosed) {
    let begin = at - 2
    guard depth < 50 else { throw Unclosed(what: "'$('", offset: begin, isTooDeep: true) }
    var parser = ShellParser(ShellLexer(bytes, at: at, end: end, depth: depth + 1, quotes: quotes))
    do throws(Unclosed) {
      try parser.parseList(isNested: true)
    } catch {
      var error = error
      error.fault = ShellGrammar.Fault.first(of: [error.fault, parser.grammar.fault, parser.lexer.fault])
      throw error
    }
    at = parser.lexer.at
    take(parser.lexer)
    word.parts.append(.substitution(parser.commands, isQuoted: isQuoted))
    if let fault = parser.grammar.fault { word.parts.append(.broken(fault)) }
  }

  /// Stands in the place of a backslash that the shell takes off, so that all else keeps its place; no script has it.
  private static let nothing: Unicode.Scalar = "\0"

  /// A script in which the backslashes between two backquotes are taken off that stand before a backquote, a dollar or another one;
  /// nil when there are none. Inside
  /// double quotes those before such a quote go too. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_06_03
  private static func unescaped(_ bytes: [UInt8], _ range: Range<Int>, _ isInQuotes: Bool) -> [UInt8]? {
    var changed: [UInt8]?
    var at = range.lowerBound
    while at + 1 < range.upperBound {
      if bytes[at] == UInt8(ascii: "\\") {
        if "`$\\".utf8.contains(bytes[at + 1]) || isInQuotes && bytes[at + 1] == UInt8(ascii: "\"") {
          if changed == nil { changed = bytes }
          changed?[at] = UInt8(ascii: nothing)
        }
        at += 1
      }
      at += 1
    }
    return changed
  }

  mutating func backquote(into word: inout Word, isQuoted: Bool, isInQuotes: Bool = false) throws(Unclosed) {
    let begin = at
    at += 1
    while let next = byte(), next != UInt8(ascii: "`") { at += next == UInt8(ascii: "\\") ? 2 : 1 }
    guard byte() != nil else { throw Unclosed(what: "'`'", offset: begin) }
    at = min(at + 1, end)
    let inside = Self.unescaped(bytes, begin + 1..<at - 1, isInQuotes)
    var parser = ShellParser(ShellLexer(inside ?? bytes, at: begin + 1, end: at - 1, depth: depth + 1))
    var commands = depth < 50 ? (try? parser.parse()) ?? [] : []
    take(parser.lexer)
    if inside != nil { commands = commands.map { $0.without(Self.nothing) } }
    word.parts.append(.substitution(commands, isQuoted: isQuoted))
  }

  /// Whether a name behind `!` is of a variable that holds a name: `${!NAME}`, but not the keys of an array or the names that begin
  /// alike, `${!ARRAY[@]}` and `${!PREFIX@}`.
  private var isIndirection: Bool {
    guard byte() == UInt8(ascii: "!") else { return false }
    let rest = bytes[(at + 1)..<end].drop(while: Self.isNameByte)
    return !["[@]}", "[*]}", "@}", "*}"].contains { rest.starts(with: $0.utf8) }
  }

  /// Takes note of the array whose keys are asked for: `${!NAME[@]}`.
  private mutating func takeKeys() {
    let name = bytes[(at + 1)..<end].prefix(while: Self.isNameByte)
    let rest = bytes[name.endIndex..<end]
    guard !name.isEmpty, rest.starts(with: "[@]}".utf8) || rest.starts(with: "[*]}".utf8) else { return }
    let spelling = String(decoding: name, as: UTF8.self)
    uses.append(Use(name: spelling, range: name.startIndex..<name.endIndex, isGuarded: false))
  }

  /// Steps over what asks for all words of an array, and for nothing if there are none: `[@]}` and `[@]+"${NAME[@]}"}` behind its name;
  /// or for all arguments. Answers how the variable is called that stands for them.
  private mutating func allWords(of name: String) -> String? {
    let spellings =
      name.isEmpty
      ? [("@}", "@")]
      : [
        ("[@]}", name + "[@]"), ("[*]}", name + "[*]"), ("[@]+\"${\(name)[@]}\"}", name + "[@]"),
        ("[@]:+\"${\(name)[@]}\"}", name + "[@]"),
      ]
    guard name.isEmpty || byte() == UInt8(ascii: "["), let found = spellings.first(where: { sees($0.0) })
    else { return nil }
    at += found.0.utf8.count
    return found.1
  }

  private mutating func braced(into word: inout Word, isQuoted: Bool) throws(Unclosed) {
    let begin = at - 1
    guard depth < 50 else { throw Unclosed(what: "'${'", offset: begin, isTooDeep: true) }
    depth += 1
    defer { depth -= 1 }
    at += 1
    let from = at
    while let next = byte(), Self.isNameByte(next) { at += 1 }
    let name = String(decoding: bytes[from..<at], as: UTF8.self)
    let from2 = at
    if name.isEmpty {
      hasIndirection = hasIndirection || isIndirection
      if byte() == UInt8(ascii: "!") { takeKeys() }
    } else {
      let operation = byte() == UInt8(ascii: ":") ? byte(1) : byte()
      let isGuarded = operation.map { "-=?+".utf8.contains($0) } ?? false
      uses.append(Use(name: name, range: from..<at, isGuarded: isGuarded))
    }
    if !name.isEmpty || byte() == UInt8(ascii: "@"), let words = allWords(of: name) {
      word.parts.append(.variable(words, fallback: nil, isQuoted: isQuoted))
      return
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
