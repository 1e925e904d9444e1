internal import Documents
internal import FilterPattern

extension MonitoringChain {
  func findAlarmsWithoutFilter() -> [Alarm] {
    guard !filters.isEmpty else { return [] }
    // Of these it is not known what they publish.
    let open = filters.filter { $0.metricName?.known == nil || $0.namespace?.known == nil }
    // Among so many some filter may publish any metric.
    guard open.count <= Self.mostOpenFilters else { return [] }
    // Of an expression one metric that a filter publishes may stand beside another that something else does.
    let known = Set(alarmParts.filter { isPublished($0) }.map(\.resource.id))
    return (alarms + alarmParts.filter { !known.contains($0.resource.id) }).filter { alarm in
      guard !alarm.isExpression, let namespace = alarm.namespace, alarm.metricName != nil else {
        return false
      }
      return !namespace.text.hasPrefix("AWS/") && !isPublished(alarm)
        && !open.contains { Self.mayPublish($0, alarm) }
    }
  }

  /// The most filters with unknown names that each alarm is compared with.
  private static let mostOpenFilters = 500

  /// Whether a filter may publish the metric that an alarm watches, whatever its unknown names turn out to be.
  private static func mayPublish(_ filter: Filter, _ alarm: Alarm) -> Bool {
    func mayAgree(_ own: ChainValue?, _ other: ChainValue?) -> Bool {
      guard let own, let other else { return true }
      return own.agreement(with: other) != .different
    }
    return mayAgree(filter.metricName, alarm.metricName) && mayAgree(filter.namespace, alarm.namespace)
  }

  /// Whether some alarm may watch a filter's metric, as far as names are known.
  func mayBeWatched(_ filter: Filter) -> Bool {
    let isKnown = filter.metricName?.known != nil && filter.namespace?.known != nil
    return (isKnown ? openAlarms : alarms).contains { alarm in
      guard let name = alarm.metricName, let namespace = alarm.namespace else { return true }
      return filter.metricName?.agreement(with: name) != .different
        && filter.namespace?.agreement(with: namespace) != .different
    }
  }

  /// How far a filter's names are from an alarm's: the smaller, the likelier is a slip.
  func distance(_ filter: Filter, _ alarm: Alarm) -> Int {
    let left = Array((filter.metricName?.text ?? "").utf8)
    let right = Array((alarm.metricName?.text ?? "").utf8)
    let common = zip(left, right).prefix { $0 == $1 }.count
    return max(left.count, right.count) - common
  }

  /// The log groups that a filter reads or a trail fills, by their resources.
  var watchedGroups: Set<String> {
    let values = filters.compactMap(\.logGroup) + trails.compactMap(\.logGroup)
    return Set(values.compactMap { logGroup($0)?.resource.id })
  }

  /// The policies of a topic.
  func policies(of topic: Topic) -> [TopicPolicy] {
    places.topicPolicies.of(topic.resource).map { topicPolicies[$0] }
  }

  /// The role of the file that a value means.
  func role(_ value: ChainValue) -> Role? { places.roles.places(of: value).first.map { roles[$0] } }

  /// The bucket of the file that a trail writes to; of several that have the name by turns, one that is there with the trail.
  func bucket(of trail: Trail) -> Bucket? {
    guard let value = trail.bucket else { return nil }
    return places.buckets.places(of: value).lazy.map { buckets[$0] }.first {
      mayStandTogether($0.resource, trail.resource)
    }
  }

  /// The policies of a bucket.
  func policies(of bucket: Bucket) -> [BucketPolicy] {
    places.bucketPolicies.of(bucket.resource).map { bucketPolicies[$0] }
  }

  /// Whether some policy of the file may be the bucket's.
  func mayHavePolicy(_ bucket: Bucket) -> Bool {
    places.bucketPolicies.mayBe(of: bucket.resource)
  }
}

extension MonitoringChain.Filter {
  /// Whether the pattern has a regular expression, which a log group takes in five filters only.
  var hasRegex: Bool {
    guard let text = pattern?.known, text.utf8.contains(UInt8(ascii: "%")) else { return false }
    switch Pattern.parse(text).pattern?.syntax {
    case .regex: return true
    case .json(let expression):
      return expression.conditions.contains { condition in
        if case .compare(_, let literal) = condition.test, case .regex = literal.value { return true }
        return false
      }
    case .delimited, .terms, .everything, nil: return false
    }
  }
}

extension ChainResource {
  /// Whether a template declares it: Terraform's and a script's names have dots or blanks.
  var isOfTemplate: Bool { !id.utf8.contains(UInt8(ascii: ".")) && !id.utf8.contains(32) }
}
