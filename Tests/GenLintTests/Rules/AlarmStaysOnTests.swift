import Diagnostics
import Testing

@Suite struct AlarmStaysOnTests {
  static let broken: [ChainMutation] = [
    .init(.template, "Threshold: 0\n", "Threshold: 0\n      TreatMissingData: ignore\n", .alarmStaysOn),
    .init(
      .template, "EvaluationPeriods: 5\n", "EvaluationPeriods: 5\n      TreatMissingData: ignore\n",
      .alarmStaysOn),
  ]
  static let fine: [ChainMutation] = [
    .init(.template, "TreatMissingData: notBreaching", "TreatMissingData: ignore", .alarmStaysOn),
    .init(
      .configuration, "\"treat_missing_data\": \"notBreaching\"", "\"treat_missing_data\": \"ignore\"",
      .alarmStaysOn),
    .init(.template, "Threshold: 0\n", "Threshold: 0\n      TreatMissingData: missing\n", .alarmStaysOn),
  ]

  @Test(arguments: broken)
  func isSeen(_ mutation: ChainMutation) throws {
    try mutation.expect(.warning, "stays on after the first event")
  }

  @Test(arguments: fine)
  func isLeftAlone(_ mutation: ChainMutation) throws {
    #expect(try mutation.findings().map(\.message) == [])
  }
}
