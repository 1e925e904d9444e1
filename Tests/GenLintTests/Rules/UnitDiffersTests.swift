import Diagnostics
import Testing

@Suite struct UnitDiffersTests {
  static let broken: [ChainMutation] = [
    .init(
      .template, "Statistic: Sum\n      Period: 300", "Statistic: Sum\n      Unit: Count\n      Period: 300",
      .unitDiffers),
    .init(
      .configuration, "\"statistic\": \"Sum\"", "\"statistic\": \"Sum\", \"unit\": \"Count\"", .unitDiffers),
    .init(.script, "--statistic Sum", "--statistic Sum --unit Count", .unitDiffers),
  ]
  static let fine: [ChainMutation] = [
    .init(
      .template, "Statistic: Sum\n      Period: 300", "Statistic: Sum\n      Unit: None\n      Period: 300",
      .unitDiffers),
    .init(
      .template, "MetricValue: \"1\"\n          DefaultValue: 0",
      "MetricValue: \"1\"\n          Unit: Count\n          DefaultValue: 0", .unitDiffers),
    .init(.script, "--statistic Sum", "--statistic Sum --unit \"$UNIT\"", .unitDiffers),
  ]

  @Test(arguments: broken)
  func isSeen(_ mutation: ChainMutation) throws {
    try mutation.expect(.error, "the alarm wants the unit 'Count'")
  }

  @Test(arguments: fine)
  func isLeftAlone(_ mutation: ChainMutation) throws {
    #expect(try mutation.findings().map(\.message) == [])
  }
}
