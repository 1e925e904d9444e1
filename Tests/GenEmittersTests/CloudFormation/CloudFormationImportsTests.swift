import Diagnostics
import GenCore
import Testing

@testable import GenEmitters

@Suite struct CloudFormationImportsTests {
  private func graph(_ lines: String) throws -> ResourceGraph {
    try #require(
      GenCoreCompiler.graph("version: 1\nname: tried\ncontrols: [root-usage]\n\(lines)\n"))
  }

  private static let encrypted = """
    trail: { create: { name: the-trail, encryption: create } }
    notify: { topic: { create: { encryption: create } }, subscriptions: [{ protocol: email, endpoint: a@corp.example }] }
    """

  /// The identifier of a resource as the list has it, on one line.
  private func identifier(of id: String, in list: String) -> String {
    let entry = list.split(separator: "\"LogicalResourceId\": \"\(id)\",").dropFirst().first ?? ""
    let lines = entry.prefix { $0 != "}" }.split(separator: "\n").dropFirst()
    return lines.map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }.joined()
  }

  @Test func `what follows from the spec, the account and the Region is spelled out`() throws {
    let place = ImportPlace(
      account: "111122223333", region: "cn-north-1", identifiers: ["TrailKey": "k-1", "TopicKey": "k-2"])
    let emission = CloudFormationImports(place: place).emitList(try graph(Self.encrypted))
    let list = try #require(emission.artefact?.text)
    for (id, wanted) in [
      ("TrailKey", #""KeyId": "k-1""#), ("TopicKeyAlias", #""AliasName": "alias/tried-topic""#),
      ("TrailBucket", #""BucketName": "the-trail-111122223333-cn-north-1""#),
      ("TrailBucketPolicy", #""Bucket": "the-trail-111122223333-cn-north-1""#),
      ("TrailRole", #""RoleName": "the-trail-to-logs-cn-north-1""#),
      ("AlarmTopic", #""TopicArn": "arn:aws-cn:sns:cn-north-1:111122223333:tried""#),
      ("RootUsageAlarm", #""AlarmName": "RootUsage""#),
    ] {
      #expect(identifier(of: id, in: list) == wanted)
    }
    for absent in ["TopicPolicy", "Subscription", "${"] { #expect(!list.contains(absent)) }
    let steps = try #require(emission.diagnostics.first)
    #expect(steps.code == .importSteps)
    #expect(steps.message.contains("makes AlarmTopicPolicy, Endpoint1Subscription, the outputs and mends"))
    #expect(
      steps.notes.map(\.message).first?.contains("--resources-to-import=file://resources-to-import.json")
        == true)
  }

  @Test func `an identifier that is given goes where the resource is named`() throws {
    let place = ImportPlace(
      account: "111122223333", region: "us-east-1",
      identifiers: ["TrailBucket": "old-logs", "TrailRole": "old-role"])
    let emission = CloudFormationImports(place: place).emitList(
      try graph("trail: { create: { name: the-trail } }"))
    let list = try #require(emission.artefact?.text)
    #expect(identifier(of: "TrailBucketPolicy", in: list) == #""Bucket": "old-logs""#)
    #expect(identifier(of: "TrailRolePolicy", in: list).hasSuffix(#""RoleName": "old-role""#))
  }

  @Test func `what is not known is asked for, once each`() throws {
    let emission = CloudFormationImports(place: ImportPlace()).emitList(try graph(Self.encrypted))
    #expect(emission.artefacts.isEmpty)
    #expect(emission.diagnostics.allSatisfy { $0.code == .importNeedsName && $0.severity == .error })
    #expect(
      emission.diagnostics.map(\.message) == [
        "only AWS knows the id of the key 'TrailKey'",
        "what exists is named after its account and Region, which are not given",
        "only AWS knows the id of the key 'TopicKey'",
      ])
    #expect(emission.diagnostics[0].hint?.contains("--key-id=alias/tried-trail ") == true)
  }

  @Test func `a spec that names everything needs no place, and an unknown logical id is refused`() throws {
    let lines = """
      trail: { existing: { logGroup: logs } }
      notify: { topic: { existing: 'arn:aws:sns:us-east-1:111122223333:security' } }
      """
    #expect(CloudFormationImports(place: ImportPlace()).emitList(try graph(lines)).artefact != nil)
    let wrong = CloudFormationImports(place: ImportPlace(identifiers: ["TrailKey": "k"])).emitList(
      try graph(lines))
    #expect(
      wrong.diagnostics.map(\.message) == ["no resource 'TrailKey' of this template takes an identifier"])
  }

  @Test func `the template holds what is imported, each kept, and no output`() throws {
    let text = try #require(
      CloudFormationImports(place: ImportPlace()).emitTemplate(try graph(Self.encrypted)).artefact?.text)
    let lines = text.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("    Type: AWS::") } == 13)
    #expect(lines.count { $0 == "    DeletionPolicy: Retain" } == 13)
    for absent in ["Outputs:", "TopicPolicy", "Endpoint1"] { #expect(!text.contains(absent)) }
  }
}
