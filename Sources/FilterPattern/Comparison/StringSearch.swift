/// Finds a string that meets a demand.
///
/// Without regular expressions this is exact: put a character that stands in no literal between the longest prefix,
/// everything that must be contained and the longest suffix. If that string fails, no string does: a prefix, suffix or
/// part of it that must not be there lies wholly inside a piece that must.
struct StringSearch {
  private let demand: ScalarDemand
  private var exact: [[UInt8]] = []
  private var globs: [TextLiteral] = []
  private var isImpossible = false

  static func answer(_ demand: ScalarDemand, work: inout Int) -> ScalarAnswer {
    StringSearch(demand).answer(&work)
  }

  private init(_ demand: ScalarDemand) {
    self.demand = demand
    for predicate in demand.holds {
      switch predicate {
      case .text(let literal) where literal.isGlob: globs.append(literal)
      case .text(let literal): exact.append(literal.body)
      case .number(.equal, let literal): exact.append(literal.bytes)
      case .number(let comparison, _) where comparison.isOrdering: isImpossible = true
      case .number, .regex: break
      }
    }
    for predicate in demand.fails {
      switch predicate {
      case .text(let literal) where literal.isAnything: isImpossible = true
      case .number(.notEqual, let literal): exact.append(literal.bytes)
      case .text, .number, .regex: break
      }
    }
  }

  private func answer(_ work: inout Int) -> ScalarAnswer {
    if isImpossible { return .none }
    if let only = exact.first { return demand.isMet(byString: only) ? .some(.string(only)) : .none }
    for candidate in candidates() where demand.isMet(byString: candidate) { return .some(.string(candidate)) }
    guard demand.all.contains(where: \.isRegex) else { return .none }
    switch WordSearch.find(demand, numbers: nil, work: &work, where: { demand.isMet(byString: $0) }) {
    case .some(let word): return .some(.string(word))
    case .none: return .none
    case .unknown: return .unknown(.regularExpressions)
    }
  }

  /// Strings to try: short ones that read well, and at last the one that decides.
  private func candidates() -> [[UInt8]] {
    let prefix = longest(globs.filter { $0.anyAfter && !$0.anyBefore }.map(\.body))
    let suffix = longest(globs.filter { $0.anyBefore && !$0.anyAfter }.map(\.body))
    let parts = globs.filter { $0.anyBefore && $0.anyAfter && !$0.body.isEmpty }.map(\.body)
    let filler = Array(String(FreshCharacter.find(notIn: demand.all)).utf8)
    let separated = (prefix + filler) + parts.flatMap { $0 + filler } + suffix
    return [prefix + parts.flatMap { $0 } + suffix, separated]
  }

  private func longest(_ pieces: [[UInt8]]) -> [UInt8] { pieces.max { $0.count < $1.count } ?? [] }
}

extension ScalarPredicate {
  var isRegex: Bool { if case .regex = self { true } else { false } }
}
