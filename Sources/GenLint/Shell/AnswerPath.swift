internal import JSONScanner

/// Follows the names of a query through the answer that an operation gives.
///
/// What an alternative, a structure of the query's own or most functions give is not known. In the published answer a structure is an
/// object of its members and a list an array with its element; all else may hold anything. https://jmespath.org/specification.html
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
    /// Whether something is compared with it: then it is meant for a text.
    var isCompared = false
  }

  /// What an expression gives: something of the answer, or lists of it.
  private struct Shape {
    var value: JSONValue?
    /// How many lists of the query's own are around it.
    var lists = 0
    /// Whether what follows is asked of each element.
    var isProjection = false

    static let unknown = Shape(value: nil)

    private var inside: JSONValue? {
      guard let value, value.kind == .array else { return nil }
      return value.element(0)
    }

    /// As a whole, behind a pipe or as an argument.
    var whole: Shape { Shape(value: value, lists: lists) }

    /// One of its elements.
    var element: Shape {
      if isProjection || lists == 0 { return Shape(value: inside, lists: lists, isProjection: isProjection) }
      return Shape(value: value, lists: lists - 1)
    }

    /// All of its elements, each for itself.
    var elements: Shape {
      if isProjection || lists == 0 { return Shape(value: inside, lists: lists + 1, isProjection: true) }
      return Shape(value: lists == 1 ? value : nil, lists: lists, isProjection: true)
    }

    /// Its elements without one level of lists.
    var flat: Shape {
      guard isProjection else { return elements }
      return value?.kind == .array ? Shape(value: inside, lists: lists, isProjection: true) : self
    }
  }

  /// Something that is not followed.
  private struct Unreadable: Error {}

  private let bytes: [UInt8]
  private var at = 0
  private var depth = 0
  private var fault: Fault?
  /// The stretches that are alternatives of each other, `a || b`: what the answer lacks there may be why.
  private let alternatives: [Range<Int>]

  /// Makes a walk along a query that can be read.
  init(_ query: String) {
    bytes = Array(query.utf8)
    alternatives = query.contains(ascii: "||") ? Self.alternatives(in: bytes) : []
  }

  /// The first name that an answer does not have.
  mutating func fault(in answer: JSONValue) -> Fault? {
    at = 0
    do throws(Unreadable) {
      _ = try pipe(Shape(value: answer))
    } catch {
      return fault
    }
    return fault
  }

  private static func alternatives(in bytes: [UInt8]) -> [Range<Int>] {
    var open: [(start: Int, isChoice: Bool)] = [(0, false)]
    var found: [Range<Int>] = []
    func close(at end: Int) {
      if let top = open.last, top.isChoice { found.append(top.start..<end) }
    }
    var at = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
        let quote = bytes[at]
        at += 1
        while at < bytes.count, bytes[at] != quote { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "("): open.append((at + 1, false))
      case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ")"):
        close(at: at)
        if open.count > 1 { open.removeLast() }
      case UInt8(ascii: ","):
        close(at: at)
        open[open.count - 1] = (at + 1, false)
      case UInt8(ascii: "|") where at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "|"):
        open[open.count - 1].isChoice = true
        at += 1
      default: break
      }
      at += 1
    }
    while let top = open.popLast() {
      if top.isChoice { found.append(min(top.start, bytes.count)..<bytes.count) }
    }
    return found
  }

  // MARK: - Bytes

  private func peek(_ offset: Int = 0) -> UInt8? { at + offset < bytes.count ? bytes[at + offset] : nil }

  private mutating func skipBlanks() {
    while let byte = peek(), byte == 32 || (9...13).contains(byte) { at += 1 }
  }

  private func sees(_ text: String) -> Bool { bytes[at...].starts(with: text.utf8) }

  private mutating func take(_ text: String) -> Bool {
    skipBlanks()
    guard sees(text) else { return false }
    at += text.utf8.count
    return true
  }

  private mutating func expect(_ text: String) throws(Unreadable) { if !take(text) { throw Unreadable() } }

  private mutating func name() -> (text: String, range: Range<Int>)? {
    let start = at
    if peek() == UInt8(ascii: "\"") {
      let inside = bytes[(start + 1)...].prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
      guard inside.endIndex < bytes.count, bytes[inside.endIndex] == UInt8(ascii: "\"") else { return nil }
      at = inside.endIndex + 1
      return (String(decoding: inside, as: UTF8.self), start..<at)
    }
    guard let first = peek(), !(48...57).contains(first) else { return nil }
    while let byte = peek(), ShellLexer.isNameByte(byte) { at += 1 }
    guard at > start else { return nil }
    return (String(decoding: bytes[start..<at], as: UTF8.self), start..<at)
  }

  // MARK: - Expressions

  private mutating func pipe(_ answer: Shape) throws(Unreadable) -> Shape {
    depth += 1
    defer { depth -= 1 }
    guard depth < 40 else { throw Unreadable() }
    var found = try choice(answer)
    while true {
      skipBlanks()
      guard peek() == UInt8(ascii: "|"), peek(1) != UInt8(ascii: "|") else { return found }
      at += 1
      found = try choice(found.whole)
    }
  }

  private mutating func choice(_ answer: Shape) throws(Unreadable) -> Shape {
    var found = try comparison(answer)
    while true {
      if take("||") {
        _ = try comparison(answer)
        found = .unknown
      } else if take("&&") {
        found = try comparison(answer)
      } else {
        return found
      }
    }
  }

  private mutating func comparison(_ answer: Shape) throws(Unreadable) -> Shape {
    skipBlanks()
    let start = at
    let before = fault == nil
    let found = try path(answer)
    let isFirst = before && fault?.range == start..<at
    skipBlanks()
    guard let sign = ["==", "!=", "<=", ">=", "<", ">"].first(where: { sees($0) }) else { return found }
    at += sign.utf8.count
    skipBlanks()
    // Beside a text the name is meant for a member.
    let isText = peek() == UInt8(ascii: "'") || peek() == UInt8(ascii: "`")
    if isFirst, !isText { fault?.isCompared = true }
    let other = at
    let isClean = fault == nil
    _ = try path(answer)
    if isClean, fault?.range == other..<at { fault?.isCompared = true }
    return .unknown
  }

  private mutating func path(_ answer: Shape) throws(Unreadable) -> Shape {
    skipBlanks()
    guard let byte = peek() else { throw Unreadable() }
    if byte == UInt8(ascii: "!") {
      at += 1
      depth += 1
      defer { depth -= 1 }
      guard depth < 40 else { throw Unreadable() }
      _ = try path(answer)
      return .unknown
    }
    var found: Shape
    var last = ""
    switch byte {
    case UInt8(ascii: "("):
      at += 1
      found = try pipe(answer)
      try expect(")")
    case UInt8(ascii: "'"), UInt8(ascii: "`"):
      at += 1
      while let inside = peek(), inside != byte { at += inside == UInt8(ascii: "\\") ? 2 : 1 }
      try expect(byte == UInt8(ascii: "'") ? "'" : "`")
      found = .unknown
    case UInt8(ascii: "@"):
      at += 1
      found = answer
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "*"): found = try bracket(answer, isFirst: true)
    default: found = try member(of: answer, &last, isTop: answer.lists == 0 && depth == 1)
    }
    while true {
      skipBlanks()
      if peek() == UInt8(ascii: "[") {
        found = try bracket(found, isFirst: false)
      } else if take(".") {
        skipBlanks()
        switch peek() {
        case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "*"):
          found = try bracket(found, isFirst: true)
        default: found = try member(of: found, &last, isTop: false)
        }
      } else {
        return found
      }
    }
  }

  /// A name, or a function with its arguments.
  private mutating func member(of answer: Shape, _ last: inout String, isTop: Bool) throws(Unreadable)
    -> Shape
  {
    guard let (text, range) = name() else { throw Unreadable() }
    skipBlanks()
    if peek() == UInt8(ascii: "("), bytes[range.lowerBound] != UInt8(ascii: "\"") {
      return try function(text, answer)
    }
    defer { last = text }
    guard let here = answer.value, answer.isProjection || answer.lists == 0 else { return .unknown }
    switch here.kind {
    case .object:
      if let next = here.member(text) {
        return Shape(value: next, lists: answer.lists, isProjection: answer.isProjection)
      }
      // The aws command adds the token of its own pages.
      if isTop, ["NextToken", "ResponseMetadata"].contains(text) { return .unknown }
      // Meant for a literal, and nothing stands for it as well as that; alone it asks for nothing.
      if ["true", "false", "null"].contains(text), range.count < bytes.count { return .unknown }
      report(Fault(name: text, range: range, known: here.members.compactMap(\.name.string)))
    case .array where !last.isEmpty: report(Fault(name: text, range: range, list: last))
    default: break
    }
    return .unknown
  }

  private mutating func report(_ found: Fault) {
    if fault == nil, !alternatives.contains(where: { $0.contains(found.range.lowerBound) }) { fault = found }
  }

  /// The arguments of a function are asked of the same answer, and one behind `&` of the elements of the first one.
  private mutating func function(_ name: String, _ answer: Shape) throws(Unreadable) -> Shape {
    try expect("(")
    let known = fault
    var arguments: [Shape] = []
    while !take(")") {
      if take("&") {
        _ = try pipe(arguments.first?.element.whole ?? .unknown)
        arguments.append(.unknown)
      } else {
        arguments.append(try pipe(answer.isProjection ? Shape(value: answer.value) : answer).whole)
      }
      // The aws command reads arguments without a comma between them too.
      _ = take(",")
    }
    // What is asked for its type, or stands beside others of which one counts, may be missing.
    if name == "type" || name == "not_null" && arguments.count > 1 { fault = known }
    switch name {
    case "sort", "sort_by", "reverse": return arguments.first ?? .unknown
    case "max_by", "min_by": return arguments.first?.element ?? .unknown
    case "not_null" where arguments.count == 1: return arguments[0]
    default: return .unknown
    }
  }

  /// What stands in brackets: an index, all elements, those for which something holds, or several expressions.
  private mutating func bracket(_ answer: Shape, isFirst: Bool) throws(Unreadable) -> Shape {
    if take("*") { return .unknown }
    let each = Shape(value: answer.isProjection || answer.lists == 0 ? answer.value : nil)
    if take("{") {
      while true {
        skipBlanks()
        guard name() != nil else { throw Unreadable() }
        try expect(":")
        _ = try pipe(each)
        if take("}") { return .unknown }
        try expect(",")
      }
    }
    try expect("[")
    if take("]") { return answer.flat }
    if take("?") {
      let all = answer.elements
      _ = try pipe(Shape(value: all.value))
      try expect("]")
      return all
    }
    skipBlanks()
    let inside = bytes[at...].prefix { $0 != UInt8(ascii: "]") }
    if !inside.isEmpty, inside.allSatisfy({ "0123456789:-* ".utf8.contains($0) }),
      inside.endIndex < bytes.count
    {
      at = inside.endIndex + 1
      return inside.contains(UInt8(ascii: ":")) || inside.contains(UInt8(ascii: "*"))
        ? answer.elements : answer.element
    }
    guard isFirst else { throw Unreadable() }
    while true {
      _ = try pipe(each)
      if take("]") { return .unknown }
      try expect(",")
    }
  }
}
