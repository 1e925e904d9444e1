/// Whether a text is a JMESPath expression, which the aws command wants of `--query` and refuses before it calls the service.
///
/// https://jmespath.org/specification.html#grammar
struct JMESPath {
  /// What is wrong, lower case and without a full stop.
  struct Failure: Error {
    let message: String
  }

  private let bytes: [UInt8]
  private var at = 0
  private var depth = 0

  private init(_ text: String) { bytes = Array(text.utf8) }

  /// Why a text is no expression; nil when it is one.
  static func problem(in text: String) -> String? {
    var reader = JMESPath(text)
    do throws(Failure) {
      try reader.expression()
      reader.skipBlanks()
      if reader.at < reader.bytes.count { throw reader.unexpected() }
      return nil
    } catch {
      return error.message
    }
  }

  /// A text with a word in place of what only a run knows, where that stands in a literal of the expression; nil where it may be more.
  static func filled(_ text: String) -> String? {
    guard !ShellText.isKnown(text) else { return text }
    var filled = String.UnicodeScalarView()
    var quote: Unicode.Scalar?
    var level = 0
    for scalar in text.unicodeScalars {
      if scalar == ShellText.open {
        guard quote == "'" else { return nil }
        if level == 0 { filled.append("x") }
        level += 1
      } else if scalar == ShellText.close {
        level -= 1
      } else if level == 0 {
        if scalar == quote {
          quote = nil
        } else if quote == nil, "'\"`".unicodeScalars.contains(scalar) {
          quote = scalar
        }
        filled.append(scalar)
      }
    }
    return String(filled)
  }

  private func peek(_ offset: Int = 0) -> UInt8? { at + offset < bytes.count ? bytes[at + offset] : nil }

  private func sees(_ text: String) -> Bool { bytes[at...].starts(with: text.utf8) }

  private func text(from start: Int) -> String { String(decoding: bytes[start..<at], as: UTF8.self) }

  private mutating func skipBlanks() {
    while let byte = peek(), byte == 32 || (9...13).contains(byte) { at += 1 }
  }

  private mutating func take(_ text: String) -> Bool {
    skipBlanks()
    guard sees(text) else { return false }
    at += text.utf8.count
    return true
  }

  private func unexpected() -> Failure {
    guard at < bytes.count else { return Failure(message: "it ends where something is expected") }
    return Failure(message: "'\(String(decoding: bytes[at...].prefix(12), as: UTF8.self))' is unexpected")
  }

  private mutating func expect(_ text: String) throws(Failure) { if !take(text) { throw unexpected() } }

  private mutating func expression() throws(Failure) {
    depth += 1
    defer { depth -= 1 }
    guard depth < 60 else { throw Failure(message: "it is nested too deep") }
    while take("!") {}
    try operand()
    while true {
      skipBlanks()
      if ["||", "&&", "==", "!=", "<=", ">=", "<", ">"].contains(where: sees) {
        at += ["||", "&&", "==", "!=", "<=", ">="].contains(where: sees) ? 2 : 1
        while take("!") {}
        try operand()
      } else if sees("|") {
        at += 1
        while take("!") {}
        try operand()
      } else {
        return
      }
    }
  }

  private mutating func operand() throws(Failure) {
    skipBlanks()
    guard let byte = peek() else { throw unexpected() }
    switch byte {
    case UInt8(ascii: "("):
      at += 1
      try expression()
      try expect(")")
    case UInt8(ascii: "@"), UInt8(ascii: "*"): at += 1
    case UInt8(ascii: "`"), UInt8(ascii: "'"), UInt8(ascii: "\""): try quoted(byte)
    case UInt8(ascii: "["): if !isBracket { try multipleList() }
    case UInt8(ascii: "{"): try multipleHash()
    case UInt8(ascii: "&"):
      at += 1
      try expression()
    default:
      let start = at
      guard name() else { throw unexpected() }
      try call(of: text(from: start))
    }
    try steps(behindProjection: byte == UInt8(ascii: "*"))
  }

  /// The arguments behind a name, when it is a function's.
  private mutating func call(of name: String) throws(Failure) {
    skipBlanks()
    if peek() == UInt8(ascii: "(") { try arguments(of: name) }
  }

  /// Whether a bracket is an index, a slice, a projection or a filter, and no list of expressions.
  private var isBracket: Bool {
    let inside = bytes[at...].dropFirst().lazy.filter { $0 != 32 && !(9...13).contains($0) }
    guard let next = inside.first else { return false }
    if next == UInt8(ascii: "*") { return inside.dropFirst().first == UInt8(ascii: "]") }
    return next == UInt8(ascii: "]") || next == UInt8(ascii: "?") || next == UInt8(ascii: ":")
      || next == UInt8(ascii: "-")
      || (48...57).contains(next)
  }

