/// Which of several templates a graph is, when one template cannot hold all of a spec's controls.
public struct TemplatePart: Hashable, Sendable {
  /// From 1; the first makes what the others need.
  public let number: Int
  /// How many there are.
  public let count: Int

  /// Makes a part.
  public init(number: Int, of count: Int) {
    self.number = number
    self.count = count
  }

  /// Whether it makes the trail, the topic and everything else that is there once.
  public var isFirst: Bool { number == 1 }
}
