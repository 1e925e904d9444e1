import FilterPattern
import Testing

@Suite struct ComparisonPropertyTests {
  @Test(arguments: Array(UInt64(1)...8))
  func aVerdictAgreesWithTheMatcherOnEveryEvent(seed: UInt64) throws {
    var source = RandomPatterns(seed: seed)
    let events = (0..<200).map { _ in Array(source.event().utf8) }
    var undecided = 0
    for _ in 0..<50 {
      let texts = (source.pattern(), source.pattern())
      let left = try #require(Pattern.parse(texts.0).pattern, "\(texts.0)")
      let right = try #require(Pattern.parse(texts.1).pattern, "\(texts.1)")
      let comparison = PatternComparison(left, right)
      #expect(comparison.undecidedReason != .unconfirmed, "\(texts)")
      if comparison.relation == .undecided { undecided += 1 }
      let matchers = (PatternMatcher(left), PatternMatcher(right))
      for event in events {
        let isLeft = matchers.0.match(event).result != nil
        let isRight = matchers.1.match(event).result != nil
        let isPossible =
          switch (isLeft, isRight) {
          case (true, true): comparison.both != nil || comparison.relation == .undecided
          case (true, false): comparison.leftOnly != nil || comparison.relation == .undecided
          case (false, true): comparison.rightOnly != nil || comparison.relation == .undecided
          case (false, false): true
          }
        if !isPossible {
          Issue.record("\(texts): \(comparison.relation), but \(String(decoding: event, as: UTF8.self))")
          break
        }
      }
    }
    #expect(undecided < 6)
  }

  @Test(arguments: Array(UInt64(21)...24))
  func everyPatternIsEquivalentToItselfAndToItsDoubling(seed: UInt64) throws {
    var source = RandomPatterns(seed: seed)
    for _ in 0..<40 {
      let inner = source.pattern().dropFirst().dropLast()
      let once = try #require(Pattern.parse("{\(inner)}").pattern)
      guard let twice = Pattern.parse("{(\(inner)) || (\(inner))}").pattern else { continue }
      let comparison = PatternComparison(once, twice)
      #expect(
        comparison.relation == .equivalent || comparison.undecidedReason == .numberText,
        "\(inner) \(comparison)")
    }
  }
}
