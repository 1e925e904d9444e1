import FilterPattern
import Testing

@testable import GenCore

@Suite struct PatternCoverageTests {
  private func coverage(_ texts: [String], including sources: [String] = []) throws -> PatternCoverage {
    PatternCoverage(
      of: try texts.map { try #require(Pattern.parse($0).pattern) }, including: sources)
  }

  @Test func `the benchmark's text sees 18 of the 34 write operations of Organizations`() throws {
    let found = try coverage([Control.organizationsChanges.text(in: .cis140)])
    let service = try #require(found.services.first)
    #expect(found.services.map(\.operations.service) == ["organizations"])
    #expect(service.seen.map(\.eventName) == Control.organizationsChanges.eventNames.sorted())
    #expect(service.missed.count == 16)
    #expect(service.missed.map(\.eventName).contains("CloseAccount"))
  }

  @Test func `extended coverage leaves only what is no matter of security`() throws {
    let filters = try Selection(coverage: .extended).filters(for: .organizationsChanges)
    let service = try #require(try coverage(filters.map(\.pattern)).services.first)
    #expect(service.missed.map(\.eventName) == ["TagResource", "UntagResource"])
  }

  @Test func `a text without an event source also sees other services`() throws {
    let found = try coverage([Control.iamPolicyChanges.text(in: .cis140)])
    #expect(found.services.map(\.operations.service) == ["iam", "organizations"])
    #expect(found.services.last?.seen.map(\.eventName) == ["CreatePolicy", "DeletePolicy"])
    let guarded = try coverage([try #require(Control.iamPolicyChanges.securityHub).text])
    #expect(guarded.services.map(\.operations.service) == ["iam"])
  }

  @Test func `the names are those that CloudTrail logs`() throws {
    let found = try coverage(["{ $.eventName = *PublicAccessBlock }"])
    let seen = try #require(found.services.first).seen
    #expect(
      seen.map(\.eventName) == [
        "DeleteAccountPublicAccessBlock", "DeleteBucketPublicAccessBlock", "PutAccountPublicAccessBlock",
        "PutBucketPublicAccessBlock",
      ])
    #expect(Set(seen.map(\.apiName)) == ["PutPublicAccessBlock", "DeletePublicAccessBlock"])
    #expect(ServiceOperations.lambda.operations.map(\.eventName).contains("UpdateFunctionCode20150331v2"))
  }

  @Test func `data events are not counted as missed`() throws {
    let s3 = try #require(try coverage([Control.s3BucketPolicyChanges.text(in: .cis140)]).services.first)
    #expect(s3.seen.count == 9)
    #expect(!s3.missed.contains { $0.isDataEvent })
    #expect(s3.missedDataEvents.map(\.eventName).contains("PutObject"))
  }

  @Test func `a pattern that selects by something else sees no plain record`() throws {
    #expect(try coverage([Control.rootUsage.text(in: .cis140)]).services.isEmpty)
    let asked = try coverage([Control.rootUsage.text(in: .cis140)], including: ["kms.amazonaws.com"])
    #expect(asked.services.map(\.seen.count) == [0])
  }

  @Test func `the text that matches everything sees every operation of every service`() throws {
    let found = try coverage([Control.unauthorizedAPICalls.text(in: .cis140)])
    #expect(found.services.map(\.operations) == ServiceOperations.all)
    #expect(found.services.allSatisfy { $0.missed.isEmpty && $0.missedDataEvents.isEmpty })
  }

  @Test func `a write pattern covers what a list of names cannot`() throws {
    let all = try coverage(["{ ($.eventSource = organizations.amazonaws.com) && ($.readOnly IS FALSE) }"])
    #expect(all.services.map(\.seen.count) == [34])
  }

  @Test func `every forgotten event is a known operation of its service or its service's own event`() {
    let ownEvents = ["CreateAccountResult", "CloseAccountResult"]
    for control in Catalog.filterControls {
      for case .events(let source, let names) in control.forgotten {
        let known =
          ServiceOperations.all.first { $0.eventSource == source }?.operations.map(\.eventName) ?? []
        for name in names where !ownEvents.contains(name) {
          #expect(known.contains(name), "\(source) \(name)")
        }
      }
    }
  }

  @Test func `every event that the benchmark lists is a known operation, but for a sign-in`() {
    for control in Catalog.filterControls where control.eventSource != "signin.amazonaws.com" {
      let known =
        ServiceOperations.all.first { $0.eventSource == control.eventSource }?.operations.map(\.eventName)
        ?? []
      for name in control.eventNames { #expect(known.contains(name), "\(control.id) \(name)") }
    }
  }

  @Test func `operations are sorted and stand once`() {
    for service in ServiceOperations.all {
      let names = service.operations.map(\.eventName)
      #expect(names == Array(Set(names)).sorted(), "\(service.service)")
    }
  }
}
