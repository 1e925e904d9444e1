import Testing

@testable import GenCore

@Suite struct SelectionTests {
  static let scanners: [Checker] = [.securityHub, .prowler, .powerpipe]

  /// Every subset of the checkers.
  static let wishes: [[Checker]] = (0..<16).map { bits in
    Checker.allCases.enumerated().filter { bits & (1 << $0.offset) != 0 }.map(\.element)
  }

  @Test(arguments: Benchmark.allCases)
  func `every named checker passes, whatever the edition and whoever else is named`(benchmark: Benchmark)
    throws
  {
    for wish in Self.wishes {
      let selection = Selection(benchmark: benchmark, satisfy: wish)
      for control in Catalog.filterControls(of: benchmark) {
        let filters = try selection.filters(for: control)
        #expect((1...3).contains(filters.count))
        for checker in wish {
          #expect(
            control.passes(checker, in: benchmark, patterns: filters.map(\.pattern)),
            "\(control.id) \(benchmark.id) \(wish.map(\.id))")
        }
        #expect(Set(filters.map(\.name)).count == filters.count)
        #expect(filters.first?.name == control.metricName)
      }
    }
  }

  @Test(arguments: Benchmark.allCases)
  func `cis alone takes the edition's text`(benchmark: Benchmark) throws {
    for control in Catalog.filterControls(of: benchmark) {
      let filters = try Selection(benchmark: benchmark).filters(for: control)
      #expect(filters.map(\.pattern) == [control.text(in: benchmark)])
      #expect(filters.map(\.origin) == [.benchmark(benchmark)])
    }
  }

  @Test(arguments: Benchmark.allCases)
  func `only controls 1 and 10 need two filters for all three scanners`(benchmark: Benchmark) throws {
    let selection = Selection(benchmark: benchmark, satisfy: Self.scanners)
    for control in Catalog.filterControls(of: benchmark) {
      let filters = try selection.filters(for: control)
      #expect(filters.count == ([1, 10].contains(control.number) ? 2 : 1), "\(control.id)")
    }
  }

  @Test func `a tie goes to the edition's text, then to Security Hub's`() throws {
    let all = Selection(benchmark: .cis140, satisfy: Self.scanners)
    #expect(try all.filters(for: .rootUsage).map(\.origin) == [.benchmark(.cis140)])
    #expect(try all.filters(for: .iamPolicyChanges).map(\.origin) == [.securityHub])
    #expect(try all.filters(for: .routeTableChanges).map(\.origin) == [.securityHub])
    #expect(try all.filters(for: .organizationsChanges).map(\.origin) == [.own])
    #expect(try all.filters(for: .securityGroupChanges).map(\.origin) == [.benchmark(.cis140), .own])
    let late = Selection(benchmark: .cis500, satisfy: Self.scanners)
    #expect(
      try late.filters(for: .securityGroupChanges).map(\.origin) == [.benchmark(.cis500), .securityHub])
    #expect(
      try late.filters(for: .unauthorizedAPICalls).map(\.origin) == [.benchmark(.cis500), .securityHub])
    #expect(
      try late.filters(for: .unauthorizedAPICalls).map(\.name)
        == ["UnauthorizedAPICalls", "UnauthorizedAPICallsSecurityHub"])
  }

  @Test func `a text that matches everything is taken for an auditor only`() throws {
    let control = Control.unauthorizedAPICalls
    let printed = control.text(in: .cis140)
    for wish in Self.wishes {
      let filters = try Selection(benchmark: .cis140, satisfy: wish).filters(for: control)
      #expect(filters.contains { $0.pattern == printed } == (wish.isEmpty || wish.contains(.cis)))
    }
  }

  @Test func `the edition's text and a checker that refuses it make two filters`() throws {
    let filters = try Selection(benchmark: .cis140, satisfy: [.prowler, .cis]).filters(
      for: .organizationsChanges)
    #expect(filters.map(\.origin) == [.benchmark(.cis140), .own])
    #expect(filters.map(\.name) == ["OrgsChanges", "OrgsChangesProwler"])
  }

  @Test func `a checker without an opinion changes nothing`() throws {
    let filters = try Selection(benchmark: .cis140, satisfy: [.securityHub]).filters(
      for: .organizationsChanges)
    #expect(filters.map(\.origin) == [.benchmark(.cis140)])
  }

  @Test func `an edition without the control cannot satisfy an auditor, and both sides are named`() throws {
    let selection = Selection(benchmark: .cis120, satisfy: [.cis, .prowler])
    let conflict = #expect(throws: SelectionConflict.self) {
      try selection.filters(for: .organizationsChanges)
    }
    #expect(
      conflict?.message
        == "'organizations-changes' cannot satisfy 'cis': benchmark 'cis-1.2.0' has no such control")
    #expect(
      conflict?.hint
        == "take benchmark 'cis-1.3.0' or later, leave the control out, or satisfy another checker")
    let scanner = Selection(benchmark: .cis120, satisfy: [.powerpipe])
    #expect(try scanner.filters(for: .organizationsChanges).map(\.origin) == [.benchmark(.cis130)])
  }

  @Test func `a control that is no filter has none`() throws {
    #expect(try Selection(benchmark: .cis500).filters(for: .securityHubEnabled).isEmpty)
  }

  @Test(arguments: Benchmark.allCases)
  func `extended coverage adds short filters and leaves the others alone`(benchmark: Benchmark) throws {
    for wish in [[.cis], Self.scanners] {
      for control in Catalog.filterControls(of: benchmark) {
        let base = try Selection(benchmark: benchmark, satisfy: wish).filters(for: control)
        let extended = try Selection(benchmark: benchmark, satisfy: wish, coverage: .extended).filters(
          for: control)
        #expect(Array(extended.prefix(base.count)) == base)
        let added = extended.dropFirst(base.count)
        #expect(added.isEmpty == [1, 2, 3, 11].contains(control.number))
        #expect(added.count <= 2)
        for filter in added {
          #expect(filter.pattern.utf16.count <= 1024)
          #expect(filter.name.hasPrefix(control.metricName + "Extended"))
        }
      }
    }
  }

  @Test func `extended coverage does not count twice what the chosen texts see`() throws {
    let early = try Selection(benchmark: .cis140, coverage: .extended).filters(for: .securityGroupChanges)
    let late = try Selection(benchmark: .cis500, coverage: .extended).filters(for: .securityGroupChanges)
    #expect(early.last?.pattern.contains("ModifySecurityGroupRules") == true)
    #expect(late.last?.pattern.contains("ModifySecurityGroupRules") == false)
    let prowler = try Selection(satisfy: [.prowler], coverage: .extended).filters(for: .organizationsChanges)
    #expect(prowler.last?.pattern.contains("EnableAllFeatures") == false)
    #expect(prowler.last?.pattern.contains("CloseAccount)") == true)
  }

  @Test func `extended coverage uses the names that CloudTrail logs`() throws {
    let filters = try Selection(coverage: .extended).filters(for: .s3BucketPolicyChanges)
    let text = filters.dropFirst().map(\.pattern).joined()
    #expect(text.contains("=PutBucketPublicAccessBlock"))
    #expect(text.contains("=PutAccountPublicAccessBlock"))
    #expect(!text.contains("=PutPublicAccessBlock"))
    #expect(!text.contains("PutBucketNotificationConfiguration"))
  }
}
