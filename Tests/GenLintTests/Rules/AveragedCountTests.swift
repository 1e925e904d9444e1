import Diagnostics
import Testing

@Suite struct AveragedCountTests {
  private func codes(_ statistic: String) throws -> [DiagnosticCode] {
    try #require(
      Fixture.template.findings(
        replacing: "Statistic: Sum\n      Period: 300", by: "\(statistic)\n      Period: 300")
    ).map(\.code)
  }

  @Test(arguments: ["Statistic: Minimum", "ExtendedStatistic: p90", "ExtendedStatistic: tm99"])
  func aStatisticThatLooksPastTheFewIsReported(_ statistic: String) throws {
    #expect(try codes(statistic).contains(.averagedCount))
  }

  @Test(arguments: ["Statistic: Maximum", "ExtendedStatistic: p100"])
  func oneThatSeesTheGreatestIsNot(_ statistic: String) throws {
    #expect(try !codes(statistic).contains(.averagedCount))
  }

  @Test func aCountOfSamplesCountsTheDefaultsToo() throws {
    #expect(try codes("Statistic: SampleCount") == [.unreachableThreshold])
  }
}
