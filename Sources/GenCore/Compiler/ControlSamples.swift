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

  /// The catalog's records, as far as they hold for the patterns that are deployed.
  func fitting(_ records: SampleRecords) -> SampleRecords {
    let fitting = SampleRecords(
      match: records.match.filter(matches), noMatch: records.noMatch.filter { !matches($0) })
    return fitting.match.isEmpty ? witnesses : fitting
  }

  /// An event for each JSON pattern, made by the search that also compares patterns, and one that none matches.
  var witnesses: SampleRecords {
    let events = patterns.compactMap { pattern -> String? in
      guard case .json(let expression) = pattern.syntax else { return nil }
      return PatternAnalysis(expression).matchedEvent
    }
    let stranger = #"{"eventSource":"nobody.example.com","eventName":"NothingThatIsWatched"}"#
    return SampleRecords(match: events.filter(matches), noMatch: matches(stranger) ? [] : [stranger])
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
