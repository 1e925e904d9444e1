internal import GenCore

extension ShellValues {
  /// Fields of a metric filter, the first its name.
  func columns(_ filter: MetricFilter) -> [FieldColumn] {
    let path = "metricTransformations[0]"
    let defaultValue: ShellWord =
      filter.defaultValue.map { ShellWord(["number "] + ShellJSON.decimal($0).compact.pieces[0]) }
      ?? .text(ShellJSON.spelled("none"))
    return [
      FieldColumn("filterName", text: filter.name),
      FieldColumn("metricName", query: "not_null(\(path).metricName, '')", text: filter.metricName),
      FieldColumn(
        "metricNamespace", query: "not_null(\(path).metricNamespace, '')", spelled(filter.metricNamespace)),
      FieldColumn("filterPattern", query: "not_null(filterPattern, '')", text: filter.pattern),
      FieldColumn("metricValue", query: "not_null(\(path).metricValue, '')", text: filter.metricValue),
      FieldColumn("defaultValue", query: "not_null(\(path).defaultValue, 'none')", defaultValue),
      FieldColumn("unit", query: "not_null(\(path).unit, 'None')", text: "None"),
    ] + divisionColumns(filter, path) + [
      FieldColumn(
        "applyOnTransformedLogs", query: "to_string(not_null(applyOnTransformedLogs, 'false'))", text: "false"
      )
    ]
  }

  /// What divides the metric. Every filter of the graph has the same columns, since one query reads them all.
  private func divisionColumns(_ filter: MetricFilter, _ path: String) -> [FieldColumn] {
    var named: [MetricDivision.Field] = []
    var (criteria, systemFields) = ("", "")
    switch filter.division {
    case nil: break
    case .fields(let fields): named = fields
    case .systemFields(let names, let selection):
      (criteria, systemFields) = (selection, names.sorted().joined(separator: " "))
    }
    // An empty slice stands for nothing: its length is 0, and it joins to nothing.
    let nothing = "metricTransformations[:0]"
    let names = graph.dimensionNames
    let count =
      names.isEmpty
      ? FieldColumn("dimensions", query: "type(\(path).dimensions)", text: "null")
      : FieldColumn(
        "dimensions", query: "length(not_null(\(path).dimensions, \(nothing)))", .text(String(named.count)))
    return [count]
      + names.map { name in
        FieldColumn(
          "dimension \(name)", query: "not_null(\(path).dimensions.\(name), 'none')",
          text: named.first { $0.name == name }?.selector ?? "none")
      } + [
        FieldColumn(
          "fieldSelectionCriteria", query: "not_null(fieldSelectionCriteria, '')", text: criteria),
        FieldColumn(
          "emitSystemFieldDimensions",
          query: "join(' ', sort(not_null(emitSystemFieldDimensions, \(nothing))))", text: systemFields),
      ]
  }

  /// Fields of an alarm, the first its name.
  func columns(_ alarm: Alarm) -> [FieldColumn] {
    func actions(_ name: String, _ state: AlarmState) -> FieldColumn {
      FieldColumn(
        name, query: "join(' ', sort([\(name)][]))",
        alarm.notifyOn.contains(state) ? spelled(alarm.topic) : .text(ShellJSON.spelled("")))
    }
    return [
      FieldColumn("AlarmName", text: alarm.name),
      FieldColumn("MetricName", query: "not_null(MetricName, '')", text: alarm.metricName),
      FieldColumn("Namespace", query: "not_null(Namespace, '')", spelled(alarm.metricNamespace)),
      actions("AlarmActions", .alarm),
      FieldColumn("AlarmDescription", query: "not_null(AlarmDescription, '')", text: alarm.description),
      actions("OKActions", .ok), actions("InsufficientDataActions", .insufficientData),
      FieldColumn("ActionsEnabled", .text(alarm.actionsEnabled ? "true" : "false")),
      FieldColumn("Statistic", query: "not_null(Statistic, 'none')", text: alarm.statistic.rawValue),
      FieldColumn(unset: "ExtendedStatistic"),
      FieldColumn("Period", query: "not_null(Period, 'none')", ShellWord(["number "] + atoms(alarm.period))),
      FieldColumn("Unit", query: "not_null(Unit, 'None')", text: "None"),
      FieldColumn("EvaluationPeriods", .text(String(alarm.evaluationPeriods))),
      FieldColumn(
        "DatapointsToAlarm", query: "not_null(DatapointsToAlarm, EvaluationPeriods)",
        .text(String(alarm.datapointsToAlarm))),
      FieldColumn(
        "Threshold", query: "not_null(Threshold, 'none')", ShellWord(["number "] + atoms(alarm.threshold))),
      FieldColumn("ComparisonOperator", text: alarm.comparison.rawValue),
      FieldColumn(
        "TreatMissingData", query: "not_null(TreatMissingData, 'missing')",
        text: alarm.treatMissingData.rawValue),
      FieldColumn(
        "Dimensions", query: "join(' ', sort([Dimensions[].join('=', [Name, Value])][]))",
        text: alarm.dimensions.map { "\($0.name)=\($0.value)" }.sorted().joined(separator: " ")),
      FieldColumn("Metrics", query: "length([Metrics][])", "0"),
    ]
  }

  /// Reads the metric filters of a log group into `filters`, a table of `columns`.
  func readFilters(_ columns: [FieldColumn], of logGroup: Value) -> ShellStatement {
    .capture(
      "filters",
      [
        "ask", "ResourceNotFoundException", "logs", "describe-metric-filters",
        .option("log-group-name", word(logGroup)),
        .option("query", .text("metricFilters[].\(FieldColumn.row(columns))[]")),
      ])
  }

  /// Reads the graph's alarms into `alarms`, a table of `columns`. The service takes a hundred names a call.
  func readAlarms(_ columns: [FieldColumn], names: [String]) -> [ShellStatement] {
    var statements: [ShellStatement] = []
    for start in stride(from: 0, to: names.count, by: 100) {
      let some = names[start..<min(start + 100, names.count)]
      statements.append(
        .capture(
          start == 0 ? "alarms" : "more",
          [
            "ask", "none", "cloudwatch", "describe-alarms",
            .option("query", .text("MetricAlarms[].\(FieldColumn.row(columns))[]")),
            "--cli-input-json",
            ShellJSON.map([("AlarmNames", .list(some.map { ShellJSON.text($0) }))]).compact,
          ]))
      if start > 0 {
        statements.append(
          .assignment("alarms", ShellWord([.variable("alarms"), .variable("newline"), .variable("more")])))
      }
    }
    return statements
  }
}
