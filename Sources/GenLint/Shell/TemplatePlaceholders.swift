/// The places that the engine of a template fills in before a shell reads the script: `{{ days }}`, `<%= days %>`, `@@DAYS@@`,
/// `__DAYS__`. What stands there then only a run knows.
struct TemplatePlaceholders {
  /// The script with unknown parts in those places. All else keeps its place.
  private(set) var bytes: [UInt8]

  /// Reads a script.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard Self.mayHoldOne(bytes) else { return }
    for (open, close) in [("{{", "}}"), ("<%=", "%>"), ("@@", "@@")] {
      mask(Array(open.utf8), Array(close.utf8)) { Self.isExpression($0) }
    }
    // A variable may have such a name too.
    let isVariable = ["$__", "${__", "__="].contains { first(Array($0.utf8), from: 0) != nil }
    if !isVariable { mask([95, 95], [95, 95]) { Self.isConstant($0) } }
  }

  /// Whether two bytes that open a place stand side by side: in most scripts none do.
  private static func mayHoldOne(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { text in
      var before: UInt8 = 0
      for byte in text {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "@"), UInt8(ascii: "_"): if before == byte { return true }
        case UInt8(ascii: "%"): if before == UInt8(ascii: "<") { return true }
        default: break
        }
        before = byte
      }
      return false
    }
  }

  private func first(_ mark: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { text in
      mark.withUnsafeBufferPointer { mark in
        UnsafeBufferPointer(rebasing: text[start...]).offset(of: mark).map { start + $0 }
      }
    }
  }

  private mutating func mask(_ open: [UInt8], _ close: [UInt8], where isOne: (ArraySlice<UInt8>) -> Bool) {
    var at = 0
    while let start = first(open, from: at) {
      let inside = bytes[(start + open.count)...].prefix(80).prefix { $0 != 10 }
      let last = inside.indices.first { bytes[$0...].starts(with: close) && $0 > inside.startIndex }
      guard let last, isOne(bytes[inside.startIndex..<last]), isFree(start, last + close.count) else {
        at = start + 1
        continue
      }
      at = last + close.count
      fill(start..<at, inside.startIndex..<last)
    }
  }

  /// Whether no letter stands beside a place whose marks are letters of names.
  private func isFree(_ start: Int, _ end: Int) -> Bool {
    guard bytes[start] == 95 else { return true }
    let isBeside = start > 0 && ShellLexer.isNameByte(bytes[start - 1])
    return !isBeside
      && !(end < bytes.count && (ShellLexer.isNameByte(bytes[end]) || bytes[end] == UInt8(ascii: "(")))
  }

  /// Puts an unknown part over a place, with as much of its name as there is room for.
  private mutating func fill(_ place: Range<Int>, _ name: Range<Int>) {
    let marks = [ShellText.open, ShellText.close].map { Array(String($0).utf8) }
    let room = place.count - marks[0].count - marks[1].count
    guard room >= 0 else { return }
    let letters = bytes[name].filter { ShellLexer.isNameByte($0) }.prefix(room)
    let padding = [UInt8](repeating: 95, count: room - letters.count)
    bytes.replaceSubrange(place, with: marks[0] + letters + padding + marks[1])
  }

  /// Whether an engine reads a text as the name of a value, perhaps with filters behind it.
  private static func isExpression(_ text: ArraySlice<UInt8>) -> Bool {
    let name = text.drop { $0 == 32 || $0 == UInt8(ascii: "-") }
    guard let first = name.first, first == 95 || (97...122).contains(first | 32) else { return false }
    let end = name.drop { ShellLexer.isNameByte($0) || ".-[]'\"".utf8.contains($0) }.drop { $0 == 32 }
    return end.isEmpty || end.first == UInt8(ascii: "|")
  }

  private static func isConstant(_ text: ArraySlice<UInt8>) -> Bool {
    text.count > 1 && (65...90).contains(text[text.startIndex])
      && text.allSatisfy { (65...90).contains($0) || (48...57).contains($0) || $0 == 95 }
  }
}
