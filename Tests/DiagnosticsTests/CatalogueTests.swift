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

  @Test func everyCodeIsOfOneRoom() {
    #expect(CodeRoom.all.flatMap(\.codes) == DiagnosticCode.all)
  }

  @Test(
    arguments: [
      ("GEN42-01", 4201), ("4021", 4001), ("4999", nil), ("GEN-4225", 4225), ("gen 4225", 4225), ("GEN", nil),
      ("foo", nil),
      ("GEN12345678", nil),
    ] as [(String, Int?)])
  func theNearestCodeIsAlmostTheSame(text: String, number: Int?) {
    #expect(DiagnosticCode.nearest(to: text)?.number == number)
  }

  @Test func suggestsTheNearestWord() {
    #expect(Suggestion.nearest(to: "nmae", among: ["name", "notify"]) == "name")
    #expect(Suggestion.nearest(to: "zebra", among: ["name", "notify"]) == nil)
  }
}
