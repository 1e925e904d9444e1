import Diagnostics
import GenLint
import Testing

@Suite struct HostileInputTests {
  static let broken: [(name: String, text: String, code: DiagnosticCode)] = [
    ("nothing", "", .unknownArtefact),
    ("a letter to somebody", "Dear all,\nthe alarm is broken.\n", .unknownArtefact),
    ("binary", "Resources:\n\u{0}\u{1}", .unreadableArtefact),
    ("another kind of JSON", "{\"name\": \"x\"}", .unknownArtefact),
    ("broken YAML", "Resources:\n  A: [\n", .yamlSyntax),
    ("broken JSON", "{\"Resources\": {", .unreadableArtefact),
    ("line ends of Windows", "#!/bin/sh\r\naws sns list-topics\r\n", .shellSyntax),
    ("an unclosed quote", "#!/bin/sh\naws sns 'list-topics\n", .shellSyntax),
    ("an unclosed here-document", "#!/bin/sh\ncat <<EOF\naws sns\n", .shellSyntax),
    ("deep YAML", "Resources: " + String(repeating: "{a: ", count: 100_000), .nestingTooDeep),
    ("deep JSON", String(repeating: "{\"Resources\":", count: 100_000), .unreadableArtefact),
    (
      "deep Terraform",
      "{\"resource\":" + String(repeating: "{\"a\":", count: 500) + "1" + String(repeating: "}", count: 501),
      .unreadableArtefact
    ),
    ("deep substitutions", "#!/bin/sh\n" + String(repeating: "$(", count: 100_000), .shellSyntax),
    ("deep expansions", "#!/bin/sh\n" + String(repeating: "${a:-", count: 100_000), .shellSyntax),
    ("an alias of nothing", "Resources: {A: {Type: x}, B: *a}\n", .yamlAlias),
    (
      "aliases of aliases",
      "Metadata:\n  a: &a0 [1]\n"
        + (1...9).map {
          "  b\($0): &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 9).joined(separator: ", "))]\n"
        }.joined()
        + "Resources: {}\n", .yamlAlias
    ),
    (
      "a template that never ends",
      "{\"resource\":{\"aws_sns_topic\":{\"a\":{\"name\":\"" + String(repeating: "${", count: 10_000)
        + "\"}}}}", .unescapedTemplate
    ),
  ]

  private static func stackSet(_ body: String) -> String {
    "Resources:\n  S:\n    Type: AWS::CloudFormation::StackSet\n    Properties:\n      StackSetName: s\n"
      + "      PermissionModel: SELF_MANAGED\n      TemplateBody: |\n" + body
  }

  @Test(arguments: [
    (
      stackSet("        Resources: " + String(repeating: "{a: ", count: 100_000) + "\n"),
      DiagnosticCode.nestingTooDeep
    ),
    (stackSet("        Resources: {A: &a {Type: x}, B: *a}\n"), .yamlAlias),
    (stackSet("        Resources:\n          A: [\n"), .yamlSyntax),
  ])
  func aBrokenTemplateInsideIsAnError(text: String, code: DiagnosticCode) {
    let found = Fixture.lint(text)
    #expect(found.contains { $0.code == code && $0.severity == .error }, "\(found.map(\.message))")
  }

  @Test func manyTemplatesInsideAreSoonRead() {
    let resources = (0..<3_000).map {
      "  S\($0):\n    Type: AWS::CloudFormation::StackSet\n    Properties:\n      TemplateBody: \"Resources: {A\($0): 1}\"\n"
    }
    let time = ContinuousClock().measure { _ = Fixture.lint("Resources:\n" + resources.joined()) }
    #expect(time < .seconds(20))
  }

  @Test func linesThatAreAllAlikeAreSoonSearched() {
    let lines = String(repeating: "Resources:\n", count: 40_000)
    let script =
      "#!/bin/sh\na='\(lines)'\nb='\(lines)'\n"
      + "aws cloudformation create-stack --stack-name s --template-body \"${a}x\"\n"
    let time = ContinuousClock().measure { _ = Fixture.lint(script) }
    #expect(time < .seconds(20))
  }

