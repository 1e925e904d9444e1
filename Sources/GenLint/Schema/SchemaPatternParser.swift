/// Reads the regular expressions of the published schemas.
struct SchemaPatternParser {
  private typealias Element = SchemaPattern.Element
  private typealias CharacterSet = SchemaPattern.CharacterSet

  private let scalars: [UInt32]
  private var at = 0
  private var depth = 0

  init(_ text: String) { scalars = text.unicodeScalars.map { $0.value } }

  /// The alternatives, or nil when the pattern uses what is not covered.
  mutating func parse() -> [[SchemaPattern.Element]]? {
    guard let found = alternatives(), at == scalars.count else { return nil }
    return found
  }

  private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
    at + offset < scalars.count ? Unicode.Scalar(scalars[at + offset]) : nil
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek() == scalar else { return false }
    at += 1
    return true
  }

  private mutating func alternatives() -> [[Element]]? {
    depth += 1
    defer { depth -= 1 }
    guard depth < 50 else { return nil }
    var all: [[Element]] = []
    repeat {
      var sequence: [Element] = []
      while let next = peek(), next != "|", next != ")" {
        guard let element = quantified() else { return nil }
        sequence.append(element)
      }
      all.append(sequence)
    } while take("|")
    return all
  }

  private mutating func quantified() -> Element? {
    guard let element = atom() else { return nil }
    var low = 1
    var high = 1
    if take("*") {
      (low, high) = (0, .max)
    } else if take("+") {
      (low, high) = (1, .max)
    } else if take("?") {
      (low, high) = (0, 1)
    } else if peek() == "{", let bounds = bounds() {
      (low, high) = bounds
    } else {
      return element
    }
    // Laziness changes which part matches, not whether one does; possessiveness does.
    if take("+") { return nil }
    _ = take("?")
    return .repeated(element, min: low, max: high)
  }

  private mutating func bounds() -> (Int, Int)? {
    let before = at
    at += 1
    let low = digits()
    var high = low
    if take(",") { high = peek() == "}" ? .max : digits() }
    guard take("}"), let high, low != nil || high != .max else {
      at = before
      return nil
    }
    return (low ?? 0, high)
  }

  private mutating func digits() -> Int? {
    var text = ""
    while let next = peek(), ("0"..."9").contains(next) {
      text.unicodeScalars.append(next)
      at += 1
    }
    return Int(text)
  }

  private mutating func atom() -> Element? {
    guard let next = peek() else { return nil }
    at += 1
    switch next {
    case "^": return .start
    case "$": return .end
    case ".": return .set(CharacterSet(ranges: [10...10], isNegated: true))
    case "[": return bracket()
    case "(": return group()
    case "*", "+", "?": return nil
    case "\\":
      if take("Z") || take("z") { return .end }
      if take("A") { return .start }
      return escape().map { .set($0) }
    default: return .set(CharacterSet(ranges: [scalars[at - 1]...scalars[at - 1]]))
    }
  }

  private mutating func group() -> Element? {
    var negated: Bool?
    if take("?") {
      if take("!") {
        negated = true
      } else if take("=") {
        negated = false
      } else if !take(":") {
        return nil
      }
    }
    guard let inner = alternatives(), take(")") else { return nil }
    return negated.map { .lookahead(inner, negated: $0) } ?? Self.simplified(inner)
  }

  /// A group as a set, when it is one character, perhaps with some that it must not be: `(?:[a-z])`, `((?![:*])[a-z])`.
  private static func simplified(_ inner: [[Element]]) -> Element {
    if inner.count == 1, let last = inner[0].last, case .set(var set) = last {
      if inner[0].count == 1 { return last }
      if inner[0].count == 2, case .lookahead(let barred, negated: true) = inner[0][0], barred.count == 1,
        barred[0].count == 1, case .set(let except) = barred[0][0], !except.isNegated, except.excluded.isEmpty
      {
        set.excluded += except.ranges
        return .set(set)
      }
    }
    return .group(inner)
  }

  private mutating func escape() -> CharacterSet? {
    guard let next = peek() else { return nil }
    at += 1
    switch next {
    case "d": return CharacterSet(ranges: [48...57])
    case "D": return CharacterSet(ranges: [48...57], isNegated: true)
    case "w": return CharacterSet(ranges: [48...57, 65...90, 95...95, 97...122])
    case "W": return CharacterSet(ranges: [48...57, 65...90, 95...95, 97...122], isNegated: true)
    case "s": return CharacterSet(ranges: [9...13, 32...32])
    case "S": return CharacterSet(ranges: [9...13, 32...32], isNegated: true)
    case "n": return CharacterSet(ranges: [10...10])
    case "r": return CharacterSet(ranges: [13...13])
    case "t": return CharacterSet(ranges: [9...9])
    case "x": return hexadecimal(2)
    case "u": return hexadecimal(4)
    case _ where next.properties.isAlphabetic || next.properties.numericType != nil: return nil
    default: return CharacterSet(ranges: [scalars[at - 1]...scalars[at - 1]])
    }
  }

  private mutating func hexadecimal(_ count: Int) -> CharacterSet? {
    guard at + count <= scalars.count else { return nil }
    let text = String(String.UnicodeScalarView(scalars[at..<at + count].compactMap(Unicode.Scalar.init)))
    guard let value = UInt32(text, radix: 16) else { return nil }
    at += count
    return CharacterSet(ranges: [value...value])
  }

  private mutating func bracket() -> Element? {
    var set = CharacterSet()
    set.isNegated = take("^")
    var isFirst = true
    while let next = peek(), isFirst || next != "]" {
      isFirst = false
      guard next != "[" || peek(1) != ":" else { return nil }
      at += 1
      var low = CharacterSet(ranges: [scalars[at - 1]...scalars[at - 1]])
      if next == "\\" {
        guard let escaped = escape(), !escaped.isNegated else { return nil }
        low = escaped
      }
      if peek() == "-", let after = peek(1), after != "]", low.ranges.count == 1, low.ranges[0].count == 1 {
        at += 2
        var high = CharacterSet(ranges: [scalars[at - 1]...scalars[at - 1]])
        if after == "\\" {
          guard let escaped = escape(), escaped.ranges.count == 1 else { return nil }
          high = escaped
        }
        guard low.ranges[0].lowerBound <= high.ranges[0].upperBound else { return nil }
        set.ranges.append(low.ranges[0].lowerBound...high.ranges[0].upperBound)
      } else {
        set.ranges += low.ranges
      }
    }
    return take("]") ? .set(set) : nil
  }
}