  private mutating func steps(behindProjection: Bool) throws(Failure) {
    var isProjected = behindProjection
    while true {
      skipBlanks()
      if sees("."), !sees("..") {
        at += 1
        skipBlanks()
        guard let byte = peek() else { throw unexpected() }
        switch byte {
        case UInt8(ascii: "*"): at += 1
        case UInt8(ascii: "\""): try quoted(byte)
        case UInt8(ascii: "["): try multipleList()
        case UInt8(ascii: "{"): try multipleHash()
        default:
          let start = at
          guard name() else { throw unexpected() }
          try call(of: text(from: start))
        }
        isProjected = byte == UInt8(ascii: "*")
      } else if sees("["), isBracket {
        let start = at
        try bracket()
        // An index has one value; all else in brackets has several.
        isProjected =
          !bytes[start..<at].dropFirst().dropLast().allSatisfy {
            (48...57).contains($0) || $0 == UInt8(ascii: "-") || $0 == 32
          } || at - start == 2
      } else if sees("["), isProjected {
        try multipleList()
        isProjected = false
      } else {
        return
      }
    }
  }

  private mutating func bracket() throws(Failure) {
    at += 1
    if take("]") { return }
    if take("?") {
      try expression()
    } else if !take("*") {
      while let byte = peek(),
        (48...57).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") || byte == 32
      { at += 1 }
    }
    try expect("]")
  }

  private mutating func multipleList() throws(Failure) {
    at += 1
    repeat { try expression() } while take(",")
    try expect("]")
  }

  private mutating func multipleHash() throws(Failure) {
    at += 1
    repeat {
      skipBlanks()
      if peek() == UInt8(ascii: "\"") {
        try quoted(UInt8(ascii: "\""))
      } else if !name() {
        throw unexpected()
      }
      try expect(":")
      try expression()
      skipBlanks()
      // The grammar wants a comma here; the aws command's reader goes on without one.
      if !take(","), !startsKey { break }
    } while peek() != UInt8(ascii: "}")
    try expect("}")
  }

  /// Whether a key of a hash may begin here.
  private var startsKey: Bool {
    peek().map { $0 == 95 || $0 == 34 || (65...90).contains($0) || (97...122).contains($0) } ?? false
  }

  /// How many arguments the functions take. https://jmespath.org/specification.html#built-in-functions
  private static let functions: [String: ClosedRange<Int>] = [
    "abs": 1...1, "avg": 1...1, "ceil": 1...1, "contains": 2...2, "ends_with": 2...2, "floor": 1...1,
    "join": 2...2, "keys": 1...1, "length": 1...1, "map": 2...2, "max": 1...1, "max_by": 2...2,
    "merge": 1...Int.max, "min": 1...1, "min_by": 2...2, "not_null": 1...Int.max, "reverse": 1...1,
    "sort": 1...1, "sort_by": 2...2, "starts_with": 2...2, "sum": 1...1, "to_array": 1...1,
    "to_number": 1...1, "to_string": 1...1, "type": 1...1, "values": 1...1,
  ]

  /// The arguments of the function whose name ends here.
  private mutating func arguments(of name: String) throws(Failure) {
    guard let wanted = Self.functions[name] else {
      throw Failure(message: "there is no function '\(name)'")
    }
    at += 1
    var count = 0
    if !take(")") {
      repeat {
        try expression()
        count += 1
        // The grammar wants a comma here; the aws command's reader goes on without one.
        _ = take(",")
      } while !take(")")
    }
    guard wanted.contains(count) else {
      let number = wanted.upperBound == Int.max ? "1 or more" : "\(wanted.lowerBound)"
      throw Failure(message: "the function '\(name)' takes \(number) arguments, and has \(count)")
    }
  }

  private mutating func quoted(_ quote: UInt8) throws(Failure) {
    at += 1
    let start = at
    while let byte = peek(), byte != quote { at += byte == UInt8(ascii: "\\") ? 2 : 1 }
    guard peek() == quote else { throw Failure(message: "a quote in it is never closed") }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    at += 1
    // What is no JSON between backquotes is read once more as a text, in which a quote would end it.
    if quote == UInt8(ascii: "`"), text.utf8.contains(34), !text.utf8.contains(92),
      let problem = JSONText.problem(in: text)
    {
      throw Failure(message: "the literal `\(text.prefix(60))` is not JSON: \(problem)")
    }
  }

  private mutating func name() -> Bool {
    guard let first = peek(), first == 95 || (65...90).contains(first) || (97...122).contains(first) else {
      return false
    }
    while let byte = peek(),
      byte == 95 || (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    {
      at += 1
    }
    return true
  }
}
