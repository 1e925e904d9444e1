import Diagnostics

/// A control with every default filled in and every limit checked.
struct ResolvedControl {
  let id: String
  let title: String
  /// Such as `CIS AWS Foundations Benchmark v1.4.0, 4.15`; nil for a control of the user's own.
  let reference: String?
  let isManagementAccountOnly: Bool
  /// Where the spec asks for it; the spec's name when it does not name it.
  let range: SourceRange
  let filters: [Filter]
  let metricName: String
  let metricValue: String
  let defaultValue: Double?
  let alarm: AlarmDefinition
  /// What divides its metric; nil leaves it whole.
  let division: MetricDivision?
  /// What its alarms watch: everything, or one thing each.
  let targets: [AlarmTarget]
  /// Events that the filters must match and must not.
  let samples: SampleRecords

  /// The names of its alarms.
  var alarmNames: [String] { targets.map { alarm.name + $0.nameEnding } }

  /// Whether two filters may match one event. Extended filters leave out what the others see.
  var countsTwice: Bool { filters.filter { !$0.isExtension }.count > 1 }

  /// One metric filter of a control.
  struct Filter {
    let name: String
    let pattern: String
    /// Whether it adds what the benchmark forgot.
    var isExtension = false
  }

  /// An alarm with every setting.
  struct AlarmDefinition {
    let name: String
    let statistic: Statistic
    let period: Int
    let evaluationPeriods: Int
    let datapointsToAlarm: Int
    let threshold: Double
    let comparison: Comparison
    let treatMissingData: MissingData
    let actionsEnabled: Bool
    let notifyOn: [AlarmState]
  }
}
