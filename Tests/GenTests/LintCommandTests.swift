import Foundation
import Testing

/// `gen lint` as a user calls it: what goes where, in which form, with which status.
@Suite struct LintCommandTests {
  private static let clean = "Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n"
  private static let wrong =
    "Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicNam: x\n"
  /// A warning and no error: an address that no mail reaches.
  private static let warned = """
    version: 1
    name: mine
    controls: [root-usage]
    trail: { existing: { logGroup: g } }
    notify: { subscriptions: [{ protocol: email, endpoint: security@example.com }] }

    """

  private static let rules = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/gen/Documentation.docc/Rules.md")

  private struct Report: Decodable {
    struct Finding: Decodable {
      let code: String
      let severity: String
      let file: String
      let line: Int
      let column: Int
      let hint: String?
    }
    let version: Int
    let files: [String]
    let findings: [Finding]
  }

  private struct Log: Decodable {
    struct Run: Decodable { let tool: Tool, results: [Result] }
    struct Tool: Decodable { let driver: Driver }
    struct Driver: Decodable { let rules: [Rule] }
    struct Rule: Decodable { let id: String }
    struct Result: Decodable { let ruleId: String, locations: [Location] }
    struct Location: Decodable { let physicalLocation: Place }
    struct Place: Decodable { let region: Region }
    struct Region: Decodable { let startLine: Int }
    let version: String
    let runs: [Run]
  }

