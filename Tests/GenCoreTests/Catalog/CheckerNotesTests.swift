import Diagnostics
import Testing

@testable import GenCore

@Suite struct CheckerNotesTests {
  /// Compiles a spec with these lines in it and gives the diagnostics that speak of the catalog.
  private func compile(_ lines: String, subscribed: Bool = true) -> (
    graph: ResourceGraph?, said: [Diagnostic]
  ) {
    let source = """
      version: 1
      name: test
      trail: { existing: { logGroup: trail } }
      notify:
        topic: { create: { name: alarms } }
        \(subscribed ? "subscriptions: [{ protocol: email, endpoint: a@b.io }]" : "")
      \(lines)
      """
    let result = Compiler.compile(SourceText(file: "test.yaml", text: source))
    let elsewhere = [DiagnosticCode.managementAccountOnly, .nobodyHears]
    return (result.graph, result.diagnostics.filter { !elsewhere.contains($0.code) })
  }

  private func filters(_ graph: ResourceGraph?) -> [MetricFilter] {
    (graph?.resources ?? []).compactMap { if case .metricFilter(let filter) = $0 { filter } else { nil } }
  }

  private func alarms(_ graph: ResourceGraph?) -> [Alarm] {
    (graph?.resources ?? []).compactMap { if case .alarm(let alarm) = $0 { alarm } else { nil } }
  }

  @Test(arguments: Benchmark.allCases)
  func `an edition's filters are its texts, byte for byte`(benchmark: Benchmark) {
    let (graph, _) = compile("benchmark: \(benchmark.id)")
    let wanted = Catalog.filterControls(of: benchmark).map { $0.text(in: benchmark) }
    #expect(filters(graph).map { Array($0.pattern.utf8) } == wanted.map { Array($0.utf8) })
    #expect(filters(graph).map(\.name) == Catalog.filterControls(of: benchmark).map(\.metricName))
    #expect(alarms(graph).count == wanted.count)
  }

