/// Reads the text between percent signs. Source: "Supported regular expression syntax", Amazon CloudWatch Logs User
/// Guide, and the service's recorded refusals.
struct RegexSyntaxReader {
  private let text: [UInt8]
  private var at = 0
  private var length = 0

  private init(_ text: [UInt8]) { self.text = text }

  /// The alternatives of a regular expression.
  static func parse(_ text: [UInt8]) throws(RegexFailure) -> [RegexSequence] {
    var parser = RegexSyntaxReader(text)
    return try parser.alternatives()
  }

  private func failure(_ reason: RegexFailure.Reason, at offset: Int) -> RegexFailure {
    RegexFailure(reason: reason, offset: offset)
  }

  private func peek(_ ahead: Int = 0) -> UInt8? { at + ahead < text.count ? text[at + ahead] : nil }

  private mutating func alternatives() throws(RegexFailure) -> [RegexSequence] {
    guard !text.isEmpty else { throw failure(.empty, at: 0) }
    var alternatives: [RegexSequence] = []
    var sequence: RegexSequence = []
    while let byte = peek() {
      if byte == UInt8(ascii: "|") {
        at += 1
        alternatives.append(sequence)
        sequence = []
      } else {
        sequence.append(try quantified(try item(byte)))
      }
    }
    return alternatives + [sequence]
  }

  private mutating func item(_ byte: UInt8) throws(RegexFailure) -> RegexItem {
    let start = at
    at += 1
    switch byte {
    case UInt8(ascii: "^"): return RegexItem(kind: .begin, offset: start)
    case UInt8(ascii: "$"): return RegexItem(kind: .end, offset: start)
    case UInt8(ascii: "."): return RegexItem(kind: .symbols(.anyButNewline), offset: start)
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"): throw failure(.nothingToRepeat, at: start)
    case UInt8(ascii: "{"): throw failure(count() == nil ? .brace : .nothingToRepeat, at: start)
    case UInt8(ascii: "["): return RegexItem(kind: .symbols(try symbolClass(start)), offset: start)
    case UInt8(ascii: "\\"):
      switch try escape(start) {
      case .symbol(let symbol): return RegexItem(kind: .symbols(RegexSymbolSet([symbol])), offset: start)
      case .symbols(let set): return RegexItem(kind: .symbols(set), offset: start)
      }
    default:
      guard Self.isLiteral(byte) else { throw failure(.character(byte), at: start) }
      return RegexItem(kind: .symbols(RegexSymbolSet([Int(byte)])), offset: start)
    }
  }

  private mutating func quantified(_ item: RegexItem) throws(RegexFailure) -> RegexItem {
    var item = item
    let start = at
    switch peek() {
    case UInt8(ascii: "*"): (item.minimum, item.maximum) = (0, nil)
    case UInt8(ascii: "+"): (item.minimum, item.maximum) = (1, nil)
    case UInt8(ascii: "?"): (item.minimum, item.maximum) = (0, 1)
    case UInt8(ascii: "{"):
      at += 1
      guard let count = count() else { throw failure(.brace, at: start) }
      if let maximum = count.maximum, maximum < count.minimum { throw failure(.reversedCount, at: start) }
      (item.minimum, item.maximum) = count
      at -= 1
    default: break
    }
    if peek() != nil, start != at || "*+?".utf8.contains(text[at]) {
      at += 1
      if peek() == UInt8(ascii: "?") { at += 1 }
      if let next = peek(), "*+?{".utf8.contains(next) { throw failure(.stackedQuantifier, at: at) }
    }
    length += max(item.minimum, item.maximum ?? 1)
    if length > PatternRegex.maximumLength { throw failure(.tooLong, at: start) }
    return item
  }

  /// What follows a `{`, up to and with the `}`. Nil, and nothing is consumed, when it is no count.
  private mutating func count() -> (minimum: Int, maximum: Int?)? {
    let start = at
    let minimum = number()
    var maximum = minimum
    var hasComma = false
    if peek() == UInt8(ascii: ",") {
      at += 1
      hasComma = true
      maximum = number()
    }
    guard peek() == UInt8(ascii: "}"), minimum != nil || (hasComma && maximum != nil) else {
      at = start
      return nil
    }
    at += 1
    return (minimum ?? 0, maximum)
  }

