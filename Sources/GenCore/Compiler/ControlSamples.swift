import Diagnostics
import FilterPattern

/// Finds the events that `test.sh` sends for a control: the user's files, the catalog's records, or events made by the matcher.
///
/// Every event is shown to our matcher first, so a sample that contradicts the pattern is found before anything is deployed.
struct ControlSamples {
  private let patterns: [Pattern]
  private(set) var problems: [Diagnostic] = []

  init(filters: [ResolvedControl.Filter]) {
    patterns = filters.compactMap { Pattern.parse($0.pattern).pattern }
  }

  /// The user's events, each checked; nil when the entry names no file.
  mutating func own<Failure: Error>(
    _ files: SampleFiles, read: (String) throws(Failure) -> [String]
  ) throws(Failure) -> SampleRecords? {
    guard !files.match.isEmpty || !files.noMatch.isEmpty else { return nil }
    var match: [String] = []
    var noMatch: [String] = []
    for file in files.match {
      let events = try read(file.value)
      for (index, event) in events.enumerated() where !matches(event) {
        problems.append(.sampleMisses(file, number: index + 1))
      }
      match += events
    }
    for file in files.noMatch {
      let events = try read(file.value)
      for (index, event) in events.enumerated() where matches(event) {
        problems.append(.sampleHits(file, number: index + 1))
      }
      noMatch += events
    }
    return SampleRecords(match: match, noMatch: noMatch)
  }

  /// The catalog's records, as far as they hold for the patterns that are deployed, and events for what they leave out:
  /// whoever tests an alarm before an audit wants to see each event name of a list.
  func fitting(_ records: SampleRecords) -> SampleRecords {
    let match = records.match.filter(matches)
    let noMatch = records.noMatch.filter { !matches($0) }
    return SampleRecords(
      match: match + alternatives(besides: match),
      noMatch: noMatch.isEmpty ? strangers : noMatch)
  }

  /// Events made by the search that also compares patterns, and one that none matches.
  var witnesses: SampleRecords { SampleRecords(match: alternatives(besides: []), noMatch: strangers) }

  /// An event for each alternative of each JSON pattern that the given events do not show.
  private func alternatives(besides events: [String]) -> [String] {
    var made: [String] = []
    for pattern in patterns {
      guard case .json(let expression) = pattern.syntax else { continue }
      made += PatternAnalysis(expression).eventsOfAlternatives(besides: events + made).filter(matches)
    }
    return made
  }

  private var strangers: [String] {
    let stranger = #"{"eventSource":"nobody.example.com","eventName":"NothingThatIsWatched"}"#
    return matches(stranger) ? [] : [stranger]
  }

  private func matches(_ event: String) -> Bool { patterns.contains { $0.match(event) != nil } }
}

extension Diagnostic {
  fileprivate static func sampleMisses(_ file: Located<String>, number: Int) -> Diagnostic {
    Diagnostic(
      .error, .sampleContradicts, "event \(number) of '\(file.value)' must match the pattern and does not",
      at: file.range, hint: "gen pattern test PATTERN --events \(file.value)")
  }
  fileprivate static func sampleHits(_ file: Located<String>, number: Int) -> Diagnostic {
    Diagnostic(
      .error, .sampleContradicts, "event \(number) of '\(file.value)' must not match the pattern and does",
      at: file.range, hint: "gen pattern test PATTERN --events \(file.value)")
  }
}
