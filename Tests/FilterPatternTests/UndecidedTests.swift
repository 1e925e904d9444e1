import FilterPattern
import Testing

@Suite struct UndecidedTests {
  @Test(arguments: [
    ("%two words%", PatternIssueCode.undecidedRegexBlank, 4..<5),
    ("{ $.k = a-b }", .undecidedBareHyphen, 8..<11),
    ("{ $.k = \"a\\tb\" }", .undecidedEscape, 10..<12),
    ("{ $.k['l.m'] = 1 }", .undecidedBracketKey, 5..<12),
    ("{ $.k[*] >= 1 }", .undecidedWildcardOrdering, 2..<8),
    ("{ $.k = 1\n&& $.l = 1 }", .undecidedLineBreak, 9..<10),
    ("[status-code]", .undecidedFieldHyphen, 1..<12),
    ("{ $.k Is True }", .undecidedKeywordCase, 6..<13),
    ("%a{,2}%", .undecidedRegexRepetition, 2..<6),
    ("%a:b%", .undecidedRegexColon, 2..<3),
    ("{ $.k != \"*\" }", .undecidedNotEqualsAnything, 9..<12),
    ("{ $.ключ = 1 }", .undecidedNonASCII, 4..<8),
    ("[a != 5]", .undecidedFieldNotEqualsNumber, 6..<7),
    ("{ $.k = \"1e3\" }", .undecidedNumberText, 8..<13),
    ("{ $.k = \"a*b\" }", .undecidedInnerAsterisk, 8..<13),
    ("{ $.k = \"\" }", .undecidedEmptyText, 8..<10),
    ("[a = null]", .undecidedReservedFieldValue, 5..<9),
  ])
  func acceptsWithAWarningWhereTheRuleIsNotKnown(text: String, code: PatternIssueCode, range: Range<Int>)
    throws
  {
    let result = Pattern.parse(text)
    #expect(result.pattern != nil)
    let issue = try #require(result.issues.first)
    #expect(issue.severity == .warning)
    #expect(issue.code == code)
    #expect(issue.range == range)
    #expect(issue.message.hasSuffix("the service's rule is not known"))
  }

  @Test(arguments: [
    ("{ $.a = 2 }", #"{"a":1,"a":2}"#, MatchAssumption.lastDuplicateCounts),
    ("{ $.a = 2 }", #" {"a":2}"#, .blanksAroundObject),
    ("{ $.a = 1* }", #"{"a":1e3}"#, .numberText),
  ])
  func tellsWhatAnAnswerRestsOn(pattern: String, event: String, assumption: MatchAssumption) throws {
    let matcher = PatternMatcher(try #require(Pattern.parse(pattern).pattern))
    let answer = matcher.match(Array(event.utf8))
    #expect(answer.result != nil)
    #expect(answer.assumptions == [assumption])
  }
}
