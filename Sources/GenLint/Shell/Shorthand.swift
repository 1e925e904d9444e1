internal import Diagnostics
internal import Documents

/// The aws command's shorthand syntax, `Name=a,Values=b,c`.
///
/// https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html
struct Shorthand {
  /// Why a text is not shorthand.
  struct Failure: Error {
    /// Lower case, without a full stop.
    let message: String
  }

  private let scalars: [Unicode.Scalar]
  private var at = 0
  private var depth = 0
  private let range: SourceRange

  private init(_ text: String, _ range: SourceRange) {
    scalars = Array(text.unicodeScalars)
    self.range = range
  }

  /// The tree of a text; every node stands at the given place, and its scalars are of style `literal`.
  static func read(_ text: String, at range: SourceRange) throws(Failure) -> Node {
    var reader = Shorthand(text, range)
    let node = try reader.parameters()
    if reader.at < reader.scalars.count { throw reader.unexpected("','") }
    return node
  }

  /// Whether a text is no shorthand whatever its unknown parts are. Of one that stands elsewhere than in a value only what is before
  /// it is read.
  static func isBroken(_ text: String) -> Bool {
    let range = SourceRange(file: "", start: .init(line: 1, column: 1), end: .init(line: 1, column: 1))
    return ["x", "", "x,y", "x,y=z", "'x'", "[x]", "{y=z}"].allSatisfy { value in
      let (text, isWhole) = filled(text, with: value)
      var reader = Shorthand(text, range)
      do throws(Failure) {
        _ = try reader.parameters()
        return reader.at < reader.scalars.count
      } catch {
        return isWhole || reader.at < reader.scalars.count
      }
    }
  }

  /// A text with a value for its unknown parts, up to one that stands where more than a value may be.
  private static func filled(_ text: String, with value: String) -> (text: String, isWhole: Bool) {
    var filled = String.UnicodeScalarView()
    var level = 0
    var isValue = false
    for scalar in text.unicodeScalars {
      if scalar == ShellText.open {
        guard isValue else { return (String(filled), false) }
        if level == 0 { filled.append(contentsOf: value.unicodeScalars) }
        level += 1
      } else if scalar == ShellText.close {
        level -= 1
      } else if level == 0 {
        if scalar == "=" { isValue = true }
        if ",[{'\"".unicodeScalars.contains(scalar) { isValue = false }
        filled.append(scalar)
      }
    }
    return (String(filled), true)
  }

  private var next: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

  private func unexpected(_ wanted: String) -> Failure {
    Failure(
      message: next.map { "found '\($0)' where \(wanted) is expected" }
        ?? "it ends where \(wanted) is expected")
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    at += 1
    return true
  }

  private mutating func skipBlanks() {
    while let scalar = next, scalar.isShorthandBlank { at += 1 }
  }

  private mutating func parameters() throws(Failure) -> Node {
    var entries: [Node.Entry] = []
    repeat {
      // Blanks may stand behind a comma, not before the first key.
      if !entries.isEmpty { skipBlanks() }
      let key = try self.key()
      if entries.contains(where: { $0.key.text == key.text }) {
        throw Failure(message: "the key '\(key.text ?? "")' is given twice")
      }
      entries.append(Node.Entry(key: key.node, value: try values(isFile: key.isFile)))
      let end = at
      skipBlanks()
      if at > end, next == nil { throw unexpected("','") }
    } while take(",")
    return Node(.mapping(entries), range: range)
  }

  private typealias Key = (text: String?, node: Node, isFile: Bool)

  /// A key and its `=`, or the `@=` before the name of a file.
  private mutating func key() throws(Failure) -> Key {
    var key = ""
    while let scalar = next, scalar.isShorthandKey {
      key.unicodeScalars.append(scalar)
      at += 1
    }
    if key.isEmpty { throw unexpected("a key") }
    skipBlanks()
    let isFile = take("@")
    skipBlanks()
    guard take("=") else { throw unexpected("'='") }
    skipBlanks()
    return (key, scalar(key), isFile)
  }

  private func scalar(_ text: String, isFile: Bool = false) -> Node {
    let unknown = String(ShellText.open) + String(ShellText.close)
    return Node(.scalar(.init(text: isFile ? unknown : text, style: .literal)), range: range)
  }

