import Diagnostics
import Testing

@Suite struct TrailExcludesSourceTests {
  private static let pattern =
    "{ ($.eventSource = kms.amazonaws.com) && ($.eventName = DisableKey) }"

  /// A template whose filter on key changes reads a trail with these selectors.
  private func findings(_ selectors: String) throws -> [Diagnostic] {
    let text = Fixture.template.text
      .replacing("{ ($.eventName = \"StopLogging\") || ($.eventName = \"DeleteTrail\") }", with: Self.pattern)
      .replacing("          IncludeManagementEvents: true\n", with: selectors)
    try #require(text.contains(Self.pattern) && text.contains(selectors))
    return Fixture.lint(text).filter { $0.code == .trailExcludesSource }
  }

  @Test func anExcludedSourceThatAFilterReadsIsReported() throws {
    let found = try findings(
      "          IncludeManagementEvents: true\n          ExcludeManagementEventSources: [kms.amazonaws.com]\n"
    )
    #expect(found.map(\.severity) == [.warning])
    #expect(
      found.first?.message == "the trail leaves out the events of 'kms.amazonaws.com', which a filter reads")
    #expect(found.first?.notes.first?.range != nil)
  }

  @Test func anotherSourceIsNot() throws {
    let source = "rdsdata.amazonaws.com"
    #expect(
      try findings(
        "          IncludeManagementEvents: true\n          ExcludeManagementEventSources: [\(source)]\n")
        == [])
  }

  @Test func anAdvancedSelectorCounts() throws {
    let basic =
      "      EventSelectors:\n        - ReadWriteType: All\n          IncludeManagementEvents: true\n"
    let advanced = """
            AdvancedEventSelectors:
              - FieldSelectors:
                  - {Field: eventCategory, Equals: [Management]}
                  - {Field: eventSource, NotEquals: [kms.amazonaws.com]}

      """
    let text = Fixture.template.text
      .replacing("{ ($.eventName = \"StopLogging\") || ($.eventName = \"DeleteTrail\") }", with: Self.pattern)
      .replacing(basic, with: advanced)
    try #require(text.contains("AdvancedEventSelectors"))
    #expect(Fixture.lint(text).map(\.code) == [.trailExcludesSource])
  }
}
