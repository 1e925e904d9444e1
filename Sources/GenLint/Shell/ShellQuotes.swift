/// Quotes of a script that go over several lines and end right before a word: what ends them seems to be the beginning of another.
///
/// A class, for the lexers inside expansions share it with the one around them.
final class ShellQuotes {
  /// The first of them, with both its signs: 0-based byte offsets.
  private(set) var doubtful: Range<Int>?

  /// Looks at a text between quotes, with both its signs.
  func take(_ bytes: [UInt8], _ range: Range<Int>) {
    guard doubtful == nil, range.upperBound < bytes.count, range.count > 2,
      Self.begins(
        bytes[range.upperBound], behind: bytes[range.upperBound - 2], quote: bytes[range.lowerBound]),
      bytes[range].contains(UInt8(ascii: "\n"))
    else { return }
    doubtful = range
  }

  /// Whether a quote before one byte and behind another looks like the beginning of a text.
  private static func begins(_ next: UInt8, behind before: UInt8, quote: UInt8) -> Bool {
    ShellLexer.isNameByte(next) || before == 32 && next == quote
      || (before == 32 || "=([".utf8.contains(before)) && next > 32 && !")]};|&<>,.\\\"'`".utf8.contains(next)
  }
}
