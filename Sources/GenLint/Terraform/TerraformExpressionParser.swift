/// Reads expressions and templates of the Terraform language.
///
/// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
struct TerraformExpressionParser {
  typealias Failure = TerraformTemplate.Failure
  typealias Piece = TerraformTemplate.Piece

  /// The deepest nesting that is read: the parser recurses.
  private static let maximumDepth = 60

  let bytes: [UInt8]
  var at: Int
  private var depth = 0
  /// Where the last blanks end that hold a line break.
  private var lineStart = -1

  /// Makes a parser of a text.
  init(_ text: String) {
    bytes = Array(text.utf8)
    at = 0
  }

  // MARK: - Templates

  /// The pieces of a template: the whole text, or up to the quote that closes a quoted text.
  mutating func template(isQuoted: Bool) throws(Failure) -> [Piece] {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw Failure("the expression is nested too deep") }
    var pieces: [Piece] = []
    var literal: [UInt8] = []
    func flush() {
      if !literal.isEmpty { pieces.append(.literal(String(decoding: literal, as: UTF8.self))) }
      literal = []
    }
    while let byte = peek() {
      if isQuoted, byte == UInt8(ascii: "\"") {
        at += 1
        flush()
        try Self.balance(pieces)
        return pieces
      }
      if isQuoted, byte == UInt8(ascii: "\\") {
        literal += try escape()
        continue
      }
      if isQuoted, byte == UInt8(ascii: "\n") { throw Failure("a quoted text ends before its quote") }
      guard byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%") else {
        literal.append(byte)
        at += 1
        continue
      }
      if peek(1) == byte, peek(2) == UInt8(ascii: "{") {
        literal += [byte, UInt8(ascii: "{")]
        at += 3
      } else if peek(1) == UInt8(ascii: "{") {
        flush()
        pieces.append(try byte == UInt8(ascii: "$") ? interpolation() : directive())
      } else {
        literal.append(byte)
        at += 1
      }
    }
    if isQuoted { throw Failure("a quoted text inside an expression is never closed") }
    flush()
    try Self.balance(pieces)
    return pieces
  }

  private mutating func interpolation() throws(Failure) -> Piece {
    let begin = at
    at += 2
    _ = take("~")
    skipBlanks()
    if peek() == UInt8(ascii: "}") { throw Failure("'${}' holds no expression") }
    if peek() == nil { throw Failure("'${' begins a template that never ends") }
    let expression = try self.expression()
    let end = at
    try closeTemplate("${", begin)
    return .interpolation(expression, String(decoding: bytes[(begin + 2)..<end], as: UTF8.self))
  }

  private mutating func closeTemplate(_ opening: String, _ begin: Int) throws(Failure) {
    skipBlanks()
    _ = take("~")
    if take("}") { return }
    if peek() == nil { throw Failure("'\(opening)' begins a template that never ends") }
    let spelled = String(decoding: bytes[begin..<min(at, begin + 40)].prefix { $0 >= 32 }, as: UTF8.self)
    throw Failure("'\(spelled)' goes on with '\(here)', which is no part of the expression")
  }

  private mutating func directive() throws(Failure) -> Piece {
    let begin = at
    at += 2
    _ = take("~")
    skipBlanks()
    let word = name() ?? ""
    var found: TerraformTemplate.Directive
    switch word {
    case "if": found = .condition(try expression())
    case "else": found = .otherwise
    case "endif": found = .endCondition
    case "endfor": found = .endLoop
    case "for":
      let names = try loopNames()
      found = .loop(names, try expression())
    default:
      if peek() == nil { throw Failure("'%{' begins a template that never ends") }
      throw Failure("'%{\(word.isEmpty ? here : word)}' is no template directive")
    }
    try closeTemplate("%{", begin)
    return .directive(found)
  }

  /// Every `if` and `for` has its end, and `else` stands between.
  private static func balance(_ pieces: [Piece]) throws(Failure) {
    var open: [String] = []
    for case .directive(let directive) in pieces {
      switch directive {
      case .condition: open.append("if")
      case .loop: open.append("for")
      case .otherwise:
        guard open.last == "if" else { throw Failure("'%{ else }' stands outside of '%{ if }'") }
        open[open.count - 1] = "else"
      case .endCondition:
        guard open.last == "if" || open.last == "else" else {
          throw Failure("'%{ endif }' closes no '%{ if }'")
        }
        open.removeLast()
      case .endLoop:
        guard open.last == "for" else { throw Failure("'%{ endfor }' closes no '%{ for }'") }
        open.removeLast()
      }
    }
    if let last = open.last {
      throw Failure(
        last == "for" ? "'%{ for }' lacks its '%{ endfor }'" : "'%{ if }' lacks its '%{ endif }'")
    }
  }

  private mutating func escape() throws(Failure) -> [UInt8] {
    at += 1
    guard let byte = peek() else { throw Failure("a quoted text inside an expression is never closed") }
    at += 1
    switch byte {
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return [byte]
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let count = byte == UInt8(ascii: "u") ? 4 : 8
      guard at + count <= bytes.count,
        let number = UInt32(String(decoding: bytes[at..<at + count], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(number)
      else { throw Failure("'\\\(Unicode.Scalar(byte))' wants \(count) hexadecimal digits") }
      at += count
      return Array(String(Character(scalar)).utf8)
    default:
      at -= 1
      throw Failure("'\\\(here)' is no escape of a quoted text")
    }
  }

  // MARK: - Expressions

  /// An expression up to where it ends; what follows is the caller's.
  mutating func expression() throws(Failure) -> TerraformExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw Failure("the expression is nested too deep") }
    let condition = try binary(0)
    skipBlanks()
    guard take("?") else { return condition }
    let first = try expression()
    skipBlanks()
    guard take(":") else { throw Failure("a condition with '?' lacks its ':'") }
    return .conditional(condition, first, try expression())
  }

  private static let levels: [[String]] = [
    ["||"], ["&&"], ["==", "!="], ["<=", ">=", "<", ">"], ["+", "-"], ["*", "/", "%"],
  ]

  private mutating func binary(_ level: Int) throws(Failure) -> TerraformExpression {
    guard level < Self.levels.count else { return try unary() }
    let first = try binary(level + 1)
    skipBlanks()
    // Most values stand alone, and none of the levels has anything to look for.
    guard let next = peek(), "|&=!<>+-*/%".utf8.contains(next) else { return first }
    var operands = [first]
    var sign = ""
    var folded = 0
    while true {
      skipBlanks()
      // '${a}%{' does not continue the expression.
      guard let found = Self.levels[level].first(where: sees), found != "%" || peek(1) != UInt8(ascii: "{")
      else {
        // Operators of one level want operands of one type, and a long row of them is no deep nest.
        return operands.count == 1 ? operands[0] : .operation(sign, operands)
      }
      if sign.isEmpty { sign = found }
      // From left to right, two by two, as far as a row of them is no deep nest. 'And' and 'or' settle a row together.
      if operands.count == 2, level > 1, folded < Self.maximumDepth {
        operands = [.operation(sign, operands)]
        sign = found
        folded += 1
      }
      at += found.utf8.count
      operands.append(try binary(level + 1))
    }
  }

  private mutating func unary() throws(Failure) -> TerraformExpression {
    skipBlanks()
    var signs: [String] = []
    while let sign = ["!", "-"].first(where: sees), !sees("!=") {
      at += 1
      signs.append(sign)
      guard signs.count < Self.maximumDepth else { throw Failure("the expression is nested too deep") }
      skipBlanks()
    }
    var value = try steps(after: term())
    for sign in signs.reversed() { value = .operation(sign, [value]) }
    return value
  }

  private mutating func term() throws(Failure) -> TerraformExpression {
    skipBlanks()
    guard let byte = peek() else { throw Failure("the expression ends where a value is expected") }
    if (48...57).contains(byte) { return .literal(number()) }
    if byte == UInt8(ascii: "\"") {
      at += 1
      return .template(try template(isQuoted: true))
    }
    if byte == UInt8(ascii: "(") {
      at += 1
      let inner = try expression()
      try expect(")")
      return .relative(inner, [])
    }
    if byte == UInt8(ascii: "[") { return try list() }
    if byte == UInt8(ascii: "{") { return try object() }
    if sees("<<") { return try hereDocument() }
    if byte == UInt8(ascii: "'") {
      throw Failure("a text in an expression stands in double quotes, not in single ones")
    }
    guard var word = name() else { throw Failure("'\(here)' stands where a value is expected") }
    if ["true", "false", "null"].contains(word) { return .literal(word) }
    while sees("::") {
      at += 2
      guard let more = name() else { throw Failure("'\(word)::' names no function") }
      word += "::" + more
    }
    let end = at
    skipBlanks()
    if take("(") { return try call(word) }
    at = end
    if word.contains(ascii: "::") { throw Failure("'\(word)' is a function and lacks its '('") }
    return .traversal(word, [])
  }

  private mutating func call(_ function: String) throws(Failure) -> TerraformExpression {
    var arguments: [TerraformExpression] = []
    var isExpanded = false
    skipBlanks()
    while !take(")") {
      arguments.append(try expression())
      skipBlanks()
      if sees("...") {
        at += 3
        isExpanded = true
        skipBlanks()
      }
      if !take(",") || isExpanded {
        try expect(")")
        break
      }
      skipBlanks()
    }
    return .call(function, arguments, isExpanded: isExpanded)
  }

  private mutating func list() throws(Failure) -> TerraformExpression {
    at += 1
    if let names = try loopStart() {
      let collection = try expression()
      try expect(":")
      var bodies = [try expression()]
      try loopCondition(&bodies)
      try expect("]")
      return .loop(names, collection, bodies, .list)
    }
    var elements: [TerraformExpression] = []
    skipBlanks()
    while !take("]") {
      elements.append(try expression())
      skipBlanks()
      if !take(",") {
        try expect("]")
        break
      }
      skipBlanks()
    }
    return .list(elements)
  }

  private mutating func object() throws(Failure) -> TerraformExpression {
    at += 1
    if let names = try loopStart() {
      let collection = try expression()
      try expect(":")
      var bodies = [try expression()]
      skipBlanks()
      guard sees("=>") else { throw Failure("'for' in braces lacks its '=>'") }
      at += 2
      bodies.append(try expression())
      skipBlanks()
      let isGrouped = take("...")
      try loopCondition(&bodies)
      try expect("}")
      return .loop(names, collection, bodies, isGrouped ? .groups : .object)
    }
    var entries: [(key: TerraformExpression, value: TerraformExpression)] = []
    skipBlanks()
    while !take("}") {
      let key = try expression()
      skipBlanks()
      guard lineStart != at else { throw Failure("a line ends where '=' or ':' is expected after a key") }
      guard !sees("==") && !sees("=>"), take("=") || take(":") else {
        throw Failure("'\(here)' stands where '=' or ':' is expected after a key")
      }
      skipBlanks()
      guard lineStart != at else { throw Failure("a line ends where the value of a key is expected") }
      entries.append((key, try expression()))
      skipBlanks()
      // Items are parted by a comma or by a line break.
      if take(",") {
        skipBlanks()
      } else if peek() != UInt8(ascii: "}"), lineStart != at {
        throw Failure("'\(here)' stands where ',' or '}' is expected")
      }
    }
    return .object(entries)
  }

  /// The names of a `for`, when one begins here.
  private mutating func loopStart() throws(Failure) -> [String]? {
    skipBlanks()
    let begin = at
    guard name() == "for", let next = peek(), next <= 32 else {
      at = begin
      return nil
    }
    return try loopNames()
  }

  private mutating func loopNames() throws(Failure) -> [String] {
    var names: [String] = []
    repeat {
      skipBlanks()
      guard let found = name() else { throw Failure("'for' lacks the name that it gives") }
      names.append(found)
      skipBlanks()
    } while take(",") && names.count < 2
    guard name() == "in" else { throw Failure("'for' lacks its 'in'") }
    return names
  }

  private mutating func loopCondition(_ bodies: inout [TerraformExpression]) throws(Failure) {
    skipBlanks()
    let begin = at
    if name() == "if" { bodies.append(try expression()) } else { at = begin }
  }

  private mutating func steps(after value: TerraformExpression) throws(Failure) -> TerraformExpression {
    var value = value
    var path: [TerraformExpression.Step] = []
    // Behind '.*' come attributes of each element; an index is one into the result.
    var isOverAttributes = false
    while true {
      let end = at
      skipBlanks()
      guard let byte = peek() else { break }
      if byte == UInt8(ascii: "."), !sees("...") {
        at += 1
        skipBlanks()
        if take("*") {
          path.append(.splat)
          isOverAttributes = true
        } else if let digit = peek(), (48...57).contains(digit) {
          let begin = at
          while let next = peek(), (48...57).contains(next) { at += 1 }
          path.append(.index(.literal(String(decoding: bytes[begin..<at], as: UTF8.self))))
        } else if let found = name() {
          path.append(.attribute(found))
        } else {
          throw Failure("a name is expected after a dot, not '\(here)'")
        }
      } else if byte == UInt8(ascii: "[") {
        at += 1
        skipBlanks()
        if isOverAttributes {
          value = Self.value(value, path)
          path = []
          isOverAttributes = false
        }
        if take("*") {
          path.append(.splat)
        } else {
          path.append(.index(try expression()))
        }
        try expect("]")
      } else {
        at = end
        break
      }
    }
    return Self.value(value, path)
  }

  private static func value(_ value: TerraformExpression, _ path: [TerraformExpression.Step])
    -> TerraformExpression
  {
    if path.isEmpty { return value }
    if case .traversal(let root, let own) = value, own.isEmpty { return .traversal(root, path) }
    return .relative(value, path)
  }

  private mutating func hereDocument() throws(Failure) -> TerraformExpression {
    at += 2
    _ = take("-")
    guard let marker = name(), peek() == 10 else { throw Failure("'<<' begins no here-document") }
    at += 1
    let begin = at
    while at < bytes.count {
      let start = at
      while let next = peek(), next != 10 { at += 1 }
      let line = String(decoding: bytes[start..<at], as: UTF8.self).trimmingBlanks()
      if line == marker {
        var inner = TerraformExpressionParser(String(decoding: bytes[begin..<start], as: UTF8.self))
        inner.depth = depth
        return .template(try inner.template(isQuoted: false))
      }
      at += 1
    }
    throw Failure("the here-document '\(marker)' is never closed")
  }

  // MARK: - Characters

  private func peek(_ offset: Int = 0) -> UInt8? { at + offset < bytes.count ? bytes[at + offset] : nil }

  private func sees(_ text: String) -> Bool {
    var index = at
    for byte in text.utf8 {
      guard index < bytes.count, bytes[index] == byte else { return false }
      index += 1
    }
    return true
  }

  private mutating func take(_ text: String) -> Bool {
    guard sees(text) else { return false }
    at += text.utf8.count
    return true
  }

  private mutating func expect(_ text: String) throws(Failure) {
    skipBlanks()
    guard take(text) else {
      throw Failure(
        peek() == nil
          ? "the expression ends where '\(text)' is expected" : "'\(here)' stands where '\(text)' is expected"
      )
    }
  }

  /// What stands here, for messages.
  private var here: String {
    guard let first = peek() else { return "the end" }
    if first == UInt8(ascii: "}") || first == UInt8(ascii: "]") { return String(Unicode.Scalar(first)) }
    let rest = bytes[at...].prefix(20).prefix { $0 > 32 }
    return String(decoding: rest.isEmpty ? bytes[at...].prefix(1) : rest, as: UTF8.self)
  }

  mutating func skipBlanks() {
    let begin = at
    defer { if at > begin, bytes[begin..<at].contains(10) { lineStart = at } }
    while let byte = peek() {
      if byte == 32 || (9...13).contains(byte) {
        at += 1
        continue
      }
      guard byte == UInt8(ascii: "#") || byte == UInt8(ascii: "/") else { return }
      if byte == UInt8(ascii: "#") || sees("//") {
        while let next = peek(), next != 10 { at += 1 }
      } else if sees("/*") {
        at += 2
        while at < bytes.count, !sees("*/") { at += 1 }
        at = min(at + 2, bytes.count)
      } else {
        return
      }
    }
  }

  private mutating func number() -> String {
    let begin = at
    func digits() { while let next = peek(), (48...57).contains(next) { at += 1 } }
    digits()
    if peek() == UInt8(ascii: "."), let next = peek(1), (48...57).contains(next) {
      at += 1
      digits()
    }
    if let sign = peek(), sign | 32 == UInt8(ascii: "e") {
      let skip = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-") ? 2 : 1
      if let next = peek(skip), (48...57).contains(next) {
        at += skip
        digits()
      }
    }
    return String(decoding: bytes[begin..<at], as: UTF8.self)
  }

  /// A name: a letter or underscore, then also digits and hyphens. Any byte beyond ASCII counts as a letter.
  private mutating func name() -> String? {
    guard let first = peek(), Self.isLetter(first) else { return nil }
    let begin = at
    while let next = peek(), Self.isLetter(next) || (48...57).contains(next) || next == UInt8(ascii: "-") {
      at += 1
    }
    return String(decoding: bytes[begin..<at], as: UTF8.self)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte == 95 || byte >= 128 || (65...90).contains(byte) || (97...122).contains(byte)
  }
}
