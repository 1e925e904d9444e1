public import FilterPattern

/// Which write operations a set of patterns sees and which it misses, found by matching a plain record of each
/// operation.
public struct PatternCoverage: Hashable, Sendable {
  /// One service.
  public struct Service: Hashable, Sendable {
    /// The service and all that it can write.
    public let operations: ServiceOperations
    /// What at least one pattern matches, by event name.
    public let seen: [WriteOperation]
    /// What no pattern matches, by event name, without data events.
    public let missed: [WriteOperation]
    /// Data events that no pattern matches.
    public let missedDataEvents: [WriteOperation]
  }

  /// The services of which at least one operation is seen, and those that were asked for.
  public let services: [Service]

  /// Works out the coverage. A service whose `eventSource` is in `sources` is listed even when nothing of it is seen.
  public init(of patterns: [Pattern], including sources: [String] = []) {
    let matchers = patterns.map(PatternMatcher.init)
    services = ServiceOperations.all.compactMap { service in
      var seen: [WriteOperation] = []
      var missed: [WriteOperation] = []
      for operation in service.operations {
        let record = SyntheticRecord.json(source: service.eventSource, name: operation.eventName)
        let bytes = Array(record.utf8)
        if matchers.contains(where: { $0.match(bytes).result != nil }) {
          seen.append(operation)
        } else {
          missed.append(operation)
        }
      }
      guard !seen.isEmpty || sources.contains(service.eventSource) else { return nil }
      return Service(
        operations: service, seen: seen, missed: missed.filter { !$0.isDataEvent },
        missedDataEvents: missed.filter(\.isDataEvent))
    }
  }
}
