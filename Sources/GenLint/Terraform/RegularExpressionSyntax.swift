/// The grammar of regular expressions as Terraform reads them: RE2's, in the reading of Go.
///
/// https://github.com/google/re2/wiki/Syntax, https://pkg.go.dev/regexp/syntax
struct RegularExpressionSyntax {
  /// What is wrong with an expression, to be read after "the regular expression".
  private struct Fault: Error {
    let reason: String
    init(_ reason: String) { self.reason = reason }
  }

  /// The most times that braces may ask for.
  private static let maximumRepeat = 1_000

  private let scalars: [Unicode.Scalar]
  private var at = 0
  private var open = 0
  /// Whether something stands before that can be repeated.
  private var hasOperand = false
  private var named = 0
  private var names: [String] = []
  private var unnamed = 0

  private init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// What is wrong with an expression, to be read after "the regular expression"; nil when it can be read. Where captures are asked
  /// for, all of them have names or none has.
  static func fault(in text: String, capturing: Bool) -> String? {
    var syntax = RegularExpressionSyntax(text)
    do throws(Fault) {
      try syntax.read()
    } catch {
      return error.reason
    }
    return capturing && syntax.named > 0 && syntax.unnamed > 0
      ? "has groups with names and groups without; give all of them names, or none" : nil
  }

  /// What a match captures.
  enum Groups {
    case none
    case numbered(Int)
    case named([String])
  }

  /// What a match of an expression captures; nil when it cannot be read.
  static func groups(in text: String) -> Groups? {
    var syntax = RegularExpressionSyntax(text)
    guard (try? syntax.read()) != nil, syntax.named == 0 || syntax.unnamed == 0 else { return nil }
    if syntax.named > 0 { return .named(syntax.names) }
    return syntax.unnamed == 0 ? Groups.none : .numbered(syntax.unnamed)
  }

  private var rest: ArraySlice<Unicode.Scalar> { scalars[min(at, scalars.count)...] }

