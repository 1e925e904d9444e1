import GenCore
import Testing

/// The numbers of 5,000 accounts by 17 Regions that Decisions/Organizations.md gives. Two minutes for a stack are an assumption.
@Suite struct StackSetScaleTests {
  private static let (accounts, regions, minutes) = (5000, 17, 2)

  private static func preferences(
    _ tolerance: StackSet.Preferences.Share, _ concurrent: StackSet.Preferences.Share,
    _ mode: StackSet.Preferences.ConcurrencyMode = .strict,
    _ regions: StackSet.Preferences.RegionConcurrency = .sequential
  ) -> StackSet.Preferences {
    StackSet.Preferences(
      failureTolerance: tolerance, maxConcurrent: concurrent, regionConcurrency: regions,
      concurrencyMode: mode)
  }

  private static let ofTheService = preferences(.count(0), .count(1))

  @Test func stackInstancesFitOneStackSetInEveryRegionAndMuchBetterInOne() {
    #expect(Self.accounts * Self.regions == 85_000)
    #expect(Self.accounts * Self.regions <= StackSetLimits.instances)
    #expect(StackSetLimits.instances / Self.regions == 5882, "accounts that fit with all Regions")
  }

  @Test func theServicesOwnPreferencesTakeAWeek() {
    let taken = Self.ofTheService.minutes(accounts: Self.accounts, regions: 1, minutesPerStack: Self.minutes)
    #expect(taken == 10_000)
    #expect(taken / 60 / 24 == 6, "6.9 days")
  }

  @Test func theStandardPreferencesTakeLessThanTwoHours() {
    let standard = StackSet.Preferences.standard
    #expect(standard.concurrentAccounts(of: Self.accounts) == 100, "500 are asked for, 100 are worked on")
    #expect(standard.minutes(accounts: Self.accounts, regions: 1, minutesPerStack: Self.minutes) == 100)
    #expect(
      standard.minutes(accounts: Self.accounts, regions: Self.regions, minutesPerStack: Self.minutes) == 1700,
      "28 hours, of which 26 make empty stacks")
    #expect(standard.failureTolerance == .percentage(10) && standard.maxConcurrent == .percentage(10))
  }

  @Test(arguments: [(1, 1), (5, 1), (9, 1), (10, 1), (20, 2), (100, 10), (999, 99), (5000, 100)])
  func aTenthOfTheAccountsAtATime(accounts: Int, atOnce: Int) {
    #expect(StackSet.Preferences.standard.concurrentAccounts(of: accounts) == atOnce)
  }

  @Test func aStrictModeIsHeldBackByItsTolerance() {
    #expect(Self.preferences(.count(2), .count(3)).concurrentAccounts(of: 50) == 3)
    #expect(Self.preferences(.count(2), .percentage(50)).concurrentAccounts(of: 50) == 3)
    #expect(Self.preferences(.count(2), .percentage(50), .soft).concurrentAccounts(of: 50) == 25)
  }

  @Test func regionsSideBySideShareWhatOneStackSetCanDo() {
    let parallel = Self.preferences(.percentage(10), .percentage(10), .strict, .parallel)
    #expect(parallel.minutes(accounts: 100, regions: 4, minutesPerStack: 2) == 20)
    #expect(parallel.minutes(accounts: 5000, regions: 17, minutesPerStack: 2) == 1700)
  }
}
