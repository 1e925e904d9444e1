import Diagnostics
import GenCore
import Testing

@Suite struct PlaceAgreementTests {
  private func errors(_ lines: String) -> [Diagnostic] {
    let text = "version: 1\nname: s\ncontrols: [root-usage]\n\(lines)\n"
    return Compiler.compile(SourceText(file: "s", text: text)).diagnostics.filter { $0.severity == .error }
  }

  private static func key(_ partition: String, _ region: String) -> String {
    "'arn:\(partition):kms:\(region):111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'"
  }

  /// A new trail with a key, and a topic that exists.
  private static func spec(_ key: String, _ topic: String, _ more: String = "") -> String {
    "trail: { create: { name: the-trail, encryption: \(key) } }\nnotify: { topic: { existing: '\(topic)' } }\n\(more)"
  }

  @Test func `ARNs of one partition and Region agree, of whatever account`() {
    for (partition, region) in [
      ("aws", "eu-west-1"), ("aws-us-gov", "us-gov-east-1"), ("aws-cn", "cn-north-1"),
    ] {
      #expect(
        errors(Self.spec(Self.key(partition, region), "arn:\(partition):sns:\(region):444455556666:t"))
          .isEmpty)
    }
  }

  @Test func `a partition that is not the Region's is refused`() throws {
    let found = errors(
      "trail: { existing: { logGroup: g } }\nnotify: { topic: { existing: 'arn:aws:sns:cn-north-1:111122223333:t' } }"
    )
    #expect(found.map(\.code) == [.partitionsDiffer])
    let error = try #require(found.first)
    #expect(
      error.message == "'arn:aws:sns:cn-north-1:111122223333:t' says 'aws', and cn-north-1 is in 'aws-cn'")
    #expect(error.hint == "write 'arn:aws-cn:…', or another Region")
    #expect(error.range?.start == .init(line: 5, column: 30))
  }

  @Test func `ARNs of two partitions are refused`() throws {
    let found = errors(
      Self.spec(Self.key("aws-us-gov", "us-gov-west-1"), "arn:aws:sns:us-east-1:111122223333:t"))
    #expect(found.map(\.code) == [.partitionsDiffer])
    #expect(found.first?.notes.first?.range?.start.line == 4)
  }

  @Test func `an alarm's topic and the keys are in one Region`() throws {
    let found = errors(Self.spec(Self.key("aws", "eu-west-1"), "arn:aws:sns:us-east-1:111122223333:t"))
    #expect(found.map(\.code) == [.regionsDiffer])
    #expect(found.first?.message.contains("is in us-east-1, and 'arn:aws:kms:eu-west-1:") == true)
    let keys = errors(
      "trail: { create: { name: the-trail, encryption: \(Self.key("aws", "eu-west-1")) } }\n"
        + "notify: { topic: { create: { encryption: \(Self.key("aws", "us-east-1")) } } }")
    #expect(keys.map(\.code) == [.regionsDiffer])
  }

  @Test func `SNS delivers to queues and functions of other Regions and not of other partitions`() {
    func subscribed(_ endpoint: String) -> [Diagnostic] {
      errors(
        "trail: { existing: { logGroup: g } }\nnotify:\n  topic: { existing: 'arn:aws:sns:us-east-1:111122223333:t' }\n"
          + "  subscriptions: [{ protocol: sqs, endpoint: '\(endpoint)' }]")
    }
    #expect(subscribed("arn:aws:sqs:eu-west-1:111122223333:q").isEmpty)
    #expect(subscribed("arn:aws-cn:sqs:cn-north-1:111122223333:q").map(\.code) == [.partitionsDiffer])
  }

  @Test func `a StackSet's ARNs are in its home Region`() {
    let topic =
      "trail: { existing: { logGroup: g } }\nnotify: { topic: { existing: 'arn:aws-cn:sns:cn-north-1:111122223333:t' } }\n"
    let found = errors(topic + "deploy: { scope: stackset }")
    #expect(found.map(\.code) == [.regionsDiffer])
    #expect(found.first?.message.hasSuffix("and the StackSet makes everything in us-east-1") == true)
    #expect(errors(topic + "deploy: { scope: stackset, homeRegion: cn-north-1 }").isEmpty)
  }
}
