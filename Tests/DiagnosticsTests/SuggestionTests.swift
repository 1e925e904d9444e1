import Diagnostics
import Testing

@Suite struct SuggestionTests {
  /// Edits as the definition has them, with a swap of two neighbours as one.
  private static func distance(_ one: String, _ two: String) -> Int {
    let a = Array(one.lowercased().unicodeScalars)
    let b = Array(two.lowercased().unicodeScalars)
    var rows = [Array(0...b.count)]
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, rows[i - 1][j - 1] + 1) }
        row.append(cost)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }

  /// Words that come from each other by a few edits, from a small alphabet so that many are near.
  private static func words(_ count: Int) -> [String] {
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let letters = Array("abcABé-ß中".unicodeScalars)
    return (0..<count).map { _ in
      String(String.UnicodeScalarView((0..<next(14)).map { _ in letters[next(letters.count)] }))
    }
  }

  @Test func theNearestIsTheOneOfTheDefinition() {
    let words = Self.words(400)
    for word in words.prefix(150) {
      let others = words.filter { $0 != word }
      let least = others.map { Self.distance(word, $0) }.min() ?? 0
      let isNear = least <= max(1, word.lowercased().unicodeScalars.count / 3)
      let wanted = isNear ? others.first { Self.distance(word, $0) == least } : nil
      #expect(Suggestion.nearest(to: word, among: others) == wanted, "\(word)")
    }
  }

  @Test(
    arguments: [
      ("nmae", "name"), ("Nmae", "name"), ("zebra", nil), ("n", nil), ("", nil), ("notfiy", "notify"),
      (String(repeating: "x", count: 10_000), nil),
    ] as [(String, String?)])
  func aSlipIsAnswered(word: String, meant: String?) {
    #expect(Suggestion.nearest(to: word, among: ["name", "notify", ""]) == (word.isEmpty ? "" : meant))
  }
}
