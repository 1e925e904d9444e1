internal import Diagnostics

/// A comparison whose answer is the same whatever happens.
struct UnreachableThreshold: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    // Many alarms may watch one metric of many filters.
    var known: [Set<String>: Published?] = [:]
    return chain.alarms.compactMap { alarm in
      guard let threshold = alarm.threshold, let bound = threshold.number,
        let comparison = alarm.comparison?.known,
        let statistic = alarm.statistic?.known ?? Self.mean(alarm.extendedStatistic)
      else { return nil }
      let found = known[alarm.metrics] ?? Published(chain.filters(of: alarm))
      known[alarm.metrics] = found
      guard let published = found else { return nil }
      let (least, most, hasDefault) = (published.least, published.most, published.hasDefault)
      if statistic == "SampleCount", hasDefault, bound <= 1, comparison == "GreaterThanOrEqualToThreshold" {
        return alarm.statistic.map { .counted($0) }
      }
      let isSum = statistic == "Sum"
      guard isSum || ["Maximum", "Minimum", "Average"].contains(statistic) || alarm.statistic == nil else {
        return nil
      }
      // Sum grows with the events, so only a sum of zeros has a greatest value.
      let greatest = isSum && most > 0 ? Double.infinity : most
      switch comparison {
      case "GreaterThanOrEqualToThreshold":
        if greatest < bound { return .never(threshold, over: greatest, statistic) }
        return hasDefault && bound <= least ? .always(threshold) : nil
      case "GreaterThanThreshold":
        if greatest <= bound { return .never(threshold, over: greatest, statistic) }
        return hasDefault && bound < least ? .always(threshold) : nil
      case "LessThanThreshold", "LessThanOrEqualToThreshold":
        guard alarm.missingData?.known != "breaching",
          alarm.missingData == nil || alarm.missingData?.known != nil
        else { return nil }
        return bound < least || bound == least && comparison == "LessThanThreshold"
          ? .never(threshold, over: nil, statistic) : nil
      default: return nil
      }
    }
  }

  /// An extended statistic that lies between the least and the greatest of the values: a percentile or a mean of some of them.
  ///
  /// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html
  private static func mean(_ extended: ChainValue?) -> String? {
    extended?.known.flatMap { text in
      let isMean = ["p", "tm", "TM(", "wm", "WM(", "IQM"].contains { text.hasPrefix($0) }
      return isMean ? text : nil
    }
  }

  /// What the filters of a metric publish, when all of it is known and not negative.
  private struct Published {
    let least: Double
    let most: Double
    /// Whether each filter publishes something for events that do not match.
    let hasDefault: Bool

    init?(_ filters: [MonitoringChain.Filter]) {
      let values = filters.map { $0.value?.number }
      let defaults = filters.compactMap(\.defaultValue).map(\.number)
      guard !values.contains(nil), !defaults.contains(nil) else { return nil }
      let published = (values + defaults).compactMap(\.self)
      guard let least = published.min(), let most = published.max(), least >= 0 else { return nil }
      (self.least, self.most) = (least, most)
      hasDefault = defaults.count == filters.count
    }
  }
}

extension Diagnostic {
  fileprivate static func counted(_ statistic: ChainValue) -> Diagnostic {
    Diagnostic(
      .error, .unreachableThreshold,
      "SampleCount counts the default values too, so the alarm is on whenever anything is logged",
      at: statistic.range, hint: "use Sum")
  }
  /// `greatest` is the most that the statistic can be, when that is what keeps the alarm off.
  fileprivate static func never(_ threshold: ChainValue, over greatest: Double?, _ statistic: String)
    -> Diagnostic
  {
    var diagnostic = Diagnostic(
      .error, .unreachableThreshold,
      "the metric never crosses the threshold \(threshold.shown), so the alarm never fires",
      at: threshold.range, hint: "count the events: Sum, 1, GreaterThanOrEqualToThreshold")
    if let greatest, let most = Int(exactly: greatest) {
      diagnostic.notes.append(
        Note("\(statistic) of what the filters publish is at most \(most)", at: threshold.range))
    }
    return diagnostic
  }
  fileprivate static func always(_ threshold: ChainValue) -> Diagnostic {
    Diagnostic(
      .error, .unreachableThreshold,
      "the metric is always beyond the threshold \(threshold.shown), so the alarm never ends",
      at: threshold.range)
  }
}
