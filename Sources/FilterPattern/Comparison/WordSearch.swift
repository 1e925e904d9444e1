/// Looks for a value that several automata agree on, shortest first.
struct WordSearch {
  enum Outcome {
    case some([UInt8])
    case none
    /// None that the last look let through, or too many to look at.
    case unknown
  }

  /// The limits of one search, in states and in words of state that were worked on.
  static let maximumStates = 12_000
  static let maximumWork = 250_000
  /// The limit of all searches for one event together.
  static let maximumTotalWork = 500_000

  private let automata: [TextAutomaton]
  private let alphabet: [Unicode.Scalar]

  /// - Parameter singleTexts: whether single texts that must not be are automata too; otherwise they are left to the last look.
  private init(_ demand: ScalarDemand, numbers: NumberTextAutomaton?, singleTexts: Bool) {
    var automata = numbers.map { [TextAutomaton(kind: .numberText($0), isWanted: true)] } ?? []
    for (predicates, isWanted) in [(demand.holds, true), (demand.fails, false)] {
      for predicate in predicates {
        switch predicate {
        case .regex(let literal):
          automata.append(TextAutomaton(kind: .regex(literal.regex.automaton), isWanted: isWanted))
        case .text(let literal) where isWanted || literal.isGlob || singleTexts:
          automata.append(TextAutomaton(kind: .glob(GlobAutomaton(literal)), isWanted: isWanted))
        case .number(let comparison, let literal)
        where singleTexts && numbers == nil && comparison == (isWanted ? .notEqual : .equal):
          automata.append(
            TextAutomaton(kind: .glob(GlobAutomaton(TextLiteral(literal.spelling))), isWanted: false))
        case .text, .number: break
        }
      }
    }
    self.automata = automata
    alphabet = Self.alphabet(demand, automata, numbersOnly: numbers != nil)
  }

  /// A character of every sort that the automata tell apart, the readable first.
  private static func alphabet(
    _ demand: ScalarDemand, _ automata: [TextAutomaton], numbersOnly: Bool
  ) -> [Unicode.Scalar] {
    if numbersOnly { return Array("0123456789-.EInfity".unicodeScalars) }
    var used: Set<Unicode.Scalar> = []
    for case .text(let literal) in demand.all { used.formUnion(literal.text.unicodeScalars) }
    for case .number(_, let literal) in demand.all { used.formUnion(literal.spelling.unicodeScalars) }
    var sorts: Set<[Int]> = []
    var characters = used
    let byReadability =
      Array(0x61...0x7A) + Array(0x30...0x39) + Array(0x41...0x5A) + Array(0x20...0x7E) + Array(0...0xFF)
    for code in byReadability {
      guard let scalar = Unicode.Scalar(UInt32(code)), !used.contains(scalar) else { continue }
      if sorts.insert(sort(of: code, automata)).inserted { characters.insert(scalar) }
    }
    characters.insert(FreshCharacter.beyondLatin1(used))
    let rank = { (scalar: Unicode.Scalar) in
      byReadability.firstIndex(of: Int(scalar.value)) ?? Int(scalar.value) + 1000
    }
    return characters.map { (rank($0), $0) }.sorted { $0 < $1 }.map(\.1)
  }

  private static func sort(of symbol: Int, _ automata: [TextAutomaton]) -> [Int] {
    automata.compactMap { if case .regex(let regex) = $0.kind { regex.groups[symbol] } else { nil } }
  }

  /// Finds a value that meets a demand, as far as its texts go, and of which a last look says yes.
  ///
  /// - Parameter numbers: which numbers' texts to look among; nil for all strings.
  static func find(
    _ demand: ScalarDemand, numbers: NumberTextAutomaton?, work: inout Int, where isGood: ([UInt8]) -> Bool
  ) -> Outcome {
    var isExhausted = false
    let quick = WordSearch(demand, numbers: numbers, singleTexts: false).find(
      &isExhausted, &work, where: isGood)
    guard case .unknown = quick, isExhausted else { return quick }
    return WordSearch(demand, numbers: numbers, singleTexts: true).find(&isExhausted, &work, where: isGood)
  }

  /// Finds a value on which all agree and of which a last look says yes.
  ///
  /// After the first value that is refused by the last look the answer is not `none` any more but `unknown`. `isExhausted`
  /// tells whether all states were seen.
  private func find(_ isExhausted: inout Bool, _ workLeft: inout Int, where isGood: ([UInt8]) -> Bool)
    -> Outcome
  {
    var start: [UInt64] = []
    for automaton in automata { automaton.appendStart(to: &start) }
    var seen: [[UInt64]: Int] = [start: 0]
    var states = [start]
    var origins: [(from: Int, by: Unicode.Scalar)] = [(0, " ")]
    var work = 0
    defer { workLeft -= work }
    var refused = 0
    var at = 0
    while at < states.count {
      let state = states[at]
      if mayEnd(state) {
        let word = Self.word(to: at, origins)
        if isGood(word) { return .some(word) }
        refused += 1
      }
      for scalar in alphabet {
        work += start.count + 1
        var next = state
        move(&next, scalar)
        if isHopeless(next) { continue }
        if seen[next] != nil {
          // A longer way to a state where the short one was refused: give it a look, since only single texts are.
          if refused > 0, refused < 400, mayEnd(next) {
            let word = Self.word(to: at, origins) + Array(String(scalar).utf8)
            if isGood(word) { return .some(word) }
            refused += 1
          }
          continue
        }
        guard states.count < Self.maximumStates, work < min(Self.maximumWork, workLeft) else {
          return .unknown
        }
        seen[next] = states.count
        states.append(next)
        origins.append((at, scalar))
      }
      at += 1
    }
    isExhausted = true
    return refused == 0 ? .none : .unknown
  }

  private func move(_ state: inout [UInt64], _ scalar: Unicode.Scalar) {
    var index = 0
    for automaton in automata {
      automaton.step(&state, at: index, scalar)
      index += automaton.width
    }
  }

  private func mayEnd(_ state: [UInt64]) -> Bool {
    var index = 0
    for automaton in automata {
      if !automaton.mayEnd(state, at: index) { return false }
      index += automaton.width
    }
    return true
  }

  private func isHopeless(_ state: [UInt64]) -> Bool {
    var index = 0
    for automaton in automata {
      if automaton.isHopeless(state, at: index) { return true }
      index += automaton.width
    }
    return false
  }

  private static func word(to end: Int, _ origins: [(from: Int, by: Unicode.Scalar)]) -> [UInt8] {
    var scalars: [Unicode.Scalar] = []
    var at = end
    while at > 0 {
      scalars.append(origins[at].by)
      at = origins[at].from
    }
    return scalars.reversed().flatMap { Array(String($0).utf8) }
  }
}
