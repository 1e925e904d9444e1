@testable import FilterPattern
import Testing

@Suite struct PatternRegexTests {
  @Test(arguments: [
    ("b", "abc", true), ("^b", "abc", false), ("^a", "abc", true), ("c$", "abc", true), ("b$", "abc", false),
    ("^abc$", "abc", true), ("^abc$", "abc\n", false), ("^$", "", true), ("^$", "a", false), ("$^", "", true),
    ("a.c", "abc", true), ("a.c", "a\nc", false), ("^...$", "aé日", true), ("^.$", "😀", true),
    ("^..$", "é", false),
    ("a|^b", "cb", false), ("a|^b", "ba", true), ("|a", "", true), ("x|", "abc", true),
    ("^a*$", "", true), ("^a+$", "", false), ("^a?b$", "ab", true), ("^a?b$", "aab", false),
    ("^a{2}$", "aa", true), ("^a{2}$", "aaa", false), ("^a{2,}$", "aaaa", true), ("^a{,2}$", "", true),
    ("^a{,2}$", "aaa", false), ("^a{1,3}b$", "aaab", true), ("^a{1,3}b$", "aaaab", false),
    ("a{0}b", "b", true),
    ("^a+?b*?$", "aabb", true), ("[abc]", "xbx", true), ("^[^abc]$", "\n", true), ("^[a-c]+$", "abcab", true),
    ("^[a\\-c]+$", "b", false), ("^[a-]+$", "-a", true), ("^[]a]+$", "]a", true), ("^[^]]$", "]", false),
    ("^[\\d_]+$", "1_2", true), ("^[.$|*+?{}]+$", ".$|*+?{}", true), ("^[\\x30-\\x39]+$", "0123456789", true),
    ("\\d", "a1", true), ("^\\D$", "٣", true), ("\\w", "é", false), ("^\\W$", "é", true),
    ("\\s", "a\u{b}b", true),
    ("^\\S$", "\u{a0}", true), ("\\xe9", "café", true), ("\\xE9", "caf\u{e8}", false),
    ("[\\x80-\\xff]", "日", false),
    ("\\.\\*\\+\\?\\[\\]\\{\\}\\|\\\\\\^\\$", ".*+?[]{}|\\^$", true), ("a:b_#=@/;,-", "a:b_#=@/;,-", true),
    ("shutting down", "now shutting down", true), ("a^b", "ab", false), ("a$b", "ab", false),
    ("b*^a", "a", true),
    ("a$b*", "ca", true), ("a*^b", "ab", false), ("}", "}", true), ("a]", "a]", true),
    ("a{65}b", String(repeating: "a", count: 65) + "b", true),
    ("^a{65,130}b$", String(repeating: "a", count: 131) + "b", false),
    ("^a?b?c{64}d?e?$", String(repeating: "c", count: 64) + "e", true),
  ])
  func findsWhatTheExpressionSays(expression: String, value: String, expected: Bool) throws {
    #expect(try PatternRegex(expression).isFound(in: Array(value.utf8)) == expected)
  }

  @Test(
    arguments: [
      ("", .empty, 0), ("\\p", .escape, 0), ("a\\", .escape, 1), ("\\1", .escape, 0), ("\\b", .escape, 0),
      ("\\x4", .escape, 0), ("\\xg0", .escape, 0), ("a++", .stackedQuantifier, 2),
      ("a**", .stackedQuantifier, 2),
      ("a{2}{3}", .stackedQuantifier, 4), ("a+??", .stackedQuantifier, 3), ("*a", .nothingToRepeat, 0),
      ("a|+", .nothingToRepeat, 2), ("{2}", .nothingToRepeat, 0), ("{", .brace, 0), ("a{", .brace, 1),
      ("a{x}", .brace, 1),
      ("a{}", .brace, 1), ("a{,}", .brace, 1), ("a{3,2}", .reversedCount, 1), ("[a", .unclosedClass, 0),
      ("x[]", .unclosedClass, 1), ("[z-a]", .reversedRange, 1), ("[a-\\d]", .rangeOfClass, 1),
      ("[[:alpha:]]", .namedClass, 1), ("(a)", .character(0x28), 0), ("a&b", .character(0x26), 1),
      ("é", .character(0xC3), 0),
      ("[\"]", .character(0x22), 1), ("\\(", .escape, 0), ("a{10001}", .tooLong, 1),
      ("a{9000}b{1,9000}", .tooLong, 8),
      ("a{99999999999999999999}", .tooLong, 1),
    ] as [(String, RegexFailure.Reason, Int)])
  func refusesWhatTheServiceDoesNotCompile(expression: String, reason: RegexFailure.Reason, offset: Int) {
    let failure = #expect(throws: RegexFailure.self) { try PatternRegex(expression) }
    #expect(failure == RegexFailure(reason: reason, offset: offset))
    #expect((failure?.serviceMessage == nil) == (reason == .tooLong))
  }

  @Test func takesBytesThatAreNotUTF8AsOneCharacterEach() throws {
    #expect(try PatternRegex("^a..b$").isFound(in: [0x61, 0xFF, 0xE2, 0x62]))
    #expect(try PatternRegex("^.$").isFound(in: [0xC3]))
    #expect(try !PatternRegex("\\xff").isFound(in: [0xFF]))
  }

  @Test(arguments: [
    "a*a*a*a*a*a*a*a*b", "^a{0,4000}a{4000}b$", "a?a?a?a?a?a?a?a?a?a?aaaaaaaaaab", ".*.*.*=.*x",
  ])
  func searchesAHostileValueInLinearTime(expression: String) throws {
    let regex = try PatternRegex(expression)
    func time(_ count: Int) -> Duration {
      let value = [UInt8](repeating: UInt8(ascii: "a"), count: count)
      return ContinuousClock().measure { #expect(!regex.isFound(in: value)) }
    }
    // Twenty times the length may take a hundred times as long, never four hundred times.
    #expect(time(20_000) < max(time(1_000) * 100, .seconds(2)))
  }
}
