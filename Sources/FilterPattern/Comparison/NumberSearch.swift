import JSONScanner

/// Finds a number that meets a demand.
///
/// The values that the conditions name part the number line. On a named value stand at most a few numbers, which differ in
/// their text (`5`, `5.0`); between two named values all numbers have the same order to all of them, so some of them
/// are tried, or all where there are few.
struct NumberSearch {
  private let demand: ScalarDemand
  private let values: [ExactDecimal]
  /// What is asked of the value: a comparison with one of `values`, by its index.
  private var orders: [(comparison: ComparisonOperator, value: Int, isWanted: Bool)] = []
  /// How many numbers to try between two named values: more than there are single texts to be avoided.
  private let trials: Int

  static func answer(_ demand: ScalarDemand) -> ScalarAnswer { NumberSearch(demand).answer() }

  private init(_ demand: ScalarDemand) {
    self.demand = demand
    var values: [ExactDecimal] = []
    for case .number(_, let literal) in demand.all { values.append(literal.value) }
    self.values = Set(values).sorted()
    trials = demand.fails.count(where: \.isTextual) + 4
    let indices = Dictionary(uniqueKeysWithValues: self.values.enumerated().map { ($1, $0) })
    for (predicates, isWanted) in [(demand.holds, true), (demand.fails, false)] {
      for case .number(let comparison, let literal) in predicates {
        orders.append((comparison, indices[literal.value] ?? 0, isWanted))
      }
    }
  }

  private func answer() -> ScalarAnswer {
    for case .text(let literal) in demand.fails where literal.isAnything { return .none }
    if let only = onlyText { return numbers(withText: only) }
    for spelling in ["1e309", "-1e309"] where isMet(spelling) { return .some(.number(spelling)) }
    var isOpen = false
    for index in values.indices where mayStand(atRank: 2 * index + 1) {
      if let found = spellings(of: values[index]).first(where: isMet) { return .some(.number(found)) }
      if values[index].exponent > NumberNeighbors.maximumDigits { isOpen = true }
    }
    for index in 0...values.count where mayStand(atRank: 2 * index) {
      let low = index > 0 ? values[index - 1] : nil
      let high = index < values.count ? values[index] : nil
      let (spellings, isWhole) = self.spellings(between: low, and: high)
      if let found = spellings.first(where: isMet) { return .some(.number(found)) }
      if !isWhole { isOpen = true }
    }
    guard isOpen else { return .none }
    switch WordSearch.find(demand, numbersOnly: true, where: { spelling(ofText: $0).map(isMet) ?? false }) {
    case .some(let text): return spelling(ofText: text).map { .some(.number($0)) } ?? .unknown(.numberText)
    case .none: return .none
    case .unknown: return .unknown(.numberText)
    }
  }

  private func isMet(_ spelling: String) -> Bool { demand.isMet(by: EventNumber(spelling: spelling.utf8)) }

  /// Whether the conditions on the value let a finite number stand here. The named values have the odd ranks, in order; the gaps
  /// before, between and after them the even ones.
  private func mayStand(atRank rank: Int) -> Bool {
    orders.allSatisfy { order in
      let other = 2 * order.value + 1
      let holds =
        switch order.comparison {
        case .equal: rank == other
        case .notEqual: rank != other
        case .less: rank < other
        case .lessOrEqual: rank <= other
        case .greater: rank > other
        case .greaterOrEqual: rank >= other
        }
      return holds == order.isWanted
    }
  }

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

  /// Numbers strictly between two values, and whether these are all.
  private func spellings(between low: ExactDecimal?, and high: ExactDecimal?) -> ([String], isWhole: Bool) {
    func isInside(_ value: ExactDecimal) -> Bool {
      (low.map { $0 < value } ?? true) && (high.map { value < $0 } ?? true)
    }
    var spellings: [String] = []
    let zero = ExactDecimal(isNegative: false, digits: [], exponent: 0)
    let start = (low ?? high).map { NumberNeighbors.truncated($0) } ?? zero
    if let start {
      let direction = low == nil && high != nil ? -1 : 1
      let amounts = Array(-1...trials) + [10, 50, 100, 200, 300, 400, 500, 1000, 10_000, 100_000, 1_000_000]
      for amount in amounts {
        let integer = NumberNeighbors.adding(amount * direction, to: start)
        if isInside(integer) { spellings.append(NumberNeighbors.spelling(ofInteger: integer)) }
      }
    }
    guard low != nil || high != nil else { return (spellings + ["0.5", "1e21"], false) }
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
      spellings.append(spelled.spelling)
      double = low != nil ? current.nextUp : current.nextDown
    }
    let hasFewIntegers = start != nil && spellings.count < trials
    return (spellings, reachedEnd && hasFewIntegers)
  }
}
