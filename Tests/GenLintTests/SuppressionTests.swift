import Diagnostics
import Foundation
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
    #expect(found.first?.message == "GEN4213 is not found here, so there is nothing to silence")
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

  /// A comment in line 2, and what is said of it: a column, a code and a message.
  private func told(_ comment: String) -> [String] {
    let text = "Resources:\n  Topic: # \(comment)\n    Type: AWS::SNS::Topic\n"
    return Fixture.lint(text).map { finding in
      let columns = finding.range.map { "\($0.start.line):\($0.start.column)-\($0.end.column)" } ?? ""
      return "\(columns) \(finding.code.name) \(finding.message); \(finding.hint ?? "")"
    }
  }

  @Test(arguments: [
    (
      "GEN4999",
      "2:29-36 GEN4004 'GEN4999' is no code, so it silences nothing; codes look like GEN4201; 'gen explain' lists them"
    ),
    ("GEN4202X", "2:29-37 GEN4004 'GEN4202X' is no code, so it silences nothing; did you mean GEN4202?"),
    (
      "all",
      "2:29-32 GEN4004 'all' is no code, so it silences nothing; codes look like GEN4201; 'gen explain' lists them"
    ),
    (
      "",
      "2:12-28 GEN4004 no code is named here, so nothing is silenced; name the codes of the findings, such as GEN4201"
    ),
    ("GEN4213", "2:29-36 GEN4005 GEN4213 is not found here, so there is nothing to silence; remove it"),
    ("4213.", "2:29-34 GEN4005 GEN4213 is not found here, so there is nothing to silence; remove it"),
    (
      "GEN4213 general 2024",
      "2:29-36 GEN4005 GEN4213 is not found here, so there is nothing to silence; remove it"
    ),
  ])
  func aCommentThatSilencesNothingIsToldAtItsName(names: String, said: String) {
    #expect(told("gen-lint: ignore \(names)") == [said])
  }

  @Test func columnsAreOfCharacters() {
    #expect(told("\u{1F600} gen-lint: ignore GEN4999").first?.hasPrefix("2:31-38 GEN4004") == true)
  }

  @Test(arguments: [
    "gen-lint: ingore GEN4213", "gen-lint: ignroe GEN4213 because", "gen-lint ignore GEN4213",
    "gen-lint:ignore:GEN4213",
    "gen-lint: ignore=GEN4213", "gen-lint: disable GEN4213", "genlint: ignore GEN4213",
    "gen lint: ignore gen4213",
    "gen_lint: ignore GEN4213", "gen-lint: GEN4213", "GenLint: Ignore(GEN4213)", "gen-lint: ignores GEN4213",
    "gen-lint: skip [GEN4213]", "gen-lint, ignore GEN4213",
  ])
  func whatIsAlmostASuppressionIsTold(comment: String) {
    let said = told(comment)
    #expect(said.count == 1 && said.first?.contains(" GEN4006 ") == true, "\(said)")
    #expect(
      said.first?.hasPrefix("2:12-") == true
        && said.first?.hasSuffix("silences nothing; write 'gen-lint: ignore GEN4213'") == true, "\(said)")
  }

  @Test(arguments: ["gen-lint: ingore", "gen lint: ignor"])
  func aSlipWithoutACodeIsTold(comment: String) {
    #expect(told(comment).first?.hasSuffix("silences nothing; write 'gen-lint: ignore CODE'") == true)
  }

  @Test(arguments: [
    "gen-lint checks this", "checked by gen-lint: all of it", "run gen lint --ignore GEN4213 here",
    "gen-lint: see GEN4213",
    "gen-lint ignores comments", "gen-lint ignores GEN4213 here", "gen-lint said GEN4213",
    "gen lint: ignored files stand above",
    "gen-lint", "gen-lint:", "cfn-lint: ignore E3012", "tflint-ignore: GEN4213", "regen-lint: ingore GEN4213",
    "gentle ignore GEN4213",
  ])
  func aSentenceIsNone(comment: String) {
    #expect(told(comment) == [])
  }

  @Test func otherSpellingsOfTheSameCount() {
    for comment in ["gen-lint:ignore GEN4213", "Gen-Lint:  IGNORE  4213", "gen-lint: ignore GEN4201,GEN4213"]
    {
      #expect(
        (try? codes("      Period: 90 # \(comment)\n"))?.contains(.uniformPeriod) == false, "\(comment)")
    }
  }

  @Test(
    arguments: [
      ("gen: {ignroe: [GEN4213]}", "'ignroe' in Metadata silences nothing; write 'ignore': "),
      ("gen: {codes: [GEN4213]}", "'codes' in Metadata silences nothing; write 'ignore': "),
      ("gen: [GEN4213]", "'gen' in Metadata silences nothing; write 'gen: {ignore: …}': "),
      ("gen-lint: {ignore: [GEN4213]}", "'gen-lint' in Metadata silences nothing; write 'gen': "),
      (
        "gen: {ignore: [GEN4999]}",
        "'GEN4999' is no code, so it silences nothing; codes look like GEN4201; 'gen explain' lists them"
      ),
      ("gen: {ignore: []}", nil), ("gen: {other: 1}", nil), ("other: {ignore: [E1]}", nil),
      ("gen: {ignore: [{a: 1}]}", "no code is named here, so nothing is silenced; "),
    ] as [(String, String?)])
  func metadataThatSilencesNothingIsTold(metadata: String, said: String?) {
    let text = "Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n    Metadata: {\(metadata)}\n"
    let found = Fixture.lint(text)
    #expect(found.count == (said == nil ? 0 : 1), "\(found)")
    #expect(found.first.map { "\($0.message); \($0.hint ?? "")" }?.hasPrefix(said ?? "") ?? true, "\(found)")
    #expect(found.first.map { $0.range?.start.line == 4 && ($0.range?.start.column ?? 0) > 15 } ?? true)
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

  /// What cfn-lint is asked to leave out, a template means for every linter: here a property that is younger than the schemas.
  @Test(arguments: ["E3002", "E3", "E"])
  func aCheckOfCfnLintThatIsIgnoredIsIgnoredHere(_ check: String) {
    func findings(_ metadata: String) -> [Diagnostic] {
      Fixture.lint(
        """
        Resources:
          Topic:
            Type: AWS::SNS::Topic
            Metadata: {\(metadata)}
            Properties: {Younger: true}
          Other:
            Type: AWS::SNS::Topic
            Properties: {DisplayName: a}
        """)
    }
    #expect(findings("cfn-lint: {config: {ignore_checks: [\(check)]}}") == [])
    #expect(findings("cfn-lint: {config: {ignore_checks: [\(check)]}}, gen: {ignore: [GEN4103]}") == [])
    #expect(findings("cfn-lint: {config: {ignore_checks: [W2001]}}").map(\.code) == [.unknownProperty])
    #expect(findings("a: b").map(\.code) == [.unknownProperty])
  }

  @Test(arguments: [
    (
      "E3019",
      "B: {Type: AWS::SNS::Topic, Properties: {TopicName: one}}\n  A: {Type: AWS::SNS::Topic, META, Properties: {TopicName: one}}"
    ),
    (
      "E1041",
      "R: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: []}}}\n  A: {Type: AWS::Lambda::Function, META, Properties: {Runtime: python3.13, Handler: a.b, Role: !Ref R, Code: {ZipFile: a}}}"
    ),
    ("E3005", "A: {Type: AWS::SNS::Topic, META, DependsOn: Nothing}"),
    ("E1019", "A: {Type: AWS::SNS::Topic, META, Properties: {TopicName: !Sub 'a-${Nothing}'}}"),
  ])
  func theTwinsOfChecksAreLeftOutToo(check: String, resources: String) {
    func errors(_ metadata: String) -> [Diagnostic] {
      Fixture.lint("Resources:\n  " + resources.replacingOccurrences(of: "META", with: metadata) + "\n")
        .filter { $0.severity == .error }
    }
    #expect(errors("Metadata: {a: b}").count > 0)
    #expect(errors("Metadata: {cfn-lint: {config: {ignore_checks: [\(check)]}}}").map(\.message) == [])
  }

  @Test func aDefaultThatTheDeploymentResolvesIsHeldAgainstItsPattern() {
    let found = Fixture.lint(
      "Parameters: {P: {Type: String, Default: '{{resolve:ssm:a}}', AllowedPattern: '[a-z]+'}}\nResources:\n  T: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref P}}\n"
    )
    #expect(found.map(\.code) == [.invalidParameter])
  }

  @Test func aDefaultThatAnotherToolFillsInIsLeftAlone() {
    let found = Fixture.lint(
      "Parameters: {P: {Type: String, Default: '{{cookiecutter.p}}', AllowedValues: [a]}}\nResources:\n  T: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref P}}\n"
    )
    #expect(found.filter { $0.severity == .error }.map(\.message) == [])
  }
}
