/// The places of an event that two patterns can tell apart, as a tree. Place 0 is the event itself.
///
/// A wildcard speaks of children without names. It is enough to look at events where a place has, beside the children
/// that a selector names, one child for each condition that asks for some child: whatever else an event has there can be
/// taken away without changing what any condition says of the rest.
struct EventShape {
  /// How a place is reached from its parent.
  enum Step: Hashable {
    case segment(Selector.Segment)
    /// A child that no selector names: a member with another name, or an element after all that are named.
    case extra(Int)
  }

  struct Place {
    let parent: Int
    let step: Step
    let depth: Int
    var children: [Int] = []
    /// The number of children of each sort that were made; elements are made without gaps.
    var elementCount = 0
    var extraCount = 0
  }

  private struct Edge: Hashable {
    let parent: Int
    let step: Step
  }

  private(set) var places = [Place(parent: -1, step: .extra(0), depth: 0)]
  private var edges: [Edge: Int] = [:]

  /// The most places a shape may have, and the most elements of one array.
  static let maximumPlaces = 8000
  static let maximumElements = 512

  /// Whether a limit was reached; the shape is then not complete.
  private(set) var isTooLarge = false

  /// The child reached by a step, made if it is not there. A wildcard is no step.
  mutating func child(of parent: Int, _ step: Step) -> Int {
    if let known = edges[Edge(parent: parent, step: step)] { return known }
    if case .segment(.index(let index)) = step {
      guard index < Self.maximumElements else {
        isTooLarge = true
        return parent
      }
      while places[parent].elementCount < index {
        let before = places[parent].elementCount
        _ = add(parent, .segment(.index(before)))
      }
    }
    return add(parent, step)
  }

  private mutating func add(_ parent: Int, _ step: Step) -> Int {
    guard places.count < Self.maximumPlaces else {
      isTooLarge = true
      if case .segment(.index) = step { places[parent].elementCount += 1 }
      return parent
    }
    let place = places.count
    places.append(Place(parent: parent, step: step, depth: places[parent].depth + 1))
    places[parent].children.append(place)
    switch step {
    case .segment(.index): places[parent].elementCount += 1
    case .extra: places[parent].extraCount += 1
    case .segment(.key), .segment(.wildcard): break
    }
    edges[Edge(parent: parent, step: step)] = place
    return place
  }

  /// The place reached by a path without a wildcard, made if it is not there.
  mutating func place(from start: Int, _ path: some Sequence<Selector.Segment>) -> Int {
    path.reduce(start) { child(of: $0, .segment($1)) }
  }

  /// The place reached by a path without a wildcard; nil when it was not made.
  func find(from start: Int, _ path: some Sequence<Selector.Segment>) -> Int? {
    var place = start
    for segment in path {
      guard let next = edges[Edge(parent: place, step: .segment(segment))] else { return nil }
      place = next
    }
    return place
  }

  /// Whether a place is a child that no selector names.
  func isExtra(_ place: Int) -> Bool { if case .extra = places[place].step { true } else { false } }

  /// The child of an array at a position; nil when it was not made.
  func element(of parent: Int, _ index: Int) -> Int? {
    edges[Edge(parent: parent, step: .segment(.index(index)))]
  }
}
