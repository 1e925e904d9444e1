import FilterPattern
import Testing

/// The recorded semantics of JSON patterns, on events of our own.
@Suite struct JSONMatchTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let pattern: String
    let yes: [String]
    let no: [String]

    init(_ pattern: String, yes: [String] = [], no: [String] = []) {
      self.pattern = pattern
      self.yes = yes
      self.no = no
    }

    var testDescription: String { pattern }
  }

  private static let noScalars = [
    "{}", #"{"k":null}"#, #"{"k":true}"#, #"{"k":false}"#, #"{"k":[7]}"#, #"{"k":{"v":7}}"#, #"{"k":[]}"#,
  ]

  static let comparisons: [Case] = [
    Case(
      "{ $.k = 7 }", yes: [#"{"k":7}"#, #"{"k":7.0}"#, #"{"k":70e-1}"#, #"{"k":"7"}"#],
      no: noScalars + [#"{"k":"7.0"}"#, #"{"k":"07"}"#, #"{"k":8}"#]),
    Case(
      "{ $.k != 7 }", yes: [#"{"k":8}"#, #"{"k":"07"}"#, #"{"k":"x"}"#],
      no: noScalars + [#"{"k":7}"#, #"{"k":"7"}"#, #"{"k":1e400}"#]),
    Case(
      "{ $.k >= 7 }", yes: [#"{"k":7}"#, #"{"k":7.5}"#, #"{"k":1e300}"#],
      no: noScalars + [#"{"k":6.999}"#, #"{"k":"8"}"#, #"{"k":1e400}"#]),
    Case(
      "{ $.k < 0 }", yes: [#"{"k":-1}"#, #"{"k":-1e-300}"#],
      no: noScalars + [#"{"k":0}"#, #"{"k":-0.0}"#, #"{"k":-1e-400}"#, #"{"k":-1e400}"#]),
    Case(
      "{ $.k = 0.1 }", yes: [#"{"k":0.1}"#, #"{"k":1e-1}"#, #"{"k":"0.1"}"#],
      no: [#"{"k":0.10000000000000001e1}"#, #"{"k":"0.10"}"#]),
    Case(
      "{ $.k = 123456789012345678901234567890 }", yes: [#"{"k":123456789012345678901234567890}"#],
      no: [#"{"k":123456789012345678901234567891}"#]),
    Case("{ $.k = 9007199254740992 }", yes: [#"{"k":9007199254740993.0}"#], no: [#"{"k":9007199254740993}"#]),
    Case("{ $.k = 1e-999 }", yes: [#"{"k":"1e-999"}"#], no: [#"{"k":0}"#, #"{"k":1e-999}"#]),
    Case("{ $.k = -0 }", yes: [#"{"k":0}"#, #"{"k":-0}"#, #"{"k":1e-999}"#], no: [#"{"k":"0"}"#]),
    Case("{ $.k = +7 }", yes: [#"{"k":7}"#, #"{"k":"+7"}"#], no: [#"{"k":"7"}"#]),
    Case(
      "{ $.k = \"7\" }", yes: [#"{"k":7}"#, #"{"k":"7"}"#], no: noScalars + [#"{"k":7.0}"#, #"{"k":7e0}"#]),
    Case("{ $.k = true }", yes: [#"{"k":"true"}"#], no: noScalars),
    Case("{ $.k = * }", yes: [#"{"k":""}"#, #"{"k":0}"#, #"{"k":1e999}"#], no: noScalars),
    Case(
      "{ $.k = a* }", yes: [#"{"k":"a"}"#, #"{"k":"ab"}"#], no: noScalars + [#"{"k":"ba"}"#, #"{"k":"A"}"#]),
    Case("{ $.k = \"*a\" }", yes: [#"{"k":"a"}"#, #"{"k":"ba"}"#, #"{"k":"\u0061"}"#], no: [#"{"k":"ab"}"#]),
    Case("{ $.k = *aab* }", yes: [#"{"k":"aaab"}"#, #"{"k":"xaaby"}"#], no: [#"{"k":"abab"}"#]),
    Case("{ $.k != a* }", yes: [#"{"k":"ba"}"#, #"{"k":5}"#], no: noScalars + [#"{"k":"ab"}"#]),
    Case("{ $.k = é* }", yes: [#"{"k":"é"}"#, #"{"k":"\u00e9"}"#], no: [#"{"k":"e\u0301"}"#]),
    Case("{ $.k = \"a\\\"b\\\\\" }", yes: [#"{"k":"a\"b\\"}"#], no: [#"{"k":"a\\\"b\\\\"}"#]),
    Case(
      "{ $.k = %^1% }", yes: [#"{"k":1}"#, #"{"k":"1x"}"#, #"{"k":12.5}"#],
      no: noScalars + [#"{"k":21}"#, #"{"k":1e400}"#]),
    Case("{ $.k != %^1% }", yes: [#"{"k":21}"#, #"{"k":"x"}"#], no: noScalars + [#"{"k":"1"}"#]),
  ]

  static let texts: [Case] = [
    Case("{ $.k = \"1.0\" }", yes: [#"{"k":1.0}"#, #"{"k":1e0}"#]),
    Case("{ $.k = \"1234567.0\" }", yes: [#"{"k":1234567.0}"#]),
    Case("{ $.k = \"1.0E7\" }", yes: [#"{"k":1e7}"#, #"{"k":10000000.0}"#], no: [#"{"k":10000000}"#]),
    Case("{ $.k = \"10000000\" }", yes: [#"{"k":10000000}"#], no: [#"{"k":1e7}"#]),
    Case("{ $.k = \"0.001\" }", yes: [#"{"k":1e-3}"#]),
    Case("{ $.k = \"9.9E-4\" }", yes: [#"{"k":0.00099}"#]),
    Case("{ $.k = \"1.5E-10\" }", yes: [#"{"k":1.5e-10}"#]),
    Case("{ $.k = \"-12.5\" }", yes: [#"{"k":-12.50}"#]),
    Case("{ $.k = \"0.0\" }", yes: [#"{"k":0.0}"#, #"{"k":1e-999}"#]),
    Case("{ $.k = \"-0.0\" }", yes: [#"{"k":-0.0}"#, #"{"k":-1e-999}"#]),
    Case("{ $.k = \"Infinity\" }", yes: [#"{"k":1e309}"#], no: [#"{"k":1e308}"#]),
    Case("{ $.k = \"-Infinity\" }", yes: [#"{"k":-1e309}"#]),
    Case("{ $.k = \"1.0E308\" }", yes: [#"{"k":1e308}"#]),
    Case("{ $.k = \"4.9E-324\" }", no: [#"{"k":1e-999}"#]),
  ]

  static let selectors: [Case] = [
    Case("{ $.a.b = 1 }", yes: [#"{"a":{"b":1}}"#], no: [#"{"a.b":1}"#, #"{"a":[{"b":1}]}"#, #"{"a":1}"#]),
    Case("{ $.['a.b'] = 1 }", yes: [#"{"a.b":1}"#], no: [#"{"a":{"b":1}}"#]),
    Case("{ $.a-b = 1 }", yes: [#"{"a-b":1}"#]),
    Case("{ $.A = 1 }", no: [#"{"a":1}"#]),
    Case("{ $.a[1] = 1 }", yes: [#"{"a":[0,1]}"#], no: [#"{"a":[1]}"#, #"{"a":{"1":1}}"#]),
    Case("{ $.a[0][1].b = 1 }", yes: [#"{"a":[[0,{"b":1}]]}"#]),
    Case(
      "{ $.a[*] = 1 }", yes: [#"{"a":[0,1]}"#, #"{"a":{"x":1}}"#],
      no: [#"{"a":1}"#, #"{"a":[[1]]}"#, #"{"a":[]}"#]),
    Case("{ $.a.* = 1 }", yes: [#"{"a":[0,1]}"#, #"{"a":{"x":1}}"#]),
    Case("{ $.* = 1 }", yes: [#"{"x":1}"#], no: [#"{"x":{"y":1}}"#]),
    Case("{ $.a[*].b = 1 }", yes: [#"{"a":[{"b":0},{"b":1}]}"#], no: [#"{"a":[1]}"#]),
    Case(
      "{ $.a[*] != 1 }",
      yes: [#"{"a":null}"#, #"{"a":1}"#, #"{"a":[]}"#, #"{"a":[0]}"#, #"{"a":{}}"#, #"{"a":[[1]]}"#],
      no: ["{}", #"{"a":[0,1]}"#, #"{"a":{"x":1}}"#, #"{"a":["1"]}"#]),
    Case(
      "{ $.a[*].b != 1 }", yes: [#"{"a":[]}"#, #"{"a":[{"b":2}]}"#, #"{"a":[{}]}"#],
      no: ["{}", #"{"a":[{"b":2},{"b":1}]}"#]),
    Case("{ $.a.b[*] != 1 }", yes: [#"{"a":{"b":0}}"#], no: [#"{"a":{}}"#, "{}"]),
    Case("{ $.* != 1 }", yes: ["{}", #"{"x":2}"#], no: [#"{"x":1}"#]),
    Case("{ $.a[*] > 2 }", yes: [#"{"a":[1,3]}"#], no: [#"{"a":[1,2]}"#]),
    Case("{ $.a = 2 }", yes: [#"{"a":1,"a":2}"#], no: [#"{"a":2,"a":1}"#]),
    Case("{ $.* = 1 }", no: [#"{"a":1,"a":2}"#]),
  ]

  static let keywords: [Case] = [
    Case(
      "{ $.k IS NULL }", yes: [#"{"k":null}"#, #"{"k":[1,null]}"#],
      no: ["{}", #"{"k":[]}"#, #"{"k":[[null]]}"#, #"{"k":"null"}"#, #"{"k":{"x":null}}"#]),
    Case(
      "{ $.k[*] IS NULL }", yes: [#"{"k":[null]}"#, #"{"k":{"x":null}}"#],
      no: ["{}", #"{"k":null}"#, #"{"k":[[null]]}"#]),
    Case(
      "{ $.k IS TRUE }", yes: [#"{"k":true}"#], no: [#"{"k":"true"}"#, #"{"k":[true]}"#, #"{"k":1}"#, "{}"]),
    Case("{ $.k[*] IS FALSE }", yes: [#"{"k":[true,false]}"#], no: [#"{"k":false}"#]),
    Case("{ $.k NOT EXISTS }", yes: ["{}", #"{"K":1}"#], no: [#"{"k":null}"#, #"{"k":[]}"#, #"{"k":{}}"#]),
    Case("{ $.k.l NOT EXISTS }", yes: ["{}", #"{"k":1}"#, #"{"k":[{"l":1}]}"#], no: [#"{"k":{"l":null}}"#]),
    Case(
      "{ $.k[*] NOT EXISTS }", yes: ["{}", #"{"k":1}"#, #"{"k":[]}"#, #"{"k":{}}"#], no: [#"{"k":[null]}"#]),
    Case("{ $.k[2] NOT EXISTS }", yes: [#"{"k":[0,1]}"#], no: [#"{"k":[0,1,null]}"#]),
  ]

  static let joins: [Case] = [
    Case(
      "{ $.a = 1 || $.b = 1 && $.c = 1 }", yes: [#"{"a":1}"#, #"{"b":1,"c":1}"#],
      no: [#"{"c":1}"#, #"{"b":1}"#]),
    Case("{ ($.a = 1 || $.b = 1) && $.c = 1 }", yes: [#"{"a":1,"c":1}"#], no: [#"{"a":1}"#]),
    Case(
      "{ $.a NOT EXISTS }",
      no: ["", " ", "[]", "[{}]", "1", "null", "{", "{} x", "{}{}", "\u{FEFF}{}", "{'a':1}", "text"]),
    Case("{ $.a NOT EXISTS }", yes: [" {} ", "{\n}"]),
  ]

  @Test(arguments: comparisons + texts + selectors + keywords + joins)
  func matchesAsTheServiceDoes(rule: Case) throws {
    let pattern = try #require(Pattern.parse(rule.pattern).pattern)
    for event in rule.yes { #expect(pattern.match(event) != nil, "\(event)") }
    for event in rule.no { #expect(pattern.match(event) == nil, "\(event)") }
  }

  @Test func jsonPatternsExtractNothing() throws {
    #expect(
      try #require(Pattern.parse("{ $.a = 1 }").pattern).match(#"{"a":1}"#)?.extractedValues.isEmpty == true)
  }
}