  /// Digits; a number above the limit of lengths is cut there, which is enough to be refused.
  private mutating func number() -> Int? {
    var value: Int?
    while let byte = peek(), byte &- UInt8(ascii: "0") <= 9 {
      value = min((value ?? 0) * 10 + Int(byte & 0x0F), PatternRegex.maximumLength + 1)
      at += 1
    }
    return value
  }

  private enum Escape {
    case symbol(Int)
    case symbols(RegexSymbolSet)
  }

  /// What follows a backslash.
  private mutating func escape(_ start: Int) throws(RegexFailure) -> Escape {
    guard let letter = peek() else { throw failure(.escape, at: start) }
    at += 1
    switch letter {
    case UInt8(ascii: "d"): return .symbols(.digits)
    case UInt8(ascii: "D"): return .symbols(RegexSymbolSet.digits.complement)
    case UInt8(ascii: "s"): return .symbols(.blanks)
    case UInt8(ascii: "S"): return .symbols(RegexSymbolSet.blanks.complement)
    case UInt8(ascii: "w"): return .symbols(.wordCharacters)
    case UInt8(ascii: "W"): return .symbols(RegexSymbolSet.wordCharacters.complement)
    case UInt8(ascii: "x"):
      guard let high = hexDigit(peek()), let low = hexDigit(peek(1)) else {
        throw failure(.escape, at: start)
      }
      at += 2
      return .symbol(high << 4 | low)
    default:
      guard Self.isSymbol(letter) else { throw failure(.escape, at: start) }
      return .symbol(Int(letter))
    }
  }

  private func hexDigit(_ byte: UInt8?) -> Int? {
    guard let byte, byte < 0x80 else { return nil }
    return Character(Unicode.Scalar(byte)).hexDigitValue
  }

  /// What follows a `[`, up to and with the `]`. A `]` that stands first is an ordinary character.
  private mutating func symbolClass(_ start: Int) throws(RegexFailure) -> RegexSymbolSet {
    var set = RegexSymbolSet()
    var isNegated = false
    if peek() == UInt8(ascii: "^") {
      isNegated = true
      at += 1
    }
    var isFirst = true
    while let byte = peek() {
      if byte == UInt8(ascii: "]"), !isFirst {
        at += 1
        return isNegated ? set.complement : set
      }
      isFirst = false
      let low: Int
      let itemStart = at
      switch try classItem(byte) {
      case .symbols(let more):
        set.formUnion(more)
        continue
      case .symbol(let symbol): low = symbol
      }
      guard peek() == UInt8(ascii: "-"), let next = peek(1), next != UInt8(ascii: "]") else {
        set.insert(low)
        continue
      }
      at += 1
      guard case .symbol(let high) = try classItem(next) else { throw failure(.rangeOfClass, at: itemStart) }
      guard low <= high else { throw failure(.reversedRange, at: itemStart) }
      for symbol in low...high { set.insert(symbol) }
    }
    throw failure(.unclosedClass, at: start)
  }

  private mutating func classItem(_ byte: UInt8) throws(RegexFailure) -> Escape {
    let start = at
    at += 1
    if byte == UInt8(ascii: "\\") { return try escape(start) }
    if byte == UInt8(ascii: "["), peek() == UInt8(ascii: ":") { throw failure(.namedClass, at: start) }
    guard Self.isLiteral(byte) || Self.isSymbol(byte) else { throw failure(.character(byte), at: start) }
    return .symbol(Int(byte))
  }

  /// What stands for itself. The guide's list has no blank, but an example of the guide has one.
  private static func isLiteral(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: ":_#=@/;,-]} ".utf8.contains(byte)
    }
  }

  /// What may follow a backslash to stand for itself.
  private static func isSymbol(_ byte: UInt8) -> Bool { ":_#=@/;,-^$?[]{}|\\*+.".utf8.contains(byte) }
}
