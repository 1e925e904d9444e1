import FilterPattern
import Testing

@Suite struct AcceptanceTests {
  @Test(arguments: [
    "", "  ", "ERROR", "ERROR -timeout", "?ERROR ?WARN", "a-b", "\"two words\"", "café", "%^[hc]at$%",
    "{ $.a = 1 }", "{$.a=1}", "{ ($.a = \"x\") && (($.b != y) || ($.c >= -1.5e3)) }",
    "{ $.a IS NULL }",
    "{ $.a NOT EXISTS || $.b[0][1].c IS TRUE }", "{ $.['a.b'] = %x+% }",
    "{ $.* = 1 && $.a[*] = 2 && $.b.*.c = 3 }",
    "{ $.a = 1e2147483647 }", "[]", "[a, b, c]", "[, b, ..., d = 4* || d = \"5\"]",
    "[(a > 1 && a < 5) || a = x]",
  ])
  func acceptsWhatTheServiceAccepts(text: String) {
    let result = Pattern.parse(text)
    #expect(result.pattern != nil)
    #expect(result.issues.isEmpty)
  }
}
