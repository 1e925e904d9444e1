import Documents
import Foundation
import Testing

@testable import GenCore

@Suite struct ListingTests {
  @Test func `the table has every control on a line, without trailing blanks`() {
    let lines = CatalogTable.text().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 18)
    #expect(lines.last == "")
    #expect(lines[0].hasPrefix("CONTROL "))
    #expect(lines[15].hasPrefix("organizations-changes"))
    #expect(lines[15].hasSuffix("OrgsChanges"))
    #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
  }

  @Test func `everything about a control holds its texts on one line each`() {
    for control in Catalog.controls {
      let text = ControlText(control).text()
      #expect(text.hasPrefix("\(control.id): \(control.title)\n"))
      #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
      #expect(!text.contains("\n\n\n"), "\(control.id)")
      for published in control.texts { #expect(text.contains("\n  \(published.text)\n")) }
      for defect in control.defects { if let mended = defect.mended { #expect(text.contains(mended)) } }
    }
  }

  @Test func `a text is said to pass whom it passes`() {
    let text = ControlText(.unauthorizedAPICalls).text()
    #expect(text.contains("text of cis-1.2.0 (79 characters; passes Security Hub, Prowler):"))
    #expect(text.contains("text of cis-1.3.0 to cis-1.5.0 (164 characters; passes Prowler, Powerpipe):"))
    #expect(ControlText(.securityHubEnabled).text().contains("none: it is a state"))
  }

  @Test func `the JSON of a control is read back with its texts unchanged`() throws {
    for control in Catalog.controls {
      let data = Data(JSONPrinter().print(control.tree).utf8)
      let object = try #require(try JSONSerialization.jsonObject(with: data) as? NSDictionary)
      #expect(object["id"] as? String == control.id)
      let texts = try #require(object["texts"] as? [NSDictionary])
      #expect(texts.map { $0["text"] as? String } == control.texts.map(\.text))
      let editions = try #require(object["editions"] as? [NSDictionary])
      #expect(editions.count == Benchmark.allCases.count { control.isPart(of: $0) })
    }
  }

  @Test func `coverage of a control says what extended coverage adds`() {
    let text = CoverageListing(.control(.organizationsChanges, .cis140)).text()
    #expect(
      text.hasPrefix(
        """
        CIS AWS Foundations Benchmark v1.4.0, 4.15: organizations-changes
        organizations.amazonaws.com: 18 of 34 write operations seen, 16 missed
        EVENT                                       SEEN
        AcceptHandshake                             yes

        """))
    #expect(text.contains("\nCloseAccount                                no; coverage: extended adds it\n"))
    #expect(text.contains("\nTagResource                                 no\n"))
  }

  @Test func `coverage shows where CloudTrail's name is not the API's`() {
    let text = CoverageListing(.control(.s3BucketPolicyChanges, .cis140)).text()
    #expect(text.contains("API: PutPublicAccessBlock"))
    #expect(text.contains("data events, which a trail records only when told to"))
  }

  @Test func `coverage of a pattern that sees nothing says so`() {
    let listing = CoverageListing(.pattern("{ $.eventName = NoSuchEvent }"))
    #expect(listing.text().hasPrefix("sees no plain record of a write operation"))
    #expect(
      JSONPrinter(.compact).print(listing.tree)
        == #"{"patterns":["{ $.eventName = NoSuchEvent }"],"services":[]}"#)
  }

  @Test func `coverage as JSON lists what is seen and missed`() throws {
    let tree = CoverageListing(.control(.kmsKeyDisableOrDelete, .cis140)).tree
    let data = Data(JSONPrinter().print(tree).utf8)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? NSDictionary)
    #expect(object["control"] as? String == "kms-key-disable-or-delete")
    let service = try #require((object["services"] as? [NSDictionary])?.first)
    #expect(service["seen"] as? [String] == ["DisableKey", "ScheduleKeyDeletion"])
    #expect((service["missed"] as? [String])?.contains("PutKeyPolicy") == true)
    #expect((service["addedByExtended"] as? [String])?.contains("PutKeyPolicy") == true)
  }

  /// The README holds the table between two markers. `GEN_RECORD=1` puts it there and still fails the run.
  @Test func `the README's table of controls is the catalog's`() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("README.md")
    let readme = try String(contentsOf: file, encoding: .utf8)
    let markers = (start: "<!-- controls -->\n", end: "<!-- /controls -->\n")
    let start = try #require(readme.range(of: markers.start), "README.md has no line <!-- controls -->")
    let end = try #require(readme.range(of: markers.end), "README.md has no line <!-- /controls -->")
    let isCurrent = readme[start.upperBound..<end.lowerBound] == CatalogTable.markdown()
    if !isCurrent, ProcessInfo.processInfo.environment["GEN_RECORD"] == "1" {
      var recorded = readme
      recorded.replaceSubrange(start.upperBound..<end.lowerBound, with: CatalogTable.markdown())
      try recorded.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(isCurrent, "README.md holds an old table of controls; GEN_RECORD=1 rewrites it")
  }
}
