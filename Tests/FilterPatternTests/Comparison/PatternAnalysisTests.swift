@testable import FilterPattern
import Testing

@Suite struct PatternAnalysisTests {
  private static func analysis(_ text: String) throws -> PatternAnalysis {
    let pattern = try #require(Pattern.parse(text).pattern, "\(text)")
    guard case .json(let expression) = pattern.syntax else { throw WrongKind() }
    return PatternAnalysis(expression)
  }

  private struct WrongKind: Error {}

  @Test(arguments: [
    "{ $.a = x && $.a = y }", "{ $.a > 2 && $.a < 1 }", "{ $.a NOT EXISTS && $.a != x }",
    "{ $.a = x && $.a.b = y }",
    "{ $.a > 0 && $.a = \"x*\" }", "{ $.a[0] = 1 && $.a.b = 1 }", "{ $.a IS TRUE && $.a = * }",
    "{ $.a[*] = 1 && $.a NOT EXISTS }", "{ $.a = %^\\d+$% && $.a = %[a-z]% }", "{ $.a != * }",
  ])
  func namesWhatNeverMatches(text: String) throws {
    let analysis = try Self.analysis(text)
    #expect(analysis.isContradiction == .yes)
    #expect(analysis.matchedEvent == nil)
  }

  @Test(arguments: [
    "{ $.a NOT EXISTS || $.a IS NULL || $.* != zzz || $.* = zzz }", "{ $.* != x || $.* = x }",
    "{ $.a[*] NOT EXISTS || $.a[*] != x || $.a[*] = x }",
  ])
  func namesWhatAlwaysMatches(text: String) throws {
    #expect(try Self.analysis(text).isTautology == .yes)
  }

  @Test(arguments: [
    "{ $.a != x || $.a = x }", "{ $.a NOT EXISTS || $.a = * }", "{ $.a IS TRUE || $.a IS FALSE }",
  ])
  func givesAnEventForEachNo(text: String) throws {
    let analysis = try Self.analysis(text)
    let pattern = try #require(Pattern.parse(text).pattern)
    guard case .no(let unmatched) = analysis.isTautology, case .no(let matched) = analysis.isContradiction
    else {
      Issue.record("no event for \(text)")
      return
    }
    #expect(pattern.match(unmatched) == nil)
    #expect(pattern.match(matched) != nil)
    #expect(analysis.matchedEvent == matched)
  }

  @Test func findsIdleClausesAndWhatMakesThemSo() throws {
    let clauses = try Self.analysis("{ ($.a = x* || $.a = xy || $.b = 1) && ($.c = 1 && $.c != 2) }")
      .idleClauses
    #expect(clauses.map(\.clause.span.offsets) == [51..<59, 15..<23])
    #expect(clauses.map(\.isAlternative) == [false, true])
    #expect(clauses.map { $0.cause?.span.offsets } == [40..<47, 3..<11])
  }

  @Test func ofTwoEqualClausesTheLaterIsIdle() throws {
    let clauses = try Self.analysis("{ $.a = x || $.b = y || $.a = x }").idleClauses
    #expect(clauses.map(\.clause.span.offsets) == [24..<31])
  }

  @Test func aClauseCanBeIdleBesideSeveral() throws {
    let clauses = try Self.analysis("{ $.a > 1 || $.a <= 1 || $.a = 1.5 || $.a >= 0 }").idleClauses
    #expect(!clauses.isEmpty)
  }

  @Test func findsNothingIdleInABenchmarkPattern() throws {
    let text = """
      { ($.eventSource = organizations.amazonaws.com) && (($.eventName = "AcceptHandshake") || ($.eventName = "CreateAccount")) }
      """
    #expect(try Self.analysis(text).idleClauses.isEmpty)
  }

  /// What is told of clauses without a search is what the search would tell.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func whatIsToldAtOnceIsTrue(seed: UInt64) throws {
    var patterns = RandomPatterns(seed: seed)
    for _ in 0..<25 {
      let text = patterns.pattern()
      guard let pattern = Pattern.parse(text).pattern, case .json(let expression) = pattern.syntax else {
        continue
      }
      let standing = ClauseStanding(expression)
      let analysis = PatternAnalysis(expression)
      if standing.isPossible { #expect(analysis.isContradiction != .yes, "\(text)") }
      if standing.isRefutable { #expect(analysis.isTautology != .yes, "\(text)") }
      if standing.isFalseOfNothing { #expect(pattern.match("{}") == nil, "\(text)") }
    }
  }

  /// A part without which the pattern matches the same is named, whichever way that was found out.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func namesAPartThatChangesNothing(seed: UInt64) throws {
    var patterns = RandomPatterns(seed: seed &+ 1000)
    for _ in 0..<15 {
      let text = patterns.pattern()
      guard let pattern = Pattern.parse(text).pattern, case .json(let expression) = pattern.syntax else {
        continue
      }
      let rests: [Expression<JSONCondition>]
      switch expression {
      case .condition: continue
      case .all(let parts, _): rests = parts.indices.map { .all(of: parts.without($0)) }
      case .any(let parts, _): rests = parts.indices.map { .any(of: parts.without($0)) }
      }
      let isIdle = rests.contains { rest in
        PatternComparison(pattern, Pattern(.json(rest))).relation == .equivalent
      }
      if isIdle { #expect(!PatternAnalysis(expression).idleClauses.isEmpty, "\(text)") }
    }
  }
}

extension Array {
  fileprivate func without(_ index: Int) -> Array { Array(self[..<index] + self[(index + 1)...]) }
}
