import Diagnostics
import FilterPattern
import Testing

@Suite struct IssueCodeTests {
  @Test(arguments: PatternIssueCode.allCases)
  func everyIssueCodeStandsInTheCatalogue(code: PatternIssueCode) throws {
    let entry = try #require(DiagnosticCode.find(code.rawValue))
    #expect((5000..<6000).contains(entry.number))
  }
}
