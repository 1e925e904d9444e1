/// What is wrong with a published text, or worth knowing before one relies on it.
public struct KnownDefect: Hashable, Sendable {
  /// What the defect does to the alarm.
  public enum Effect: String, Hashable, Sendable, CaseIterable {
    /// The text matches every record: the alarm is always on.
    case matchesEverything = "matches-everything"
    /// The text matches records that are no such event.
    case falseAlarm = "false-alarm"
    /// The text does not see an event that belongs to the control.
    case blindSpot = "blind-spot"
    /// The text does what it says, yet operators should know this.
    case caution
  }

  /// What it does to the alarm.
  public let effect: Effect
  /// The editions whose text has it.
  public let editions: [Benchmark]
  /// One or two sentences.
  public let summary: String
  /// A text without the defect, when it can be mended without giving up what the text is for.
  public let mended: String?

  init(_ effect: Effect, in editions: ClosedRange<Benchmark>, _ summary: String, mended: String? = nil) {
    self.effect = effect
    self.editions = editions.editions
    self.summary = summary
    self.mended = mended
  }
}
