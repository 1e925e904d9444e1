import Testing

@testable import GenCore

@Suite struct CatalogTests {
  @Test func `fifteen controls are filters and the sixteenth is none`() {
    #expect(Catalog.controls.map(\.number) == Array(1...16))
    #expect(Catalog.filterControls.count == 15)
    #expect(Catalog.find("security-hub-enabled")?.kind == .serviceState)
    #expect(Catalog.find("security-hub-enabled")?.text(in: .cis500) == "")
  }

  @Test(arguments: [
    (Benchmark.cis120, "3.14", 14), (.cis130, "4.14", 15), (.cis140, "4.14", 15), (.cis500, "4.14", 15),
    (.cis600, "5.14", 15), (.cis700, "5.14", 15),
  ])
  func `an edition numbers its controls by its section`(benchmark: Benchmark, number: String, count: Int) {
    #expect(Catalog.find("vpc-changes")?.number(in: benchmark) == number)
    #expect(Catalog.filterControls(of: benchmark).count == count)
  }

  @Test func `Organizations came with the second edition and borrows its text for the first`() {
    let control = Control.organizationsChanges
    #expect(control.number(in: .cis120) == nil)
    #expect(control.texts(in: .cis120).isEmpty)
    #expect(control.text(in: .cis120) == control.text(in: .cis130))
    #expect(control.number(in: .cis140) == "4.15")
    #expect(control.onlyManagementAccount)
  }

  @Test func `ids, metric names and Security Hub ids are unique`() {
    #expect(Set(Catalog.controls.map(\.id)).count == 16)
    #expect(Set(Catalog.filterControls.map(\.metricName)).count == 15)
    #expect(Set(Catalog.controls.compactMap(\.securityHub?.id)).count == 14)
  }

  @Test func `every edition has exactly one text of its own for each of its controls`() {
    for control in Catalog.filterControls {
      for benchmark in Benchmark.allCases {
        let own = control.texts.filter { $0.editions.contains(benchmark) }
        #expect(own.count == (control.isPart(of: benchmark) ? 1 : 0), "\(control.id) in \(benchmark.id)")
      }
    }
  }

  /// The lengths of the published texts, in the benchmark's order, oldest first; the Security Hub text is last.
  static let lengths: [(control: String, texts: [Int], securityHub: Int?)] = [
    ("unauthorized-api-calls", [79, 164, 162], 73), ("console-signin-without-mfa", [78, 164], 164),
    ("root-usage", [107], 102), ("iam-policy-changes", [535], 574), ("cloudtrail-config-changes", [156], 144),
    ("console-auth-failures", [78], 72), ("kms-key-disable-or-delete", [103], 102),
    ("s3-bucket-policy-changes", [376], 354), ("aws-config-changes", [199], 200),
    ("security-group-changes", [265, 310], 252), ("nacl-changes", [245], 230),
    ("network-gateway-changes", [245], 232), ("route-table-changes", [255, 290], 279),
    ("vpc-changes", [441], 417), ("organizations-changes", [758], nil),
  ]

  @Test(arguments: lengths)
  func `published texts have their published lengths`(control: String, texts: [Int], securityHub: Int?) throws
  {
    let entry = try #require(Catalog.find(control))
    #expect(entry.texts.map(\.text.utf8.count) == texts)
    #expect(entry.securityHub?.text.utf8.count == securityHub)
  }

  @Test func `every published text names the events of its control, in their order`() {
    for control in Catalog.filterControls where control.eventNames.count > 1 {
      for text in control.texts {
        let names = namesAfterEventName(in: text.text)
        #expect(Array(names.prefix(control.eventNames.count)) == control.eventNames, "\(control.id)")
      }
    }
  }

  @Test func `the text of control 1 is known to match everything from v1.3_0 to v1.5_0`() throws {
    let control = Control.unauthorizedAPICalls
    let defective = Benchmark.allCases.filter { control.knownDefect(in: $0) != nil }
    #expect(defective == [.cis130, .cis140, .cis150])
    #expect(try #require(control.knownDefect(in: .cis140)?.mended).contains(") && ("))
    #expect(Catalog.controls.filter { $0.knownDefect(in: .cis140) != nil } == [control])
  }

  @Test(arguments: [
    ("organisations-changes", "organizations-changes"), ("OrgsChanges", "organizations-changes"),
    ("4.15", "organizations-changes"), ("cloudwatch.2", "unauthorized-api-calls"), ("root-use", "root-usage"),
    ("orgs-changes", "organizations-changes"), ("organization", "organizations-changes"),
  ])
  func `a mistyped id is answered with the nearest`(typed: String, meant: String) {
    #expect(Catalog.find(typed) == nil)
    #expect(Catalog.suggestion(for: typed) == meant)
  }

  /// The values that follow `$.eventName =` in a text.
  private func namesAfterEventName(in text: String) -> [String] {
    text.matches(of: /\$\.eventName\s*=\s*"?(\w+)"?/).map { String($0.output.1) }
  }
}
