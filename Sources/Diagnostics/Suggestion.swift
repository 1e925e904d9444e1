/// "Did you mean": the nearest known word to a mistyped one.
public enum Suggestion {
  /// The candidate with the smallest edit distance, if it is near enough to be a slip: at most a third of the
  /// word's length, and at least 1 is always allowed. Ties go to the first candidate.
  public static func nearest(to word: String, among candidates: [String]) -> String? {
    let typed = Array(word.lowercased().unicodeScalars.prefix(64))
    var best: (distance: Int, word: String)?
    for candidate in candidates {
      let distance = distance(typed, Array(candidate.lowercased().unicodeScalars))
      if distance < best?.distance ?? Int.max { best = (distance, candidate) }
    }
    guard let best, best.distance <= max(1, typed.count / 3) else { return nil }
    return best.word
  }

  /// Whether a word is another one but for its case and one or two edits.
  public static func isSlip(_ word: String, of other: String) -> Bool {
    let longest = 2 + other.unicodeScalars.count
    guard word.unicodeScalars.count <= longest else { return false }
    let distance = distance(Array(word.lowercased().unicodeScalars), Array(other.lowercased().unicodeScalars))
    return distance <= min(2, other.unicodeScalars.count / 3)
  }

  /// Edits, counting a swap of two neighbours as one (optimal string alignment).
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforePrevious = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in 0..<a.count {
      var current = [i + 1]
      for j in 0..<b.count {
        var cost = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforePrevious[j - 1] + 1) }
        current.append(cost)
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[b.count]
  }
}
