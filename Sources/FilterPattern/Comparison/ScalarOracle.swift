/// Answers what strings and numbers meet a demand, and remembers the answers.
struct ScalarOracle {
  private struct Key: Hashable {
    let holds: [Int]
    let fails: [Int]
    let wantsNumber: Bool
  }

  private let predicates: [ScalarPredicate]
  private let line: NumberLine
  private var known: [Key: ScalarAnswer] = [:]
  /// For a predicate that one string alone meets (or, of `!=`, fails): which predicates hold of that string.
  private var truths: [Int: [Bool]] = [:]
  /// Values found lately: one of them often meets the next demand too, which is the last one and a little more.
  private var recent: [ScalarValue] = []
  /// What is left of the work that may go into looking for values character by character.
  private var work = WordSearch.maximumTotalWork

  init(_ predicates: [ScalarPredicate]) {
    self.predicates = predicates
    line = NumberLine(predicates)
  }

  mutating func answer(_ constraint: PlaceConstraint, wantsNumber: Bool) -> ScalarAnswer {
    if !wantsNumber, let quick = onlyString(constraint) { return quick }
    let key = Key(holds: constraint.holds, fails: constraint.fails, wantsNumber: wantsNumber)
    if let answer = known[key] { return answer }
    let answer = recentAnswer(constraint, wantsNumber) ?? search(constraint, wantsNumber)
    known[key] = answer
    return answer
  }

  private func demand(_ constraint: PlaceConstraint) -> ScalarDemand {
    ScalarDemand(
      holds: constraint.holds.map { predicates[$0] }, fails: constraint.fails.map { predicates[$0] })
  }

  private func recentAnswer(_ constraint: PlaceConstraint, _ wantsNumber: Bool) -> ScalarAnswer? {
    let demand = demand(constraint)
    let found = recent.first { value in
      switch value {
      case .string(let bytes): !wantsNumber && demand.isMet(byString: bytes)
      case .number(let spelling): wantsNumber && demand.isMet(by: EventNumber(spelling: spelling.utf8))
      }
    }
    return found.map { .some($0) }
  }

  private mutating func search(_ constraint: PlaceConstraint, _ wantsNumber: Bool) -> ScalarAnswer {
    let answer =
      wantsNumber
      ? NumberSearch.answer(constraint, predicates, line, work: &work)
      : StringSearch.answer(demand(constraint), work: &work)
    if case .some(let value) = answer { recent = [value] + recent.prefix(7) }
    return answer
  }

  /// The answer when the demand leaves one string at most; it would be looked for too often to be searched each time.
  private mutating func onlyString(_ constraint: PlaceConstraint) -> ScalarAnswer? {
    let only =
      constraint.holds.first { predicates[$0].onlyString != nil }
      ?? constraint.fails.first { predicates[$0].onlyStringOfNegation != nil }
    guard let only, let string = predicates[only].onlyString ?? predicates[only].onlyStringOfNegation else {
      return nil
    }
    let truth = truths[only] ?? predicates.map { $0.holds(ofString: string) }
    truths[only] = truth
    let isMet = constraint.holds.allSatisfy { truth[$0] } && !constraint.fails.contains { truth[$0] }
    return isMet ? .some(.string(string)) : ScalarAnswer.none
  }

  /// Whether some kind can stand at a place.
  mutating func isPossible(_ constraint: PlaceConstraint) -> Bool {
    if constraint.kinds.isEmpty { return false }
    if !constraint.kinds.isSubset(of: .scalar) { return true }
    if constraint.kinds.contains(.string), answer(constraint, wantsNumber: false) != .none { return true }
    return constraint.kinds.contains(.number) && answer(constraint, wantsNumber: true) != .none
  }
}

extension ScalarPredicate {
  /// The one string of which it holds, if there is just one.
  fileprivate var onlyString: [UInt8]? {
    switch self {
    case .text(let literal): literal.isGlob ? nil : literal.body
    case .number(.equal, let literal): literal.bytes
    case .number, .regex: nil
    }
  }

  /// The one string of which it does not hold, if there is just one.
  fileprivate var onlyStringOfNegation: [UInt8]? {
    if case .number(.notEqual, let literal) = self { literal.bytes } else { nil }
  }
}
