/// The texts that a number of an event can have: digits as written, a double as Java prints it. A little too wide: what is
/// found by it is looked at again.
struct NumberTextAutomaton {
  /// Whether numbers that are not finite count.
  let allowsInfinity: Bool
  /// Whether numbers above zero, and below zero, count.
  let allowsPositive: Bool
  let allowsNegative: Bool

  static let dead = 99
  private static let infinity = Array("Infinity".unicodeScalars)

  /// States: 0 start, 1 sign, 2 zero, 3 digits, 4 point, 5 fraction, 6 E, 7 its sign, 8 its digits, 11... Infinity. Fifty more are the
  /// same after a sign.
  func step(_ state: Int, _ scalar: Unicode.Scalar) -> Int {
    if state == 0, scalar == "-" { return 51 }
    if state == Self.dead { return Self.dead }
    let isNegative = state >= 50
    let next = unsigned(
      isNegative ? state - 50 : state, scalar, mayBeNonzero: isNegative ? allowsNegative : allowsPositive)
    return next == Self.dead || !isNegative ? next : next + 50
  }

  private func unsigned(_ state: Int, _ scalar: Unicode.Scalar, mayBeNonzero: Bool) -> Int {
    let isDigit = ("0"..."9").contains(scalar) && (scalar == "0" || mayBeNonzero || state >= 6)
    switch (state, scalar) {
    case (0...1, "I") where allowsInfinity: return 11
    case (0...1, "0"): return 2
    case (0...1, _) where isDigit: return 3
    case (3, _) where isDigit: return 3
    case (2...3, "."): return 4
    case (4...5, _) where isDigit: return 5
    case (5, "E"): return 6
    case (6, "-"): return 7
    case (6...8, _) where isDigit: return 8
    case (11..<18, Self.infinity[max(0, min(state - 10, 7))]): return state + 1
    default: return Self.dead
    }
  }

  static func accepts(_ state: Int) -> Bool { [2, 3, 5, 8, 18].contains(state >= 50 ? state - 50 : state) }
}
