internal import Diagnostics
internal import Documents

/// Reading alarms: on one metric, named at the top or alone in `Metrics`, or on an expression over several.
///
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
extension MonitoringChain {
  static func alarm(_ resource: ChainResource, _ source: some ChainSource) -> Alarm {
    func value(_ name: String) -> ChainValue? { resource[name].flatMap { source.value(of: $0) } }
    let queries = metricQueries(resource, source)
    let only = queries?.count == 1 ? queries?.first : nil
    var actions: [(state: String, values: [ChainValue])] = []
    var hasUnknown = false
    for name in ["AlarmActions", "OKActions", "InsufficientDataActions"] {
      guard let node = resource[name], let whole = source.value(of: node) else { continue }
      guard let elements = source.structure(of: node)?.elements else {
        hasUnknown = true
        if whole.reference != nil || whole.known != nil { actions.append((name, [whole])) }
        continue
      }
      let values = elements.compactMap { source.value(of: $0) }
      if !values.isEmpty { actions.append((name, values)) }
    }
    let dimensions = filled(resource["Dimensions"], source) ?? filled(only?["Dimensions"], source)
    func metric(_ name: String, _ inner: String) -> ChainValue? {
      value(name) ?? only?[inner].flatMap { source.value(of: $0) }
    }
    let namespace = metric("Namespace", "Namespace")
    return Alarm(
      resource: resource, name: value("AlarmName"), metricName: metric("MetricName", "MetricName"),
      namespace: namespace, unit: metric("Unit", "Unit"),
      statistic: metric("Statistic", "Stat"), extendedStatistic: value("ExtendedStatistic"),
      period: metric("Period", "Period"),
      evaluationPeriods: value("EvaluationPeriods"), datapoints: value("DatapointsToAlarm"),
      threshold: value("Threshold"),
      comparison: value("ComparisonOperator"), missingData: value("TreatMissingData"),
      actionsEnabled: value("ActionsEnabled"), dimensions: dimensions,
      dimensionNames: dimensionNames(dimensions, source),
      serviceDimensions: serviceDimensions(dimensions, namespace, source), actions: actions,
      hasUnknownActions: hasUnknown,
      isExpression: resource["Metrics"] != nil && only == nil)
  }

  /// The metrics in an alarm's expression, each as if an alarm watched it alone.
  static func alarmParts(_ resource: ChainResource, _ source: some ChainSource) -> [Alarm] {
    let queries = metricQueries(resource, source) ?? []
    guard queries.count > 1 else { return [] }
    return queries.filter { $0["MetricName"] != nil }.map { query in
      func value(_ name: String) -> ChainValue? { query[name].flatMap { source.value(of: $0) } }
      let dimensions = filled(query["Dimensions"], source)
      return Alarm(
        resource: resource, name: nil, metricName: value("MetricName"), namespace: value("Namespace"),
        unit: value("Unit"), statistic: value("Stat"), extendedStatistic: nil, period: value("Period"),
        evaluationPeriods: nil, datapoints: nil, threshold: nil, comparison: nil, missingData: nil,
        actionsEnabled: nil, dimensions: dimensions, dimensionNames: dimensionNames(dimensions, source),
        serviceDimensions: serviceDimensions(dimensions, value("Namespace"), source),
        actions: [], hasUnknownActions: true, isExpression: false)
    }
  }

  /// The dimensions with their values, where the metric is one of a service's: a list of names and values, or a mapping.
  private static func serviceDimensions(
    _ node: Node?, _ namespace: ChainValue?, _ source: some ChainSource
  ) -> [(name: String, value: ChainValue)] {
    guard let node, let namespace, namespace.text.hasPrefix("AWS/") else { return [] }
    let pairs: [(Node?, Node?)] =
      node.entries?.map { ($0.key, $0.value) }
      ?? (node.elements ?? []).compactMap { source.structure(of: $0) }.map { ($0["Name"], $0["Value"]) }
    return pairs.compactMap { key, value in
      guard let name = key.flatMap({ source.value(of: $0) })?.known,
        let value = value.flatMap({ source.value(of: $0) }), value.alternatives.isEmpty
      else { return nil }
      return (name, value)
    }
  }

  /// The elements of `Metrics`: a metric of this account with what is asked of it in one mapping, an empty mapping for anything else.
  /// Nil when the list is not known.
  private static func metricQueries(_ resource: ChainResource, _ source: some ChainSource) -> [Node]? {
    func structure(_ node: Node?) -> Node? {
      node.flatMap { source.structure(of: $0) }.flatMap { $0.entries == nil ? $0.elements?.first : $0 }
    }
    guard let list = resource["Metrics"].flatMap({ source.structure(of: $0) }) else { return nil }
    let elements = list.elements ?? [list]
    return elements.map { element in
      let query = structure(element)
      let other = Node(.mapping([]), range: element.range)
      guard let query, query["Expression"] == nil, query["AccountId"] == nil,
        let stat = structure(query["MetricStat"])
      else { return other }
      // Terraform has all of it in one block.
      let metric = structure(stat["Metric"])
      return Node(.mapping((stat.entries ?? []) + (metric?.entries ?? [])), range: element.range)
    }
  }
}