  private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
    at + offset < scalars.count ? scalars[at + offset] : nil
  }

  private func sees(_ text: String) -> Bool { rest.starts(with: text.unicodeScalars) }

  private mutating func read() throws(Fault) {
    var isRepeated = false
    while let next = peek() {
      var repeats = false
      switch next {
      case "(": try group()
      case "|":
        at += 1
        hasOperand = false
      case ")":
        guard open > 0 else { throw Fault("has parentheses that do not match") }
        open -= 1
        at += 1
        hasOperand = true
      case "[":
        try bracket()
        hasOperand = true
      case "*", "+", "?":
        at += 1
        try repetition(String(next), isRepeated)
        repeats = true
      case "{":
        if let braces = try bounds() {
          try repetition(braces, isRepeated)
          repeats = true
        } else {
          at += 1
          hasOperand = true
        }
      case "\\":
        if sees("\\Q") { quoted() } else { try escape(inBracket: false) }
      default:
        at += 1
        hasOperand = true
      }
      isRepeated = repeats
    }
    if open > 0 { throw Fault("has parentheses that do not match") }
  }

  private mutating func quoted() {
    at += 2
    while at < scalars.count, !sees("\\E") {
      at += 1
      hasOperand = true
    }
    at = min(at + 2, scalars.count)
  }

  // MARK: - Groups

  private mutating func group() throws(Fault) {
    at += 1
    guard peek() == "?" else {
      unnamed += 1
      open += 1
      hasOperand = false
      return
    }
    if ["?=", "?!", "?<=", "?<!"].contains(where: sees) {
      throw Fault("looks ahead or behind, which Terraform does not support")
    }
    if sees("?P<") || sees("?<") {
      at += sees("?P<") ? 3 : 2
      let name = rest.prefix { $0 != ">" }
      guard at + name.count < scalars.count, !name.isEmpty, name.allSatisfy(Self.isWord) else {
        throw Fault("has a group whose name is not of letters, digits and underscores")
      }
      at += name.count + 1
      named += 1
      names.append(String(String.UnicodeScalarView(name)))
      open += 1
      hasOperand = false
      return
    }
    try flags()
  }

  /// `?i)`, `?s-m:` and the like.
  private mutating func flags() throws(Fault) {
    let begin = at
    at += 1
    var isNegative = false
    var isOpen = true
    while let next = peek() {
      at += 1
      switch next {
      case "i", "m", "s", "U": isOpen = false
      case "-" where !isNegative:
        isNegative = true
        isOpen = true
      case ":" where !(isNegative && isOpen):
        open += 1
        hasOperand = false
        return
      case ")" where !(isNegative && isOpen): return
      default: throw Fault("has '(\(spelled(from: begin))', which Terraform does not support")
      }
    }
    throw Fault("has parentheses that do not match")
  }

  // MARK: - Repetition

  private mutating func repetition(_ sign: String, _ isRepeated: Bool) throws(Fault) {
    if isRepeated { throw Fault("repeats a repetition: '\(sign)' stands behind another") }
    guard hasOperand else { throw Fault("has nothing before '\(sign)' that it could repeat") }
    if peek() == "?" { at += 1 }
  }

  /// `{2}`, `{2,}` or `{2,5}`, stepped over; nil when the brace stands for itself.
  private mutating func bounds() throws(Fault) -> String? {
    let begin = at
    at += 1
    var isWhole = false
    defer { if !isWhole { at = begin } }
    guard let low = number() else { return nil }
    var high: Int? = low
    if peek() == "," {
      at += 1
      high = peek() == "}" ? nil : number()
      if high == nil, peek() != "}" { return nil }
    }
    guard peek() == "}" else { return nil }
    at += 1
    isWhole = true
    let spelled = spelled(from: begin)
    if low > Self.maximumRepeat || high.map({ $0 > Self.maximumRepeat || $0 < low }) ?? false {
      throw Fault("has '\(spelled)': from a smaller number to a larger one, \(Self.maximumRepeat) at most")
    }
    return spelled
  }

  private mutating func number() -> Int? {
    let digits = rest.prefix { ("0"..."9").contains($0) }
    guard let first = digits.first, digits.count == 1 || first != "0" else { return nil }
    at += digits.count
    return digits.count > 8 ? .max : Int(String(String.UnicodeScalarView(digits)))
  }

  // MARK: - Characters

  private static let classes: Set<String> = [
    "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space",
    "upper", "word", "xdigit",
  ]

  private mutating func bracket() throws(Fault) {
    at += 1
    if peek() == "^" { at += 1 }
    var isFirst = true
    while peek() != "]" || isFirst {
      isFirst = false
      guard peek() != nil else { throw Fault("has a '[' that is never closed") }
      if sees("[:"), try named(at) { continue }
      let begin = at
      guard let low = try character() else { continue }
      guard peek() == "-", let after = peek(1), after != "]" else { continue }
      at += 1
      let high = try character()
      if high == nil || high.map({ $0 < low }) ?? false {
        throw Fault("has the range '\(spelled(from: begin))', which ends before it begins")
      }
    }
    at += 1
  }

  /// Steps over `[:alpha:]`; false when it is none.
  private mutating func named(_ begin: Int) throws(Fault) -> Bool {
    var end = begin + 2
    while end + 1 < scalars.count, scalars[end] != "]", scalars[end] != ":" || scalars[end + 1] != "]" {
      end += 1
    }
    guard end + 1 < scalars.count, scalars[end] == ":" else { return false }
    let name = String(String.UnicodeScalarView(scalars[(begin + 2)..<end]))
    at = end + 2
    guard Self.classes.contains(name.hasPrefix("^") ? String(name.dropFirst()) : name) else {
      throw Fault("has no '\(spelled(from: begin))'")
    }
    return true
  }

  /// One character of a bracket; nil when it is a class of them.
  private mutating func character() throws(Fault) -> UInt32? {
    guard let next = peek() else { throw Fault("has a '[' that is never closed") }
    if next == "\\" { return try escape(inBracket: true) }
    at += 1
    return next.value
  }

  /// Steps over an escape, and answers the character for which it stands.
  @discardableResult
  private mutating func escape(inBracket: Bool) throws(Fault) -> UInt32? {
    let begin = at
    at += 1
    guard let next = peek() else { throw Fault("ends in a backslash") }
    at += 1
    hasOperand = true
    switch next {
    case "d", "D", "s", "S", "w", "W": return nil
    case "A", "b", "B", "z":
      if !inBracket { return nil }
    case "p", "P":
      try script(begin)
      return nil
    case "0"..."7":
      let more = rest.prefix(2).prefix { ("0"..."7").contains($0) }
      guard next == "0" || !more.isEmpty else { break }
      at += more.count
      return more.reduce(next.value - 48) { $0 * 8 + $1.value - 48 }
    case "x": return try hexadecimal(begin)
    case "a": return 7
    case "f": return 12
    case "n": return 10
    case "r": return 13
    case "t": return 9
    case "v": return 11
    default: if next.isASCII, next == "_" || !Self.isWord(next) { return next.value }
    }
    throw Fault("has no escape '\(spelled(from: begin))'")
  }

  private mutating func hexadecimal(_ begin: Int) throws(Fault) -> UInt32 {
    let isBraced = peek() == "{"
    if isBraced { at += 1 }
    let digits = (isBraced ? rest : rest.prefix(2)).prefix { $0.properties.isASCIIHexDigit }
    at += digits.count
    // In braces zeros may go before, as many as there are.
    let significant = digits.drop { isBraced && $0 == "0" }
    guard isBraced ? !digits.isEmpty && peek() == "}" : digits.count == 2,
      let value = significant.isEmpty
        ? 0 : UInt32(String(String.UnicodeScalarView(significant)), radix: 16), value <= 0x10FFFF
    else { throw Fault("has no escape '\(spelled(from: begin))'") }
    if isBraced { at += 1 }
    return value
  }

  /// `\pL` or `\p{Greek}`. Names of scripts are many, so only what is certainly none is refused.
  private mutating func script(_ begin: Int) throws(Fault) {
    let isBraced = peek() == "{"
    if isBraced { at += 1 }
    let name = isBraced ? rest.prefix { $0 != "}" } : rest.prefix(1)
    at += name.count + (isBraced ? 1 : 0)
    guard at <= scalars.count else { throw Fault("has a '\\p{' that is never closed") }
    let bare = String(String.UnicodeScalarView(name.first == "^" ? name.dropFirst() : name))
    let first = bare.unicodeScalars.first
    let isKnown = bare.utf8.count > 2 || first.map { "CLMNPSZ".unicodeScalars.contains($0) } ?? false
    if !isKnown { throw Fault("has no class '\(spelled(from: begin))'") }
  }

  private func spelled(from begin: Int) -> String {
    String(String.UnicodeScalarView(scalars[begin..<min(at, begin + 40)]))
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
  }
}
