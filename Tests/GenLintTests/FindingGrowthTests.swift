import Diagnostics
import GenLint
import Testing

/// How the time grows with what is wrong in an artefact: four times the faults take about four times the time.
@Suite(.serialized) struct FindingGrowthTests {
  private static func template(_ count: Int, _ resource: (Int) -> String) -> String {
    "Resources:\n" + (0..<count).map { "  R\($0):\n\(resource($0))" }.joined()
  }

  private static func configuration(_ sections: String) -> String {
    #"{"terraform": {"required_providers": {"aws": {"source": "hashicorp/aws"}}}, \#(sections)}"#
  }

  private static func members(_ count: Int, _ member: (Int) -> String) -> String {
    (0..<count).map(member).joined(separator: ",\n")
  }

  /// Artefacts with so many faults of one kind, by what the kind is.
  private static let kinds: [(name: String, text: @Sendable (Int) -> String)] = [
    ("unknown types", { template($0) { "    Type: AWS::Nope\($0)::Thing\n" } }),
    ("one unknown type", { template($0) { _ in "    Type: AWS::Nope::Thing\n" } }),
    (
      "references to nothing",
      { template($0) { "    Type: AWS::SNS::Topic\n    Properties: {TopicName: !Ref X\($0)}\n" } }
    ),
    ("dependencies on nothing", { template($0) { "    Type: AWS::SNS::Topic\n    DependsOn: X\($0)\n" } }),
    (
      "names given twice",
      { template($0 * 4) { _ in "    Type: AWS::SNS::Topic\n    Properties: {TopicName: t}\n" } }
    ),
    (
      "keys that no mapping has",
      {
        "Mappings:\n  M:\n" + (0..<$0 * 8).map { "    k\($0): {a: b}\n" }.joined()
          + template($0 * 8) { _ in
            "    Type: AWS::SNS::Topic\n    Properties: {TopicName: !FindInMap [M, !Ref AWS::Region, a]}\n"
          }
      }
    ),
    (
      "values that a condition may leave out",
      {
        "Parameters: {P: {Type: String}}\nConditions:\n"
          + (0..<$0 * 8).map { "  C\($0): !Equals [!Ref P, v\($0)]\n" }.joined()
          + "Resources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties:\n      Subscription:\n"
          + (0..<$0 * 8).map {
            "      - !If [C\($0), {Protocol: email, Endpoint: a@example.com}, !Ref AWS::NoValue]\n"
          }.joined()
      }
    ),
    (
      "configurations of a provider",
      {
        "{\"provider\": {\"aws\": ["
          + members($0 * 8) { "{\"alias\": \"p\($0)\", \"region\": \"us-east-1\"}" }
          + "]}, \"resource\": {\"aws_sns_topic\": {"
          + members($0 * 8) { "\"t\($0)\": {\"provider\": \"aws.p\($0)\"}" } + "}}}"
      }
    ),
    (
      "comments that silence",
      {
        template($0) { _ in
          "    Type: AWS::SNS::Topic\n    Properties: {Nope: 1} # gen-lint: ignore GEN4103\n"
        }
      }
    ),
    (
      "comments above all that silence nothing",
      {
        String(repeating: "# gen-lint: ignore GEN4103\n", count: $0)
          + template($0) { _ in "    Type: AWS::SNS::Topic\n" }
      }
    ),
    (
      "members that silence",
      {
        "{\"Resources\": {\n"
          + members($0) {
            "  \"R\($0)\": {\n  \"//\": \"gen-lint: ignore GEN4103\",\n  \"Type\": \"AWS::SNS::Topic\"}"
          }
          + "}}"
      }
    ),
    (
      "wrong dimensions",
      {
        "Resources:\n  A:\n    Type: AWS::CloudWatch::Alarm\n    Properties: {Dimensions: ["
          + String(repeating: "{Nam: a, Value: ''}, ", count: $0 * 4) + "]}\n"
      }
    ),
    ("unknown resources", { "{\"resource\": {" + members($0) { "\"aws_nope\($0)\": {\"a\": {}}" } + "}}" }),
    (
      "variables that nobody declares",
      {
        configuration(
          "\"variable\": {\(members($0) { "\"v\($0)\": {}" })}, \"resource\": {\"aws_sns_topic\": {"
            + members($0) { "\"t\($0)\": {\"name\": \"${var.v\($0)}-${var.w\($0)}\"}" } + "}}")
      }
    ),
    (
      "keys of an object",
      {
        "{\"output\": {\"o\": {\"value\": \"${merge({"
          + (0..<$0 * 4).map { "k\($0) = 1" }.joined(separator: ", ")
          + "}, {a = 1})}\"}}}"
      }
    ),
    (
      "keys of a loop",
      { "{\"output\": {\"o\": {\"value\": \"${{for i in range(\($0 * 2)): \\\"k${i}\\\" => i}}\"}}}" }
    ),
    ("unknown options", { "#!/bin/sh\n" + (0..<$0).map { "aws sns create-topic --nam\($0) a\n" }.joined() }),
    ("unknown services", { "#!/bin/sh\n" + (0..<$0).map { "aws nope\($0) list\n" }.joined() }),
  ]

  /// How many times as long one work takes as another: both in turn, and the least time of each, for what else the machine does
  /// only adds to it.
  private static func ratio(_ large: () -> Void, beside small: () -> Void) -> Double {
    let clock = ContinuousClock()
    let times = (0..<5).map { _ in (clock.measure(large), clock.measure(small)) }
    return (times.map(\.0).min() ?? .zero) / (times.map(\.1).min() ?? .zero)
  }

  @Test(arguments: kinds.indices)
  func fourTimesTheFaultsTakeLittleMoreThanFourTimesTheTime(_ index: Int) {
    let (name, text) = Self.kinds[index]
    let (few, many) = (text(30), text(120))
    let lint = { _ = Fixture.lint($0, as: "main.tf.json") }
    let ratio = Self.ratio({ lint(many) }, beside: { lint(few) })
    #expect(ratio < 9, "\(name)")
  }

  /// The files of a module, each of which is named.
  private static func lintAll(_ count: Int) -> Int {
    let sources = (0..<count).map { index in
      SourceText(
        file: "f\(index).tf.json",
        text:
          #"{"locals": {"g\#(index)": "x"}, "resource": {"aws_cloudwatch_log_metric_filter": {"f\#(index)": {"name": "n\#(index)", "#
          + #""log_group_name": "${local.g\#((index + 1) % count)}", "pattern": "{ $.a = \"b\" ", "#
          + #""metric_transformation": {"name": "m", "namespace": "CIS", "value": "1"}}}}}"#)
    }
    let linter = Linter()
    let folder = linter.judged(TerraformFolder(sources, unread: []))
    return sources.reduce(0) { $0 + linter.lint($1, in: folder).count { $0.severity == .error } }
  }

  @Test func theFilesOfAModuleAreJudgedOnce() {
    #expect(Self.lintAll(4) == 4, "each has a broken pattern")
    let ratio = Self.ratio({ _ = Self.lintAll(60) }, beside: { _ = Self.lintAll(15) })
    #expect(ratio < 9)
  }

  @Test func whatIsFoundInAJudgedFolderIsWhatIsFoundInItsFiles() {
    let filter = SourceText(
      file: "a.tf.json", text: Fixture.configuration.text.replacing("$.userIdentity", with: "$userIdentity"))
    let topic = SourceText(
      file: "b.tf.json", text: #"{"resource": {"aws_sns_topic": {"x": {"nam": "${var.nope}"}}}}"#)
    let folder = TerraformFolder([filter, topic], unread: [])
    let linter = Linter()
    for source in [filter, topic] {
      let alone = linter.lint(source, in: folder)
      #expect(!alone.isEmpty && linter.lint(source, in: linter.judged(folder)) == alone)
    }
    // Another text under a name of the folder is judged by itself.
    let other = SourceText(file: "b.tf.json", text: #"{"resource": {"aws_sns_topic": {"x": {"namm": "a"}}}}"#)
    #expect(linter.lint(other, in: linter.judged(folder)).contains { $0.message.contains("'namm'") })
  }
}
