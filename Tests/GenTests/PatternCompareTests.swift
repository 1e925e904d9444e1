import Testing

@Suite struct PatternCompareTests {
  @Test func comparisonGivesTheRelationAndAnEventForEachClaim() throws {
    let run = try GenRunner.run(["pattern", "compare", "{ $.a = x }", "{ $.a = x || $.b IS TRUE }"])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output == "implies\n  only the second matches: {\"b\":true}\n  both match: {\"a\":\"x\"}\n")
  }

  @Test func comparisonWritesJSON() throws {
    let run = try GenRunner.run(["pattern", "compare", "{ $.a = x }", "{ $.a != x }", "--format", "json"])
    #expect(run.status == 0)
    #expect(
      run.output == """
        {
          "relation": "disjoint",
          "events": {
            "leftOnly": "{\\"a\\":\\"x\\"}",
            "rightOnly": "{\\"a\\":\\"\\"}"
          }
        }

        """)
  }

  @Test func anUndecidedComparisonSaysWhyAndIsNoFailure() throws {
    let run = try GenRunner.run(["pattern", "compare", "ERROR", "WARN"])
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("undecided\n  only JSON patterns can be compared"))
    let json = try GenRunner.run(["pattern", "compare", "ERROR", "WARN", "--format=json"]).output
    #expect(json.contains("\"reason\": \"only JSON patterns"))
  }

  @Test func aPatternThatMatchesNothingIsNamed() throws {
    let run = try GenRunner.run(["pattern", "compare", "{ $.a = x && $.a = y }", "{ $.a = x }"])
    #expect(run.output == "implies\n  the first matches no event\n  only the second matches: {\"a\":\"x\"}\n")
  }

  @Test func comparisonRefusesWhatItCannotRead() throws {
    #expect(try GenRunner.run(["pattern", "compare", "{ $.a = }", "{ $.a = 1 }"]).status == 1)
    #expect(try GenRunner.run(["pattern", "compare", "{ $.a = 1 }"]).status == 64)
    #expect(try GenRunner.run(["pattern", "compare", "-", "-"]).status == 64)
    #expect(try GenRunner.run(["pattern", "compare", "-", "a b"], input: "a b\n").output == "equivalent\n")
  }
}
