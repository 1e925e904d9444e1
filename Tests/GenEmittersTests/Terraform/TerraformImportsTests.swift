import Diagnostics
import GenCore
import Testing

@testable import GenEmitters

@Suite struct TerraformImportsTests {
  /// The import blocks of a spec with these lines.
  private func imports(_ lines: String) throws -> String {
    let text = "version: 1\nname: tried\ncontrols: [root-usage]\n\(lines)\n"
    let result = Compiler.compile(SourceText(file: "spec.yaml", bytes: Array(text.utf8)))
    let graph = try #require(result.graph)
    return try #require(TerraformImports().emit(graph).artefact?.text)
  }

  @Test func `what exists is named without asking the resource that is imported`() throws {
    let text = try imports("trail: { create: { name: the-trail, encryption: create } }")
    let ids = text.split(separator: "\n").filter { $0.contains("\"id\":") }
    #expect(ids.count == 15)
    #expect(!ids.contains { $0.contains("${aws_") })
    #expect(text.contains(#""id": "${var.log_group_name}:RootUsage""#))
    #expect(text.contains(#""to": "aws_s3_bucket_versioning.trail""#))
    #expect(text.contains(#"trail/the-trail""#))
    #expect(text.contains(#""id": "alias/tried-trail""#))
  }

  @Test func `what only AWS can name is left to the operator and said so`() throws {
    let text = try imports(
      """
      trail: { existing: { logGroup: logs } }
      notify:
        topic: { create: { encryption: create } }
        subscriptions: [{ protocol: email, endpoint: a@corp.example }]
      """)
    #expect(!text.contains(#""to": "aws_kms_key.topic""#))
    #expect(text.contains("aws_kms_key.topic, aws_sns_topic_subscription.endpoint_1."))
  }
}
