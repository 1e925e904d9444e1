internal import Diagnostics

/// An alarm without a value that the service asks for, whatever the schema of its form says.
///
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
struct AlarmIncomplete: ChainRule {
  /// The comparisons with a band, which another metric of the alarm gives.
  private static let ofBands: Set<String> = [
    "LessThanLowerOrGreaterThanUpperThreshold", "LessThanLowerThreshold", "GreaterThanUpperThreshold",
  ]

  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.alarms.filter { !$0.resource.isOpen && $0.resource["EvaluationCriteria"] == nil }
      .flatMap(Self.findings)
      + chain.composites.filter { !$0.resource.isOpen }.compactMap(Self.suppression)
  }

  private static func findings(on alarm: MonitoringChain.Alarm) -> [Diagnostic] {
    let resource = alarm.resource
    let hasBand = resource["ThresholdMetricId"] != nil
    if let comparison = alarm.comparison, let text = comparison.known, ofBands.contains(text), !hasBand {
      return [.withoutBand(comparison)]
    }
    // Of a template the schema says so.
    guard !resource.isOfTemplate, resource["Metrics"] != nil || resource["MetricName"] != nil else {
      return []
    }
    var missing: [String] = []
    if alarm.threshold == nil, !hasBand { missing.append("threshold") }
    if resource["Metrics"] == nil, resource["MetricName"] != nil {
      if alarm.period == nil { missing.append("period") }
      if alarm.namespace == nil { missing.append("namespace") }
    }
    return missing.map { .missing($0, resource) }
  }

  /// The alarm that keeps a composite alarm from acting does so for times that must be given.
  private static func suppression(of alarm: MonitoringChain.Alarm) -> Diagnostic? {
    guard let suppressor = alarm.resource.properties.first(where: { $0.key.text == "ActionsSuppressor" }),
      suppressor.value.text != nil || suppressor.value.tag != nil
    else { return nil }
    let missing = ["ActionsSuppressorWaitPeriod", "ActionsSuppressorExtensionPeriod"].filter {
      alarm.resource[$0] == nil
    }
    return missing.isEmpty ? nil : .unlimited(missing, at: suppressor.key.range)
  }
}

extension Diagnostic {
  fileprivate static func missing(_ what: String, _ resource: ChainResource) -> Diagnostic {
    Diagnostic(
      .error, .alarmIncomplete, "the alarm has no \(what), and the service refuses it", at: resource.key,
      hint: what == "period" ? "a count of events wants 300" : nil)
  }
  /// The service's page says what the comparison is for, and not that it refuses others.
  fileprivate static func withoutBand(_ comparison: ChainValue) -> Diagnostic {
    Diagnostic(
      .warning, .alarmIncomplete,
      "'\(comparison.shown)' compares with a band, and the alarm names none", at: comparison.range,
      hint: "name the Id of the expression ANOMALY_DETECTION_BAND as the threshold's metric")
  }
  fileprivate static func unlimited(_ missing: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .alarmIncomplete,
      "'ActionsSuppressor' needs \(missing.map { "'\($0)'" }.joined(separator: " and ")) beside it", at: range
    )
  }
}
