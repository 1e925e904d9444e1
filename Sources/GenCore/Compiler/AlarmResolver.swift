import Diagnostics
import Documents

/// Fills in one alarm: the control's own setting, else the spec's, else the default; then checks what depends on two settings.
struct AlarmResolver {
  let own: AlarmSettings
  let shared: AlarmSettings
  /// Where to point when the setting at fault is a default.
  let place: SourceRange
  var problems: [Diagnostic] = []

  init(own: AlarmSettings, shared: AlarmSettings, place: SourceRange) {
    self.own = own
    self.shared = shared
    self.place = place
  }

  /// The alarm on a metric that gets `metricValue` for each event, and `defaultValue` when nothing matches.
  mutating func definition(
    defaultName: String, metricValue: String, defaultValue: Double?
  ) -> ResolvedControl.AlarmDefinition {
    let period = pick(\.period)
    let periods = pick(\.evaluationPeriods)
    let datapoints = pick(\.datapointsToAlarm)
    let alarm = ResolvedControl.AlarmDefinition(
      name: (pick(\.namePrefix)?.value ?? "") + (own.name?.value ?? defaultName),
      statistic: pick(\.statistic)?.value ?? .sum, period: period?.value ?? 300,
      evaluationPeriods: periods?.value ?? 1, datapointsToAlarm: datapoints?.value ?? 1,
      threshold: pick(\.threshold)?.value ?? 1,
      comparison: pick(\.comparison)?.value ?? .greaterThanOrEqualTo,
      treatMissingData: pick(\.treatMissingData)?.value ?? .notBreaching,
      actionsEnabled: pick(\.actionsEnabled)?.value ?? true, notifyOn: pick(\.notifyOn)?.value ?? [.alarm])
    if alarm.period * alarm.evaluationPeriods > 86_400 {
      problems.append(.windowTooLong(alarm, at: (periods ?? period)?.range ?? place))
    }
    if alarm.datapointsToAlarm > alarm.evaluationPeriods {
      problems.append(.tooManyDatapoints(alarm, at: (datapoints ?? periods)?.range ?? place))
    }
    if alarm.name.utf16.count > 255 {
      problems.append(.nameTooLong(alarm.name, at: (own.name ?? pick(\.namePrefix))?.range ?? place))
    }
    let reach = AlarmReach(alarm: alarm, metricValue: metricValue, defaultValue: defaultValue)
    let atFault = pick(\.threshold)?.range ?? pick(\.statistic)?.range ?? pick(\.comparison)?.range ?? place
    if reach.isOutOfReach {
      problems.append(.neverFires(alarm, at: atFault))
    } else if reach.isDiluted, let defaultValue {
      problems.append(.diluted(alarm, defaultValue, at: pick(\.statistic)?.range ?? atFault))
    }
    if reach.isAlwaysBreaching { problems.append(.neverEnds(alarm, at: atFault)) }
    return alarm
  }

  private func pick<Setting>(_ setting: KeyPath<AlarmSettings, Located<Setting>?>) -> Located<Setting>? {
    own[keyPath: setting] ?? shared[keyPath: setting]
  }
}

extension Diagnostic {
  fileprivate static func windowTooLong(_ alarm: ResolvedControl.AlarmDefinition, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, .alarmWindowTooLong,
      "\(alarm.evaluationPeriods) periods of \(alarm.period) seconds are more than a day", at: range,
      hint: "period times evaluationPeriods may be 86400 at most")
  }
  fileprivate static func tooManyDatapoints(
    _ alarm: ResolvedControl.AlarmDefinition, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .datapointsOverPeriods,
      "'datapointsToAlarm' is \(alarm.datapointsToAlarm), but only \(alarm.evaluationPeriods) periods are looked at",
      at: range, hint: "at most 'evaluationPeriods'")
  }
  fileprivate static func nameTooLong(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .wrongLength,
      "the alarm name with its prefix has \(name.utf16.count) characters; 255 are allowed", at: range)
  }
  fileprivate static func neverFires(_ alarm: ResolvedControl.AlarmDefinition, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, .alarmNeverFires,
      "alarm '\(alarm.name)' can never fire: no \(alarm.statistic.rawValue) of the metric is \(alarm.comparison.rawValue) \(NumberText.of(alarm.threshold))",
      at: range,
      hint: "statistic Sum, comparison GreaterThanOrEqualToThreshold and threshold 1 tell of every event")
  }
  fileprivate static func diluted(
    _ alarm: ResolvedControl.AlarmDefinition, _ defaultValue: Double, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .alarmNeverFires,
      "alarm '\(alarm.name)' does not fire: every other event publishes \(NumberText.of(defaultValue)), and the \(alarm.statistic.rawValue) stays near it",
      at: range, hint: "statistic Sum counts the events; or leave 'defaultValue' out")
  }
  fileprivate static func neverEnds(_ alarm: ResolvedControl.AlarmDefinition, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .warning, .alarmNeverEnds, "alarm '\(alarm.name)' is on whether or not an event matches", at: range,
      hint: "with a 'defaultValue' the threshold must lie above it")
  }
}
