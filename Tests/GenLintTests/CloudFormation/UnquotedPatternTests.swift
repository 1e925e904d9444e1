import Diagnostics
import Testing

/// A filter pattern without quotes in a template: YAML makes a collection of it, or stumbles over it.
@Suite struct UnquotedPatternTests {
  private static func found(_ pattern: String) -> [String] {
    let template =
      "Resources:\n  F:\n    Type: AWS::Logs::MetricFilter\n    Properties:\n      LogGroupName: g\n"
      + "      FilterPattern: \(pattern)\n"
      + "      MetricTransformations: [{MetricNamespace: CIS, MetricName: m, MetricValue: '1'}]\n"
    return Fixture.lint(template, as: "a.yaml").map {
      "\($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0) \($0.message); \($0.hint ?? "")"
    }
  }

  @Test(arguments: [
    "{ $.eventName = \"A\" }", "{ ($.eventName = \"A\") && ($.b != \"C\") }", "{($.a=A)}",
    "{ $.a = \"b: c\" }",
    "{ $.a = %foo% }", "{ $.a NOT EXISTS }",
  ])
  func aPatternThatIsReadAsAMappingIsCalledOne(pattern: String) {
    #expect(
      Self.found(pattern) == [
        "6:22 YAML reads this pattern as a mapping because it is not quoted; "
          + "put the pattern in single quotes: FilterPattern: '{ … }'"
      ])
  }

  @Test(arguments: ["[ip, user, status = 4*]", "[w1=ERROR, w2]"])
  func aPatternThatIsReadAsAListIsCalledOne(pattern: String) {
    #expect(
      Self.found(pattern) == [
        "6:22 YAML reads this pattern as a list because it is not quoted; "
          + "put the pattern in single quotes: FilterPattern: '[ … ]'"
      ])
  }

  @Test(arguments: ["{ \"x\" = 1 }", "{ ($.a = *) && ($.b != \"c #d\") }", "{ $.a = [x }", "[ip, \"a\" b]"])
  func aPatternThatYAMLCannotReadIsToBeQuoted(pattern: String) {
    let found = Self.found(pattern)
    #expect(found.count == 1 && found[0].hasPrefix("6:22 while parsing a flow "), "\(found)")
    #expect(
      found.first?.hasSuffix(
        "; a text that begins with '{' or '[', such as a filter pattern, must be in single quotes") == true,
      "\(found)")
  }

  @Test(arguments: [("{ $.a = 1 } extra", 34), ("\"a\" \"b\"", 26), ("'{ $.a = 1 }' }", 36)])
  func whatStandsBehindAQuoteBelongsInIt(pattern: String, column: Int) {
    #expect(
      Self.found(pattern) == [
        "6:\(column) did not find expected key; a value ends before this; a text with quotes or braces in it must be "
          + "in single quotes as a whole"
      ])
  }

  @Test func aStructureThatIsMeantIsNoPattern() {
    #expect(Self.found("{\"Ref\": Nothing}") == ["6:30 there is no parameter or resource 'Nothing'; "])
    #expect(Self.found("{\"a\": \"b\"}") == ["6:7 'FilterPattern' takes a text, not a structure; "])
  }
}