  /// Values that double, nest and loop without end.
  private static let growing: [String] = [
    chain(40) { "${local.a\($0)}${local.a\($0)}" }, chain(40) { "${concat([local.a\($0)], [local.a\($0)])}" },
    chain(44) { "${[local.a\($0), local.a\($0)]}" }, chain(44) { "${{a = local.a\($0), b = local.a\($0)}}" },
    chain(5_000) { "${[local.a\($0)]}" },
    outputs(300, "${[for a in range(1000): range(1000)]}"),
    outputs(300, "${[for a in range(1000): [for b in range(1000): length(range(1000))]]}"),
  ]

  private static func chain(_ count: Int, _ next: (Int) -> String) -> String {
    let rest = (1...count).map { "\"a\($0)\": \"\(next($0 - 1))\"" }
    return
      "{\"locals\": {\"a0\": \"\(String(repeating: "x", count: 1_000))\", \(rest.joined(separator: ", "))},"
      + "\"output\": {\"o\": {\"value\": \"${local.a\(count)}\"}}}"
  }

  private static func outputs(_ count: Int, _ value: String) -> String {
    "{\"output\": {\((0..<count).map { "\"o\($0)\": {\"value\": \"\(value)\"}" }.joined(separator: ", "))}}"
  }

  @Test(arguments: growing.indices)
  func valuesThatGrowAreSoonLeft(_ index: Int) {
    let time = ContinuousClock().measure { _ = Fixture.lint(Self.growing[index], as: "main.tf.json") }
    #expect(time < .seconds(20))
  }

  @Test(arguments: [
    String(repeating: "{a,b}", count: 20_000), String(repeating: "{1..1}", count: 20_000),
    String(repeating: "{a,", count: 20_000), String(repeating: "{", count: 50_000),
    String(repeating: "x", count: 200_000) + "{1..200}",
    "{" + String(repeating: "0", count: 200_000) + "1..200}",
    String(repeating: "$[", count: 10_000), "a={" + String(repeating: "a={", count: 20_000),
  ])
  func wordsThatGrowAreSoonLeft(_ word: String) {
    let script = "#!/bin/bash\naws sns list-topics --query \(word)\n"
    let time = ContinuousClock().measure { _ = Fixture.lint(script, as: "a.sh") }
    #expect(time < .seconds(20))
  }

  @Test func manyFindingsAreSoonFound() {
    let dimensions = String(repeating: "{Name: a1, Value: ''}, ", count: 2_000)
    let template =
      "Resources:\n  A:\n    Type: AWS::CloudWatch::Alarm\n    Properties: {Dimensions: [\(dimensions)]}\n"
    let time = ContinuousClock().measure { _ = Fixture.lint(template, as: "a.yaml") }
    #expect(time < .seconds(20))
  }

  @Test(arguments: broken.indices)
  func brokenInputIsAnError(_ index: Int) {
    let (name, text, code) = Self.broken[index]
    let found = Fixture.lint(text)
    #expect(found.contains { $0.code == code && $0.severity == .error }, "\(name): \(found.map(\.message))")
  }

  @Test func aFileInUTF16IsNamedSo() {
    let bytes: [UInt8] = [0xFF, 0xFE] + "Resources:".utf8.flatMap { [$0, 0] }
    let found = Linter().lint(SourceText(file: "x", bytes: bytes))
    #expect(found.map(\.code) == [.unreadableArtefact])
    #expect(found.first?.message == "the file is UTF-16" && found.first?.hint == "save it as UTF-8")
  }

  @Test func anOverlongFileIsRefusedUnread() {
    let bytes = [UInt8](repeating: 0x20, count: Linter.maximumByteCount + 1)
    #expect(Linter().lint(SourceText(file: "x", bytes: bytes)).map(\.code) == [.unreadableArtefact])
  }

  @Test func aScriptThatCallsItselfEnds() {
    let script =
      "#!/bin/sh\nf() { f \"$@\" \"$@\"; aws sns list-topics; }\nf a b\n"
      + String(repeating: "X=\"$X$X a\"\n", count: 200)
    #expect(Fixture.lint(script) == [])
  }

  @Test func noPrefixOfAnArtefactTraps() {
    for fixture in Fixture.allCases {
      let bytes = Array(fixture.text.utf8)
      for length in stride(from: 0, to: bytes.count, by: 211) {
        _ = Linter().lint(SourceText(file: "cut", bytes: Array(bytes[..<length])))
      }
    }
  }
}