  @Test(arguments: [Benchmark.cis130, .cis140, .cis150])
  func `the text that matches everything is warned about and mended`(benchmark: Benchmark) throws {
    let (_, said) = compile("benchmark: \(benchmark.id)")
    let warning = try #require(said.first { $0.code == .textMatchesEverything })
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "the text of 'unauthorized-api-calls' in \(benchmark.id) matches nearly every event, so its alarm is always on"
    )
    let mended = try #require(Control.unauthorizedAPICalls.knownDefect(in: benchmark)?.mended)
    #expect(warning.hint == "give it the pattern '\(mended)', or take 'benchmark: cis-2.0.0' or later")
    // The hint's text is taken without another warning (the lints of any pattern aside), and it passes the scanners that the printed one passes.
    let (graph, all) = compile(
      "benchmark: \(benchmark.id)\ncontrols:\n  - { control: unauthorized-api-calls, pattern: '\(mended)' }")
    let after = all.filter { !(5000...5999).contains($0.code.number) }
    #expect(filters(graph).map(\.pattern) == [mended])
    #expect(after.map(\.code) == [.overrideFailsChecker])
    #expect(after.first?.message == "with this pattern 'unauthorized-api-calls' does not pass CIS")
  }

  @Test func `an edition that could not be read is not taken for the default one`() {
    #expect(compile("benchmark: cis-5").said.map(\.code) == [.unknownBenchmark])
    #expect(compile("satisfy: prowler").said.map(\.code) == [.wrongType])
  }

  @Test func `editions without that text are not warned about`() {
    for benchmark in Benchmark.allCases where !(.cis130 ... .cis150).contains(benchmark) {
      #expect(!compile("benchmark: \(benchmark.id)").said.contains { $0.severity != .note })
    }
  }

  @Test func `scanners that nobody asked for and that fail are named once`() {
    let (_, said) = compile("controls: [organizations-changes, security-group-changes, root-usage]")
    #expect(said.map(\.code) == [.checkersNotPassed])
    #expect(
      said.first?.message
        == "these texts will not pass Prowler: organizations-changes; Powerpipe: security-group-changes")
    #expect(compile("controls: [root-usage]").said.isEmpty)
  }

  @Test func `satisfying all three scanners leaves nothing to say but that Security Hub lacks a control`() {
    let (graph, said) = compile("satisfy: [security-hub, prowler, powerpipe]")
    #expect(said.map(\.code) == [.checkerHasNoControl])
    #expect(said.first?.message == "Security Hub has no control for 'organizations-changes'")
    #expect(filters(graph).count == 17)
    #expect(alarms(graph).count == 15)
    #expect(Set(filters(graph).map(\.metricName)).count == 15)
  }

  @Test func `scanners want a subscriber`() {
    let (_, said) = compile("controls: [root-usage]\nsatisfy: [prowler, powerpipe, cis]", subscribed: false)
    #expect(said.map(\.message) == ["Prowler and Powerpipe also want a subscriber on the topic"])
    #expect(compile("controls: [root-usage]\nsatisfy: [cis]", subscribed: false).said.isEmpty)
  }

  @Test func `a pattern of the user's own that fails a checker is noted, and deployed as written`() {
    let pattern = "{ $.userIdentity.type = Root }"
    let (graph, said) = compile(
      "satisfy: [security-hub]\ncontrols: [{ control: root-usage, pattern: '\(pattern)' }]")
    #expect(filters(graph).map(\.pattern) == [pattern])
    #expect(said.map(\.severity) == [.note])
    #expect(
      said.first?.message
        == "with this pattern 'root-usage' does not pass CIS, Security Hub, Prowler and Powerpipe")
  }

  @Test func `two filters on one metric are noted when the threshold is above one`() {
    let lines = "satisfy: [security-hub, prowler, powerpipe]\ncontrols: [security-group-changes]\n"
    #expect(compile(lines + "alarm: { threshold: 2 }").said.map(\.code) == [.countsTwice])
    #expect(compile(lines + "alarm: { threshold: 1 }").said.isEmpty)
    #expect(!compile("coverage: extended\nalarm: { threshold: 2 }").said.contains { $0.code == .countsTwice })
  }

  @Test func `extended coverage publishes to the control's metric`() {
    let (graph, _) = compile("controls: [organizations-changes]\ncoverage: extended")
    #expect(filters(graph).map(\.name) == ["OrgsChanges", "OrgsChangesExtended"])
    #expect(filters(graph).map(\.metricName) == ["OrgsChanges", "OrgsChanges"])
    #expect(alarms(graph).count == 1)
  }

  @Test func `a filter name of the user's own begins every filter of the control`() {
    let (graph, _) = compile(
      "controls: [{ control: organizations-changes, filterName: Orgs }]\ncoverage: extended")
    #expect(filters(graph).map(\.name) == ["Orgs", "OrgsExtended"])
  }

  @Test func `an edition without the control is an error that names both sides`() {
    let plain = compile("benchmark: cis-1.2.0\ncontrols: [organizations-changes]").said
    #expect(plain.map(\.message) == ["cis-1.2.0 has no control 'organizations-changes'"])
    let asked = compile("benchmark: cis-1.2.0\ncontrols: [organizations-changes]\nsatisfy: [cis, prowler]")
      .said
    #expect(asked.map(\.code) == [.cannotSatisfy])
    #expect(
      asked.map(\.message)
        == ["'organizations-changes' cannot satisfy 'cis': benchmark 'cis-1.2.0' has no such control"])
    let scanner = compile("benchmark: cis-1.2.0\ncontrols: [organizations-changes]\nsatisfy: [powerpipe]")
    #expect(scanner.graph?.controls.first?.reference == "CIS AWS Foundations Benchmark v1.3.0, 4.15")
  }

  @Test(arguments: [
    ("satisfy: [securityhub]", "unknown checker 'securityhub'", "did you mean 'security-hub'?"),
    ("satisfy: [nessus]", "unknown checker 'nessus'", "one of: cis, security-hub, prowler, powerpipe"),
    ("satisfy: [cis, cis]", "checker 'cis' stands twice", "remove one of the two"),
    (
      "satisfy: []", "'satisfy' is empty",
      "name a checker, or leave 'satisfy' out to take the edition's texts"
    ),
    ("benchmark: cis-1.4", "unknown benchmark 'cis-1.4'", "did you mean 'cis-1.4.0'?"),
  ])
  func `a wrong word is an error with the nearest right one`(lines: String, message: String, hint: String) {
    let said = compile(lines).said.filter { $0.severity == .error }
    #expect(said.map(\.message) == [message])
    #expect(said.map(\.hint) == [hint])
  }

  @Test func `a wrong coverage is an error with the nearest right one`() {
    let said = compile("coverage: extend").said.filter { $0.severity == .error }
    #expect(said.map(\.code) == [.notAmong])
    #expect(said.first?.hint?.contains("'extended'") == true)
  }

  @Test(arguments: [
    ("cis-1.4.0", true), ("a1.2", true), ("cis-1..4", false), ("cis.1", false), ("a.b", false),
    ("a1.", false),
    ("1.4.0", false), ("a1.b", false),
  ])
  func `a spec may be named after an edition, with dots between digits`(name: String, isFine: Bool) {
    let source =
      "version: 1\nname: \(name)\ncontrols: [root-usage]\ntrail: { existing: { logGroup: trail } }\n"
    let result = Compiler.compile(SourceText(file: "test.yaml", text: source))
    #expect((result.graph != nil) == isFine)
    let topics = (result.graph?.resources ?? []).compactMap { resource -> String? in
      if case .topic(let topic) = resource { topic.name } else { nil }
    }
    if name == "cis-1.4.0" { #expect(topics == ["cis-1-4-0"]) }
  }
}
