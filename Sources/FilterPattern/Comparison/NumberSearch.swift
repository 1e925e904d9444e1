import JSONScanner

/// Finds a number that meets a demand.
///
/// The values that the conditions name part the number line. On a named value stand at most a few numbers, which differ in
/// their text (`5`, `5.0`); between two named values all numbers have the same order to all of them, so some of them
/// are tried, or all where there are few.
struct NumberSearch {
  private let demand: ScalarDemand
  private let line: NumberLine
  /// How many numbers to try between two named values: more than there are single texts to be avoided.
  private let trials: Int

  static func answer(
    _ constraint: PlaceConstraint, _ predicates: [ScalarPredicate], _ line: NumberLine, work: inout Int
  ) -> ScalarAnswer {
    let ranks = line.ranks(constraint, predicates)
    // What is not finite fails every comparison with a number, and so only meets what asks for failures.
    let mayBeInfinite = !constraint.holds.contains { !predicates[$0].isTextual }
    if ranks.isEmpty, !mayBeInfinite { return .none }
    let demand = ScalarDemand(
      holds: constraint.holds.map { predicates[$0] }, fails: constraint.fails.map { predicates[$0] })
    return NumberSearch(demand, line).answer(ranks, &work)
  }

  private init(_ demand: ScalarDemand, _ line: NumberLine) {
    self.demand = demand
    self.line = line
    trials = demand.fails.count(where: \.isTextual) + 4
  }

  private func answer(_ ranks: [Int], _ work: inout Int) -> ScalarAnswer {
    for case .text(let literal) in demand.fails where literal.isAnything { return .none }
    if let only = onlyText { return numbers(withText: only) }
    var isOpen = false
    // The gaps first: they hold the plainer numbers.
    for rank in ranks where rank.isMultiple(of: 2) {
      switch numbers(between: line.low(rank), and: line.high(rank)) {
      case .found(let spelling): return .some(.number(spelling))
      case .some: isOpen = true
      case .all: continue
      }
    }
    for rank in ranks where !rank.isMultiple(of: 2) {
      let value = line.values[rank / 2]
      if let found = spellings(of: value).first(where: isMet) { return .some(.number(found)) }
      if value.exponent > NumberNeighbors.maximumDigits { isOpen = true }
    }
    for spelling in ["1e309", "-1e309"] where isMet(spelling) { return .some(.number(spelling)) }
    guard isOpen else { return .none }
    switch WordSearch.find(
      demand, numbers: texts(ranks), work: &work, where: { spelling(ofText: $0).map(isMet) ?? false })
    {
    case .some(let text): return spelling(ofText: text).map { .some(.number($0)) } ?? .unknown(.numberText)
    case .none: return .none
    case .unknown: return .unknown(.numberText)
    }
  }

  /// The texts of the numbers that stand at some ranks, as far as their signs tell.
  private func texts(_ ranks: [Int]) -> NumberTextAutomaton {
    // Between zero and this there are no numbers.
    let least = NumberNeighbors.spelled(.leastNonzeroMagnitude)?.value
    let low = ranks.first.flatMap(line.low)
    let high = ranks.last.flatMap(line.high)
    let isBelowAll =
      ranks.last.map { $0.isMultiple(of: 2) } == true && high.flatMap { h in least.map { h <= $0 } } == true
    return NumberTextAutomaton(
      allowsInfinity: !demand.holds.contains { !$0.isTextual },
      allowsPositive: !(isBelowAll || high.map { $0.isNegative || $0.isZero } == true),
      allowsNegative: low.map(\.isNegative) ?? true)
  }

  private func isMet(_ spelling: String) -> Bool { demand.isMet(by: EventNumber(spelling: spelling.utf8)) }

  /// The only text a number can have, if a text without asterisks must hold.
  private var onlyText: [UInt8]? {
    for case .text(let literal) in demand.holds where !literal.isGlob { return literal.body }
    return nil
  }

  private func numbers(withText text: [UInt8]) -> ScalarAnswer {
    guard let spelling = spelling(ofText: text), isMet(spelling) else { return .none }
    return .some(.number(spelling))
  }

  /// A number with this text: an integer's text and a double's text are both JSON numbers of the same text again, but
  /// for what is not finite.
  private func spelling(ofText text: [UInt8]) -> String? {
    switch text {
    case Array("Infinity".utf8): return "1e309"
    case Array("-Infinity".utf8): return "-1e309"
    default:
      guard let document = try? JSONDocument(text), let number = document.root.number,
        number.utf8.count == text.count
      else { return nil }
      return number
    }
  }

  /// The numbers of one value, one for each text.
  private func spellings(of value: ExactDecimal) -> [String] {
    var spellings: [String] = []
    if let integer = NumberNeighbors.truncated(value), integer == value {
      spellings.append(NumberNeighbors.spelling(ofInteger: integer))
    }
    if value.isZero { spellings += ["-0", "0.0", "-0.0"] }
    if let double = NumberNeighbors.spelled(NumberNeighbors.double(value)), double.value == value {
      spellings.append(double.spelling)
    }
    return spellings
  }

  private enum Trial {
    case found(String)
    /// None of those tried; there are more.
    case some
    /// None of all there are.
    case all
  }

  /// Tries numbers strictly between two values.
  private func numbers(between low: ExactDecimal?, and high: ExactDecimal?) -> Trial {
    func isInside(_ value: ExactDecimal) -> Bool {
      (low.map { $0 < value } ?? true) && (high.map { value < $0 } ?? true)
    }
    let zero = ExactDecimal(isNegative: false, digits: [], exponent: 0)
    let start = (low ?? high).map { NumberNeighbors.truncated($0) } ?? zero
    var integers = 0
    if let start {
      let direction = low == nil && high != nil ? -1 : 1
      let far = [10, 50, 100, 200, 300, 400, 500, 1000, 10_000, 100_000, 1_000_000]
      for amount in Array(-1...trials) + far {
        let integer = NumberNeighbors.adding(amount * direction, to: start)
        guard isInside(integer) else { continue }
        integers += 1
        let spelling = NumberNeighbors.spelling(ofInteger: integer)
        if isMet(spelling) { return .found(spelling) }
      }
    }
    if low == nil, high == nil { return ["0.5", "1e21"].first(where: isMet).map { .found($0) } ?? .some }
    // From one end of the gap to the other over the doubles, as far as is worth the while.
    var reachedEnd = false
    var double =
      low.map { NumberNeighbors.double(beside: $0, above: true) }
      ?? high.map { NumberNeighbors.double(beside: $0, above: false) } ?? nil
    for _ in 0..<trials {
      guard let current = double, let spelled = NumberNeighbors.spelled(current), isInside(spelled.value)
      else {
        reachedEnd = low != nil && high != nil
        break
      }
      if isMet(spelled.spelling) { return .found(spelled.spelling) }
      double = low != nil ? current.nextUp : current.nextDown
    }
    return reachedEnd && start != nil && integers < trials ? .all : .some
  }
}
