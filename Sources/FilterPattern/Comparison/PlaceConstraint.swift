/// What is known of one place so far.
struct PlaceConstraint: Hashable {
  var kinds = ValueKinds.all
  /// Numbers of predicates, ascending.
  private(set) var holds: [Int] = []
  private(set) var fails: [Int] = []

  /// Adds a statement; false when it contradicts what is known at first sight.
  mutating func add(_ statement: GroundStatement) -> Bool {
    switch statement {
    case .kinds(_, let more): kinds.formIntersection(more)
    case .holds(_, let predicate):
      kinds.formIntersection(.scalar)
      if fails.contains(predicate) { return false }
      Self.insert(predicate, into: &holds)
    case .fails(_, let predicate):
      if holds.contains(predicate) { return false }
      Self.insert(predicate, into: &fails)
    }
    return !kinds.isEmpty
  }

  private static func insert(_ predicate: Int, into list: inout [Int]) {
    let index = list.firstIndex { $0 >= predicate } ?? list.count
    if index == list.count || list[index] != predicate { list.insert(predicate, at: index) }
  }
}
