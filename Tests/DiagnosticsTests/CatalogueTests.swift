import Diagnostics
import Testing

@Suite struct CatalogueTests {
  @Test func everyCodeStandsOnce() {
    let numbers = DiagnosticCode.all.map(\.number)
    #expect(Set(numbers).count == numbers.count)
  }

  @Test(arguments: DiagnosticCode.all)
  func everyCodeTellsItsStory(code: DiagnosticCode) {
    #expect(!code.title.isEmpty)
    #expect(!code.explanation.isEmpty)
  }

  @Test func suggestsTheNearestWord() {
    #expect(Suggestion.nearest(to: "nmae", among: ["name", "notify"]) == "name")
    #expect(Suggestion.nearest(to: "zebra", among: ["name", "notify"]) == nil)
  }
}
