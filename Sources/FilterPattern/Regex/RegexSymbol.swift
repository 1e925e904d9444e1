/// What a regular expression tells apart: the characters U+0000 to U+00FF, and all others as one. The alphabet of the
/// language is ASCII and `\xhh` ends at U+00FF, so that no expression can tell two of the others apart.
enum RegexSymbol {
  /// How many symbols there are.
  static let count = 257
  /// Any character above U+00FF, and any byte that is not UTF-8.
  static let other = 256

  /// Reads the character at `at` and moves past it.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Int {
    let lead = bytes[at]
    at += 1
    if lead < 0x80 { return Int(lead) }
    let length: Int
    var allowed: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 1
    case 0xE0: (length, allowed) = (2, 0xA0...0xBF)
    case 0xED: (length, allowed) = (2, 0x80...0x9F)
    case 0xE1...0xEF: length = 2
    case 0xF0: (length, allowed) = (3, 0x90...0xBF)
    case 0xF1...0xF3: length = 3
    case 0xF4: (length, allowed) = (3, 0x80...0x8F)
    default: return other
    }
    guard at + length <= bytes.count, allowed.contains(bytes[at]) else { return other }
    for offset in 1..<max(length, 1) where !(0x80...0xBF).contains(bytes[at + offset]) { return other }
    let second = bytes[at]
    at += length
    return length == 1 && lead < 0xC4 ? Int(lead & 0x03) << 6 | Int(second & 0x3F) : other
  }
}

/// A set of symbols.
struct RegexSymbolSet: Hashable, Sendable {
  private var words: InlineWords = InlineWords()

  private struct InlineWords: Hashable, Sendable {
    var a: UInt64 = 0
    var b: UInt64 = 0
    var c: UInt64 = 0
    var d: UInt64 = 0
    var other = false
  }

  init() {}

  init(_ symbols: some Sequence<Int>) { for symbol in symbols { insert(symbol) } }

  func contains(_ symbol: Int) -> Bool {
    switch symbol >> 6 {
    case 0: words.a >> UInt64(symbol & 63) & 1 == 1
    case 1: words.b >> UInt64(symbol & 63) & 1 == 1
    case 2: words.c >> UInt64(symbol & 63) & 1 == 1
    case 3: words.d >> UInt64(symbol & 63) & 1 == 1
    default: words.other
    }
  }

  mutating func insert(_ symbol: Int) {
    let bit = UInt64(1) << UInt64(symbol & 63)
    switch symbol >> 6 {
    case 0: words.a |= bit
    case 1: words.b |= bit
    case 2: words.c |= bit
    case 3: words.d |= bit
    default: words.other = true
    }
  }

  mutating func formUnion(_ other: RegexSymbolSet) {
    words.a |= other.words.a
    words.b |= other.words.b
    words.c |= other.words.c
    words.d |= other.words.d
    words.other = words.other || other.words.other
  }

  var complement: RegexSymbolSet {
    var result = self
    result.words = InlineWords(
      a: ~words.a, b: ~words.b, c: ~words.c, d: ~words.d, other: !words.other)
    return result
  }

  /// `.`: any character but a line feed.
  static let anyButNewline = RegexSymbolSet([0x0A]).complement
  /// `\d`
  static let digits = RegexSymbolSet(0x30...0x39)
  /// `\w`
  static let wordCharacters = RegexSymbolSet(
    Array(0x30...0x39) + Array(0x41...0x5A) + [0x5F] + Array(0x61...0x7A))
  /// `\s`
  static let blanks = RegexSymbolSet([0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20])
}
