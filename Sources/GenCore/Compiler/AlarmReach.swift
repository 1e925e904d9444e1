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
    let lowest = min(0, defaultValue ?? 0)
    switch alarm.comparison {
    case .greaterThanOrEqualTo: return highest.map { $0 < alarm.threshold } ?? false
    case .greaterThan: return highest.map { $0 <= alarm.threshold } ?? false
    case .lessThan: return lowest >= alarm.threshold
    case .lessThanOrEqualTo: return lowest > alarm.threshold
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
