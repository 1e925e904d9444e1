extension StackSet {
  /// How an operation goes through the accounts.
  ///
  /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackSetOperationPreferences.html
  public struct Preferences: Hashable, Sendable {
    /// Failures in one Region that are borne before the operation stops there.
    public let failureTolerance: Share
    /// Accounts that are worked on at one time, at most.
    public let maxConcurrent: Share
    /// Whether Regions come one after another.
    public let regionConcurrency: RegionConcurrency
    /// What failures do to the concurrency.
    public let concurrencyMode: ConcurrencyMode

    /// Makes preferences; nothing is checked here.
    public init(
      failureTolerance: Share, maxConcurrent: Share, regionConcurrency: RegionConcurrency,
      concurrencyMode: ConcurrencyMode
    ) {
      self.failureTolerance = failureTolerance
      self.maxConcurrent = maxConcurrent
      self.regionConcurrency = regionConcurrency
      self.concurrencyMode = concurrencyMode
    }

    /// A tenth of the accounts at a time, and as many failures: with the service's own default, 0 failures, one account would
    /// follow another, and the first that fails would end it for all.
    public static let standard = Preferences(
      failureTolerance: .percentage(10), maxConcurrent: .percentage(10), regionConcurrency: .sequential,
      concurrencyMode: .strict)

    /// A number of accounts.
    public enum Share: Hashable, Sendable {
      /// That many.
      case count(Int)
      /// Of the accounts, rounded down.
      case percentage(Int)

      func of(_ accounts: Int) -> Int {
        switch self {
        case .count(let count): count
        case .percentage(let percentage): accounts * percentage / 100
        }
      }
    }

    /// How Regions follow each other.
    public enum RegionConcurrency: String, Hashable, Sendable, CaseIterable {
      case sequential, parallel
    }

    /// What failures do to the concurrency.
    public enum ConcurrencyMode: String, Hashable, Sendable, CaseIterable {
      /// At most one account more than failures are borne, and fewer with each failure.
      case strict = "strict-failure-tolerance"
      /// Failures do not slow it down.
      case soft = "soft-failure-tolerance"
    }

    /// Accounts worked on at one time in one Region, of so many: never none, and never more than the service does.
    public func concurrentAccounts(of accounts: Int) -> Int {
      let wanted = max(1, min(maxConcurrent.of(accounts), accounts))
      let allowed =
        switch concurrencyMode {
        case .strict: min(wanted, failureTolerance.of(accounts) + 1)
        case .soft: wanted
        }
      return min(allowed, StackSetLimits.concurrentInstances)
    }

    /// Minutes until every account has its stacks, when one stack takes `minutesPerStack` and nothing fails.
    public func minutes(accounts: Int, regions: Int, minutesPerStack: Int) -> Int {
      let atOnce = concurrentAccounts(of: accounts)
      switch regionConcurrency {
      case .sequential: return (accounts + atOnce - 1) / atOnce * regions * minutesPerStack
      case .parallel:
        let together = min(atOnce * regions, StackSetLimits.concurrentInstances)
        return (accounts * regions + together - 1) / together * minutesPerStack
      }
    }
  }
}
