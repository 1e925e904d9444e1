import GenCore
import Testing

@testable import GenEmitters

@Suite struct PerAccountTests {
  private static func group(
    _ settings: String, controls: String = "[root-usage]",
    trail: String = "{ existing: { logGroup: org-logs } }",
    _ lines: String = ""
  ) -> EmittedSpec {
    EmittedSpec("trail: \(trail)\nperAccount: { \(settings) }\n\(lines)", controls: controls)
  }

  private static let listed = "accounts: [{ id: '111122223333', name: Payments }, 012345678901]"
  static let event = group(listed)
  static let regions = group("\(listed), regions: [us-east-1, eu-west-1]")
  static let system = group("source: system-fields, \(listed)")
  static let systemRegions = group("source: system-fields, \(listed), regions: [us-east-1]")

  @Test func `the record's account becomes a dimension of the one filter`() {
    let filter = Self.event.resource("RootUsageFilter")
    #expect(filter.contains("Dimensions:\n        - Key: AccountId\n          Value: '$.recipientAccountId'"))
    #expect(!filter.contains("FieldSelectionCriteria") && !filter.contains("$.awsRegion"))
    #expect(Self.event.cloudFormation.matches(of: /AWS::Logs::MetricFilter/).count == 1)
    #expect(Self.event.terraform.contains(#""AccountId": "$.recipientAccountId""#))
    #expect(Self.event.script.contains(#""dimensions":{"AccountId":"$.recipientAccountId"}"#))
  }

