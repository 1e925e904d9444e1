import Diagnostics
import Testing

/// The shorthand syntax as the aws command's own parser takes it; each case was held against that.
@Suite struct ShorthandTests {
  private static func findings(_ tags: String) -> [DiagnosticCode] {
    Fixture.lint(
      "#!/bin/sh\naws sns tag-resource --resource-arn arn:aws:sns:us-east-1:111122223333:t --tags '\(tags)'\n"
    )
    .map(\.code)
  }

  @Test(arguments: [
    "Key=a,Value=b", "Key=a , Value=b", "Key=a,Value=", "Key=a,Value=b c", "Key=a,Value=}",
    "Key=a,Value=a\\,b",
    "Key=a,Value=\"a,b\"", "Key=a,\n  Value=b", "Key = a,Value = b",
  ])
  func isRead(tags: String) {
    #expect(Self.findings(tags) == [], "\(tags)")
  }

  @Test(arguments: [
    "Key", "Key=a,", " Key=a,Value=b", "Key=a,Value=\"b", "Key=a,Value=b\"c", "Key=a,Value=a]b",
    "Key=a,Key=b",
    "Key=a,Value=[b", "Key=a,Value={b}", "Key=a,Value={b=c} ", "Key=a,=b",
  ])
  func isNotShorthand(tags: String) {
    #expect(Self.findings(tags).contains(.brokenOptionValue), "\(tags)")
  }

  @Test(arguments: ["Variables={A=b, C=d}", "Variables={\n A=b,\n C=d,\n}", "Variables={A=,B=c}"])
  func aStructureMayHaveBlanksAndAComma(environment: String) {
    let found = Fixture.lint(
      "#!/bin/sh\naws lambda update-function-configuration --function-name f --environment '\(environment)'\n"
    )
    #expect(found.map(\.message) == [])
  }
}
