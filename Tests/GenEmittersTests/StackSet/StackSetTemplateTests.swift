import Diagnostics
import Documents
import GenCore
import Testing

@testable import GenEmitters

@Suite struct StackSetTemplateTests {
  private static func accounts(_ count: Int) -> String {
    (0..<count).map { "'\(String(repeating: "0", count: 12 - String($0).count))\($0)'" }.joined(
      separator: ", ")
  }

  @Test func targetsAreParametersWithTheSpecsIds() {
    let text = StackSetScriptTests.units.template
    #expect(text.contains("OrganizationalUnitIds:\n    Type: CommaDelimitedList\n"))
    #expect(text.contains("    Default: 'ou-ab12-cd34ef56,r-ab12'\n"))
    #expect(
      text.contains(
        "      - DeploymentTargets:\n          OrganizationalUnitIds: !Ref OrganizationalUnitIds\n        Regions: !Ref Regions\n"
      ))
    #expect(text.contains("      CallAs: !Ref CallAs\n"))
  }

  @Test func targetsThatAreGivenLaterHaveNoDefault() {
    let text = EmittedStackSet("").template
    let parameter = text.components(after: "\n  OrganizationalUnitIds:\n", before: "\n\n")
    #expect(!parameter.isEmpty && !parameter.contains("Default"))
  }

  @Test func aFilterNamesItsAccounts() {
    let text = EmittedStackSet("accounts: ['111122223333'], accountFilter: difference").template
    #expect(text.contains("          Accounts: !Ref Accounts\n          AccountFilterType: DIFFERENCE\n"))
    #expect(text.contains("Accounts of the units that get no stack"))
  }

  @Test func moreThanOneOperationTakesStandInGroups() {
    let units = (0..<51).map { "ou-ab12-\(10_000_000 + $0)" }.joined(separator: ", ")
    let text = EmittedStackSet("organizationalUnits: [\(units)]").template
    #expect(text.contains("OrganizationalUnitIds: !Ref OrganizationalUnitIds\n"))
    #expect(text.contains("OrganizationalUnitIds: !Ref OrganizationalUnitIds2\n"))
    #expect(text.contains("    Default: 'ou-ab12-10000050'\n"))
    let accounts = EmittedStackSet("permissionModel: self-managed, accounts: [\(Self.accounts(700))]")
      .template
    #expect(accounts.contains("Accounts: !Ref Accounts3\n") && !accounts.contains("Accounts4"))
    let longest =
      accounts.split(separator: "\n").filter { $0.hasPrefix("    Default: ") }.map(\.utf8.count).max() ?? 0
    #expect(longest < StackSetLimits.parameterBytes)
  }

  @Test func theStacksTemplateIsReadBackAsItIs() throws {
    for made in [StackSetScriptTests.units, StackSetScriptTests.accounts] {
      let source = SourceText(file: "stackset.yaml", text: made.template)
      let node = try #require(YAMLReader(limits: .init(bytes: 1 << 20, depth: 64)).read(source).node)
      func member(_ node: Node, _ key: String) -> Node? { node.entries?.first { $0.key.text == key }?.value }
      let body = ["Resources", "StackSet", "Properties", "TemplateBody"].reduce(Optional(node)) {
        $0.flatMap { [key = $1] in member($0, key) }
      }
      #expect(body?.text == made.stack)
    }
  }

  @Test func eachFormKnowsItsOwn() {
    #expect(
      StackSetScriptTests.units.template.contains(
        "Description: Written by gen from the spec 'tried', deployed by stackset.yaml\n"))
    #expect(
      StackSetScriptTests.units.script.contains(
        "mark=\"Written by gen from the spec 'tried', deployed by stackset.sh\""))
  }

  @Test func preferencesAreTheServicesWords() {
    let text = EmittedStackSet(
      "operationPreferences: { failureToleranceCount: 3, maxConcurrentPercentage: 25, regionConcurrency: parallel, concurrencyMode: soft-failure-tolerance }"
    )
    #expect(
      text.script.contains(
        #"operation_preferences='{"RegionConcurrencyType":"PARALLEL","FailureToleranceCount":3,"MaxConcurrentPercentage":25,"ConcurrencyMode":"SOFT_FAILURE_TOLERANCE"}'"#
      ))
    #expect(
      text.template.contains(
        "        FailureToleranceCount: 3\n        MaxConcurrentPercentage: 25\n        ConcurrencyMode: SOFT"
      ))
  }
}

extension String {
  /// What stands between two texts; empty when they are not there.
  fileprivate func components(after start: String, before end: String) -> Substring {
    guard let from = range(of: start), let to = self[from.upperBound...].range(of: end) else { return "" }
    return self[from.upperBound..<to.lowerBound]
  }
}
