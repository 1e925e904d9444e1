internal import Documents

/// A text of a Terraform JSON configuration that is read as a template.
///
/// https://developer.hashicorp.com/terraform/language/syntax/json#expression-mapping
enum TerraformTemplate {
  /// A part of a template.
  enum Piece {
    case literal(String)
    /// The expression between `${` and `}`.
    case interpolation(String)
    /// What stands between `%{` and `}`.
    case directive(String)
  }

  /// Why a text is not a template.
  struct Failure: Error {
    let message: String
  }

  /// The parts of a text.
  static func pieces(of text: String) throws(Failure) -> [Piece] {
    let bytes = Array(text.utf8)
    var pieces: [Piece] = []
    var literal: [UInt8] = []
    var at = 0
    func flush() { if !literal.isEmpty { pieces.append(.literal(String(decoding: literal, as: UTF8.self))) } }
    while at < bytes.count {
      let byte = bytes[at]
      guard byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%"), at + 1 < bytes.count else {
        literal.append(byte)
        at += 1
        continue
      }
      if bytes[at + 1] == byte, at + 2 < bytes.count, bytes[at + 2] == UInt8(ascii: "{") {
        literal += [byte, UInt8(ascii: "{")]
        at += 3
        continue
      }
      guard bytes[at + 1] == UInt8(ascii: "{") else {
        literal.append(byte)
        at += 1
        continue
      }
      flush()
      literal = []
      let isDirective = byte == UInt8(ascii: "%")
      guard let end = close(bytes, from: at + 2) else {
        throw Failure(message: "'\(isDirective ? "%{" : "${")' begins a template that never ends")
      }
      let inside = String(decoding: bytes[(at + 2)..<end], as: UTF8.self)
      try check(inside, isDirective: isDirective)
      pieces.append(isDirective ? .directive(inside) : .interpolation(inside))
      at = end + 1
    }
    flush()
    return pieces
  }

  /// The literal text, when nothing in it is an expression.
  static func literal(_ text: String) -> String? {
    guard let pieces = try? pieces(of: text) else { return nil }
    var whole = ""
    for piece in pieces {
      guard case .literal(let part) = piece else { return nil }
      whole += part
    }
    return whole
  }

  /// The brace that closes an expression; quoted texts and nested braces inside are stepped over.
  private static func close(_ bytes: [UInt8], from start: Int) -> Int? {
    var at = start
    var level = 0
    // A quoted text inside holds templates of its own; each entry is the brace level at which it began.
    var quotes: [Int] = []
    var isQuoted = false
    while at < bytes.count {
      let byte = bytes[at]
      if isQuoted {
        if byte == UInt8(ascii: "\\") {
          at += 1
        } else if byte == UInt8(ascii: "\"") {
          isQuoted = false
        } else if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%"), at + 1 < bytes.count,
          bytes[at + 1] == UInt8(ascii: "{"), bytes[at - 1] != byte
        {
          quotes.append(level)
          level += 1
          isQuoted = false
          at += 1
        }
      } else if byte == UInt8(ascii: "\"") {
        isQuoted = true
      } else if byte == UInt8(ascii: "{") {
        level += 1
      } else if byte == UInt8(ascii: "}") {
        if level == 0 { return at }
        level -= 1
        if quotes.last == level {
          quotes.removeLast()
          isQuoted = true
        }
      }
      at += 1
    }
    return nil
  }

  private static func check(_ inside: String, isDirective: Bool) throws(Failure) {
    let trimmed = inside.trimmingBlanks()
    if isDirective {
      let word =
        trimmed.utf8.first == UInt8(ascii: "~") ? String(trimmed.dropFirst()).trimmingBlanks() : trimmed
      let known = ["if", "else", "endif", "for", "endfor"].contains {
        word == $0 || word.hasPrefix("\($0) ") || word.hasPrefix("\($0)~")
      }
      if !known { throw Failure(message: "'%{\(inside.prefix(20))}' is no template directive") }
    } else if let first = trimmed.utf8.first, ".)]},:=<>/*%|&?;@".utf8.contains(first) {
      throw Failure(message: "'${\(inside.prefix(20))}' is no expression")
    } else if trimmed.isEmpty {
      throw Failure(message: "'${}' holds no expression")
    }
  }

  /// A name with its attributes, such as `aws_sns_topic.alarms.arn`.
  struct Reference: Hashable {
    /// The names between the dots; an index or splat is left out.
    let steps: [String]
  }

  /// The names that an expression refers to. Function names and names that the expression itself binds are left out.
  static func references(in expression: String) -> [Reference] {
    let bytes = Array(expression.utf8)
    var found: [Reference] = []
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") {
        let (end, inner) = skipText(bytes, at)
        for part in inner { found += references(in: part) }
        at = end
        continue
      }
      guard isNameStart(byte) else {
        // A name after a dot belongs to something else; a digit may be followed by letters, as in 1e3.
        at += 1
        if byte == UInt8(ascii: ".") || (48...57).contains(byte) {
          while at < bytes.count, isName(bytes[at]) { at += 1 }
        }
        continue
      }
      var steps = [name(bytes, &at)]
      while let step = nextStep(bytes, &at, &found) { if !step.isEmpty { steps.append(step) } }
      var after = at
      while after < bytes.count, bytes[after] == 32 { after += 1 }
      let isCall = after < bytes.count && bytes[after] == UInt8(ascii: "(")
      let isKey =
        after < bytes.count && bytes[after] == UInt8(ascii: "=")
        && (after + 1 >= bytes.count || bytes[after + 1] != UInt8(ascii: "="))
      if !isCall, !(isKey && steps.count == 1) { found.append(Reference(steps: steps)) }
    }
    return found
  }

  /// The texts between `${` and `}` of the quoted text at an offset, and the offset after it.
  private static func skipText(_ bytes: [UInt8], _ start: Int) -> (Int, [String]) {
    var at = start + 1
    var inner: [String] = []
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      if bytes[at] == UInt8(ascii: "\\") {
        at += 2
      } else if bytes[at] == UInt8(ascii: "$"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "{"),
        bytes[at - 1] != UInt8(ascii: "$"), let end = close(bytes, from: at + 2)
      {
        inner.append(String(decoding: bytes[(at + 2)..<end], as: UTF8.self))
        at = end + 1
      } else {
        at += 1
      }
    }
    return (min(at + 1, bytes.count), inner)
  }

  /// The next `.name`, or an empty text for an index or splat; nil when the traversal ends.
  private static func nextStep(_ bytes: [UInt8], _ at: inout Int, _ found: inout [Reference]) -> String? {
    guard at < bytes.count else { return nil }
    if bytes[at] == UInt8(ascii: "."), at + 1 < bytes.count {
      if bytes[at + 1] == UInt8(ascii: "*") {
        at += 2
        return ""
      }
      guard isName(bytes[at + 1]) else { return nil }
      at += 1
      let isIndex = (48...57).contains(bytes[at])
      let step = name(bytes, &at)
      return isIndex ? "" : step
    }
    if bytes[at] == UInt8(ascii: "[") {
      var level = 0
      let begin = at + 1
      while at < bytes.count {
        if bytes[at] == UInt8(ascii: "[") { level += 1 }
        if bytes[at] == UInt8(ascii: "]") {
          level -= 1
          if level == 0 { break }
        }
        at += 1
      }
      let inside = String(decoding: bytes[begin..<max(begin, min(at, bytes.count))], as: UTF8.self)
      // Each level is a shorter text, so this ends; the bound keeps a long run of brackets off the call stack.
      if inside.utf8.count < 1_000 { found += references(in: inside) }
      at = min(at + 1, bytes.count)
      return ""
    }
    return nil
  }

  private static func name(_ bytes: [UInt8], _ at: inout Int) -> String {
    let begin = at
    while at < bytes.count, isName(bytes[at]) { at += 1 }
    return String(decoding: bytes[begin..<at], as: UTF8.self)
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    byte == 95 || (65...90).contains(byte) || (97...122).contains(byte)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    isNameStart(byte) || (48...57).contains(byte) || byte == 45
  }
}
