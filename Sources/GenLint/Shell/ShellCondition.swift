/// The words of a condition between `[[` and `]]`, up to `&&`, `||` or its end.
///
/// https://www.gnu.org/software/bash/manual/html_node/Bash-Conditional-Expressions.html
struct ShellCondition {
  /// Where they stand: 0-based byte offsets; nil when there are none.
  private(set) var range: Range<Int>?
  /// Whether they can be judged: groups in parentheses are not followed.
  var isJudged = true
  /// The words; nil for one that has quotes or is expanded.
  private var words: [String?] = []

  private static let binary: Set<String> = [
    "=", "==", "!=", "=~", "<", ">", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot", "-ef",
  ]

  /// Takes the next word.
  mutating func take(_ word: String?, at place: Range<Int>) {
    if words.isEmpty, word == "!" { return }
    if words.count < 5 { words.append(word) }
    range = (range?.lowerBound ?? place.lowerBound)..<place.upperBound
  }

  /// Why the shell does not read them; nil when it does.
  var problem: String? {
    guard isJudged else { return nil }
    switch words.count {
    case 0: return nil
    case 1: return words[0].map(Self.isUnary) ?? false ? "'\(words[0] ?? "")' lacks its operand" : nil
    case 2:
      if words[0].map(Self.isUnary) ?? false { return nil }
      if let sign = words[1], Self.binary.contains(sign) { return "'\(sign)' lacks what stands behind it" }
      return "two words without an operator"
    case 3:
      return words[1].map(Self.binary.contains) ?? false
        ? nil : "three words without an operator between them"
    default: return "it has too many words"
    }
  }

  private static func isUnary(_ word: String) -> Bool {
    word.utf8.count == 2 && word.utf8.first == UInt8(ascii: "-") && word != "--"
      && word.utf8.last.map { (97...122).contains($0 | 32) } ?? false
  }
}
