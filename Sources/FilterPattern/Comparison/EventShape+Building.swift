extension EventShape {
  /// The shape that a list of conditions speaks of.
  init(_ conditions: [JSONCondition]) {
    self.init()
    var wildcards: [Int: Set<JSONCondition>] = [:]
    var nullTests: Set<Int> = []
    for condition in conditions {
      let segments = condition.selector.segments
      let prefix = segments.prefix { $0 != .wildcard }
      let place = place(from: 0, prefix)
      if prefix.count < segments.count {
        wildcards[place, default: []].insert(condition)
      } else if case .isNull = condition.test {
        nullTests.insert(place)
      }
    }
    // Places are made in the order of their depth from here on: what is made below a place never adds to those above it.
    var done = 0
    var order = (0..<places.count).sorted { places[$0].depth < places[$1].depth }
    var known = places.count
    while done < order.count, !isTooLarge {
      let place = order[done]
      done += 1
      let waiting = wildcards[place] ?? []
      let extras = waiting.count + (nullTests.contains(place) ? 1 : 0)
      for number in 0..<extras { _ = child(of: place, .extra(number)) }
      let suffixes = Set(waiting.map { Array($0.selector.segments.drop { $0 != .wildcard }.dropFirst()) })
      for child in places[place].children {
        for suffix in suffixes { _ = self.place(from: child, suffix) }
      }
      if places.count > known {
        order.removeFirst(done)
        order = (order + Array(known..<places.count)).sorted {
          (places[$0].depth, $0) < (places[$1].depth, $1)
        }
        done = 0
        known = places.count
      }
    }
  }
}
