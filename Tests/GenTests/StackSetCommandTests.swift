import Foundation
import Testing

/// `gen stackset`.
@Suite struct StackSetCommandTests {
  private static func spec(_ lines: String, controls: String = "root-usage") -> String {
    "version: 1\nname: mine\ncontrols: [\(controls)]\ntrail: { existing: { logGroup: g } }\n\(lines)\n"
  }
  private static let units =
    "deploy: { scope: stackset, stackSet: { organizationalUnits: [ou-ab12-cd34ef56] } }"

  @Test func theScriptIsTheDefaultAndTheTemplateTheOtherForm() throws {
    let script = try GenRunner.run(["stackset", "-"], input: Self.spec(Self.units))
    #expect(script.status == 0 && script.output.hasPrefix("#!/bin/sh\n# stackset.sh: "))
    let template = try GenRunner.run(
      ["stackset", "--format", "cloudformation", "-"], input: Self.spec(Self.units))
    #expect(template.status == 0 && template.output.contains("\n    Type: AWS::CloudFormation::StackSet\n"))
    let wrong = try GenRunner.run(["stackset", "--format", "terraform", "-"], input: Self.spec(Self.units))
    #expect(wrong.status == 64)
  }

  @Test func aSpecForOneAccountIsRefusedWithTheMend() throws {
    let outcome = try GenRunner.run(["stackset", "-"], input: Self.spec(""))
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("error[GEN3062]: 'mine' is deployed once, not as a StackSet"))
    #expect(outcome.errors.contains("hint: write 'deploy: { scope: stackset }'"))
  }

  @Test func whatOnlyTheManagementAccountSeesIsRefusedAndTheOthersAreNot() throws {
    let text = Self.spec(Self.units, controls: "root-usage, organizations-changes")
    let refused = try GenRunner.run(["stackset", "-"], input: text)
    #expect(refused.status == 1 && refused.errors.contains("error[GEN3021]"))
    #expect(refused.errors.contains("--for management-account"))
    let members = try GenRunner.run(["stackset", "--for", "members", "-"], input: text)
    #expect(members.status == 0 && members.output.contains("FilterName: RootUsage"))
    #expect(!members.output.contains("FilterName: OrgsChanges"))
    let management = try GenRunner.run(["stackset", "--for", "management-account", "-"], input: text)
    #expect(
      management.status == 1
        && management.errors.contains("'gen cloudformation' writes the stack of the management account"))
  }

  @Test func aSpecThatOneTemplateCannotHoldGivesSeveralStackSets() throws {
    let controls = (0..<25).map { number in
      "  - { id: own-\(number), title: t, pattern: '{ $.a = \"\(String(repeating: "x", count: 900))\(number)\" }' }"
    }
    let text =
      "version: 1\nname: mine\ncontrols:\n\(controls.joined(separator: "\n"))\ntrail: { existing: { logGroup: g } }\n\(Self.units)\n"
    let folder = FileManager.default.temporaryDirectory.appending(path: "gen-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try GenRunner.run(["all", "-", "-o", folder.path], input: text).status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "mine").path)
    #expect(
      names.filter { $0.hasPrefix("stackset") }.sorted() == [
        "stackset-2.sh", "stackset-2.yaml", "stackset.sh", "stackset.yaml",
      ])
  }

  @Test func aTemplateThatFitsOnlyWithoutTheStackSetAroundItIsPassedByABucket() throws {
    let controls = (0..<18).map { number in
      "  - { id: own-\(number), title: t, pattern: '{ $.a = \"\(String(repeating: "x", count: 900))\(number)\" }' }"
    }
    let text =
      "version: 1\nname: mine\ncontrols:\n\(controls.joined(separator: "\n"))\ntrail: { existing: { logGroup: g } }\n\(Self.units)\n"
    let outcome = try GenRunner.run(["stackset", "--format", "cloudformation", "-"], input: text)
    #expect(outcome.status == 0 && outcome.errors.contains("warning[GEN9010]"), "\(outcome.errors)")
    #expect(outcome.errors.contains("aws cloudformation deploy --s3-bucket"))
  }

  @Test func allWritesBothFormsForAStackSetOnly() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "gen-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let made = try GenRunner.run(["all", "-", "-o", folder.path], input: Self.spec(Self.units))
    #expect(made.status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "mine").path)
    #expect(names.contains("stackset.sh") && names.contains("stackset.yaml"))
    #expect(FileManager.default.isExecutableFile(atPath: folder.appending(path: "mine/stackset.sh").path))
  }
}
