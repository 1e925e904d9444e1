import Testing

@testable import GenCore

@Suite struct BenchmarkTests {
  @Test func `there are eleven editions, in the order of publication`() {
    #expect(Benchmark.allCases.map(\.id).first == "cis-1.2.0")
    #expect(Benchmark.allCases.map(\.id).last == "cis-7.0.0")
    #expect(Benchmark.allCases.count == 11)
    #expect(Benchmark.allCases == Benchmark.allCases.sorted())
    #expect(Benchmark.cis400.edition == "4.0.0")
    #expect(Benchmark.cis401.title == "CIS v4.0.1")
  }

  @Test func `an edition is found by its id and by nothing else`() {
    for benchmark in Benchmark.allCases { #expect(Benchmark(id: benchmark.id) == benchmark) }
    for wrong in ["", "1.4.0", "CIS-1.4.0", "cis-1.4", "cis-1.4.0 "] { #expect(Benchmark(id: wrong) == nil) }
  }

  @Test(arguments: [
    ("1.4.0", "cis-1.4.0"), ("v5.0.0", "cis-5.0.0"), ("cis1.4.0", "cis-1.4.0"), ("CIS-3.0.0", "cis-3.0.0"),
    ("cis-1.4.1", "cis-1.4.0"),
  ])
  func `a mistyped edition is answered with the nearest`(typed: String, meant: String) {
    #expect(Benchmark.suggestion(for: typed) == meant)
  }

  @Test func `a checker is found by its word`() {
    #expect(Checker.allCases.map(\.id) == ["cis", "security-hub", "prowler", "powerpipe"])
    #expect(Checker(id: "Prowler") == nil)
    #expect(Checker.suggestion(for: "securityhub") == "security-hub")
    #expect(Checker.suggestion(for: "steampipe") == "powerpipe")
    #expect(Checker.suggestion(for: "xyzzy") == nil)
  }
}
