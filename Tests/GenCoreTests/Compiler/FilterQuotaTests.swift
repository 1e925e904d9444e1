import Diagnostics
import GenCore
import Testing

@Suite struct FilterQuotaTests {
  /// A spec with so many controls; the first `regexes` of them have a regular expression.
  private func compile(_ count: Int, regexes: Int = 0) -> Compiler.Result {
    let controls = (1...count).map {
      "  - { id: c\($0), title: t, pattern: '{ $.x = \($0 <= regexes ? "%a%" : "a") }' }\n"
    }
    let text = "version: 1\nname: s\ntrail: { existing: { logGroup: g } }\ncontrols:\n" + controls.joined()
    return Compiler.compile(SourceText(file: "s", text: text))
  }

  @Test func aLogGroupTakesAHundredFilters() throws {
    #expect(compile(100).graph != nil)
    let result = compile(102)
    #expect(result.graph == nil)
    let error = try #require(result.diagnostics.first { $0.severity == .error })
    #expect(error.code == .tooManyFilters)
    #expect(
      error.message
        == "a log group takes 100 metric filters, and this spec has 102; 'c101' is the first too many")
    #expect(error.range?.start.line == 105)
  }

  @Test func aLogGroupTakesFiveFiltersWithRegularExpressions() throws {
    #expect(compile(20, regexes: 5).graph != nil)
    let result = compile(20, regexes: 7)
    let error = try #require(result.diagnostics.first { $0.severity == .error })
    #expect(error.code == .tooManyRegexFilters)
    #expect(error.message.contains("and this spec has 7; 'c6' is the first too many"))
  }
}
