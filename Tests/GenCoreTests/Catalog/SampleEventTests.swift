import FilterPattern
import Foundation
import Testing

@testable import GenCore

/// Every text of every edition against the records under `Samples/<control>/<kind>-<number>.json`:
///
/// - `fire`: every text matches.
/// - `quiet`, `near`: no text matches; `near` looks much like an event that does.
/// - `collision`: another service's event of that name; matched by the texts that do not ask for the event source.
/// - `gap`: what the benchmark forgot; only the extended filters match, unless a later edition mended it.
/// - `noise`: the edition's text matches, and better texts do not.
@Suite struct SampleEventTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    let control: Control
    let name: String
    let bytes: [UInt8]
    var kind: Substring { name.prefix { $0 != "-" } }
    var testDescription: String { "\(control.id)/\(name)" }
  }

  static let samples: [Sample] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Samples")
    return Catalog.filterControls.flatMap { control -> [Sample] in
      let folder = root.appendingPathComponent(control.id)
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      return files.sorted().compactMap { file in
        (try? Data(contentsOf: folder.appendingPathComponent(file))).map {
          Sample(control: control, name: String(file.dropLast(".json".count)), bytes: Array($0))
        }
      }
    }
  }()

  /// The labels of the texts that match: `p1`, `p2`… as published, `hub` for Security Hub's, `own` for ours.
  private func matching(_ sample: Sample) throws -> [String] {
    let control = sample.control
    var texts = control.texts.enumerated().map { ("p\($0.offset + 1)", $0.element.text) }
    if let securityHub = control.securityHub { texts.append(("hub", securityHub.text)) }
    texts.append(("own", control.ownText))
    return try texts.filter { try matches($0.1, sample.bytes) }.map(\.0)
  }

  private func matches(_ text: String, _ bytes: [UInt8]) throws -> Bool {
    let pattern = try #require(Pattern.parse(text).pattern, "\(text)")
    return pattern.match(utf8: bytes) != nil
  }

  private func labels(_ control: Control) -> [String] {
    control.texts.indices.map { "p\($0 + 1)" } + (control.securityHub == nil ? [] : ["hub"]) + ["own"]
  }

  /// What differs from the rule of the sample's kind. Control 1's p2 is the text that matches everything.
  static let exceptions: [String: [String]] = [
    "unauthorized-api-calls/quiet-2": ["p2"], "unauthorized-api-calls/quiet-3": ["p2"],
    "unauthorized-api-calls/near-1": ["p2"], "unauthorized-api-calls/near-2": ["p2"],
    "unauthorized-api-calls/gap-1": ["p2"],
    "unauthorized-api-calls/noise-1": ["p1", "p2", "hub"],
    "unauthorized-api-calls/noise-2": ["p1", "p2", "hub"],
    "unauthorized-api-calls/noise-3": ["p1", "p2", "p3", "hub"],
    "console-signin-without-mfa/noise-1": ["p1"], "console-signin-without-mfa/noise-2": ["p1"],
    "console-signin-without-mfa/gap-1": ["p1"],
    "root-usage/noise-1": ["p1", "hub", "own"],
    "console-auth-failures/gap-1": ["own"],
    "iam-policy-changes/collision-1": ["p1"], "iam-policy-changes/collision-2": ["p1"],
    "security-group-changes/collision-1": ["p1", "p2", "hub"],
    "security-group-changes/gap-1": ["p2", "own"],
    // The ungrouped guard of p2 holds back CreateRoute only.
    "route-table-changes/collision-1": ["p1"], "route-table-changes/collision-2": ["p1", "p2"],
    "vpc-changes/collision-1": ["p1", "hub"],
    // Our own text holds Prowler's three names more.
    "organizations-changes/gap-4": ["own"],
  ]

  @Test func `every control has records that fire, records that are quiet and near misses`() {
    for control in Catalog.filterControls {
      let kinds = Self.samples.filter { $0.control == control }.map { String($0.kind) }
      for kind in ["fire", "quiet", "near"] {
        #expect(kinds.filter { $0 == kind }.count >= 2, "\(control.id) \(kind)")
      }
      if !control.forgotten.isEmpty { #expect(kinds.contains("gap"), "\(control.id)") }
    }
    #expect(Self.exceptions.keys.allSatisfy { key in Self.samples.contains { $0.testDescription == key } })
  }

  @Test(arguments: samples)
  func `a record raises the texts that it must raise and no other`(sample: Sample) throws {
    let expected =
      Self.exceptions[sample.testDescription] ?? (sample.kind == "fire" ? labels(sample.control) : [])
    #expect(try matching(sample) == expected)
  }

  @Test(arguments: samples.filter { $0.kind == "gap" && !$0.control.forgotten.isEmpty })
  func `extended coverage closes a gap, and one filter only sees it`(sample: Sample) throws {
    for benchmark in [Benchmark.cis140, .cis500] {
      for wish in [[.cis], [.prowler], [.securityHub, .prowler, .powerpipe]] as [[Checker]] {
        let filters = try Selection(benchmark: benchmark, satisfy: wish, coverage: .extended)
          .filters(for: sample.control)
        let seeing = try filters.filter { try matches($0.pattern, sample.bytes) }
        #expect(seeing.count == 1, "\(benchmark.id) \(wish.map(\.id)) \(seeing.map(\.name))")
      }
    }
  }

  @Test(arguments: samples.filter { ["quiet", "near", "collision"].contains($0.kind) })
  func `extended filters stay quiet where they should`(sample: Sample) throws {
    for filter in try Selection(coverage: .extended).filters(for: sample.control)
    where filter.origin == .extended {
      #expect(try !matches(filter.pattern, sample.bytes), "\(filter.name)")
    }
  }

  @Test(arguments: Benchmark.allCases)
  func `the records that the catalog carries fire and stay quiet in every selection`(benchmark: Benchmark)
    throws
  {
    let wishes: [[Checker]] = [[.cis], [.securityHub, .prowler, .powerpipe]]
    for control in Catalog.filterControls(of: benchmark) {
      for wish in wishes {
        let selection = Selection(benchmark: benchmark, satisfy: wish, coverage: .extended)
        for filter in try selection.filters(for: control) {
          #expect(!filter.samples.match.isEmpty && !filter.samples.noMatch.isEmpty)
          for record in filter.samples.match {
            #expect(try matches(filter.pattern, Array(record.utf8)), "\(filter.name) \(record)")
          }
          for record in filter.samples.noMatch {
            #expect(try !matches(filter.pattern, Array(record.utf8)), "\(filter.name) \(record)")
          }
        }
      }
    }
  }

  @Test func `the mended text does what the defective one says`() throws {
    let control = Control.unauthorizedAPICalls
    let mended = try #require(control.knownDefect(in: .cis140)?.mended)
    for sample in Self.samples where sample.control == control {
      #expect(try matches(mended, sample.bytes) == (sample.kind == "fire"), "\(sample.name)")
    }
    #expect(control.passes(.prowler, in: .cis140, patterns: [mended]))
    #expect(control.passes(.powerpipe, in: .cis140, patterns: [mended]))
  }
}
