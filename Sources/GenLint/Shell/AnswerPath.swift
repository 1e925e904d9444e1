internal import JSONScanner

/// Follows the names of a query through the answer that an operation gives.
///
/// Only plain paths and the lists and structures that are made of such are followed, up to the first part that is more: what a
/// function, a filter or an alternative gives is not known. https://jmespath.org/specification.html
struct AnswerPath {
  /// A name that the answer does not have at its place.
  struct Fault {
    let name: String
    /// Where it stands in the query: byte offsets.
    let range: Range<Int>
    /// The names that are there.
    var known: [String] = []
    /// The list in which it was looked for; a list has no names.
    var list: String?
  }

  private let bytes: [UInt8]
  private var at = 0

  /// Makes a walk along a query that can be read.
  init(_ query: String) { bytes = Array(query.utf8) }

  /// The first name that an answer does not have. In the published answer a structure is an object of its members and a list an
  /// array with its element; all else may hold anything.
  mutating func fault(in answer: JSONValue) -> Fault? {
    // An alternative may be there for just that case.
    guard !bytes.contains(UInt8(ascii: "&")), !contains("||"), !contains("not_null") else { return nil }
    at = 0
    return expression(answer, isTop: true)
  }

  private func contains(_ text: String) -> Bool {
    String(decoding: bytes, as: UTF8.self).contains(ascii: text)
  }

  private func peek(_ offset: Int = 0) -> UInt8? { at + offset < bytes.count ? bytes[at + offset] : nil }

  private mutating func skipBlanks() {
    while let byte = peek(), byte == 32 || (9...13).contains(byte) { at += 1 }
  }

  private mutating func name() -> (text: String, range: Range<Int>)? {
    let start = at
    if peek() == UInt8(ascii: "\"") {
      let inside = bytes[(start + 1)...].prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
      guard inside.endIndex < bytes.count, bytes[inside.endIndex] == UInt8(ascii: "\"") else { return nil }
      at = inside.endIndex + 1
      return (String(decoding: inside, as: UTF8.self), start..<at)
    }
    while let byte = peek(),
      byte == 95 || (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    { at += 1 }
    guard at > start else { return nil }
    return (String(decoding: bytes[start..<at], as: UTF8.self), start..<at)
  }

  /// An expression that begins here; steps over as much of it as is followed.
  private mutating func expression(_ answer: JSONValue, isTop: Bool = false) -> Fault? {
    var here = answer
    var last = ""
    var isFirst = true
    while true {
      skipBlanks()
      guard let byte = peek() else { return nil }
      if byte == UInt8(ascii: "["), !isFirst {
        if peek(1) == UInt8(ascii: "?") {
          guard here.kind == .array, let element = here.element(0) else { return nil }
          at += 2
          let start = at
          if let fault = expression(element) { return fault }
          at = start
          while skipMember() {}
          here = element
          continue
        }
        let inside = bytes[(at + 1)...].prefix { $0 != UInt8(ascii: "]") }
        guard inside.allSatisfy({ "0123456789:-* ".utf8.contains($0) }) else { return nil }
        at += inside.count + 2
        // An index into what is no list gives nothing either, but a flattening may stand behind a projection.
        guard here.kind == .array, let element = here.element(0) else { return nil }
        here = element
        continue
      }
      if byte == UInt8(ascii: ".") || isFirst {
        if byte == UInt8(ascii: ".") { at += 1 }
        isFirst = false
        skipBlanks()
        switch peek() {
        case UInt8(ascii: "{"), UInt8(ascii: "["): return members(of: here)
        default: break
        }
        guard let (text, range) = name() else { return nil }
        skipBlanks()
        guard peek() != UInt8(ascii: "(") else { return nil }
        switch here.kind {
        case .object:
          guard let next = here.member(text) else {
            // The aws command adds the token of its own pages.
            if isTop, last.isEmpty, ["NextToken", "ResponseMetadata"].contains(text) { return nil }
            // Meant for a literal, and nothing stands for it as well as that; alone it asks for nothing.
            if ["true", "false", "null"].contains(text), range.count < bytes.count { return nil }
            return Fault(name: text, range: range, known: here.members.compactMap(\.name.string))
          }
          here = next
        case .array: return last.isEmpty ? nil : Fault(name: text, range: range, list: last)
        default: return nil
        }
        last = text
        continue
      }
      return nil
    }
  }

  /// The expressions of `[a, b]` or `{x: a, y: b}`.
  private mutating func members(of answer: JSONValue) -> Fault? {
    let isHash = peek() == UInt8(ascii: "{")
    at += 1
    while at < bytes.count {
      skipBlanks()
      if isHash {
        var isQuoted = false
        while let byte = peek(), isQuoted || byte != UInt8(ascii: ":") {
          if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
          if byte == UInt8(ascii: "}"), !isQuoted { return nil }
          at += 1
        }
        at += 1
      }
      skipBlanks()
      if let byte = peek(), byte == 95 || byte == 34 || (65...90).contains(byte) || (97...122).contains(byte)
      {
        if let fault = expression(answer) { return fault }
      }
      guard skipMember() else { return nil }
    }
    return nil
  }

  /// Steps over the rest of a member and its comma; answers whether another one follows.
  private mutating func skipMember() -> Bool {
    var level = 0
    while let byte = peek() {
      at += 1
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
        while let inside = peek(), inside != byte { at += inside == UInt8(ascii: "\\") ? 2 : 1 }
        at += 1
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "("): level += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ")"):
        if level == 0 { return false }
        level -= 1
      case UInt8(ascii: ",") where level == 0: return true
      default: break
      }
    }
    return false
  }
}
