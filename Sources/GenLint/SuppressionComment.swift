internal import Diagnostics

/// What a comment asks gen lint to leave out: `gen-lint: ignore GEN4201, GEN4225`, in upper or lower case.
///
/// A comment that is almost one is told from a sentence about gen lint by what follows: a code, or nothing.
struct SuppressionComment {
  /// A word of a line, with its 1-based columns in Unicode scalars.
  struct Word {
    let text: String
    let columns: Range<Int>

    /// Whether it has the form of a code. Digits alone are a code only where nothing else can be meant.
    var isCode: Bool {
      let digits = text.dropFirst(3).drop { $0 == "-" }.utf8
      return text.lowercased().hasPrefix("gen") && digits.first.map { (48...57).contains($0) } ?? false
    }
    fileprivate var isNumber: Bool { text.utf8.count == 4 && text.utf8.allSatisfy { (48...57).contains($0) } }
  }

  /// What is asked for, such as `gen-lint: ignore`; when it is misspelled, up to its first code.
  let request: Word
  /// The codes that are named, or the word that stands in the place of the first.
  let names: [Word]
  /// Whether it is spelled in another way than the one that counts.
  let isMisspelled: Bool

  /// Reads a line; nil when no comment in it asks for anything.
  init?(_ line: String) {
    var reader = Reader(Array(line.unicodeScalars))
    guard let start = reader.findMark() else { return nil }
    let isMark = reader.text(from: start).lowercased() == "gen-lint"
    reader.skip(while: " \t,")
    let hasColon = reader.skip(":")
    reader.skipBlanks()
    let word = reader.word { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    let end = reader.at
    let isApart = reader.isAtBlankOrEnd
    reader.skip(while: " \t:=([\"'")
    let words = reader.names()
    let name = word.text.lowercased()
    let hasCode = words.first.map { $0.isCode || $0.isNumber } ?? false
    if isMark, hasColon, name == "ignore", isApart {
      isMisspelled = false
      let named = words.prefix { $0.isCode || $0.isNumber && words[0].isNumber }
      names = Array(named.isEmpty ? words.prefix(1) : named)
    } else if word.isCode {
      // 'gen-lint: GEN4201'
      guard hasColon else { return nil }
      isMisspelled = true
      names = [word]
    } else {
      guard Self.means(name, hasColon: hasColon, isLast: words.isEmpty, hasCode: hasCode) else { return nil }
      isMisspelled = true
      names = words.filter(\.isCode)
    }
    let last = isMisspelled ? names.first.map { $0.columns.upperBound - 1 } ?? end : end
    request = Word(text: reader.text(from: start, to: last), columns: start + 1..<last + 1)
  }

  /// Whether a word is meant as 'ignore'.
  private static func means(_ word: String, hasColon: Bool, isLast: Bool, hasCode: Bool) -> Bool {
    let isNear = isAlmostIgnore(word)
    // 'gen-lint ignores GEN4201' is a sentence.
    let isVerb = ["ignores", "ignored"].contains(word)
    if hasCode {
      return isNear && (hasColon || !isVerb)
        || ["disable", "skip", "suppress", "noqa", "allow", "off"].contains(word)
    }
    return isNear && hasColon && isLast
  }

  /// Whether a word is 'ignore', with a slip or without.
  static func isAlmostIgnore(_ word: String) -> Bool {
    Suggestion.nearest(to: word, among: ["ignore"]) != nil
  }

  /// Whether the name of gen lint stands anywhere in a text, in a spelling that `init` looks at.
  static func isNamed(in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      "gG".utf8.contains { first in
        var next = 0
        while let at = bytes.place(of: first, from: next) {
          if Self.isMark(bytes, at: at) { return true }
          next = at + 1
        }
        return false
      }
    }
  }

  private static func isMark(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 6 < bytes.count, bytes[index + 1] | 32 == UInt8(ascii: "e") else { return false }
    let rest = bytes[(index + 2)..<min(index + 8, bytes.count)].map { $0 | 32 }
    return rest.starts(with: "nlint".utf8)
      || rest.count == 6 && rest[0] == UInt8(ascii: "n") && rest.dropFirst(2).elementsEqual("lint".utf8)
  }
}

/// Walks over a line's scalars.
private struct Reader {
  private let scalars: [Unicode.Scalar]
  private(set) var at = 0

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// Goes behind the name of gen lint in a comment, and says where it begins.
  mutating func findMark() -> Int? {
    var isComment = false
    for index in scalars.indices {
      if scalars[index] == "#" || scalars[index] == "/" && index > 0 && scalars[index - 1] == "/" {
        isComment = true
      }
      guard isComment, index == 0 || !scalars[index - 1].properties.isAlphabetic else { continue }
      for mark in ["gen-lint", "genlint", "gen_lint", "gen lint"] where stands(mark, at: index) {
        at = index + mark.utf8.count
        return index
      }
    }
    return nil
  }

  private func stands(_ mark: String, at index: Int) -> Bool {
    index + mark.utf8.count <= scalars.count
      && zip(scalars[index...], mark.unicodeScalars).allSatisfy {
        $0.properties.lowercaseMapping == String($1)
      }
  }

  func text(from start: Int, to end: Int? = nil) -> String {
    String(String.UnicodeScalarView(scalars[start..<(end ?? at)]))
  }

  var isAtBlankOrEnd: Bool { at == scalars.count || " \t\"".unicodeScalars.contains(scalars[at]) }

  mutating func skipBlanks() { skip(while: " \t") }

  mutating func skip(while set: String) {
    while at < scalars.count, set.unicodeScalars.contains(scalars[at]) { at += 1 }
  }

  mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard at < scalars.count, scalars[at] == scalar else { return false }
    at += 1
    return true
  }

  mutating func word(_ isPart: (Unicode.Scalar) -> Bool) -> SuppressionComment.Word {
    let start = at
    while at < scalars.count, isPart(scalars[at]) { at += 1 }
    let text = String(String.UnicodeScalarView(scalars[start..<at]))
    return SuppressionComment.Word(text: text, columns: start + 1..<at + 1)
  }

  /// The words up to the line's end, without what stands between and around them.
  mutating func names() -> [SuppressionComment.Word] {
    var words: [SuppressionComment.Word] = []
    while true {
      skip(while: " \t,")
      let word = word { !" \t,\"'])".unicodeScalars.contains($0) }
      guard !word.text.isEmpty else { return words }
      words.append(word)
    }
  }
}
