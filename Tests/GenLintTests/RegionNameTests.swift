import Diagnostics
import Testing

@Suite struct RegionNameTests {
  private static func findings(_ option: String) -> [Diagnostic] {
    Fixture.lint("#!/bin/sh\naws sns list-topics \(option)\n", as: "a.sh")
  }

  @Test(arguments: [
    ("us-esat-1", "did you mean 'us-east-1'?"), ("us_east_1", "did you mean 'us-east-1'?"),
    ("us-east-1a", "did you mean 'us-east-1'?"), ("useast1", "did you mean 'us-east-1'?"),
  ])
  func aMisspelledRegionIsSeen(_ name: String, _ hint: String) {
    for option in ["--region \(name)", "--region=\(name)"] {
      let found = Self.findings(option)
      #expect(found.map(\.code) == [.unknownRegion])
      #expect(found.first?.message == "'\(name)' is not the name of a Region" && found.first?.hint == hint)
      #expect(found.first?.range?.start.column == 30)
    }
  }

  @Test(arguments: [
    "--region us-east-1", "--region eu-isoe-west-1", "--region us-gov-west-1", "--region eusc-de-east-1",
    "--region ap-southeast-12", "--region aws-global", "--region $REGION", "--region <region>",
    "--region YOUR_REGION",
    "--region your-region", "--region us-east-X", "--region us-east --endpoint-url http://127.0.0.1:4566",
  ])
  func whatMayBeARegionIsLeftAlone(_ option: String) {
    #expect(Self.findings(option).map(\.message) == [])
  }
}
