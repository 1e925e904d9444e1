/// Symbols that are in the same sets, put together.
struct RegexSymbolGroups {
  /// The group of each symbol.
  let groups: [Int]
  /// A symbol of each group.
  let representatives: [Int]

  var count: Int { representatives.count }

  init(_ sets: [RegexSymbolSet]) {
    var groups = [Int](repeating: 0, count: RegexSymbol.count)
    var count = 1
    for set in Set(sets) {
      // Each group falls in two at most: inside and outside the set.
      var inside = [Int?](repeating: nil, count: count)
      var hasOutside = [Bool](repeating: false, count: count)
      for symbol in groups.indices where !set.contains(symbol) { hasOutside[groups[symbol]] = true }
      for symbol in groups.indices where set.contains(symbol) && hasOutside[groups[symbol]] {
        let old = groups[symbol]
        if inside[old] == nil {
          inside[old] = count
          count += 1
        }
        groups[symbol] = inside[old] ?? old
      }
    }
    // Numbers by first appearance, so that they do not depend on the order of a set.
    var numbers: [Int: Int] = [:]
    var representatives: [Int] = []
    self.groups = groups.enumerated().map { symbol, group in
      if let number = numbers[group] { return number }
      numbers[group] = representatives.count
      representatives.append(symbol)
      return representatives.count - 1
    }
    self.representatives = representatives
  }
}
