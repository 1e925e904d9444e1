import Diagnostics
import GenLint
import Testing

/// Dynamic references, and variables that nothing replaces.
@Suite struct TemplateTextTests {
  private static let head = """
    Parameters:
      Name: {Type: String, Default: a}
    Resources:
      Topic:
        Type: AWS::SNS::Topic
        Properties:
          TopicName: !Ref Name
          DisplayName:
    """

  private static func text(_ value: String, _ code: DiagnosticCode, _ message: String) -> BrokenTemplate {
    BrokenTemplate(head + " <<" + value, code, message)
  }

  static let broken: [BrokenTemplate] = [
    text("'{{resolve:other:a}}'", .invalidDynamicReference, "'other' is none of"),
    text("'{{resolve:ssm:a:b}}'", .invalidDynamicReference, "the version 'b' is not a number"),
    text("'{{resolve:ssm:a:1:2}}'", .invalidDynamicReference, "the version may be left out"),
    text("'{{resolve:ssm:}}'", .invalidDynamicReference, "the version may be left out"),
    text("'{{resolve:ssm-secure:a:1}}'", .invalidDynamicReference, "a few passwords only"),
    text("'{{resolve:secretsmanager:a:Secret:b}}'", .invalidDynamicReference, "comes 'SecretString'"),
    text("'a-${Name}'", .unreplacedVariable, "nothing replaces '${Name}'"),
    text("'${AWS::Region}'", .unreplacedVariable, "nothing replaces '${AWS::Region}'"),
    text("'${Topic.TopicName}'", .unreplacedVariable, "nothing replaces '${Topic.TopicName}'"),
    BrokenTemplate(head + " !If [A, <<'${Name}', b]", .unreplacedVariable, "nothing replaces"),
    BrokenTemplate(
      "Conditions:\n  A: !Equals [<<'{{resolve:ssm:a:b}}', a]\n" + head + " a", .invalidDynamicReference,
      "the version 'b'"),
    BrokenTemplate(
      head + " a\nOutputs:\n  A: {Value: <<'{{resolve:secretsmanager:a}}'}", .invalidDynamicReference,
      "in the properties of resources only"),
    BrokenTemplate(
      head + " a\nOutputs:\n  A: {Value: a, Description: <<'{{resolve:ssm:a}}'}", .invalidDynamicReference,
      "in properties, metadata and outputs only"),
  ]

  @Test(arguments: broken)
  func aTextThatNothingResolvesIsAnErrorAtItsPlace(_ broken: BrokenTemplate) {
    #expect(broken.found.contains { $0.severity == .error && $0.message.contains(broken.message) })
  }

  @Test(arguments: [
    "'{{resolve:ssm:a}}'", "'{{resolve:ssm:/a/b:3}}'", "'{{resolve:secretsmanager:a:SecretString:b}}'",
    "'{{resolve:secretsmanager:arn:aws:secretsmanager:us-east-1:111122223333:secret:a-b:SecretString:c}}'",
    "'${Other}'", "'${!Name}'", "!Sub '${Name}'", "!Sub {'Fn::Sub': '${Name}'}", "'$Name'",
    "'${aws:username}'",
    "!Join ['', ['Fn::Sub': '${Name}']]",
  ])
  func aTextThatIsMeantSoRaisesNone(_ value: String) {
    let found = Fixture.lint(Self.head + " " + value)
    #expect(found.filter { [.invalidDynamicReference, .unreplacedVariable].contains($0.code) } == [])
  }

  @Test func aSecretThatAMappingHoldsIsAWarning() {
    let mapping = "Mappings: {Map: {one: {two: '{{resolve:secretsmanager:a}}'}}}\n"
    let found = Fixture.lint(mapping + Self.head + " !FindInMap [Map, one, two]")
    #expect(found.map(\.code) == [.invalidDynamicReference] && found.first?.severity == .warning)
  }

  @Test func whatPeopleReadIsAWarning() {
    let found = Fixture.lint("Description: In ${AWS::Region}\n" + Self.head + " a")
    #expect(found.map(\.code) == [.unreplacedVariable] && found.first?.severity == .warning)
  }

  @Test func aTagOfYAMLIsOfTheValueBehindIt() {
    func found(_ value: String) -> [String] {
      Fixture.lint("Resources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties:\n      Tags: \(value)\n")
        .map(\.message)
    }
    #expect(found("!!str [{Key: a, Value: b}]") == ["'!!str' stands before a list, which is none"])
    #expect(found("[!!int {Key: a, Value: b}]") == ["'!!int' stands before a mapping, which is none"])
    #expect(found("!!seq [!!map {Key: a, Value: !!str b}]") == [])
  }

  @Test func aKeyIsNoNull() {
    func found(_ key: String) -> [String] {
      Fixture.lint("Metadata: {A: {\(key): 1}}\nResources: {T: {Type: AWS::SNS::Topic}}\n").map(\.message)
    }
    #expect(found("~") == ["a key is a text, not null"])
    #expect(found("null") == ["a key is a text, not null"])
    #expect(found("'~'") == [])
  }
}
