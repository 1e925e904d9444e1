internal import Diagnostics
internal import Documents

/// What stands beside the chain and feeds it or listens to it.
extension MonitoringChain {
  /// How code, policies and settings spell that they publish metrics of their own.
  private static let publishing = [
    "PutMetricData", "put_metric_data", "putMetricData", "POWERTOOLS_METRICS_NAMESPACE", "cloudwatch:*",
    "put-metric-data", "CloudWatchAgent",
  ]

  /// Whether a resource of the file publishes metrics and is no filter.
  func findsOtherPublisher() -> Bool {
    resources.contains { resource in
      resource.properties.contains { entry in
        entry.value.mentions { text in Self.publishing.contains { text.contains(ascii: $0) } }
          || entry.value.mentions(keysToo: true) { $0 == "POWERTOOLS_METRICS_NAMESPACE" }
      }
    }
  }

  /// Whether somebody else is told of an alarm: a rule on the states of alarms, a resource that watches this one, or whoever imports it.
  func isListenedTo(_ alarm: Alarm) -> Bool {
    exported.contains(alarm.resource.id) || listeners.hear(alarm)
  }

  /// How grave it is that the file has nothing for a resource, such as a policy: nil where another file surely may have it.
  func severity(ofLack resource: ChainResource) -> Diagnostic.Severity? {
    guard showsAll, !isHandedOn(resource) else { return nil }
    return offered.contains(resource.id) ? .note : .warning
  }

  /// Whether a resource is handed to another stack or to code, which may add to it.
  func isHandedOn(_ resource: ChainResource) -> Bool {
    places.handedOn.contains(resource.id) || calledWith.contains(resource.id)
  }
}

extension Node {
  /// Whether some text in a value, or some key too, is as asked.
  func mentions(keysToo: Bool = false, _ isWanted: (String) -> Bool) -> Bool {
    switch content {
    case .scalar(let scalar): isWanted(scalar.text)
    case .sequence(let elements): elements.contains { $0.mentions(keysToo: keysToo, isWanted) }
    case .mapping(let entries):
      entries.contains {
        keysToo && $0.key.text.map(isWanted) ?? false || $0.value.mentions(keysToo: keysToo, isWanted)
      }
    }
  }
}
