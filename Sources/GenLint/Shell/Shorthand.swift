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

  private mutating func skipBlanks() { while next == " " || next == "\n" || next == "\t" { at += 1 } }

  private mutating func parameters() throws(Failure) -> Node {
    var entries: [Node.Entry] = []
    repeat {
      skipBlanks()
      entries.append(try keyValue())
      skipBlanks()
    } while take(",")
    return Node(.mapping(entries), range: range)
  }

  private mutating func keyValue() throws(Failure) -> Node.Entry {
    var key = ""
    while let scalar = next, scalar.isShorthandKey {
      key.unicodeScalars.append(scalar)
      at += 1
    }
    if key.isEmpty { throw unexpected("a key") }
    let isFile = take("@")
    guard take("=") else { throw unexpected("'='") }
    let value = try isFile ? unknown() : self.value()
    return Node.Entry(key: scalar(key), value: value)
  }

  private mutating func unknown() throws(Failure) -> Node {
    _ = try word()
    return scalar(String(ShellText.open) + String(ShellText.close))
  }

  private func scalar(_ text: String) -> Node {
    Node(.scalar(.init(text: text, style: .literal)), range: range)
  }

  private mutating func value() throws(Failure) -> Node {
    depth += 1
    defer { depth -= 1 }
    guard depth < 40 else { throw Failure(message: "it is nested too deep") }
    if take("[") { return try list() }
    if take("{") { return try hash() }
    var elements = [scalar(try word())]
    // 'a=1,b,c=2': what follows a comma belongs to the list unless it is a key.
    while next == ",", !isKey(after: at + 1) {
      at += 1
      elements.append(scalar(try word()))
    }
    return elements.count == 1 ? elements[0] : Node(.sequence(elements), range: range)
  }

  private func isKey(after start: Int) -> Bool {
    var index = start
    while index < scalars.count, scalars[index] == " " { index += 1 }
    let begin = index
    while index < scalars.count, scalars[index].isShorthandKey { index += 1 }
    return index > begin && index < scalars.count && (scalars[index] == "=" || scalars[index] == "@")
  }

  private mutating func list() throws(Failure) -> Node {
    var elements: [Node] = []
    skipBlanks()
    while !take("]") {
      if !elements.isEmpty {
        guard take(",") else { throw unexpected("',' or ']'") }
        skipBlanks()
      }
      if next == "{" || next == "[" {
        elements.append(try value())
      } else {
        elements.append(scalar(try word()))
      }
      skipBlanks()
    }
    return Node(.sequence(elements), range: range)
  }

  private mutating func hash() throws(Failure) -> Node {
    var entries: [Node.Entry] = []
    skipBlanks()
    while !take("}") {
      if !entries.isEmpty {
        guard take(",") else { throw unexpected("',' or '}'") }
        skipBlanks()
      }
      entries.append(try keyValue())
      skipBlanks()
    }
    return Node(.mapping(entries), range: range)
  }

  private mutating func word() throws(Failure) -> String {
    var text = ""
    if let quote = next, quote == "'" || quote == "\"" {
      at += 1
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
    while let scalar = next, scalar != ",", !(depth > 1 && (scalar == "]" || scalar == "}")) {
      at += 1
      if scalar == "\\", let escaped = next, escaped == "," {
        text.unicodeScalars.append(escaped)
        at += 1
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text.trimmingBlanks()
  }
}

extension Unicode.Scalar {
  fileprivate var isShorthandKey: Bool {
    properties.isAlphabetic || ("0"..."9").contains(self) || "-_.#/:".unicodeScalars.contains(self)
  }
}