  private static func report(_ text: String) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(text.utf8))
  }

  @Test func filesAloneAreCheckedAsWithTheDefaultsOfTheOptions() throws {
    for text in [Self.clean, Self.wrong, Self.warned] {
      try GenRunner.withFile(text) { path in
        let plain = try GenRunner.run(["lint", path])
        let spelled = try GenRunner.run(["lint", "--format", "text", path])
        #expect(plain.status == spelled.status && plain.errors == spelled.errors)
        #expect(plain.output == spelled.output)
      }
    }
  }

  @Test func textGoesToStandardErrorWithAPlaceAndASummary() throws {
    try GenRunner.withFile(Self.wrong) { path in
      let outcome = try GenRunner.run(["lint", path])
      #expect(outcome.status == 1 && outcome.output.isEmpty)
      #expect(outcome.errors.contains("\(path):5:7: error[GEN"))
      #expect(outcome.errors.contains("      TopicNam: x\n        ^~~~~~~~\n"))
      #expect(outcome.errors.contains("hint: did you mean 'TopicName'?"))
      #expect(outcome.errors.hasSuffix("gen: 1 error in 1 file\n"))
      #expect(!outcome.errors.contains("\u{1B}"), "no colour where there is no terminal")
    }
  }

  @Test func aCleanFileSaysNothing() throws {
    let outcome = try GenRunner.run(["lint", "-"], input: Self.clean)
    #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty)
  }

  @Test func jsonHasEveryFileAndItsFindings() throws {
    try GenRunner.withFile(Self.wrong) { wrong in
      try GenRunner.withFile(Self.clean) { clean in
        let outcome = try GenRunner.run(["lint", "--format", "json", wrong, clean])
        let report = try Self.report(outcome.output)
        #expect(outcome.status == 1 && outcome.errors.isEmpty)
        #expect(report.version == 1 && report.files == [wrong, clean])
        let finding = try #require(report.findings.first)
        #expect(report.findings.count == 1 && finding.file == wrong && finding.severity == "error")
        #expect(finding.line == 5 && finding.column == 7 && finding.hint == "did you mean 'TopicName'?")
      }
    }
  }

  @Test func sarifNamesTheRuleAndThePlace() throws {
    try GenRunner.withFile(Self.wrong) { path in
      let outcome = try GenRunner.run(["lint", "--format", "sarif", path])
      let log = try JSONDecoder().decode(Log.self, from: Data(outcome.output.utf8))
      #expect(outcome.status == 1 && log.version == "2.1.0" && log.runs.count == 1)
      let run = try #require(log.runs.first)
      #expect(run.results.map(\.ruleId) == run.tool.driver.rules.map(\.id))
      #expect(run.results.flatMap(\.locations).map(\.physicalLocation.region.startLine) == [5])
    }
  }

  @Test func warningsFailAStrictRunAlone() throws {
    let lenient = try GenRunner.run(["lint", "-"], input: Self.warned)
    #expect(lenient.status == 0 && lenient.errors.contains("warning[GEN3006]"))
    #expect(lenient.errors.contains("gen: 1 warning"))
    #expect(try GenRunner.run(["lint", "--strict", "-"], input: Self.warned).status == 1)
    let ignored = try GenRunner.run(["lint", "--strict", "--ignore", "GEN3006", "-"], input: Self.warned)
    #expect(ignored.status == 0 && !ignored.errors.contains("GEN3006"))
  }

  @Test func aSpecIsJudgedByTheCompiler() throws {
    let outcome = try GenRunner.run(["lint", "--format", "json", "-"], input: "version: 1\nname: 5\n")
    let codes = try Self.report(outcome.output).findings.map(\.code)
    #expect(outcome.status == 1 && codes.contains("GEN2012") && codes.contains("GEN2004"))
  }

  @Test func aSpecSilencesWithCommentsToo() throws {
    let line = "notify: { subscriptions"
    for (comment, said) in [
      ("GEN3006", ""), ("GEN3007", "note[GEN4005]: GEN3007 is not found here"),
      ("GEN30", "warning[GEN4004]: 'GEN30' is no code"),
    ] {
      let text = Self.warned.replacing(line, with: "# gen-lint: ignore \(comment)\n\(line)")
      let outcome = try GenRunner.run(["lint", "-"], input: text)
      #expect(outcome.status == 0 && outcome.errors.isEmpty == said.isEmpty, "\(outcome.errors)")
      #expect(
        outcome.errors.contains("GEN3006]") == (comment != "GEN3006")
          && (said.isEmpty || outcome.errors.contains(said)))
    }
  }

  @Test func theFilesOfAFolderAreOneModule() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ text: String, to name: String) throws -> String {
      let path = folder.appendingPathComponent(name)
      try Data(text.utf8).write(to: path)
      return path.path
    }
    let main = try write(
      #"{"terraform": {"required_version": "~> 1.3"}, "resource": {"aws_sns_topic": {"a": {"name": "${var.v}"}}}}"#,
      to: "main.tf.json")
    #expect(try GenRunner.run(["lint", main]).errors.contains("there is no variable 'v'"))
    let other = try write(#"{"variable": {"v": {"type": "string"}}}"#, to: "variables.tf.json")
    for files in [[main], [other], [main, other]] {
      let outcome = try GenRunner.run(["lint"] + files)
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    }
    try FileManager.default.removeItem(atPath: other)
    _ = try write("variable \"v\" {}\n", to: "variables.tf")
    #expect(try GenRunner.run(["lint", main]).status == 0)
  }

  @Test func whatCannotBeReadIsSaidAndTheRestIsRead() throws {
    try GenRunner.withFile(Self.wrong) { path in
      let outcome = try GenRunner.run(["lint", "/nowhere/at/all.yaml", path])
      #expect(outcome.status == 74)
      #expect(outcome.errors.contains("gen: cannot read '/nowhere/at/all.yaml'"))
      #expect(outcome.errors.contains("\(path):5:7"))
    }
  }

  @Test(arguments: [
    ["lint"], ["lint", "--ignore", "GEN9", "-"], ["lint", "--ignore", ",", "-"],
    ["lint", "--format", "xml", "-"],
  ])
  func wrongUsageIsRefused(arguments: [String]) throws {
    let outcome = try GenRunner.run(arguments, input: Self.clean)
    #expect(outcome.status == 64 && outcome.output.isEmpty && !outcome.errors.isEmpty)
  }

  @Test(arguments: ["GEN4201", "gen4201", "4201"])
  func aCodeIsExplainedWithItsPage(code: String) throws {
    let outcome = try GenRunner.run(["explain", code])
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.hasPrefix("GEN4201: ") && outcome.output.contains("\n\n"))
  }

  @Test(arguments: [
    ("GEN42-01", "there is no code 'GEN42-01'; did you mean GEN4201?"),
    ("gen4021", "there is no code 'gen4021'; did you mean GEN4001?"),
    ("nothing", "there is no code 'nothing'; 'gen explain' lists them"),
  ])
  func anUnknownCodeIsRefusedWithANearOne(code: String, reason: String) throws {
    for arguments in [["explain", code], ["lint", "--ignore", "GEN4201,\(code)", "-"]] {
      let outcome = try GenRunner.run(arguments, input: Self.clean)
      #expect(outcome.status == 64 && outcome.output.isEmpty)
      #expect(outcome.errors.contains(reason), "\(outcome.errors)")
    }
  }

  @Test func withoutACodeEveryOneIsListed() throws {
    let outcome = try GenRunner.run(["explain"])
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.hasPrefix("1xxx: reading YAML and JSON\n\nGEN1001  not well-formed YAML\n"))
    let lines = outcome.output.split(separator: "\n").filter { $0.hasPrefix("GEN") }
    #expect(lines == lines.sorted() && lines.contains { $0.hasPrefix("GEN9015  ") })
    let rules = try String(contentsOf: Self.rules, encoding: .utf8).split(separator: "\n").filter {
      $0.hasPrefix("## ")
    }
    #expect(
      lines.filter { $0.hasPrefix("GEN4") }
        == rules.map { $0.dropFirst(3).replacing(": ", with: "  ", maxReplacements: 1) })
  }

  @Test(arguments: [["GEN4103,GEN4122"], ["4103, 4122"], ["gen4103", "GEN4122,"]])
  func codesAreIgnoredInListsAndOneByOne(lists: [String]) throws {
    let text = "Parameters: {Unused: {Type: String}}\n" + Self.wrong
    let outcome = try GenRunner.run(["lint"] + lists.flatMap { ["--ignore", $0] } + ["-"], input: text)
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(
      try GenRunner.run(["lint", "--ignore", lists[0].prefix(7).description, "-"], input: text).errors != "")
  }

  @Test func templatesAreListedAndPrintedAsSpecs() throws {
    let list = try GenRunner.run(["templates"])
    let names = list.output.split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(list.status == 0 && names.contains("organizations-changes") && names == names.sorted())
    let printed = try GenRunner.run(["templates", "own-pattern"])
    #expect(printed.status == 0)
    let used = try GenRunner.run(["cloudformation", "-"], input: printed.output)
    #expect(used.status == 0)
    #expect(used.output == (try GenRunner.run(["cloudformation", "-t", "own-pattern"]).output))
    let wrong = try GenRunner.run(["templates", "own-patern"])
    #expect(wrong.status == 64 && wrong.errors.contains("own-pattern"))
  }
}
