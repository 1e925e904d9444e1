import GenCore
import Testing

@Suite struct ExampleAddressTests {
  private static func spec(_ subscriptions: String) -> EmittedSpec {
    EmittedSpec("trail: { existing: { logGroup: g } }\nnotify: { subscriptions: [\(subscriptions)] }")
  }

  private static func lastLines(_ spec: EmittedSpec, _ count: Int) -> [Substring] {
    spec.script.split(separator: "\n").suffix(count)
  }

  @Test(arguments: [
    "a@example.com", "a@Example.ORG", "a@mail.example.net", "a@corp.example", "a@x.test", "a@x.invalid",
  ])
  func anExampleAddressIsWarnedOfAndTheScriptSaysSoLast(address: String) {
    let made = Self.spec("{ protocol: email, endpoint: \(address) }")
    #expect(made.diagnostics.contains { $0.code == .exampleAddress && $0.severity == .warning })
    #expect(
      Self.lastLines(made, 2) == ["say \"$script: done\"", "say_unheard ENDPOINT_1 \"$ENDPOINT_1\""])
  }

  @Test(arguments: ["a@example.de", "a@notexample.com", "a@example.com.au", "a@test.org"])
  func anyOtherAddressIsNot(address: String) {
    let made = Self.spec("{ protocol: email, endpoint: \(address) }")
    #expect(!made.diagnostics.contains { $0.code == .exampleAddress })
    #expect(!made.script.contains("say_unheard"))
  }

  @Test func eachSubscriptionIsLookedAtByItself() {
    let made = Self.spec(
      "{ protocol: email, endpoint: a@corp.org }, { protocol: https, endpoint: 'https://example.com/' }, "
        + "{ protocol: email-json, endpoint: b@example.com }")
    #expect(
      Self.lastLines(made, 2) == ["say \"$script: done\"", "say_unheard ENDPOINT_3 \"$ENDPOINT_3\""])
  }
}
