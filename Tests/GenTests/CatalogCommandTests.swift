import Foundation
import Testing

@Suite struct CatalogCommandTests {
  @Test func theCatalogIsATableAndAJSONList() throws {
    let table = try GenRunner.run(["catalog"])
    #expect(table.status == 0)
    #expect(table.output.split(separator: "\n").count == 17)
    let json = try GenRunner.run(["catalog", "--format", "json"])
    let list = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [NSDictionary]
    #expect(list?.count == 16)
    #expect(list?.last?["kind"] as? String == "service-state")
  }

  @Test func oneControlIsToldInFull() throws {
    let text = try GenRunner.run(["catalog", "organizations-changes"])
    #expect(text.status == 0)
    #expect(text.output.hasPrefix("organizations-changes: AWS Organizations changes\n"))
    let json = try GenRunner.run(["catalog", "organizations-changes", "--format=json"])
    let control = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? NSDictionary
    #expect(control?["metricName"] as? String == "OrgsChanges")
  }

  @Test func anUnknownControlIsWrongUsageWithTheNearest() throws {
    let run = try GenRunner.run(["catalog", "organisation-changes"])
    #expect(run.status == 64)
    #expect(
      run.errors.contains("unknown control 'organisation-changes'; did you mean 'organizations-changes'?"))
  }

  @Test func coverageOfAControlFollowsTheEdition() throws {
    let early = try GenRunner.run(["pattern", "coverage", "security-group-changes", "--format", "json"])
    let late = try GenRunner.run([
      "pattern", "coverage", "security-group-changes", "--benchmark", "cis-5.0.0", "--format", "json",
    ])
    for (run, count) in [(early, 6), (late, 7)] {
      #expect(run.status == 0)
      let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? NSDictionary
      let service = (object?["services"] as? [NSDictionary])?.first
      #expect((service?["seen"] as? [String])?.count == count)
    }
  }

  @Test func coverageOfAPatternNamesWhatItSees() throws {
    let run = try GenRunner.run(["pattern", "coverage", "{ $.eventName = PutBucketPublicAccessBlock }"])
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("s3.amazonaws.com: 1 of "))
    let read = try GenRunner.run(["pattern", "coverage", "-"], input: "{ $.eventName = StopLogging }\n")
    #expect(read.output.hasPrefix("cloudtrail.amazonaws.com: 1 of 34 write operations seen, 33 missed\n"))
  }

  @Test(arguments: [
    (["iam-policy-changes", "--benchmark", "cis-1.4"], "did you mean 'cis-1.4.0'?"),
    (
      ["organizations-changes", "--benchmark", "cis-1.2.0"],
      "cis-1.2.0 has no control 'organizations-changes'"
    ),
    (["{ $.a = 1 }", "--benchmark", "cis-1.4.0"], "--benchmark chooses the text of a control"),
    (["security-hub-enabled"], "no metric filter can serve the control 'security-hub-enabled'"),
    ([], "Missing expected argument"),
  ])
  func wrongUsageOfCoverageSaysWhy(arguments: [String], reason: String) throws {
    let run = try GenRunner.run(["pattern", "coverage"] + arguments)
    #expect(run.status == 64)
    #expect(run.errors.contains(reason), "\(run.errors)")
  }

  @Test func aPatternThatTheServiceRefusesIsAnError() throws {
    let run = try GenRunner.run(["pattern", "coverage", "{ $.eventName = }"])
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
  }

  @Test(arguments: [
    ("root-use", "unknown control 'root-use'; did you mean 'root-usage'?"),
    ("root_usage", "unknown control 'root_usage'; did you mean 'root-usage'?"),
    ("sign-in-failures", "unknown control 'sign-in-failures'; 'gen catalog' lists them"),
  ])
  func aMistypedControlIsWrongUsage(control: String, reason: String) throws {
    let run = try GenRunner.run(["pattern", "coverage", control])
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.errors.contains(reason), "\(run.errors)")
    #expect(run.errors.contains("goes in double quotes of its own: '\"\(control)\"'"))
  }

  @Test(arguments: ["\"root-use\"", "ConsoleLogin", "failed", "root -usage"])
  func aWordThatIsNoIdIsAPattern(pattern: String) throws {
    let run = try GenRunner.run(["pattern", "coverage", pattern])
    #expect(run.status == 0 && !run.output.isEmpty)
    #expect(!run.errors.contains("did you mean"))
  }
}
