/// Numbers that look random and are the same in every run (SplitMix64).
struct FixedRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }
}

/// Patterns and events over a small vocabulary, so that they meet.
struct RandomPatterns {
  private static let selectors = [
    "$.a", "$.a", "$.b", "$.a.b", "$.a[0]", "$.a[1]", "$.a.c", "$.b[0].a",
  ]
  private static let wildcards = ["$.a[*]", "$.a.*", "$.*", "$.a[*].b", "$.*.a", "$.a.b[*]", "$.*[0]"]
  private static let literals = [
    "1", "2", "1.0", "+1", "-0", "1.5", "1e1", "10", "x", "y", "xy", "x*", "*y", "\"*x*\"", "*", "\"1\"",
    "\"1.0\"", "\"1*\"", "true",
    "0.1", "1e400",
  ]
  private static let numbers = ["1", "2", "1.5", "0", "-1", "1e-999", "10", "0.1", "1e400"]
  private static let regexes = ["%x%", "%^x%", "%y$%", "%^[xy]+$%", "%\\d%", "%^1.?0*$%", "%^$%"]

  var random: FixedRandom
  private var wildcardsLeft = 0
  private var regexesLeft = 0

  init(seed: UInt64) { random = FixedRandom(seed: seed) }

  mutating func pattern() -> String {
    wildcardsLeft = Int.random(in: 0...2, using: &random)
    regexesLeft = Int.random(in: -2...1, using: &random)
    return "{ \(expression(Int.random(in: 1...5, using: &random))) }"
  }

  private mutating func expression(_ count: Int) -> String {
    guard count > 1 else { return condition() }
    let left = Int.random(in: 1..<count, using: &random)
    return "(\(expression(left))) \(random.pick(["&&", "||"])) (\(expression(count - left)))"
  }

  private mutating func condition() -> String {
    var selector = random.pick(Self.selectors)
    if wildcardsLeft > 0, Bool.random(using: &random) {
      wildcardsLeft -= 1
      selector = random.pick(Self.wildcards)
    }
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return selector + " IS NULL"
    case 1: return selector + random.pick([" IS TRUE", " IS FALSE"])
    case 2: return selector + " NOT EXISTS"
    case 3...4: return selector + random.pick([" < ", " <= ", " > ", " >= "]) + random.pick(Self.numbers)
    default:
      if regexesLeft > 0 {
        regexesLeft -= 1
        return selector + random.pick([" = ", " != "]) + random.pick(Self.regexes)
      }
      return selector + random.pick([" = ", " != ", " = "]) + random.pick(Self.literals)
    }
  }

  private static let scalars = [
    "null", "true", "false", "1", "1.0", "1e0", "2", "1.5", "10", "1e1", "0", "-0", "-1", "0.1", "1e309",
    "-1e309", "\"1\"", "\"1.0\"",
    "\"01\"", "\"x\"", "\"y\"", "\"xy\"", "\"yx\"", "\"xzy\"", "\"\"", "\"true\"", "\"+1\"", "\"10\"", "{}",
    "[]", "3", "12", "1e-999",
  ]

  mutating func event() -> String { object(depth: 3) }

  private mutating func object(depth: Int) -> String {
    var members: [String] = []
    for key in ["a", "b", "c", "z"] where Int.random(in: 0..<5, using: &random) < (key == "a" ? 4 : 2) {
      members.append("\"\(key)\":\(value(depth: depth - 1))")
    }
    return "{\(members.joined(separator: ","))}"
  }

  private mutating func value(depth: Int) -> String {
    guard depth > 0, Int.random(in: 0..<5, using: &random) < 2 else { return random.pick(Self.scalars) }
    if Bool.random(using: &random) { return object(depth: depth) }
    let count = Int.random(in: 0...3, using: &random)
    var elements: [String] = []
    for _ in 0..<count { elements.append(value(depth: depth - 1)) }
    return "[\(elements.joined(separator: ","))]"
  }
}
