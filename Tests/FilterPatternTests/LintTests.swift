import FilterPattern
import Testing

@Suite struct LintTests {
  @Test(arguments: [
    ("{ $.a = true }", [PatternIssueCode.booleanAsText], [8..<12]),
    ("{ $.a = \"false\" }", [.booleanAsText], [8..<15]),
    ("{ $.a != x }", [.notEqualsMissing], [2..<10]),
    ("{ $.a != x || $.a NOT EXISTS }", [], []),
    ("{ $.a = x* && $.a != xy }", [], []),
    ("{ $.a[*] != x }", [], []),
    ("{ $.a = x && $.a = y }", [.neverTrue], [13..<20]),
    ("{ $.b = 1 && ($.a = x && $.a.b = 2) }", [.neverTrue], [25..<34]),
    ("{ $.a = x || ($.b > 2 && $.b < 1) }", [.neverTrue], [25..<32]),
    ("{ $.a IS NULL && $.a NOT EXISTS }", [.neverTrue], [17..<31]),
    ("{ $.a[*] NOT EXISTS || $.a[*] = * || $.a[*] != * }", [.alwaysTrue], [2..<48]),
    ("{ $.* != x || $.* = x }", [.alwaysTrue], [2..<21]),
    ("{ $.a = x || $.b = 1 || $.a = x }", [.idleClause], [24..<31]),
    ("{ $.a = x* || $.a = xy }", [.idleClause], [14..<22]),
    ("{ $.a = xy && $.a = x* }", [.idleClause], [14..<22]),
    ("{ $.a = x && $.a > 5 }", [.neverTrue, .orderingOnText], [13..<20, 13..<20]),
    ("{ $.a = x || $.a > 5 }", [.orderingOnText], [13..<20]),
    ("{ $.a = %x% }", [.regexQuota], [8..<11]), ("[a = %x%]", [.regexQuota], [5..<8]),
    ("%x%", [.regexQuota], [0..<3]),
    (#""($.eventName=StopLogging)||($.a=b)""#, [.selectorInTerm], [0..<36]),
    (#""$.eventName" "costs $.50""#, [], []), ("error-code", [.unquotedHyphen], [5..<10]),
    ("error -code", [], []), ("\"error-code\"", [], []),
    ("?a b ?c", [.ignoredOptionalTerms], [0..<2]), ("?a ?b", [], []),
    ("a?b", [.ignoredOptionalTerms], [1..<3]),
    ("[a, b = 1]", [], []), ("", [], []),
  ])
  func findsWhatMayNotBeMeant(text: String, codes: [PatternIssueCode], ranges: [Range<Int>]) throws {
    let lints = try #require(Pattern.parse(text).pattern).lints()
    #expect(
      lints.map(\.code).sorted { $0.rawValue < $1.rawValue } == codes.sorted { $0.rawValue < $1.rawValue })
    #expect(lints.map(\.range) == ranges)
    #expect(lints.allSatisfy { $0.severity != .error && !$0.message.isEmpty && $0.hint != nil })
  }

  @Test(arguments: [
    ("{ $.a = \"x\u{200B}y\" }", 10), ("\"\u{202E}x\"", 1), ("[a = \"\u{FEFF}\"]", 6),
    ("{ $.a = \"👩\u{200D}👧 ❤\u{FE0F}\" }", nil), ("{ $.a = x }", nil),
  ])
  func whatDoesNotShowIsNoticed(text: String, offset: Int?) {
    let found = Pattern.parse(text).issues.filter { $0.code == .invisibleCharacter }
    #expect(found.map(\.range) == (offset.map { [$0..<$0 + 1] } ?? []))
    #expect(found.allSatisfy { $0.severity == .warning && $0.hint != nil })
  }

  @Test func theTextThatMatchesNearlyEverythingIsNoticed() throws {
    // CIS 4.1 as printed in versions 1.3 to 1.5, shortened.
    let text =
      #"{ ($.errorCode = "AccessDenied*") || ($.sourceIPAddress!="a.b.c") || ($.eventName!="HeadBucket") }"#
    let lints = try #require(Pattern.parse(text).pattern).lints()
    #expect(lints.map(\.code) == [.notEqualsMissing, .notEqualsAlternatives, .notEqualsMissing])
  }

  @Test func theLongestPatternIsLintedInLittleTime() throws {
    let pairs = (0..<32).map { "($.eventName = \"Event\($0)\")" }.joined(separator: " || ")
    let pattern = try #require(Pattern.parse("{ ($.eventSource = a.b.c) && (\(pairs)) }").pattern)
    let clock = ContinuousClock()
    var lints: [PatternIssue] = []
    let duration = clock.measure { lints = pattern.lints() }
    #expect(lints.isEmpty)
    #expect(duration < .seconds(20))
  }
}
