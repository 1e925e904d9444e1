import Diagnostics
import GenCore
import Testing

/// The `stackSet` block: what is wrong, where and with which words; and what it becomes.
@Suite struct StackSetSpecTests {
  private static func compile(_ stackSet: String, deploy: String = "scope: stackset, ", tags: String = "")
    -> Compiler.Result
  {
    let text = """
      version: 1
      name: tried-1.2
      trail: { existing: { logGroup: g } }
      controls: [root-usage]
      deploy: { \(deploy)stackSet: { \(stackSet) } }
      \(tags)
      """
    return Compiler.compile(SourceText(file: "s", text: text))
  }

  private func errors(_ result: Compiler.Result) -> [String] {
    result.diagnostics.filter { $0.severity == .error }.map {
      "\($0.range?.start.column ?? 0) \($0.code.name) \($0.message)"
    }
  }

  @Test(arguments: [
    ("nmae: x", "40 GEN2001 unknown key 'nmae' in 'stackSet'"),
    ("name: 1x", "46 GEN2012 '1x' is no StackSet name for 'name'"),
    ("permissionModel: service_managed", "57 GEN2006 'service_managed' is no value of 'permissionModel'"),
    (
      "organizationalUnits: [ou-1]", "62 GEN2012 'ou-1' is no organizational unit for 'organizationalUnits'"
    ),
    (
      "organizationalUnits: [r-AB12]",
      "62 GEN2012 'r-AB12' is no organizational unit for 'organizationalUnits'"
    ),
    ("organizationalUnits: []", "40 GEN2004 'organizationalUnits' is empty"),
    ("organizationalUnits: r-ab12", "61 GEN2003 'organizationalUnits' must be a list, found 'r-ab12'"),
    ("organizationalUnits: [r-ab12, r-ab12]", "70 GEN2040 'r-ab12' stands twice in 'organizationalUnits'"),
    (
      "permissionModel: self-managed, accounts: [11112222333]",
      "82 GEN2012 '11112222333' is no account id for 'accounts'"
    ),
    ("accounts: ['111122223333']", "51 GEN2004 'stackSet' has 'accounts' and no 'accountFilter'"),
    ("accountFilter: difference", "55 GEN2004 'accountFilter: difference' speaks of no 'accounts'"),
    ("accountFilter: union", "55 GEN2006 'union' is no value of 'accountFilter'"),
    (
      "regions: [eu-west-1]",
      "50 GEN2041 'regions' leaves out the home Region 'us-east-1', so every stack would be empty"
    ),
    ("regions: [nowhere]", "50 GEN2012 'nowhere' is no Region for 'regions'"),
    ("callAs: me", "48 GEN2006 'me' is no value of 'callAs'"),
    ("executionRole: Role", "40 GEN2024 'executionRole' has no meaning with service-managed permissions"),
    (
      "permissionModel: self-managed, organizationalUnits: [r-ab12]",
      "71 GEN2024 'organizationalUnits' has no meaning with self-managed permissions"
    ),
    (
      "permissionModel: self-managed, callAs: self",
      "71 GEN2024 'callAs' has no meaning with self-managed permissions"
    ),
    (
      "permissionModel: self-managed, autoDeployment: { enabled: true }",
      "71 GEN2024 'autoDeployment' has no meaning with self-managed permissions"
    ),
    (
      "permissionModel: self-managed, administrationRole: 'arn:aws:iam::111122223333:user/role'",
      "91 GEN2013 'arn:aws:iam::111122223333:user/role' is no role ARN for 'administrationRole'"
    ),
    (
      "autoDeployment: { retainStacksOnAccountRemoval: true }", "56 GEN2004 'autoDeployment' has no 'enabled'"
    ),
    (
      "autoDeployment: { enabled: false, retainStacksOnAccountRemoval: true }",
      "104 GEN2024 'retainStacksOnAccountRemoval' has no meaning without automatic deployment"
    ),
    (
      "operationPreferences: { failureToleranceCount: 1, failureTolerancePercentage: 1 }",
      "90 GEN2007 'operationPreferences' has both 'failureToleranceCount' and 'failureTolerancePercentage'"
    ),
    (
      "operationPreferences: { maxConcurrentPercentage: 0 }",
      "89 GEN2005 'maxConcurrentPercentage' is 0; 1 to 100 are allowed"
    ),
    (
      "operationPreferences: { failureToleranceCount: 1, maxConcurrentCount: 5 }",
      "90 GEN2005 'maxConcurrentCount' is 5, but with a failure tolerance of 1 StackSets works on at most 2 accounts at a time"
    ),
  ])
  func aWrongBlockIsReportedAtItsPlace(block: String, expected: String) {
    #expect(errors(Self.compile(block)) == [expected])
  }

