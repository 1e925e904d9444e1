import Diagnostics
import Testing

@Suite struct ComparisonInvertedTests {
  static let broken: [ChainMutation] = [
    .init(
      .template, "ComparisonOperator: GreaterThanOrEqualToThreshold", "ComparisonOperator: LessThanThreshold",
      .comparisonInverted),
    .init(.configuration, "\"GreaterThanOrEqualToThreshold\"", "\"LessThanThreshold\"", .comparisonInverted),
    .init(
      .template, "Threshold: 0\n      ComparisonOperator: GreaterThanThreshold",
      "Threshold: 1\n      TreatMissingData: breaching\n      ComparisonOperator: LessThanThreshold",
      .comparisonInverted),
  ]
  static let fine: [ChainMutation] = [
    .init(
      .template, "{ ($.eventName = \"StopLogging\") || ($.eventName = \"DeleteTrail\") }",
      "{ $.eventName = \"*\" }", .comparisonInverted),
    .init(
      .template, "Threshold: 0\n      ComparisonOperator: GreaterThanThreshold",
      "Threshold: 1\n      TreatMissingData: missing\n      ComparisonOperator: LessThanThreshold",
      .comparisonInverted),
  ]

  @Test(arguments: broken)
  func isSeen(_ mutation: ChainMutation) throws { try mutation.expect(.warning, "on while no event matches") }

  @Test(arguments: fine)
  func isLeftAlone(_ mutation: ChainMutation) throws {
    #expect(try mutation.findings().map(\.message) == [])
  }
}
