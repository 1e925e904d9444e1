extension Pattern {
  /// The outcome of reading a pattern.
  public struct ParseResult: Hashable, Sendable {
    /// The pattern; nil exactly when `issues` holds an error.
    public let pattern: Pattern?
    /// At most one error, then the places where the service's rule is not known, in the order of the text.
    public let issues: [PatternIssue]
  }

  /// The longest pattern, in UTF-16 units. Source: API_PutMetricFilter (1024 characters), counted the strictest way.
  public static let maximumLength = 1024

  /// Reads a pattern. Takes any text, of any length and nesting.
  public static func parse(_ text: String) -> ParseResult { parse(utf8: text.utf8) }

  /// Reads a pattern from bytes, valid UTF-8 or not.
  public static func parse(utf8 bytes: some Sequence<UInt8>) -> ParseResult {
    do throws(PatternIssue) {
      let scalars = try decode(bytes)
      var cursor = PatternCursor(scalars)
      do throws(PatternIssue) {
        let pattern = Pattern(try PatternParser.parse(&cursor))
        let found = cursor.issues + [InvisibleCharacterLint(scalars).issue].compactMap { $0 }
        let issues = found.sorted { $0.range.lowerBound < $1.range.lowerBound }
        return ParseResult(pattern: pattern, issues: issues)
      } catch {
        return ParseResult(pattern: nil, issues: [error])
      }
    } catch {
      return ParseResult(pattern: nil, issues: [error])
    }
  }

  /// The scalars of a text that is valid UTF-8, has no NUL and is not too long.
  private static func decode(_ bytes: some Sequence<UInt8>) throws(PatternIssue) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    var nul: Int?
    var count = 0
    var units = 0
    var limit: Int?
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        units += UTF16.width(scalar)
        if units <= maximumLength {
          if scalar.value == 0, nul == nil { nul = count }
          scalars.append(scalar)
        } else if limit == nil {
          limit = count
        }
        count += 1
      case .emptyInput: break decoding
      case .error: throw PatternProblem.notUTF8.issue(count..<count + 1)
      }
    }
    if let limit { throw PatternProblem.tooLong(units: units).issue(limit..<limit + 1) }
    if let nul { throw PatternProblem.nulCharacter.issue(nul..<nul + 1) }
    return scalars
  }
}
