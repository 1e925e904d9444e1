import Diagnostics
import Testing

/// A template that stands in another artefact as a text is read like a file of its own, at its place in the artefact.
@Suite struct EmbeddedTemplateTests {
  private static let body =
    "Resources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicNam: x\n"

  private static func stackSet(_ body: String) -> String {
    "Resources:\n  S:\n    Type: AWS::CloudFormation::StackSet\n    Properties:\n      StackSetName: s\n"
      + "      PermissionModel: SELF_MANAGED\n      TemplateBody: " + body
  }

  private static func indented(_ text: String, by count: Int) -> String {
    text.split(separator: "\n").map { String(repeating: " ", count: count) + $0 }.joined(separator: "\n")
  }

  static let exact: [(text: String, line: Int, column: Int)] = [
    (stackSet("|\n" + indented(body, by: 8) + "\n"), 12, 15),
    (stackSet("|2-\n" + indented(body, by: 8) + "\n"), 12, 15),
    ("#!/bin/sh\naws cloudformation create-stack --stack-name s --template-body '\(body)'\n", 6, 7),
    (
      "#!/bin/sh\ncat > t.yaml <<'EOF'\n\(body)EOF\n"
        + "aws cloudformation create-change-set --stack-name s --change-set-name c --template-body file://t.yaml\n",
      7, 7
    ),
    (
      "#!/bin/sh\ntemplate() {\n  cat <<'EOF'\n\(body)EOF\n}\nmake() {\n"
        + "  aws cloudformation create-stack-set --stack-set-name s --template-body=\"$body\"\n}\n"
        + "apply() {\n  body=$(template)\n  make\n}\ncase $1 in\napply) apply ;;\nesac\n", 8, 7
    ),
    (
      "aws cloudformation update-stack --stack-name s --template-body '{\"Resources\": {\"T\": {\n"
        + "  \"Type\": \"AWS::SNS::Topic\", \"Properties\": {\"TopicNam\": \"\u{FC}\"}}}}'\n", 2, 45
    ),
  ]

  @Test(arguments: exact.indices)
  func aFindingStandsAtItsPlace(_ index: Int) {
    let (text, line, column) = Self.exact[index]
    let found = Fixture.lint(text)
    #expect(found.map(\.message) == ["'AWS::SNS::Topic' has no property 'TopicNam'"])
    #expect(found.first?.range?.start == SourcePosition(line: line, column: column), "\(text)")
  }

  static let respelled: [(text: String, line: Int)] = [
    (stackSet("\"" + body.split(separator: "\n").joined(separator: "\\n") + "\"\n"), 5),
    (
      "{\"resource\": {\"aws_cloudformation_stack\": {\"s\": {\"name\": \"s\", \"template_body\": \""
        + body.split(separator: "\n").joined(separator: "\\n") + "\"}}}}", 5
    ),
    (
      "{\"resource\": {\"aws_cloudformation_stack_set\": {\"s\": {\"name\": \"s\", \"administration_role_arn\": "
        + "\"arn:aws:iam::111122223333:role/a\", \"template_body\": \"{\\\"Resources\\\": {\\\"T\\\": {\\\"Type\\\": "
        + "\\\"AWS::SNS::Topic\\\", \\\"Properties\\\": {\\\"TopicNam\\\": \\\"$${Other}\\\"}}}}\"}}}}",
      1
    ),
  ]

  @Test(arguments: respelled.indices)
  func aTextInAnotherSpellingIsShown(_ index: Int) {
    let (text, line) = Self.respelled[index]
    let found = Fixture.lint(text)
    #expect(
      found.map(\.message) == [
        "in line \(line) of the template: 'AWS::SNS::Topic' has no property 'TopicNam'"
      ])
    #expect(found.first?.excerpt?.text.contains("TopicNam") == true)
  }

  @Test func aChainInsideIsFollowed() throws {
    let inner = Fixture.template.text.replacing(
      "Statistic: Sum\n      Period: 300", with: "Statistic: Average\n      Period: 300")
    let found = Fixture.lint(Self.stackSet("|\n" + Self.indented(inner, by: 8) + "\n"))
    #expect(found.map(\.code) == [.averagedCount])
  }

  @Test func aCommentInsideHidesAFinding() {
    let body = Self.body.replacing("TopicNam: x", with: "TopicNam: x # gen-lint: ignore GEN4103")
    #expect(Fixture.lint(Self.stackSet("|\n" + Self.indented(body, by: 8) + "\n")).map(\.message) == [])
  }

  @Test(arguments: [
    stackSet("!Sub |\n        Resources:\n          T:\n            Type: ${Type}\n"),
    stackSet("some text\n"),
    "aws cloudformation create-stack --stack-name s --template-body \"$BODY\"\n",
  ])
  func whatIsNotKnownIsLeftAlone(text: String) {
    #expect(
      Fixture.lint(text).filter { $0.severity == .error && $0.code != .undefinedReference }.map(\.message)
        == [])
  }

  @Test func templatesInTemplatesEnd() {
    var text = Self.body
    for _ in 0..<8 { text = Self.stackSet("|\n" + Self.indented(text, by: 8) + "\n") }
    #expect(Fixture.lint(text).map(\.message) == [])
  }

  private static func filled(_ resources: String) -> [Diagnostic] {
    Fixture.lint(stackSet("!Sub |\n        Resources:\n" + indented(resources, by: 10) + "\n"))
  }

  /// What Sub puts in is not known; the rest is.
  @Test func aTemplateThatSubFillsInIsReadToo() {
    let found = Self.filled(
      "T:\n  Type: AWS::SNS::Topic\n  Properties:\n    TopicName: '${AWS::StackName}-t'\n    DisplayNam: x\n    KmsMasterKeyId: !Ref Nothing"
    )
    #expect(found.map(\.code) == [.unknownProperty, .undefinedReference])
    #expect(found.map { $0.range?.start.line } == [13, 14])
    #expect(found.first?.range?.start.column == 15)
  }

  @Test(arguments: [
    "T:\n  Type: AWS::SNS::Topic\n  Properties:\n    ${AWS::StackName}\n    DisplayNam: x",
    "T:\n  Type: AWS::SNS::Topic\n  Properties: {TopicName: '${AWS::StackName}', DisplayNam: x}",
    "'T${AWS::Region}':\n  Type: AWS::SNS::Topic\nU:\n  Type: AWS::SNS::Topic\n  Properties:\n    TopicName: !Sub '${!AWS::StackName}'",
    "T:\n  Type: 'AWS::${AWS::StackName}::Topic'\n  DependsOn: ${AWS::Region}",
  ])
  func whatMayBeFilledInIsLeftAlone(_ resources: String) { #expect(Self.filled(resources) == []) }

  @Test func aReferenceThatTheDeploymentResolvesHidesNothing() {
    let found = Fixture.lint(
      Self.stackSet(
        "|\n" + Self.indented(Self.body + "      DisplayName: '{{resolve:ssm:name}}'\n", by: 8) + "\n"))
    #expect(found.map(\.code) == [.unknownProperty])
  }
}
