/// Turns a checked spec into the resource graph. It cannot fail: everything that could has been reported before.
struct Lowering {
  let spec: Spec
  let controls: [ResolvedControl]
  let scope: DeploymentScope

  func graph() -> ResourceGraph {
    let organization = OrganizationParameter(spec: spec)
    let trail = TrailLowering(spec: spec, organization: organization)
    let notification = NotificationLowering(spec: spec, organization: organization)
    var names = UniqueIdentifiers()
    var parameters =
      trail.parameters + notification.parameters + (controls.isEmpty ? [] : [namespaceParameter])
    var filters: [Resource] = []
    var alarms: [Resource] = []
    var monitored: [MonitoredControl] = []
    for control in controls {
      let role = names.claim(control.metricName, fallback: control.id)
      let (threshold, period) = (role.appending("Threshold"), role.appending("Period"))
      let alarmName =
        "'\(control.alarm.name)'" + (control.division == nil ? "" : " of each account")
      parameters += [
        Parameter(
          name: threshold, description: "What alarm \(alarmName) compares the metric with",
          group: .alarms,
          kind: .number(default: control.alarm.threshold)),
        Parameter(
          name: period, description: "Seconds over which alarm \(alarmName) adds up the metric",
          group: .alarms,
          kind: .period(
            default: control.alarm.period, maximum: 86_400 / control.alarm.evaluationPeriods / 60 * 60)),
      ]
      let made = self.filters(of: control, role: role, source: trail.source)
      filters += made.map { .metricFilter($0) }
      let raised = control.targets.map { target in
        alarm(
          of: control, target, role: target.words.isEmpty ? role : names.claim(role.appending(target.words)),
          threshold: threshold, period: period, topic: notification.topicARN)
      }
      alarms += raised.map { .alarm($0) }
      monitored.append(
        MonitoredControl(
          id: control.id, title: control.title, reference: control.reference,
          isManagementAccountOnly: control.isManagementAccountOnly, filters: made.map(\.reference),
          alarms: raised.map(\.reference), samples: control.samples))
    }
    return ResourceGraph(
      name: spec.name.value, summary: summary, controls: monitored, parameters: parameters,
      resources: trail.resources + filters + notification.resources + alarms, scope: scope,
      homeRegion: spec.deploy?.homeRegion?.value ?? Spec.defaultHomeRegion,
      stackSet: scope == .stackset ? StackSetLowering.stackSet(of: spec) : nil, source: trail.source,
      topic: notification.topicARN, isTopicShared: isTopicShared, tags: spec.tags.map(\.value),
      places: SpecTexts.all(of: spec).map { .init(value: $0.value, range: $0.range) })
  }

  private let namespaceName = Identifier("MetricNamespace")

  private var namespaceParameter: Parameter {
    Parameter(
      name: namespaceName,
      description: "Namespace of the metrics that the filters publish and the alarms watch",
      group: .metrics, kind: .text(.metricNamespace, default: spec.metric.namespace?.value ?? "CISBenchmark"))
  }

  private var summary: String {
    switch controls.count {
    case 0: isTopicShared ? "Topic for the alarms of many accounts" : "Topic for alarms"
    case 1: "Alarm on \(Self.title(of: controls[0]))"
    default: "Alarms on \(controls.count) kinds of account activity"
    }
  }

  private var isTopicShared: Bool {
    if case .create(let topic) = spec.notify?.topic { topic.sharing != nil } else { false }
  }

  /// The title with its number in the benchmark, when it has one.
  private static func title(of control: ResolvedControl) -> String {
    control.reference.map { "\(control.title) (\($0))" } ?? control.title
  }

  private func filters(
    of control: ResolvedControl, role: Identifier, source: ResourceGraph.LogSource
  ) -> [MetricFilter] {
    control.filters.enumerated().map { index, filter in
      let group: (name: Value, made: Reference<LogGroup>?) =
        switch source {
        case .existing(let name), .centralized(let name): (name, nil)
        case .made(let group): (group.name, group)
        case .nothing: preconditionFailure("a control without a log group")
        }
      return MetricFilter(
        role: index == 0 ? role : role.appending(String(index + 1)), name: filter.name, logGroup: group.name,
        madeLogGroup: group.made, pattern: filter.pattern, metricName: control.metricName,
        metricNamespace: .parameter(namespaceName), metricValue: control.metricValue,
        defaultValue: control.defaultValue, division: control.division)
    }
  }

  private func alarm(
    of control: ResolvedControl, _ target: AlarmTarget, role: Identifier, threshold: Identifier,
    period: Identifier, topic: Value
  ) -> Alarm {
    let settings = control.alarm
    return Alarm(
      role: role, name: settings.name + target.nameEnding,
      description: Self.title(of: control) + target.phrase, metricName: control.metricName,
      metricNamespace: .parameter(namespaceName), statistic: settings.statistic, period: .parameter(period),
      evaluationPeriods: settings.evaluationPeriods, datapointsToAlarm: settings.datapointsToAlarm,
      threshold: .parameter(threshold), comparison: settings.comparison,
      treatMissingData: settings.treatMissingData, actionsEnabled: settings.actionsEnabled, topic: topic,
      notifyOn: settings.notifyOn, dimensions: target.dimensions)
  }
}

/// Hands out identifiers, each once: a second `Login` becomes `Login2`.
struct UniqueIdentifiers {
  private var taken: Set<String> = []

  mutating func claim(_ text: String, fallback: String) -> Identifier {
    claim(Identifier(text, fallback: fallback))
  }

  mutating func claim(_ wanted: Identifier) -> Identifier {
    var name = wanted
    var number = 2
    while taken.contains(name.snakeCase) || taken.contains(name.pascalCase) {
      name = wanted.appending(String(number))
      number += 1
    }
    taken.insert(name.snakeCase)
    taken.insert(name.pascalCase)
    return name
  }
}
