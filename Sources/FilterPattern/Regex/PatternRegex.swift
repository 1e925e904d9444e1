/// A regular expression of the pattern language, ready to be searched for.
///
/// Matching takes time linear in the value and never more memory than the expression. There are no groups, flags or
/// back-references in the language, and all is case-sensitive. `.` is any character but a line feed; `\d`, `\w` and
/// `\s` are ASCII; `^` and `$` are the ends of the value.
///
/// Source: "Supported regular expression syntax", Amazon CloudWatch Logs User Guide.
public struct PatternRegex: Sendable {
  /// The number of characters an expression may have with its counts written out (`a{3}` is 3).
  public static let maximumLength = 10_000

  let automaton: RegexAutomaton

  /// Compiles the text between the percent signs.
  ///
  /// - Throws: `RegexFailure`, with an offset into `text`.
  public init(_ text: some Collection<UInt8>) throws(RegexFailure) {
    automaton = RegexAutomaton(try RegexSyntaxReader.parse(Array(text)))
  }

  /// Compiles the text between the percent signs.
  ///
  /// - Throws: `RegexFailure`, with an offset into the text's UTF-8.
  public init(_ text: String) throws(RegexFailure) { try self.init(text.utf8) }

  /// Whether the expression occurs in a value, given as UTF-8. A byte that is not UTF-8 counts as one character.
  public func isFound(in value: some Collection<UInt8>) -> Bool {
    value.withContiguousStorageIfAvailable(isFound) ?? Array(value).withUnsafeBufferPointer(isFound)
  }

  private func isFound(in value: UnsafeBufferPointer<UInt8>) -> Bool {
    var state = automaton.start
    var at = 0
    while at < value.count {
      if automaton.isAccepting(state) { return true }
      if automaton.isDead(state) { return false }
      automaton.step(&state, group: automaton.groups[RegexSymbol.read(value, &at)])
    }
    return automaton.isAcceptingAtEnd(state)
  }
}
