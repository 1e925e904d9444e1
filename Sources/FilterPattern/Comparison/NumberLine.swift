/// The values that the conditions name, in order. They have the odd ranks; the gaps before, between and after them the even.
struct NumberLine {
  let values: [ExactDecimal]
  /// The rank of the value that a predicate names, by the predicate's number; nil for those of a text.
  private let ranks: [Int?]

  init(_ predicates: [ScalarPredicate]) {
    let named = predicates.map {
      if case .number(_, let literal) = $0 { literal.value } else { ExactDecimal?.none }
    }
    values = Set(named.compactMap { $0 }).sorted()
    let order = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
    ranks = named.map { $0.flatMap { order[$0] }.map { 2 * $0 + 1 } }
  }

  /// The value at a rank or, of a gap, its lower end; nil when it has none.
  func low(_ rank: Int) -> ExactDecimal? {
    rank.isMultiple(of: 2) ? (rank > 0 ? values[rank / 2 - 1] : nil) : values[rank / 2]
  }

  /// The value at a rank or, of a gap, its upper end; nil when it has none.
  func high(_ rank: Int) -> ExactDecimal? { rank / 2 < values.count ? values[rank / 2] : nil }

  /// The ranks at which the conditions on the value are met, ascending.
  func ranks(_ constraint: PlaceConstraint, _ predicates: [ScalarPredicate]) -> [Int] {
    var low = 0
    var high = 2 * values.count
    var excluded: Set<Int> = []
    func limit(_ comparison: ComparisonOperator, _ rank: Int, _ isWanted: Bool) {
      switch (comparison, isWanted) {
      case (.equal, true), (.notEqual, false): (low, high) = (max(low, rank), min(high, rank))
      case (.equal, false), (.notEqual, true): excluded.insert(rank)
      case (.less, true), (.greaterOrEqual, false): high = min(high, rank - 1)
      case (.lessOrEqual, true), (.greater, false): high = min(high, rank)
      case (.greater, true), (.lessOrEqual, false): low = max(low, rank + 1)
      case (.greaterOrEqual, true), (.less, false): low = max(low, rank)
      }
    }
    for (numbers, isWanted) in [(constraint.holds, true), (constraint.fails, false)] {
      for number in numbers {
        guard case .number(let comparison, _) = predicates[number], let rank = ranks[number] else { continue }
        limit(comparison, rank, isWanted)
      }
    }
    return low <= high ? (low...high).filter { !excluded.contains($0) } : []
  }
}
