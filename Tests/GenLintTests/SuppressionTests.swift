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

  @Test(arguments: ["GEN4213", "gen4213, because of the rig"])
  func aCommentSilencesItsLine(_ names: String) throws {
    #expect(try codes("      Period: 90 # gen-lint: ignore \(names)\n") == [])
    #expect(try codes("      # gen-lint: ignore \(names)\n      Period: 90\n") == [])
  }

  @Test func aCommentThatHidesNothingIsNoted() throws {
    let found = try #require(
      Fixture.template.findings(replacing: old, by: "      # gen-lint: ignore GEN4213\n\(old)"))
    #expect(found.map(\.code) == [.unusedIgnore])
    #expect(found.first?.severity == .note)
    #expect(found.first?.message == "GEN4213 is not found here, so there is nothing to ignore")
  }

  @Test func aScriptAndAConfigurationCanSilenceToo() throws {
    let script = Fixture.script.text.replacing("--period 300", with: "--period 100")
    #expect(Fixture.lint(script).map(\.code) == [.uniformPeriod])
    #expect(
      Fixture.lint(
        script.replacing(
          "  aws cloudwatch put-metric-alarm",
          with: "  # gen-lint: ignore GEN4213\n  aws cloudwatch put-metric-alarm"))
        == [])
    let configuration = Fixture.configuration.text.replacing("\"period\": 300", with: "\"period\": 45")
    #expect(Fixture.lint(configuration).map(\.code) == [.uniformPeriod])
    #expect(
      Fixture.lint(
        configuration.replacing(
          "        \"alarm_name\": \"RootUse\",",
          with: "        \"//\": \"gen-lint: ignore GEN4213\",\n        \"alarm_name\": \"RootUse\",")) == [])
  }

  @Test func aCommentSilencesNoOtherLineAndNoOtherCode() throws {
    #expect(
      try codes("      # gen-lint: ignore GEN4201\n      Period: 90\n") == [.unusedIgnore, .uniformPeriod])
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
