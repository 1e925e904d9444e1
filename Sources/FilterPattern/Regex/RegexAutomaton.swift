/// A regular expression as a bit-parallel automaton (Navarro and Raffinot, "Flexible Pattern Matching in Strings",
/// 4.2: extended Shift-And). Every character position of every alternative, counts written out, is one bit; a step
/// costs a few operations for 64 positions. Before the positions of an alternative stands a bit for its beginning.
struct RegexAutomaton: Sendable {
  /// The bits that are set.
  typealias State = [UInt64]

  let wordCount: Int
  /// The number of groups of symbols that no position tells apart.
  let groupCount: Int
  /// The group of each symbol.
  let groups: [Int]
  /// By group: the positions a symbol of the group may be read at, and those that may be read at again.
  private let read: [UInt64]
  private let again: [UInt64]
  /// The bits that are set at the beginning, and those that are set at every place.
  private let initial: [UInt64]
  private let everywhere: [UInt64]
  /// The runs of positions that may be left out: the bits before them, their last bits, and all of them.
  private let before: [UInt64]
  private let last: [UInt64]
  private let optional: [UInt64]
  /// The bits that mean a match: at once, and at the end of the value.
  private let accepting: [UInt64]
  private let acceptingAtEnd: [UInt64]

  init(_ alternatives: [RegexSequence]) {
    let chains = alternatives.compactMap(RegexChain.init)
    let bitCount = chains.reduce(0) { $0 + $1.positions.count + 1 }
    let words = max(1, (bitCount + 63) / 64)
    let grouping = RegexSymbolGroups(chains.flatMap { $0.positions.map(\.symbols) })
    var masks = Masks(words: words, groups: grouping.count)
    var bit = 0
    for chain in chains {
      masks.initial.set(bit)
      if !chain.isAtBegin { masks.everywhere.set(bit) }
      for (index, position) in chain.positions.enumerated() {
        let own = bit + 1 + index
        for group in 0..<grouping.count where position.symbols.contains(grouping.representatives[group]) {
          masks.read.set(group * words * 64 + own)
          if position.repeats { masks.again.set(group * words * 64 + own) }
        }
        guard position.isOptional else { continue }
        masks.optional.set(own)
        if index == 0 || !chain.positions[index - 1].isOptional { masks.before.set(own - 1) }
        if index == chain.positions.count - 1 || !chain.positions[index + 1].isOptional {
          masks.last.set(own)
        }
      }
      bit += chain.positions.count
      if chain.isAtEnd { masks.acceptingAtEnd.set(bit) } else { masks.accepting.set(bit) }
      bit += 1
    }
    wordCount = words
    groupCount = grouping.count
    groups = grouping.groups
    read = masks.read
    again = masks.again
    initial = masks.initial
    everywhere = masks.everywhere
    before = masks.before
    last = masks.last
    optional = masks.optional
    accepting = masks.accepting
    acceptingAtEnd = masks.acceptingAtEnd
  }

  private struct Masks {
    var read, again, initial, everywhere, before, last, optional, accepting, acceptingAtEnd: [UInt64]

    init(words: Int, groups: Int) {
      let empty = [UInt64](repeating: 0, count: words)
      (initial, everywhere, before, last) = (empty, empty, empty, empty)
      (optional, accepting, acceptingAtEnd) = (empty, empty, empty)
      read = [UInt64](repeating: 0, count: words * groups)
      again = read
    }
  }

  /// Before the first character.
  var start: State {
    var state = initial
    skipOptional(&state)
    return state
  }

  /// Reads one character of a group.
  func step(_ state: inout State, group: Int) {
    let row = group * wordCount
    var carry: UInt64 = 0
    for word in 0..<wordCount {
      let bits = state[word]
      state[word] = ((bits << 1 | carry) & read[row + word]) | (bits & again[row + word]) | everywhere[word]
      carry = bits >> 63
    }
    skipOptional(&state)
  }

  /// Sets, in each run of optional positions, every bit above the lowest that is set in the run or just before it.
  private func skipOptional(_ state: inout State) {
    var borrow: UInt64 = 0
    for word in 0..<wordCount {
      let bits = state[word] | last[word]
      let (first, overflow) = bits.subtractingReportingOverflow(before[word])
      let (difference, overflowAgain) = first.subtractingReportingOverflow(borrow)
      borrow = overflow || overflowAgain ? 1 : 0
      state[word] |= optional[word] & ~(difference ^ bits)
    }
  }

  /// Whether what was read has a match already.
  func isAccepting(_ state: State) -> Bool {
    for word in 0..<wordCount where state[word] & accepting[word] != 0 { return true }
    return false
  }

  /// Whether what was read has a match if it is the whole value.
  func isAcceptingAtEnd(_ state: State) -> Bool {
    for word in 0..<wordCount where state[word] & (accepting[word] | acceptingAtEnd[word]) != 0 {
      return true
    }
    return false
  }

  /// Whether no match can come any more, whatever follows.
  func isDead(_ state: State) -> Bool { state.allSatisfy { $0 == 0 } }
}

extension [UInt64] {
  fileprivate mutating func set(_ bit: Int) { self[bit >> 6] |= 1 << UInt64(bit & 63) }
}
