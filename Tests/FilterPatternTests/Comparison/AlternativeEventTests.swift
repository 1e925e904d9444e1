import FilterPattern
import Testing

/// Events that exercise every operand of `||`, as `test.sh` sends them.
@Suite struct AlternativeEventTests {
  private func events(of text: String, besides given: [String] = []) throws -> [String] {
    let pattern = try #require(Pattern.parse(text).pattern, "\(text)")
    guard case .json(let expression) = pattern.syntax else { return [] }
    return PatternAnalysis(expression).eventsOfAlternatives(besides: given)
  }

  @Test func everyNameOfAListHasAnEvent() throws {
    let text = #"{ ($.s = "x") && (($.n = "A") || ($.n = "B") || ($.n = "C")) }"#
    #expect(
      try events(of: text) == ["A", "B", "C"].map { #"{"s":"x","n":"\#($0)"}"# })
    #expect(
      try events(of: text, besides: [#"{"n":"B","s":"x","t":1}"#])
        == ["A", "C"].map { #"{"s":"x","n":"\#($0)"}"# })
  }

  @Test func whatNoEventCanShowHasNone() throws {
    #expect(try events(of: "{ ($.a = 1 || $.a = 2) && ($.a = 2 || $.a = 3) }") == [#"{"a":"2"}"#])
    #expect(try events(of: "{ $.a = 1 && $.a = 2 }") == [])
  }

  @Test func aPatternWithoutAlternativesHasOneEvent() throws {
    #expect(try events(of: #"{ $.a = "x" && $.b NOT EXISTS }"#) == [#"{"a":"x"}"#])
    #expect(try events(of: #"{ $.a = "x" }"#, besides: [#"{"a":"x"}"#]) == [])
  }

  @Test(arguments: Array(UInt64(61)...64))
  func everyEventMatchesTheWholePattern(seed: UInt64) throws {
    var source = RandomPatterns(seed: seed)
    var seen = 0
    for _ in 0..<60 {
      let text = source.pattern()
      let matcher = PatternMatcher(try #require(Pattern.parse(text).pattern, "\(text)"))
      for event in try events(of: text) {
        seen += 1
        #expect(matcher.match(Array(event.utf8)).result != nil, "\(text): \(event)")
      }
    }
    #expect(seen > 60)
  }
}
