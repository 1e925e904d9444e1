/// A word after expansion, as far as the script alone can tell.
///
/// What only a run knows stands in the text as `open`, a name, `close`: two texts with the same names in the same places are
/// the same value, whatever it is.
struct ShellText {
  /// Begins an unknown part.
  static let open: Unicode.Scalar = "\u{E000}"
  /// Ends an unknown part.
  static let close: Unicode.Scalar = "\u{E001}"

  /// A stretch of the text and where it comes from.
  struct Segment {
    /// 0-based byte offset in the text.
    let offset: Int
    /// 0-based byte offset in the script.
    let source: Int
    /// Whether the script has the same bytes there.
    let isExact: Bool
  }

  private(set) var text = ""
  private(set) var segments: [Segment] = []
  /// Where the word stands in the script.
  var range: Range<Int>

  /// Where the call of a function stands whose argument it is.
  var origin: Range<Int>?

  /// Whether that is the element of an array or the line of a table that it is, or is a part of.
  private var isOfRow = false
  /// Where that element or line stands.
  var row: Range<Int>? {
    get { isOfRow ? origin : nil }
    set {
      origin = newValue
      isOfRow = newValue != nil
    }
  }

  /// Makes an empty text for a word.
  init(range: Range<Int>) { self.range = range }

  /// Whether every part is known.
  var isKnown: Bool { Self.isKnown(text) }

  /// Whether a variable or a command gives some of it.
  private(set) var hasExpansion = false

  /// Whether every part of a text is known.
  static func isKnown(_ text: String) -> Bool {
    // The first byte of `open` is rare, and bytes are searched faster than scalars.
    !text.contains(byte: 0xEE) || !text.unicodeScalars.contains(open)
  }

  /// Whether it is the words of an array or all arguments, of which nothing is known; options may be among them.
  var standsForWords: Bool {
    text.unicodeScalars.first == Self.open && text.utf8.contains(UInt8(ascii: "@"))
  }

  /// Adds known text.
  mutating func append(_ piece: String, source: Int, isExact: Bool) {
    segments.append(Segment(offset: text.utf8.count, source: source, isExact: isExact))
    text += piece
  }

  /// Adds an unknown part.
  mutating func append(unknown name: String, source: Int) {
    hasExpansion = true
    segments.append(Segment(offset: text.utf8.count, source: source, isExact: false))
    text.unicodeScalars.append(Self.open)
    text += name
    text.unicodeScalars.append(Self.close)
  }

  /// Adds another text, whose parts stand where the script has them.
  mutating func append(_ other: ShellText, source: Int) {
    hasExpansion = true
    let count = text.utf8.count
    if other.segments.isEmpty { segments.append(Segment(offset: count, source: source, isExact: false)) }
    segments += other.segments.map {
      Segment(offset: count + $0.offset, source: $0.source, isExact: $0.isExact)
    }
    text += other.text
  }

  /// The text without line breaks at its end, as a command substitution takes it.
  func trimmingLineBreaks() -> ShellText {
    let count = text.utf8.reversed().prefix { $0 == UInt8(ascii: "\n") }.count
    guard count > 0 else { return self }
    var trimmed = self
    trimmed.text = String(decoding: Array(text.utf8.dropLast(count)), as: UTF8.self)
    return trimmed
  }

  /// The script's byte offset for one of the text.
  func source(of offset: Int) -> Int {
    guard let segment = segments.last(where: { $0.offset <= offset }) else { return range.lowerBound }
    return segment.isExact ? segment.source + offset - segment.offset : segment.source
  }

  /// The script's byte offsets for a stretch of the text; where it ends in another place than it begins, its first byte.
  func source(of part: Range<Int>) -> Range<Int> {
    let start = source(of: part.lowerBound)
    guard !part.isEmpty else { return start..<start }
    let end = source(of: part.upperBound - 1) + 1
    return start..<(end > start ? end : start + 1)
  }

  /// Whether a stretch of the text stands in the script byte for byte.
  func isExact(_ part: Range<Int>) -> Bool {
    guard let index = segments.lastIndex(where: { $0.offset <= part.lowerBound }), segments[index].isExact
    else {
      return false
    }
    return index + 1 == segments.count || segments[index + 1].offset >= part.upperBound
  }

  /// The text with an unknown part wherever a mark stands.
  func replacing(_ mark: String) -> ShellText {
    let wanted = Array(mark.utf8)
    let bytes = Array(text.utf8)
    guard !wanted.isEmpty, text.contains(ascii: mark) else { return self }
    var out = ShellText(range: range)
    out.hasExpansion = hasExpansion
    var begin = 0
    func known(_ part: Range<Int>) {
      guard !part.isEmpty else { return }
      let piece = String(decoding: bytes[part], as: UTF8.self)
      out.append(piece, source: source(of: part.lowerBound), isExact: isExact(part))
    }
    var at = 0
    while at + wanted.count <= bytes.count {
      guard bytes[at..<at + wanted.count].elementsEqual(wanted) else {
        at += 1
        continue
      }
      known(begin..<at)
      out.append(unknown: mark, source: source(of: at))
      at += wanted.count
      begin = at
    }
    known(begin..<bytes.count)
    return out
  }

  /// The part from a byte offset on.
  func dropping(_ count: Int) -> ShellText {
    var rest = ShellText(range: min(source(of: count), range.upperBound)..<range.upperBound)
    rest.text = String(decoding: Array(text.utf8.dropFirst(count)), as: UTF8.self)
    rest.hasExpansion = hasExpansion
    rest.origin = origin
    rest.isOfRow = isOfRow
    rest.segments = segments.compactMap { segment in
      if segment.offset >= count {
        return Segment(offset: segment.offset - count, source: segment.source, isExact: segment.isExact)
      }
      let isLast = segments.last { $0.offset <= count }?.offset == segment.offset
      return isLast
        ? Segment(
          offset: 0, source: segment.isExact ? segment.source + count - segment.offset : segment.source,
          isExact: segment.isExact) : nil
    }
    return rest
  }
}

extension ShellText {
  /// A stretch of the text, given by bytes, as a value of its own that stands where the script has it.
  func part(_ range: Range<Int>) -> ShellText {
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    var part = ShellText(range: source(of: range))
    part.row = part.range
    part.hasExpansion = hasExpansion
    part.text = String(text[start..<bytes.index(start, offsetBy: range.count)])
    for (index, segment) in segments.enumerated() {
      let end = index + 1 < segments.count ? segments[index + 1].offset : .max
      guard segment.offset < range.upperBound, end > range.lowerBound else { continue }
      let cut = max(0, range.lowerBound - segment.offset)
      part.segments.append(
        Segment(
          offset: segment.offset + cut - range.lowerBound,
          source: segment.isExact ? segment.source + cut : segment.source, isExact: segment.isExact))
    }
    return part
  }

  /// The first lines, without their ends.
  func lines(most: Int = 1001) -> [ShellText] {
    var lines: [ShellText] = []
    var start = 0
    for (at, byte) in text.utf8.enumerated() where byte == 10 {
      lines.append(part(start..<at))
      if lines.count == most { return lines }
      start = at + 1
    }
    if start < text.utf8.count { lines.append(part(start..<text.utf8.count)) }
    return lines
  }

  /// Whether a line holds nothing, or begins in the sign of a comment.
  var isBlankOrComment: Bool {
    let first = text.utf8.first { $0 != 32 && $0 != 9 && $0 != 13 }
    return first == nil || first == UInt8(ascii: "#")
  }
}
