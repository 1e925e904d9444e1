/// An alternative with its anchors taken out and its counts written out.
struct RegexChain {
  struct Position {
    let symbols: RegexSymbolSet
    let isOptional: Bool
    let repeats: Bool
  }

  let isAtBegin: Bool
  let isAtEnd: Bool
  let positions: [Position]

  /// Nil when the alternative can never match, as `a^b` cannot.
  ///
  /// What stands before a `^` and what stands after a `$` must be empty, and can then be left out.
  init?(_ sequence: RegexSequence) {
    let items = sequence.filter { $0.kind.isSymbols || $0.minimum > 0 }
    let begin = items.lastIndex { $0.kind == .begin }
    let end = items.firstIndex { $0.kind == .end }
    isAtBegin = begin != nil
    isAtEnd = end != nil
    var body = items[...]
    if let begin, let end, end < begin {
      guard items.allSatisfy(\.canBeEmpty) else { return nil }
      body = []
    } else {
      if let end {
        guard items[end...].allSatisfy(\.canBeEmpty) else { return nil }
        body = body[..<end]
      }
      if let begin {
        guard items[...begin].allSatisfy(\.canBeEmpty) else { return nil }
        body = body[(begin + 1)...]
      }
    }
    positions = body.flatMap(Self.positions)
  }

  private static func positions(of item: RegexItem) -> [Position] {
    guard case .symbols(let symbols) = item.kind else { return [] }
    func repeated(_ count: Int, isOptional: Bool) -> [Position] {
      [Position](repeating: Position(symbols: symbols, isOptional: isOptional, repeats: false), count: count)
    }
    if let maximum = item.maximum {
      return repeated(item.minimum, isOptional: false)
        + repeated(max(0, maximum - item.minimum), isOptional: true)
    }
    return repeated(max(0, item.minimum - 1), isOptional: false)
      + [Position(symbols: symbols, isOptional: item.minimum == 0, repeats: true)]
  }
}

extension RegexItem {
  /// Whether it can stand where nothing does; an anchor always can, where its place allows.
  fileprivate var canBeEmpty: Bool { !kind.isSymbols || minimum == 0 }
}

extension RegexItem.Kind {
  fileprivate var isSymbols: Bool { if case .symbols = self { true } else { false } }
}
