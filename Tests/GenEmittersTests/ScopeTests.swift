import GenCore
import Testing

@Suite struct ScopeTests {
  static let newTrail = EmittedSpec(
    """
    trail: { create: { name: the-trail, encryption: create } }
    notify: { topic: { create: { encryption: create } }, subscriptions: [{ protocol: email, endpoint: a@corp.example }] }
    deploy: { scope: stackset, homeRegion: eu-west-1 }
    """)

  @Test func `every resource and output of a StackSet is made in the home Region alone`() {
    let text = Self.newTrail.cloudFormation
    #expect(text.contains("IsHomeRegion: !Equals [!Ref 'AWS::Region', !Ref HomeRegion]"))
    #expect(
      text.contains(
        "MakesStorage: !And [!Equals [!Ref 'AWS::Region', !Ref HomeRegion], !Equals [!Ref StorageExists, 'false']]"
      ))
    let lines = text.split(separator: "\n")
    let resources = lines.filter { $0.hasPrefix("    Type: AWS::") }.count
    let conditions = lines.filter {
      $0 == "    Condition: IsHomeRegion" || $0 == "    Condition: MakesStorage"
    }.count
    #expect(resources > 10)
    #expect(conditions == resources + 3, "and each output")
  }

  @Test func `every parameter of a StackSet has a default`() {
    let lines = Self.newTrail.cloudFormation.split(separator: "\n").drop { $0 != "Parameters:" }
    let section = lines.prefix { $0 != "Conditions:" }
    #expect(section.count { $0.hasPrefix("    Type:") } == section.count { $0.hasPrefix("    Default:") })
    #expect(Self.newTrail.resource("HomeRegion").contains("Default: 'eu-west-1'"))
  }

  @Test func `a StackSet names no account and no partition`() {
    let text = Self.newTrail.cloudFormation
    #expect(!text.contains("arn:aws"))
    #expect(text.firstMatch(of: /[0-9]{12}/) == nil)
    #expect(
      !text.contains("\n      BucketName") && !text.contains("RoleName: !Sub"),
      "names that must differ are left to CloudFormation")
  }

  @Test func `one account needs no home Region`() {
    let made = EmittedSpec("trail: { existing: { logGroup: logs } }")
    #expect(!made.cloudFormation.contains("HomeRegion") && !made.cloudFormation.contains("Conditions:"))
  }

  @Test func `a StackSet refuses what only the management account sees, and says how to deploy it`() throws {
    let made = EmittedSpec(
      "trail: { existing: { logGroup: logs } }\ndeploy: { scope: stackset }",
      controls: "[root-usage, organizations-changes]")
    #expect(made.errors == [3021])
    let refusal = try #require(made.diagnostics.first { $0.code.number == 3021 })
    #expect(refusal.range?.start == .init(line: 3, column: 24))
    #expect(refusal.hint?.contains("--for management-account") == true)
    #expect(refusal.hint?.contains("--for members") == true)
  }

  @Test func `the two parts of a spec hold its controls between them`() {
    let lines = "trail: { existing: { logGroup: logs } }\ndeploy: { scope: stackset }"
    let members = EmittedSpec(lines, controls: "[root-usage, organizations-changes]", part: .members)
    let management = EmittedSpec(
      lines, controls: "[root-usage, organizations-changes]", part: .managementAccount)
    #expect(members.errors.isEmpty && management.errors.isEmpty)
    #expect(members.cloudFormation.contains("FilterName: RootUsage"))
    #expect(!members.cloudFormation.contains("FilterName: OrgsChanges"))
    #expect(management.cloudFormation.contains("FilterName: OrgsChanges"))
    #expect(!management.cloudFormation.contains("FilterName: RootUsage"))
    #expect(!management.cloudFormation.contains("HomeRegion"), "it is no StackSet")
  }

  @Test func `a spec that takes the whole benchmark leaves the management account's control out with a note`()
  {
    let made = EmittedSpec(
      "trail: { existing: { logGroup: logs } }\ndeploy: { scope: stackset }", controls: "")
    #expect(made.errors.isEmpty)
    #expect(made.diagnostics.contains { $0.code.number == 3021 && $0.severity == .note })
    #expect(!made.cloudFormation.contains("FilterName: OrgsChanges"))
  }

  @Test(arguments: [
    ("trail: { create: { name: the-trail, bucket: mine } }\ndeploy: { scope: stackset }", 3022),
    ("trail: { create: { name: the-trail, organization: true } }\ndeploy: { scope: stackset }", 3023),
    ("trail: { existing: { logGroup: logs } }\ndeploy: { scope: stacksets }", 2006),
    ("trail: { existing: { logGroup: logs } }\ndeploy: { scope: stackset, homeRegion: home }", 2012),
    ("trail: { existing: { logGroup: logs } }\ndeploy: { homeRegion: us-east-1 }", 2024),
    ("trail: { existing: { logGroup: logs } }\ndeploy: { scop: stackset }", 2001),
    ("trail: { create: { name: the-trail, organizationId: o-abcdefghij } }", 2024),
    ("trail: { create: { name: the-trail, organization: true, organizationId: o-ABCDEFGHIJ } }", 2012),
    ("trail: { existing: { logGroup: logs, trail: the-trail } }", 2007),
  ])
  func `what a scope cannot hold is refused`(lines: String, code: Int) {
    #expect(EmittedSpec(lines).errors == [code])
  }
}
