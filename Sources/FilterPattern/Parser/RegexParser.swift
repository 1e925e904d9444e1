/// Reads a regular expression between percent signs: first its characters, then its structure.
enum RegexParser {
  /// Symbols and operators; letters and digits are allowed too. Source: the user guide's list.
  private static let allowed = Set(":_#=@/;,-^$?[]{}|\\*+.".unicodeScalars)

  /// Reads from the opening percent sign through the closing one.
  static func parse(_ cursor: inout PatternCursor) throws(PatternIssue) -> RegexLiteral {
    let start = cursor.position
    cursor.position += 1
    while let scalar = cursor.current, scalar != "%" {
      if scalar == "\\" { cursor.position += 1 }
      guard let meant = cursor.current, isAllowed(meant) || (meant == " " && scalar != "\\") else {
        throw cursor.lexicalError(from: start, hint(cursor.current))
      }
      if meant == " " { cursor.warn(.undecidedRegexBlank, cursor.here) }
      if meant == ":" && scalar != "\\" { cursor.warn(.undecidedRegexColon, cursor.here) }
      if scalar == "{", cursor.following == "," {
        cursor.warn(.undecidedRegexRepetition, repetition(cursor))
      }
      cursor.position += 1
    }
    guard cursor.current == "%" else { throw cursor.lexicalError(from: start, .closePercent) }
    if cursor.position == start + 1 { throw cursor.lexicalError(from: start, .emptyRegex) }
    cursor.position += 1
    let whole = start..<cursor.position
    let inner = start + 1..<cursor.position - 1
    cursor.regexCount += 1
    if cursor.regexCount > 2 { throw PatternProblem.tooManyRegexes.issue(whole) }
    do throws(RegexFailure) {
      return try RegexLiteral(cursor.text(inner), span: SourceSpan(whole))
    } catch {
      // All characters are ASCII here, so bytes are scalars.
      let wrong = inner.lowerBound + error.offset
      throw PatternProblem.invalidRegex(error).issue(wrong..<min(wrong + 1, whole.upperBound))
    }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCIILetter || scalar.isASCIIDigit || allowed.contains(scalar)
  }

  private static func hint(_ wrong: Unicode.Scalar?) -> PatternProblem.Hint {
    switch wrong {
    case nil: .closePercent
    case "(", ")": .noGroups
    default: .escapeInRegex
    }
  }

  /// The range of `{,n}`.
  private static func repetition(_ cursor: PatternCursor) -> Range<Int> {
    var probe = cursor
    let start = probe.position
    _ = probe.run { $0 != "}" && $0 != "%" }
    return start..<probe.here.upperBound
  }
}
