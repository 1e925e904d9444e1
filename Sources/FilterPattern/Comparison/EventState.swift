/// What is known of an event while one is looked for. Every change can be undone.
struct EventState {
  let shape: EventShape
  var oracle: ScalarOracle
  private(set) var constraints: [PlaceConstraint]
  private var trail: [(place: Int, before: PlaceConstraint)] = []
  /// How many statements were tried.
  private(set) var steps = 0

  init(_ grounding: Grounding) {
    shape = grounding.shape
    oracle = ScalarOracle(grounding.predicates)
    constraints = [PlaceConstraint](repeating: PlaceConstraint(), count: grounding.shape.places.count)
    constraints[0].kinds = .object
  }

  /// A point to come back to.
  var mark: Int { trail.count }

  /// Undoes everything since a mark.
  mutating func undo(to mark: Int) {
    while trail.count > mark, let last = trail.popLast() { constraints[last.place] = last.before }
  }

  /// Adds a statement and what follows from it for the places above and before. False when no event is left; some of it may
  /// have been added then, so the caller must undo.
  mutating func add(_ statement: GroundStatement) -> Bool {
    steps += 1
    var waiting = [statement]
    while let next = waiting.popLast() {
      let place = next.place
      let before = constraints[place]
      var constraint = before
      let isConsistent = constraint.add(next)
      guard isConsistent else { return false }
      if constraint == before { continue }
      guard oracle.isPossible(constraint) else { return false }
      trail.append((place, before))
      constraints[place] = constraint
      let wasPresent = !before.kinds.contains(.missing)
      if place == 0 || wasPresent || constraint.kinds.contains(.missing) { continue }
      waiting += demandsOfPresence(place)
    }
    return true
  }

  /// What must be so when a place is not missing.
  private func demandsOfPresence(_ place: Int) -> [GroundStatement] {
    let parent = shape.places[place].parent
    switch shape.places[place].step {
    case .segment(.key): return [.kinds(parent, .object)]
    case .segment(.index(let index)):
      let before = index > 0 ? shape.element(of: parent, index - 1) : nil
      return [.kinds(parent, .array)] + (before.map { [.kinds($0, .present)] } ?? [])
    case .extra, .segment(.wildcard): return [.kinds(parent, [.object, .array])]
    }
  }

  /// How a statement stands to what is known.
  enum Standing {
    case follows
    case contradicts
    case open
  }

  mutating func standing(of statement: GroundStatement) -> Standing {
    let here = mark
    defer { undo(to: here) }
    guard add(statement) else { return .contradicts }
    undo(to: here)
    return add(statement.negated) ? .open : .follows
  }
}