  @Test func `each account has an alarm with its value of the dimension and its name in the alarm's`() {
    let named = Self.event.resource("RootUsage111122223333Alarm")
    #expect(named.contains("AlarmName: RootUsage-Payments\n"))
    #expect(named.contains("in account Payments (111122223333)"))
    #expect(named.contains("Dimensions:\n      - Name: 'AccountId'\n        Value: '111122223333'"))
    let other = Self.event.resource("RootUsage012345678901Alarm")
    #expect(other.contains("AlarmName: RootUsage-012345678901\n") && other.contains("Value: '012345678901'"))
    #expect(Self.event.cloudFormation.matches(of: /AWS::CloudWatch::Alarm\n/).count == 2)
    #expect(Self.event.terraform.contains(#""root_usage_111122223333": {"#))
    #expect(Self.event.terraform.contains(#""AccountId": "012345678901""#))
    #expect(Self.event.script.contains(#""AlarmName": "RootUsage-Payments""#))
    #expect(
      Self.event.script.contains(#""Name": "AccountId","#)
        && Self.event.script.contains(#""Value": "111122223333""#))
  }

  @Test func `thresholds and periods are one parameter a control`() {
    let text = Self.regions.cloudFormation
    #expect(text.matches(of: /\n  RootUsage[A-Za-z0-9]*Threshold:\n/).count == 1)
    #expect(text.matches(of: /\n  RootUsage[A-Za-z0-9]*Period:\n/).count == 1)
    #expect(text.contains("What alarm 'RootUsage' of each account compares the metric with"))
  }

  @Test func `with Regions there is an alarm for each of an account's Regions`() {
    #expect(
      Self.regions.resource("RootUsageFilter").contains("- Key: Region\n          Value: '$.awsRegion'"))
    #expect(Self.regions.cloudFormation.matches(of: /AWS::CloudWatch::Alarm\n/).count == 4)
    let alarm = Self.regions.resource("RootUsage111122223333EuWest1Alarm")
    #expect(alarm.contains("AlarmName: RootUsage-Payments-eu-west-1\n"))
    #expect(alarm.contains("- Name: 'Region'\n        Value: 'eu-west-1'"))
    #expect(Self.regions.terraform.contains(#""Region": "$.awsRegion""#))
  }

  @Test func `a copied log group's events are told apart by system fields`() {
    let filter = Self.system.resource("RootUsageFilter")
    #expect(filter.contains(#"FieldSelectionCriteria: '@aws.account IN ["111122223333", "012345678901"]'"#))
    #expect(filter.contains("EmitSystemFieldDimensions:\n      - '@aws.account'"))
    #expect(!filter.contains("- Key:"))
    #expect(Self.system.resource("RootUsage111122223333Alarm").contains("- Name: '@aws.account'"))
    #expect(Self.system.script.contains(#""emitSystemFieldDimensions": ["#))
    #expect(
      Self.system.script.contains(
        #""fieldSelectionCriteria": "@aws.account IN [\"111122223333\", \"012345678901\"]""#))
    #expect(!Self.system.script.contains("source_faults"), "no trail of the account fills the log group")
    let both = Self.systemRegions.resource("RootUsageFilter")
    #expect(both.contains(#" AND @aws.region IN ["us-east-1"]'"#))
    #expect(both.contains("- '@aws.account'\n      - '@aws.region'"))
  }

  @Test func `Terraform refuses system fields with the reason, and the other forms are written`() throws {
    #expect(Self.system.errors == [9015])
    #expect(Self.system.terraform.isEmpty && !Self.system.cloudFormation.isEmpty)
    let graph = try Specs.graph("perAccount: { source: system-fields, accounts: [111122223333] }")
    let outputs = Outputs.emit(graph)
    #expect(
      outputs.artefacts.map(\.fileName) == [
        "cloudformation.yaml", "apply.sh", "verify.sh", "test.sh", "remove.sh",
      ])
    #expect(outputs.diagnostics.map(\.severity) == [.warning])
  }

  @Test func `a control can have one alarm over all accounts`() {
    let made = Self.group(
      Self.listed, controls: "[root-usage, { control: organizations-changes, perAccount: false }]")
    #expect(made.errors.isEmpty)
    #expect(!made.resource("OrgsChangesFilter").contains("Dimensions"))
    #expect(made.resource("OrgsChangesAlarm").contains("AlarmName: OrgsChanges\n"))
    #expect(made.cloudFormation.matches(of: /AWS::CloudWatch::Alarm\n/).count == 3)
  }

  @Test func `an alarm for each account on events of one is noted`() {
    let made = Self.group(Self.listed, controls: "[organizations-changes]")
    #expect(made.errors.isEmpty && made.diagnostics.contains { $0.code.number == 3048 })
  }

  @Test(arguments: [
    ("eu-west-1", "[root-usage, vpc-changes]", true), ("eu-west-1, us-east-1", "[root-usage]", false),
    ("eu-west-1", "[vpc-changes]", false), ("cn-north-1", "[root-usage]", false),
    ("eu-west-1", "[{ control: root-usage, perAccount: false }, vpc-changes]", false),
  ])
  func `Regions without the one that records global events are warned of`(
    regions: String, controls: String, isWarned: Bool
  ) {
    let made = Self.group("\(Self.listed), regions: [\(regions)]", controls: controls)
    let warnings = made.diagnostics.filter { $0.code.number == 3049 }
    #expect(made.errors.isEmpty && warnings.count == (isWarned ? 1 : 0))
    #expect(warnings.allSatisfy { $0.message.contains("the events of root-usage are recorded") })
  }

  @Test func `verify reads every dimension, for filters without as well`() throws {
    let graph = try Specs.graph(
      "perAccount: { accounts: [111122223333] }\nalarm: { threshold: 1 }", pattern: "'{ $.x = 1 }'")
    let text = try #require(AWSCLIEmitter().emit(graph, action: .verify).artefact).text
    #expect(text.contains("not_null(metricTransformations[0].dimensions.AccountId, 'none')"))
    #expect(text.contains(#"'dimension AccountId' '"$.recipientAccountId"'"#))
    #expect(text.contains(#"Dimensions '"AccountId=111122223333"'"#))
    let plain = try #require(AWSCLIEmitter().emit(try Specs.graph(), action: .verify).artefact).text
    #expect(
      plain.contains(#"fieldSelectionCriteria '""'"#) && plain.contains(#"emitSystemFieldDimensions '""'"#))
  }

  @Test func `names that read alike stay apart`() {
    let own = "{ id: %, title: A, pattern: '{ $.x = 1 }', metric: { name: % } "
    let controls = ["Root", "Root111122223333"].map {
      own.replacing("%", with: $0)
    }
    let made = Self.group(
      "accounts: [111122223333]", controls: "[\(controls[0])}, \(controls[1]), perAccount: false }]")
    #expect(made.errors.isEmpty)
    let ids = made.cloudFormation.matches(of: /\n  ([A-Za-z0-9]+Alarm):\n    Type/).map { String($0.1) }
    #expect(ids.count == 2 && Set(ids).count == 2)
  }

  @Test(arguments: [
    ("accounts: []", "", 2004), ("regions: [us-east-1]", "", 2004), ("accounts: 111122223333", "", 2003),
    ("accounts: [11112222333]", "", 2012), ("accounts: [{ name: A }]", "", 2004),
    ("accounts: [{ id: 111122223333, nam: A }]", "", 2001),
    ("accounts: [111122223333, 111122223333]", "", 2023),
    ("accounts: [{ id: 111122223333, name: A }, { id: 444455556666, name: A }]", "", 2023),
    ("accounts: [111122223333, { id: 444455556666, name: '111122223333' }]", "", 2023),
    ("accounts: [111122223333], regions: []", "", 2004),
    ("accounts: [111122223333], regions: [home]", "", 2012),
    ("accounts: [111122223333], regions: [us-east-1, us-east-1]", "", 2023),
    ("accounts: [111122223333], source: trail", "", 2006),
    ("accounts: [111122223333]", "metric: { defaultValue: 0 }", 3044),
    ("accounts: [111122223333]", "deploy: { scope: stackset }", 3043),
    ("accounts: [{ id: 111122223333, name: ' A' }]", "", 2010),
  ])
  func `what cannot be is refused`(settings: String, lines: String, code: Int) {
    #expect(Self.group(settings, lines).errors == [code])
  }

  @Test(arguments: [
    ("{ create: { name: the-trail } }", "accounts: [111122223333]", [3042]),
    ("{ create: { name: the-trail, organization: true } }", "accounts: [111122223333]", []),
    (
      "{ create: { name: the-trail, organization: true } }",
      "source: system-fields, accounts: [111122223333]",
      [3042]
    ),
  ])
  func `the log group must hold the events of the accounts`(trail: String, settings: String, codes: [Int]) {
    #expect(Self.group(settings, trail: trail).errors == codes)
  }

  @Test func `a null default value is none`() {
    #expect(Self.group(Self.listed, "metric: { defaultValue: null }").errors.isEmpty)
  }

  @Test(arguments: ["ERROR", "[a, b]", "%error%"])
  func `a pattern without fields needs system fields or one alarm`(pattern: String) {
    let quoted = "'\(pattern)'"
    let control = "[{ id: own, title: Own, pattern: \(quoted) }]"
    #expect(Self.group(Self.listed, controls: control).errors == [3045])
    #expect(Self.group("source: system-fields, \(Self.listed)", controls: control).errors == [9015])
    let one = "[{ id: own, title: Own, pattern: \(quoted), perAccount: false }]"
    #expect(Self.group(Self.listed, controls: one).errors.isEmpty)
  }

  @Test func `an alarm's name has 255 characters with its account's`() {
    let name = String(repeating: "a", count: 242)
    let control = "[{ control: root-usage, alarm: { name: \(name) } }]"
    #expect(Self.group("accounts: [111122223333]", controls: control).errors.isEmpty)
    #expect(
      Self.group("accounts: [{ id: 111122223333, name: Thirteenchars }]", controls: control).errors == [2011])
  }

  @Test func `two controls may not come to one alarm name`() {
    let controls =
      "[{ control: root-usage, alarm: { name: A } }, { control: vpc-changes, alarm: { name: A-B } }]"
    let accounts = "accounts: [{ id: 111122223333, name: B-C }, { id: 444455556666, name: C }]"
    #expect(Self.group(accounts, controls: controls).errors == [3002])
  }

  @Test func `selection criteria have 2000 characters`() {
    func accounts(_ count: Int) -> String {
      "source: system-fields, accounts: [\((0..<count).map { String(100_000_000_000 + $0) }.joined(separator: ", "))]"
    }
    #expect(
      Self.group(accounts(124)).errors == [9002, 9015], "2000 characters exactly; the template is too large")
    #expect(Self.group(accounts(125)).errors == [3046])
    #expect(Self.group(accounts(125).replacing("source: system-fields, ", with: "")).errors == [9002])
  }

  @Test func `a control's perAccount needs the spec's`() {
    let made = EmittedSpec(
      "trail: { existing: { logGroup: g } }", controls: "[{ control: root-usage, perAccount: false }]")
    #expect(made.errors == [2024])
  }

  @Test func `an account's name reaches each form as it is`() {
    let made = Self.group(#"accounts: [{ id: 111122223333, name: "a\"b'c ${d} %{e} $f `g` \\" }]"#)
    #expect(made.errors.isEmpty)
    #expect(made.terraform.contains(#"RootUsage-a\"b'c $${d} %%{e} $f `g` \\"#))
    #expect(Self.group("accounts: [{ id: 111122223333, name: '{{resolve:ssm:a}}' }]").errors == [9001])
  }
}
