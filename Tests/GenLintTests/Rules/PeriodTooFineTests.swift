import Diagnostics
import Testing

@Suite struct PeriodTooFineTests {
  static let broken: [ChainMutation] = [
    .init(.template, "Period: 300", "Period: 10", .periodTooFine),
    .init(.configuration, "\"period\": 300", "\"period\": 10", .periodTooFine),
    .init(.script, "--period 300", "--period 10", .periodTooFine),
  ]
  static let fine: [ChainMutation] = [
    .init(.template, "Period: 300", "Period: 60", .periodTooFine),
    .init(
      .template, "Outputs:",
      "  Load:\n    Type: AWS::CloudWatch::Alarm\n    Properties: {MetricName: Load, Namespace: Host, Statistic: Sum, Period: 10, EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: GreaterThanThreshold}\n\nOutputs:",
      .periodTooFine),
  ]

  @Test(arguments: broken)
  func isSeen(_ mutation: ChainMutation) throws { try mutation.expect(.warning, "10 seconds have no data") }

  @Test(arguments: fine)
  func isLeftAlone(_ mutation: ChainMutation) throws {
    #expect(try mutation.findings().map(\.message) == [])
  }
}
