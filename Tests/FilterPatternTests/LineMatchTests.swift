import FilterPattern
import Testing

/// Terms, regular expressions and space-delimited patterns.
@Suite struct LineMatchTests {
  @Test(arguments: [
    ("warn", "a warning", true), ("warn", "WARN", false), ("warn disk", "disk: warn", true),
    ("warn disk", "warn", false),
    ("warn -disk", "warn disk", false), ("-disk", "", true), ("?warn ?disk", "disk", true),
    ("?warn ?disk", "x", false),
    ("?warn disk", "disk", true), ("?warn disk", "warn", false), ("?warn -disk", "x", true),
    ("a-b", "a", true),
    ("a-b", "a-b", false), ("a?b", "a", true), ("\"a-b\"", "xa-by", true), ("\" \"", "ab", false),
    ("\" \"", "a b", true),
    ("\"a*\"", "ab", false), ("\"a*\"", "a*", true), ("café", "un café", true),
    ("café", "cafe\u{301}", false),
    ("\"\\\"q\\\"\"", "say \"q\"", true), ("", "", true), (" ", "x", true), ("%b+%", "abc", true),
    ("%^b%", "abc", false),
    ("a_b.c", "a_b.c", true), ("a.b", "axb", false),
  ])
  func findsTerms(pattern: String, message: String, matches: Bool) throws {
    #expect((try #require(Pattern.parse(pattern).pattern).match(message) != nil) == matches)
  }

  @Test(arguments: [
    ("[a, b]", "x y", ["$a=x", "$b=y"]),
    ("[a, b]", "x y z ", ["$a=x", "$b=y z "]),
    ("[a, b]", "\"x 1\" [y 2]", ["$a=x 1", "$b=y 2"]),
    ("[a, b]", "x \"y\" z", ["$a=x", "$b=\"y\" z"]),
    ("[a, b]", "x\t \"y\" ", ["$a=x", "$b=y"]),
    ("[a, b, c]", "\"x\"[y]z", ["$a=x", "$b=y", "$c=z"]),
    ("[a, b]", "\"x y", ["$a=\"x", "$b=y"]),
    ("[a, b]", "[x y", ["$a=[x", "$b=y"]),
    ("[a, b]", "\"\" []", ["$a=", "$b="]),
    ("[a]", " x  y ", ["$a=x  y "]),
    ("[a]", "[x y]", ["$a=x y"]),
    ("[, b, ]", "x y z", ["$1=x", "$b=y", "$3=z"]),
    ("[a, ..., z]", "1 2 3 4", ["$a=1", "$2=2", "$3=3", "$z=4"]),
    ("[a, ..., z]", "1 2", ["$a=1", "$z=2"]),
    ("[..., y, ]", "1 2 3", ["$1=1", "$y=2", "$3=3"]),
    ("[...]", "1 \"2 3\"", ["$1=1", "$2=2 3"]),
    ("[]", "1 2", ["$1=1", "$2=2"]), ("[]", "", []),
  ])
  func dividesALine(pattern: String, message: String, fields: [String]) throws {
    let values = try #require(Pattern.parse(pattern).pattern).match(message)?.extractedValues
    #expect(values?.map { "\($0.name)=\($0.value)" } == fields)
  }

  @Test(arguments: [
    ("[a, b]", "x"), ("[a, b]", ""), ("[a]", "  "), ("[a, ..., z]", "1"), ("[a = x, ...]", "y x"),
    ("[a, b, c]", "\"x\"y[z]"),
  ])
  func needsEnoughFieldsThatFit(pattern: String, message: String) throws {
    #expect(try #require(Pattern.parse(pattern).pattern).match(message) == nil)
  }

  @Test(arguments: [
    ("[a = 1]", "1.0", true), ("[a = 1]", "+1e0", true), ("[a = \"1\"]", "1.0", false),
    ("[a = 1]", "x", false),
    ("[a != 1]", "x", true), ("[a != 1]", "01", false), ("[a > 1]", "x", false), ("[a > 1]", "1.5", true),
    ("[a >= 9007199254740993]", "9007199254740992", false), ("[a = 4*]", "404", true),
    ("[a != 4*]", "404", false),
    ("[a = *.html*]", "GET /index.html HTTP", true), ("[a = %^[45]% && a != 404]", "500", true),
    ("[a = %^[45]% && a != 404]", "404", false), ("[(a = x || a = y) && a != y]", "x", true),
    ("[a = x || a > 5]", "6", true), ("[a = \"x y\"]", "\"x y\"", true),
  ])
  func testsAField(pattern: String, message: String, matches: Bool) throws {
    #expect((try #require(Pattern.parse(pattern).pattern).match(message) != nil) == matches)
  }

  @Test func aFieldsTextMayBeAnyBytes() throws {
    let pattern = try #require(Pattern.parse("[a, b]").pattern)
    #expect(pattern.match(utf8: [0x78, 0x20, 0xFF])?.extractedValues.map(\.value) == ["x", "\u{FFFD}"])
    #expect(try #require(Pattern.parse("{ $.a = 1 }").pattern).match(utf8: [0x7B, 0xFF, 0x7D]) == nil)
  }
}
