/// Whether the numbers of a metric filter can cross an alarm's threshold at all.
struct AlarmReach {
  let alarm: ResolvedControl.AlarmDefinition
  let metricValue: String
  let defaultValue: Double?

  /// No datapoint can breach. A value that is a field of the event may be anything, so nothing is said of it.
  var isOutOfReach: Bool {
    guard let value = Double(metricValue) else { return false }
    let highest: Double? =
      switch alarm.statistic {
      case .average, .maximum, .minimum: max(value, defaultValue ?? value)
      case .sum, .sampleCount: nil  // grows with the events
      }
    switch alarm.comparison {
    case .greaterThanOrEqualTo: return highest.map { $0 < alarm.threshold } ?? false
    case .greaterThan: return highest.map { $0 <= alarm.threshold } ?? false
    case .lessThan: return lowest(value).map { $0 >= alarm.threshold } ?? false
    case .lessThanOrEqualTo: return lowest(value).map { $0 > alarm.threshold } ?? false
    }
  }

  /// The least datapoint; nil when there is none, or when a period without data breaches by itself. A period without events has no
  /// datapoint at all unless there is a default value.
  private func lowest(_ value: Double) -> Double? {
    let least = alarm.statistic == .sampleCount ? 1 : min(value, defaultValue ?? value)
    return least < 0 || alarm.treatMissingData == .breaching ? nil : least
  }

  /// The default value of all other events in the period decides: an Average or a Minimum stays near it however many events match.
  var isDiluted: Bool {
    guard let value = Double(metricValue), let defaultValue, defaultValue < value else { return false }
    guard [.average, .minimum].contains(alarm.statistic) else { return false }
    switch alarm.comparison {
    case .greaterThanOrEqualTo: return defaultValue < alarm.threshold
    case .greaterThan: return defaultValue <= alarm.threshold
    case .lessThan, .lessThanOrEqualTo: return false
    }
  }

  /// The default value alone breaches, so an event makes no difference.
  var isAlwaysBreaching: Bool {
    guard let defaultValue, alarm.statistic != .sampleCount, Double(metricValue) != nil else { return false }
    switch alarm.comparison {
    case .greaterThanOrEqualTo: return defaultValue >= alarm.threshold
    case .greaterThan: return defaultValue > alarm.threshold
    case .lessThan, .lessThanOrEqualTo: return false
    }
  }
}
