import FilterPattern
import Testing

@Suite struct PrinterTests {
  @Test(arguments: PatternStyle.allCases)
  func whatIsPrintedReadsBackAsTheSamePattern(style: PatternStyle) throws {
    var patterns = RandomPattern(seed: 0x5EED)
    for _ in 0..<4000 {
      let pattern = patterns.next()
      guard let text = try? pattern.printed(style) else { continue }
      let result = Pattern.parse(text)
      #expect(result.pattern == pattern, "\(text) \(result.issues)")
      let again = try #require(result.pattern)
      #expect(try again.printed(style) == text)
    }
  }

  @Test(arguments: [
    ("{$.a=x&&($.b!=1||$.c not exists)}", "{ $.a = \"x\" && ($.b != 1 || $.c NOT EXISTS) }"),
    ("{ (($.a = 1)) }", "{ $.a = 1 }"),
    ("{ ($.a = 1 && $.b = 2) && $.c = 3 || $.d = 4 }", "{ $.a = 1 && $.b = 2 && $.c = 3 || $.d = 4 }"),
    ("{ $.['a'].['b c'][*] = \"q\\\"\\\\\" }", "{ $.a.['b c'][*] = \"q\\\"\\\\\" }"),
    ("[a,b=4*||b=5,...,]", "[a, b = \"4*\" || b = 5, ..., ]"),
    ("ERROR-timeout ?\"a b\"", "\"ERROR\" -\"timeout\" ?\"a b\""),
    ("  %a|b%  ", "%a|b%"), (" ", ""), ("[ ]", "[]"),
  ])
  func canonicalQuotesEveryText(written: String, canonical: String) throws {
    #expect(try Pattern.parse(written).pattern?.printed(.canonical) == canonical)
  }

  @Test(arguments: [
    (
      "{ ($.a = \"x\") && (($.b != \"y z\") || ($.c NOT EXISTS)) }", "{$.a=x&&($.b!=\"y z\"||$.c NOT EXISTS)}"
    ),
    ("{ $.a = \"1\" || $.b = \"null\" || $.c = \"*.x\" }", "{$.a=\"1\"||$.b=\"null\"||$.c=*.x}"),
    ("[a, , b = \"4*\"]", "[a,,b=4*]"), ("\"ERROR\" -\"a-b\"", "ERROR -\"a-b\""),
  ])
  func tightLeavesOutWhatItCan(written: String, tight: String) throws {
    #expect(try Pattern.parse(written).pattern?.printed(.tight) == tight)
  }

  @Test func cisIsTheBenchmarksOwnSpelling() throws {
    let text =
      #"{ ($.eventSource = organizations.amazonaws.com) && (($.eventName = "AcceptHandshake") || "#
      + #"($.eventName = "AttachPolicy")) }"#
    #expect(try Pattern.parse(text).pattern?.printed(.cis) == text)
    let tight =
      "{$.eventSource=organizations.amazonaws.com&&($.eventName=AcceptHandshake||$.eventName=AttachPolicy)}"
    #expect(try Pattern.parse(tight).pattern?.printed(.cis) == text)
  }

  @Test func refusesToPrintWhatTheServiceWouldNotTake() throws {
    let pattern = try #require(
      Pattern.parse("{" + (0..<105).map { "$.a\($0)=x" }.joined(separator: "||") + "}").pattern)
    #expect(throws: PatternIssue.self) { try pattern.printed(.canonical) }
    #expect(try pattern.printed(.tight).utf16.count <= 1024)
  }
}
