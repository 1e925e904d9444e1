import FilterPattern
import Foundation
import Testing

/// Doubling the input may double the time; a quadratic reader quadruples it.
@Suite(.serialized) struct LinearTimeTests {
  /// CPU time of this thread in nanoseconds, the least of three runs: other tests and other programs do not count.
  private func cost(_ work: () -> Void) -> UInt64 {
    (0..<3).map { _ in
      let start = threadTime()
      work()
      return threadTime() - start
    }.min() ?? 0
  }

  private func threadTime() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  @Test(arguments: [
    ("{ $.k = *aaaaaaab* }", #"{"k":"a"#, "a", #""}"#), ("{ $.k = %a*a*a*b% }", #"{"k":""#, "a", #""}"#),
    ("{ $.k[*] != 7 }", #"{"k":[1"#, ",1", "]}"), ("{ $.k.* = 7 }", #"{"k":{"a":1"#, #","b":1"#, "}}"),
    ("{ $.k = 7 }", #"{"k":1"#, "1", "}"), ("{ $.k = 7.5 }", #"{"k":1."#, "1", "}"),
    ("{ $.k = 1 || $.l = 2 }", "{", #""m":1,"#, #""z":1}"#),
    ("[..., z = 5]", "", "\"a ", ""), ("[..., z = 5]", "", "[x] ", ""), ("[a, b]", "x ", "\"", ""),
    ("aaaaaaab -c", "", "a", ""),
  ])
  func matchingTakesTimeLinearInTheMessage(pattern: String, start: String, unit: String, end: String) throws {
    let matcher = PatternMatcher(try #require(Pattern.parse(pattern).pattern))
    let message = { (count: Int) in Array((start + String(repeating: unit, count: count) + end).utf8) }
    let small = message(3_000)
    let large = message(12_000)
    let smallCost = cost { _ = matcher.match(small) }
    let largeCost = cost { _ = matcher.match(large) }
    // Four times the input: linear is 4, quadratic 16.
    #expect(largeCost < smallCost * 9 + 2_000_000)
  }

  @Test func parsingTakesTimeLinearInTheText() {
    for unit in ["(", "x ", "\"a\" ", "-", "$.a=1&&", "\\"] {
      let small = "{ " + String(repeating: unit, count: 50_000) + " }"
      let large = "{ " + String(repeating: unit, count: 200_000) + " }"
      #expect(cost { _ = Pattern.parse(large) } < cost { _ = Pattern.parse(small) } * 9 + 2_000_000)
    }
  }

  @Test func theLongestPatternIsReadQuickly() {
    let patterns = [
      "{" + String(repeating: "(", count: 500) + "$.a=1" + String(repeating: ")", count: 500) + "}",
      "{" + (0..<92).map { "($.a\($0)=x)" }.joined(separator: "&&") + "}",
      "[" + (0..<200).map { "a\($0)" }.joined(separator: ",") + "]", String(repeating: "x ", count: 511),
    ]
    for text in patterns { #expect(cost { _ = Pattern.parse(text) } < 200_000_000) }
  }
}
