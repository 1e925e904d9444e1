import Diagnostics
import Testing

/// Templates of other tools that become CloudFormation or Terraform: one answer that says so, and none about what it looks like.
@Suite struct ForeignTemplateTests {
  @Test(arguments: [
    (
      "Resources:\n  A:\n    Type: AWS::SNS::Topic\n{{- if .X }}\n    Properties:\n      TopicName: x\n{{- end }}\n",
      4, 1
    ),
    ("Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: {{ name }}\n", 5, 18),
    ("Resources:\n{% for x in y %}\n  {{ x }}:\n    Type: AWS::SNS::Topic\n{% endfor %}\n", 2, 1),
    ("Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties: <%= x %>\n  <% y %>\n    a: b\n", 5, 3),
    ("{\"resource\": {\"aws_sns_topic\": {\"a\": {\"name\": {{ name | tojson }} }}}}", 1, 47),
  ])
  func aTextToFillInIsTold(text: String, line: Int, column: Int) {
    let found = Fixture.lint(text)
    #expect(found.map(\.code) == [.unknownArtefact], "\(found.map(\.message))")
    #expect(found.first?.range?.start == SourcePosition(line: line, column: column))
    #expect(found.first?.hint == "check what that tool writes")
  }

  @Test(arguments: [
    // A tag in quotes leaves the template readable: what it stands for is not known.
    "Resources:\n  A:\n    Type: AWS::Logs::LogGroup\n    Properties:\n      RetentionInDays: '{{ days }}'\n",
    // What the deployment resolves.
    "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: '{{resolve:ssm:name}}'\n",
  ])
  func aReadableTemplateIsRead(text: String) {
    #expect(Fixture.lint(text).map(\.message) == [])
  }

  @Test func aBrokenTemplateStaysBroken() {
    let found = Fixture.lint("Resources:\n  A:\n    Type: AWS::SNS::Topic\n   Properties: {\n")
    #expect(found.first?.code == .yamlSyntax)
  }
}
