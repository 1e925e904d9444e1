import FilterPattern
import Testing

/// Patterns of the full length of 1,024 characters. The limits are wide: tests are built without optimization.
@Suite struct ComparisonSpeedTests {
  private static func fill(_ joint: String, _ clause: (Int) -> String) throws -> Pattern {
    var text = "{ \(clause(0))"
    var number = 1
    while text.utf8.count + joint.utf8.count + clause(number).utf8.count + 2 <= 1024 {
      text += joint + clause(number)
      number += 1
    }
    return try #require(Pattern.parse(text + " }").pattern)
  }

  private static func pairs() throws -> [(Pattern, Pattern)] {
    [
      (try fill("||") { "$.e=A\($0)" }, try fill("||") { "$.e=A\(199 - $0)" }),
      (try fill("||") { "$.e=A\($0)" }, try fill("&&") { "$.e!=A\($0)" }),
      (try fill("||") { "$.e=\"*\($0)a*\"" }, try fill("&&") { "$.e=\"*\($0)b*\"" }),
      (
        try fill("&&") { "($.a\($0 % 9)=1||$.b\($0 % 7)=2||$.c\($0 % 5)=3)" },
        try fill("||") { "($.a\($0 % 9)=1&&$.b\($0 % 7)=2)" }
      ),
      (
        try fill("||") { "($.n>\(2 * $0)&&$.n<\(2 * $0 + 1))" },
        try fill("||") { "($.n>\(2 * $0).1&&$.n<\(2 * $0).9)" }
      ),
      (
        try fill("&&") { $0 == 0 ? "$.*=1" : "$.a.k\($0).b=3" },
        try fill("||") { $0 == 0 ? "$.a.*.b!=3" : "$.a.k\($0).b=3" }
      ),
      (
        try fill("&&") { $0 == 0 ? "$.a=%[ab]*a[ab]{12}%" : "$.a!=x\($0)" },
        try fill("&&") { $0 == 0 ? "$.a=%b[ab]{11}$%" : "$.a!=y\($0)" }
      ),
    ]
  }

  @Test(arguments: 0..<7)
  func longPatternsCompareInTime(index: Int) throws {
    let (left, right) = try Self.pairs()[index]
    var comparison: PatternComparison?
    let time = ContinuousClock().measure { comparison = PatternComparison(left, right) }
    #expect(comparison?.undecidedReason != .unconfirmed)
    #expect(time < .seconds(20))
  }
}
