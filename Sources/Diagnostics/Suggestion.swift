/// "Did you mean": the nearest known word to a mistyped one.
public enum Suggestion {
  /// The most candidates that are looked at, so that as many unknown names as known ones take time in proportion.
  static let mostCandidates = 2_000

  /// How many unknown names of a text are answered with a suggestion: where there are more, it is no slip.
  public static let mostAsked = 100

  /// The candidate with the smallest edit distance, if it is near enough to be a slip: at most a third of the
  /// word's length, and at least 1 is always allowed. Ties go to the first candidate.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let typed = Letters(word, most: 64)
    var bound = max(1, typed.letters.count / 3)
    var rows = EditDistance()
    var best: String?
    for candidate in candidates.prefix(mostCandidates) {
      // Bytes are at least as many as letters, and at most four times as many.
      let count = candidate.utf8.count
      guard count + bound >= typed.letters.count, count <= 4 * (typed.letters.count + bound) else { continue }
      let letters = Letters(candidate)
      guard let distance = rows.distance(typed, letters, atMost: bound) else { continue }
      best = candidate
      // The next one must be nearer.
      bound = distance - 1
      if bound < 0 { break }
    }
    return best
  }

  /// The hint that names the nearest known word; nil when none is near.
  public static func hint(for word: String, among candidates: some Sequence<String>) -> String? {
    nearest(to: word, among: candidates).map { "did you mean '\($0)'?" }
  }

  /// Whether a word is another one but for its case and one or two edits.
  public static func isSlip(_ word: String, of other: String) -> Bool {
    var rows = EditDistance()
    let letters = Letters(other)
    return rows.distance(Letters(word), letters, atMost: min(2, letters.letters.count / 3)) != nil
  }
}

/// A word's letters in lower case, as Unicode scalars, with what they have in common with other words at a glance.
private struct Letters {
  private(set) var letters: [UInt32]
  /// A bit for each letter, many letters to a bit.
  private(set) var mask: UInt32 = 0

  init(_ word: String, most: Int = .max) {
    if word.utf8.allSatisfy({ $0 < 0x80 }) {
      letters = word.utf8.prefix(most).map { (65...90).contains($0) ? UInt32($0 | 32) : UInt32($0) }
    } else {
      letters = word.lowercased().unicodeScalars.prefix(most).map(\.value)
    }
    for letter in letters { mask |= 1 << (letter & 31) }
  }
}

/// Counts edits, a swap of two neighbours as one (optimal string alignment). Its rows are used again for the next pair.
private struct EditDistance {
  private var beforePrevious: [Int] = []
  private var previous: [Int] = []
  private var current: [Int] = []

  /// The distance; nil when it is over a bound.
  mutating func distance(_ a: Letters, _ b: Letters, atMost bound: Int) -> Int? {
    guard abs(a.letters.count - b.letters.count) <= bound,
      // Each edit brings at most one letter that the other has not.
      (a.mask & ~b.mask).nonzeroBitCount <= bound, (b.mask & ~a.mask).nonzeroBitCount <= bound
    else { return nil }
    return distance(a.letters, b.letters, atMost: bound)
  }

  private mutating func distance(_ a: [UInt32], _ b: [UInt32], atMost bound: Int) -> Int? {
    let over = bound + 1
    previous = (0...b.count).map { min($0, over) }
    beforePrevious = previous
    current = previous
    for i in a.indices {
      // Only near the diagonal the distance can be within the bound.
      let from = max(0, i - bound)
      let to = min(b.count, i + bound + 1)
      guard from < to else { return nil }
      current[from] = from == 0 ? min(i + 1, over) : over
      var least = current[from]
      for j in from..<to {
        let isSame = a[i] == b[j]
        var cost = min(previous[j] + (isSame ? 0 : 1), current[j] + 1)
        if j < i + bound { cost = min(cost, previous[j + 1] + 1) }
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforePrevious[j - 1] + 1) }
        current[j + 1] = min(cost, over)
        least = min(least, current[j + 1])
      }
      // A swap reaches back over one row.
      if least > bound, (previous.min() ?? over) > bound { return nil }
      (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return previous[b.count] <= bound ? previous[b.count] : nil
  }
}
