import Diagnostics
import GenLint
import Testing

@Suite struct SuppressionTests {
  private let old = "      Period: 300\n"

  private func codes(_ new: String) throws -> [DiagnosticCode] {
    try #require(Fixture.template.findings(replacing: old, by: new)).map(\.code)
  }

  @Test func withoutASuppressionTheFindingIsThere() throws {
    #expect(try codes("      Period: 90\n") == [.uniformPeriod])
  }

  @Test(arguments: ["GEN4213", "gen4213, GEN4999 of old".replacing("GEN4999 of old", with: "GEN4201")])
  func aCommentSilencesItsLine(_ names: String) throws {
    #expect(try codes("      Period: 90 # gen-lint: ignore \(names)\n") == [])
    #expect(try codes("      # gen-lint: ignore \(names)\n      Period: 90\n") == [])
  }

  @Test func aCommentSilencesNoOtherLineAndNoOtherCode() throws {
    #expect(try codes("      # gen-lint: ignore GEN4201\n      Period: 90\n") == [.uniformPeriod])
    #expect(
      try codes("      # gen-lint: ignore GEN4213\n      Unit: Count\n      Period: 90\n").contains(
        .uniformPeriod))
  }

  @Test func aCommentThatNamesNoCodeIsReported() throws {
    #expect(try codes("      # gen-lint: ignore GEN4999\n      Period: 90\n").contains(.unknownIgnore))
  }

  @Test func metadataOfAResourceSilencesTheResource() throws {
    let found = try #require(
      Fixture.template.findings(
        replacing:
          "  RootAlarm:\n    Type: AWS::CloudWatch::Alarm\n    Properties:\n      AlarmName: RootUse\n      MetricName: RootUse\n",
        by:
          "  RootAlarm:\n    Type: AWS::CloudWatch::Alarm\n    Metadata: {gen: {ignore: [GEN4201]}}\n    Properties:\n      AlarmName: RootUse\n      MetricName: Root\n"
      ))
    #expect(!found.contains { $0.code == .metricNameDiffers })
  }

  @Test func theCommandLineSilencesACode() {
    let text = Fixture.template.text.replacing(old, with: "      Period: 90\n")
    #expect(Linter(ignoring: [.uniformPeriod]).lint(SourceText(file: "x", text: text)) == [])
  }
}