  @Test func elsewhereTheBlockHasNoMeaning() {
    #expect(
      errors(Self.compile("name: x", deploy: "scope: account, ")) == [
        "27 GEN2024 'stackSet' has no meaning without 'scope: stackset'"
      ])
    #expect(
      errors(Self.compile("name: x", deploy: "")) == [
        "11 GEN2024 'stackSet' has no meaning without 'scope: stackset'"
      ])
  }

  /// So many account ids, one a line.
  private static func accounts(_ count: Int) -> String {
    (0..<count).map { number in
      "\n  '" + String(repeating: "0", count: 12 - String(number).count) + "\(number)'"
    }.joined(separator: ",")
  }

  @Test func accountsTimesRegionsStayBelowTheLimit() {
    let regions = (0..<100).map { "eu-west-1\($0)" }.joined(separator: ", ")
    let found = errors(
      Self.compile(
        "permissionModel: self-managed, regions: [us-east-1, \(regions)], accounts: [\(Self.accounts(1000))]")
    )
    #expect(found.count == 1 && found[0].contains("101000 stack instances"), "\(found)")
    let filter = errors(
      Self.compile("accountFilter: difference, accounts: [\(Self.accounts(301))]"))
    #expect(filter.count == 1 && filter[0].contains("301 accounts; 300 fit a filter"), "\(filter)")
  }

  @Test func whatIsLeftOutHasADefault() throws {
    let set = try #require(Self.compile("").graph?.stackSet)
    #expect(set.name == "tried-1-2", "a StackSet's name has no dots")
    #expect(set.regions == ["us-east-1"])
    #expect(set.preferences == .standard)
    guard case .serviceManaged(let managed) = set.permissions else {
      Issue.record("service-managed is the default")
      return
    }
    #expect(managed.autoDeployment == .enabled(retainsStacks: false))
    #expect(managed.callAs == .self && managed.filter == nil && managed.organizationalUnits.isEmpty)
  }

  @Test func withoutTargetsANoteSaysWhenToGiveThem() {
    func notes(_ block: String) -> [String] {
      Self.compile(block).diagnostics.filter { $0.code.number == 3060 }.map(\.message)
    }
    #expect(notes("") == ["no unit is named: stackset.sh wants 'ORGANIZATIONAL_UNITS' when it is run"])
    #expect(
      notes("permissionModel: self-managed") == [
        "no account is named: stackset.sh wants 'ACCOUNTS' when it is run"
      ])
    #expect(notes("organizationalUnits: [r-ab12]") == [])
  }

  @Test(arguments: [("logGroupPrefix: aws-controltower/", 1), ("trail: org-trail", 1), ("logGroup: logs", 0)])
  func aLogGroupThatIsLookedUpHasOneNameForAllAccounts(existing: String, count: Int) {
    let text = "version: 1\nname: s\ncontrols: [root-usage]\ntrail: { existing: { \(existing) } }\n"
    let found = { (scope: String) in
      Compiler.compile(SourceText(file: "s", text: "\(text)deploy: { scope: \(scope) }\n")).diagnostics
        .filter { $0.code == .oneNameForAll }
    }
    #expect(found("stackset").map(\.severity) == Array(repeating: .warning, count: count))
    #expect(found("account").isEmpty)
  }

  @Test func aTagThatAStackSetCannotCarryIsLeftToTheResources() throws {
    let result = Self.compile("", tags: "tags: { Owner: security, 'a@b': c }")
    let graph = try #require(result.graph)
    #expect(graph.stackSet?.tags.map(\.key) == ["Owner"])
    #expect(graph.tags.map(\.key) == ["Owner", "a@b"])
    #expect(result.diagnostics.count { $0.code.number == 3061 } == 1)
  }
}
