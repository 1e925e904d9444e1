/// One pattern text as the benchmark prints it, byte for byte, and the editions that print it.
public struct PublishedText: Hashable, Sendable {
  /// The pattern.
  public let text: String
  /// The editions whose text this is.
  public let editions: [Benchmark]
  /// The editions that print it as a second text, such as an audit text that differs from the remediation's.
  public let besideEditions: [Benchmark]

  /// Makes an entry.
  init(_ text: String, in editions: [Benchmark], beside besideEditions: [Benchmark] = []) {
    self.text = text
    self.editions = editions
    self.besideEditions = besideEditions
  }

  /// Makes an entry for a run of editions.
  init(_ text: String, in editions: ClosedRange<Benchmark>, beside besideEditions: [Benchmark] = []) {
    self.init(text, in: editions.editions, beside: besideEditions)
  }
}
