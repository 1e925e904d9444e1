/// CloudTrail records that show what a filter does: one line of JSON each, with made-up accounts and ids.
public struct SampleRecords: Hashable, Sendable {
  /// Records that the filter must match.
  public let match: [String]
  /// Records that it must not match.
  public let noMatch: [String]

  init(match: [String], noMatch: [String]) {
    self.match = match
    self.noMatch = noMatch
  }
}
