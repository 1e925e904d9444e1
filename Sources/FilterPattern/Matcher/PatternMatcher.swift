/// A pattern made ready to match many messages. Takes time linear in the message.
///
/// Rests on the recorded answers of `TestMetricFilter`, and on the user guide where nothing was recorded.
public struct PatternMatcher: Sendable {
  private enum Plan: Sendable {
    case everything
    case json(JSONMatcher)
    case delimited(DelimitedMatcher)
    case terms(TermsMatcher)
    case regex(RegexLiteral)
  }

  private let plan: Plan

  /// Makes a matcher.
  public init(_ pattern: Pattern) {
    plan =
      switch pattern.syntax {
      case .everything: .everything
      case .json(let expression): .json(JSONMatcher(expression))
      case .delimited(let fields): .delimited(DelimitedMatcher(fields))
      case .terms(let terms): .terms(TermsMatcher(terms))
      case .regex(let regex): .regex(regex)
      }
  }

  /// Matches one log message given as bytes, valid UTF-8 or not.
  public func match(_ message: [UInt8]) -> MatchAnswer {
    var assumptions: Set<MatchAssumption> = []
    let result: MatchResult?
    switch plan {
    case .everything: result = Self.matched(true)
    case .json(let matcher): result = Self.matched(matcher.matches(message, &assumptions))
    case .delimited(let matcher): result = matcher.match(message)
    case .terms(let matcher): result = Self.matched(matcher.matches(message))
    case .regex(let regex): result = Self.matched(regex.matches(message))
    }
    return MatchAnswer(result: result, assumptions: MatchAssumption.allCases.filter(assumptions.contains))
  }

  private static func matched(_ matches: Bool) -> MatchResult? {
    matches ? MatchResult(extractedValues: []) : nil
  }
}
