import Diagnostics
import Testing

@Suite struct EventsInManyPeriodsTests {
  static let broken: [ChainMutation] = [
    .init(
      .template, "EvaluationPeriods: 1\n      DatapointsToAlarm: 1", "EvaluationPeriods: 240",
      .eventsInManyPeriods),
    .init(
      .configuration, "\"evaluation_periods\": 1,\n        \"datapoints_to_alarm\": 1,",
      "\"evaluation_periods\": 240,", .eventsInManyPeriods),
    .init(
      .script, "--evaluation-periods 1 --datapoints-to-alarm 1", "--evaluation-periods 240",
      .eventsInManyPeriods),
  ]
  static let fine: [ChainMutation] = [
    .init(
      .template, "EvaluationPeriods: 1\n      DatapointsToAlarm: 1",
      "EvaluationPeriods: 240\n      DatapointsToAlarm: 1", .eventsInManyPeriods),
    .init(
      .script, "--evaluation-periods 1 --datapoints-to-alarm 1", "--evaluation-periods 10",
      .eventsInManyPeriods),
  ]

  @Test(arguments: broken)
  func isSeen(_ mutation: ChainMutation) throws {
    try mutation.expect(.warning, "the alarm fires only when events come in 240 periods")
  }

  @Test(arguments: fine)
  func isLeftAlone(_ mutation: ChainMutation) throws {
    #expect(try mutation.findings().map(\.message) == [])
  }
}