  /// What a key has: a list or a structure in brackets, one value, or several with commas between them.
  private mutating func values(isFile: Bool) throws(Failure) -> Node {
    if next == "[" || next == "{" { return try value(isFile: isFile) }
    let first = scalar(try first(), isFile: isFile)
    skipBlanks()
    var elements = [first]
    while next == "," {
      // 'a=1,b,c=2': what follows a comma belongs to the list unless it is a key.
      let comma = at
      at += 1
      skipBlanks()
      let further = at < scalars.count ? try? self.further() : nil
      skipBlanks()
      guard let further, next == nil || next == "," else {
        if at >= scalars.count, further == nil { throw unexpected("a value") }
        at = comma
        break
      }
      elements.append(scalar(further, isFile: isFile))
    }
    return elements.count == 1 ? first : Node(.sequence(elements), range: range)
  }

  /// A value inside brackets, where a comma parts members.
  private mutating func value(isFile: Bool = false) throws(Failure) -> Node {
    depth += 1
    defer { depth -= 1 }
    guard depth < 40 else { throw Failure(message: "it is nested too deep") }
    if take("[") { return try list() }
    if take("{") { return try hash() }
    return scalar(try first(), isFile: isFile)
  }

  private mutating func list() throws(Failure) -> Node {
    var elements: [Node] = []
    skipBlanks()
    while next != "]" {
      elements.append(try value())
      try separate("]")
    }
    at += 1
    return Node(.sequence(elements), range: range)
  }

  private mutating func hash() throws(Failure) -> Node {
    var entries: [Node.Entry] = []
    skipBlanks()
    while next != "}" {
      let key = try self.key()
      entries.append(Node.Entry(key: key.node, value: try value(isFile: key.isFile)))
      try separate("}")
    }
    at += 1
    return Node(.mapping(entries), range: range)
  }

  /// Takes the comma between two members; one may stand before the closing bracket.
  private mutating func separate(_ close: Unicode.Scalar) throws(Failure) {
    skipBlanks()
    if next == close { return }
    guard take(",") else { throw unexpected("',' or '\(close)'") }
    skipBlanks()
  }

  /// The value right behind `=` or a bracket: perhaps nothing.
  private mutating func first() throws(Failure) -> String {
    if let quote = next, quote == "'" || quote == "\"" { return try quoted(quote) }
    guard let start = next, start != "[", start != "{", !start.isShorthandEnd else { return "" }
    return word { $0 == "]" || $0 == "}" }
  }

  /// A value behind a comma, which a `=` shows to be a key.
  private mutating func further() throws(Failure) -> String {
    if let quote = next, quote == "'" || quote == "\"" { return try quoted(quote) }
    guard let start = next, start != "[", start != "{", !start.isShorthandEnd else {
      throw unexpected("a value")
    }
    return word { $0 == "=" }
  }

  /// A text without quotes, up to a comma, a quote, or what else ends it. A comma behind a backslash is text.
  private mutating func word(until isEnd: (Unicode.Scalar) -> Bool) -> String {
    var text = String.UnicodeScalarView()
    let start = at
    var level = 0
    while let scalar = next {
      // What only a run knows is one piece, whatever its name is spelled with.
      if scalar == ShellText.open { level += 1 }
      if level == 0 {
        if scalar == "\\", at + 1 < scalars.count, scalars[at + 1] == "," {
          text.append(",")
          at += 2
          continue
        }
        if scalar == "," || scalar == "'" || scalar == "\"" || at > start && isEnd(scalar) { break }
      }
      if scalar == ShellText.close { level -= 1 }
      text.append(scalar)
      at += 1
    }
    while let last = text.last, last.isShorthandBlank { text.removeLast() }
    return String(text)
  }

  private mutating func quoted(_ quote: Unicode.Scalar) throws(Failure) -> String {
    at += 1
    var text = ""
    while let scalar = next, scalar != quote {
      at += 1
      if scalar == "\\", let escaped = next, escaped == quote || escaped == "\\" {
        text.unicodeScalars.append(escaped)
        at += 1
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    guard take(quote) else { throw unexpected("the closing quote") }
    return text
  }
}

extension Unicode.Scalar {
  fileprivate var isShorthandKey: Bool {
    properties.isAlphabetic || ("0"..."9").contains(self) || "-_.#/:".unicodeScalars.contains(self)
  }
  fileprivate var isShorthandBlank: Bool { self == " " || ("\t"..."\r").contains(self) }
  /// Whether no value without quotes begins with it.
  fileprivate var isShorthandEnd: Bool {
    isShorthandBlank || self == "," || self == "=" || self == "'" || self == "\""
  }
}
