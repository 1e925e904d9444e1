/// A regular expression of a schema, matched by backtracking within a bound of steps.
///
/// Covers what the published schemas use of Python's and Java's syntax. What it does not cover, and a match that
/// would take too long, counts as a match: a doubt raises no finding.
struct SchemaPattern {
  indirect enum Element {
    case set(CharacterSet)
    case start
    case end
    case group([[Element]])
    case lookahead([[Element]], negated: Bool)
    case repeated(Element, min: Int, max: Int)
  }

  /// Scalar ranges, perhaps negated.
  struct CharacterSet {
    var ranges: [ClosedRange<UInt32>] = []
    var isNegated = false
    /// Scalars that are left out, whatever the ranges say.
    var excluded: [ClosedRange<UInt32>] = []

    func contains(_ scalar: UInt32) -> Bool {
      ranges.contains { $0.contains(scalar) } != isNegated && !excluded.contains { $0.contains(scalar) }
    }
  }

  private let alternatives: [[Element]]

  /// Reads a pattern; nil when it uses what is not covered.
  init?(_ text: String) {
    var parser = SchemaPatternParser(text)
    guard let parsed = parser.parse() else { return nil }
    alternatives = parsed
  }

  /// Whether some part of the text matches.
  func matches(_ text: String) -> Bool {
    let scalars = text.unicodeScalars.map { $0.value }
    guard scalars.count <= 20_000 else { return true }
    var run = Run(scalars: scalars)
    for start in 0...scalars.count {
      if run.match(alternatives, at: start, depth: 0, then: { _, _ in true }) || run.isExhausted {
        return true
      }
    }
    return false
  }

  private struct Run {
    let scalars: [UInt32]
    var steps = 0
    var isExhausted: Bool { steps > 200_000 }

    init(scalars: [UInt32]) { self.scalars = scalars }

    typealias Continuation = (inout Run, Int) -> Bool

    mutating func match(_ alternatives: [[Element]], at position: Int, depth: Int, then next: Continuation)
      -> Bool
    {
      alternatives.contains { match($0[...], at: position, depth: depth, then: next) }
    }

    mutating func match(
      _ elements: ArraySlice<Element>, at position: Int, depth: Int, then next: Continuation
    ) -> Bool {
      steps += 1
      if isExhausted || depth > 400 {
        steps = .max / 2
        return true
      }
      guard let first = elements.first else { return next(&self, position) }
      let rest = elements.dropFirst()
      switch first {
      case .set(let set):
        guard position < scalars.count, set.contains(scalars[position]) else { return false }
        return match(rest, at: position + 1, depth: depth, then: next)
      case .start:
        return position == 0 && match(rest, at: position, depth: depth, then: next)
      case .end:
        let isEnd = position == scalars.count || (position == scalars.count - 1 && scalars[position] == 10)
        return isEnd && match(rest, at: position, depth: depth, then: next)
      case .group(let inner):
        return match(inner, at: position, depth: depth + 1) { run, end in
          run.match(rest, at: end, depth: depth + 1, then: next)
        }
      case .lookahead(let inner, let negated):
        let found = match(inner, at: position, depth: depth + 1) { _, _ in true }
        return found != negated && match(rest, at: position, depth: depth, then: next)
      case .repeated(.set(let set), let low, let high):
        var count = 0
        while count < high, position + count < scalars.count, set.contains(scalars[position + count]) {
          count += 1
        }
        steps += count
        while count >= low {
          if match(rest, at: position + count, depth: depth + 1, then: next) { return true }
          count -= 1
        }
        return false
      case .repeated(let inner, let low, let high):
        return again(inner, low, high, rest, at: position, depth: depth + 1, then: next)
      }
    }

    /// Once more, if it may be, else the rest.
    private mutating func again(
      _ inner: Element, _ low: Int, _ high: Int, _ rest: ArraySlice<Element>, at position: Int, depth: Int,
      then next: Continuation
    ) -> Bool {
      if high > 0,
        match(
          [inner], at: position, depth: depth,
          then: { run, end in
            guard end > position || low > 0 else { return false }
            let left = high == .max ? high : high - 1
            return run.again(inner, Swift.max(0, low - 1), left, rest, at: end, depth: depth + 1, then: next)
          })
      {
        return true
      }
      return low == 0 && match(rest, at: position, depth: depth, then: next)
    }
  }
}
