/// Answers what strings and numbers meet a demand, and remembers the answers.
struct ScalarOracle {
  private struct Key: Hashable {
    let holds: [Int]
    let fails: [Int]
    let wantsNumber: Bool
  }

  private let predicates: [ScalarPredicate]
  private var known: [Key: ScalarAnswer] = [:]

  init(_ predicates: [ScalarPredicate]) { self.predicates = predicates }

  mutating func answer(_ constraint: PlaceConstraint, wantsNumber: Bool) -> ScalarAnswer {
    let key = Key(holds: constraint.holds, fails: constraint.fails, wantsNumber: wantsNumber)
    if let answer = known[key] { return answer }
    let demand = ScalarDemand(
      holds: constraint.holds.map { predicates[$0] }, fails: constraint.fails.map { predicates[$0] })
    let answer = wantsNumber ? NumberSearch.answer(demand) : StringSearch.answer(demand)
    known[key] = answer
    return answer
  }

  /// The kinds that can stand at a place: scalars are struck out when none is as wanted.
  mutating func isPossible(_ constraint: PlaceConstraint) -> Bool {
    if constraint.kinds.isEmpty { return false }
    if !constraint.kinds.isSubset(of: .scalar) { return true }
    if constraint.kinds.contains(.string), answer(constraint, wantsNumber: false) != .none { return true }
    return constraint.kinds.contains(.number) && answer(constraint, wantsNumber: true) != .none
  }
}
