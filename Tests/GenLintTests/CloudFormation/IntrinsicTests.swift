import Diagnostics
import GenLint
import Testing

/// The forms of intrinsic functions, and the kinds of value that they yield.
@Suite struct IntrinsicTests {
  private static let head = """
    Parameters:
      Name: {Type: String, Default: a}
      Names: {Type: CommaDelimitedList, Default: 'a,b'}
    Conditions:
      Is: !Equals [!Ref Name, a]
      Are: !Equals [!Select [0, !Ref Names], a]
    Mappings:
      Map: {one: {two: three}}
    Resources:
      Stack: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: 'https://example.com/a'}}
      Other:
        Type: AWS::SNS::Topic
      Topic:
        Type: AWS::SNS::Topic
        Condition: Is
        Properties:

    """
  private static let foot = """

    Outputs:
      A:
        Condition: Are
        Value: !FindInMap [Map, one, two]
    """

  private static func property(_ value: String, _ code: DiagnosticCode, _ message: String) -> BrokenTemplate {
    BrokenTemplate(head + "      DisplayName: " + value + foot, code, message)
  }

  static let broken: [BrokenTemplate] = [
    property("!Join [',', <<a]", .invalidIntrinsic, "'Join' takes a list here, not 'a'"),
    property("<<!Join [',']", .invalidIntrinsic, "'Join' takes a list of two"),
    property("!Join [<<!Ref Name, [a]]", .invalidIntrinsic, "'Join' takes no 'Ref' here"),
    property(
      "!Join [',', <<!Ref Name]", .invalidIntrinsic, "'Join' takes a list here, not what 'Ref' yields"),
    property("!Join [',', [<<!Split ['/', a]]]", .invalidIntrinsic, "takes no 'Split' here"),
    property("!Join [',', [<<{a: b}]]", .invalidIntrinsic, "'Join' takes a text here, not a mapping"),
    property("!Select [<<a, [a]]", .invalidIntrinsic, "'Select' takes a whole number here, not 'a'"),
    property("!Select [<<-1, [a]]", .invalidIntrinsic, "a number of 0 or more here, not '-1'"),
    property("!Select [0, <<a]", .invalidIntrinsic, "'Select' takes a list here, not 'a'"),
    property("{'Fn::Sub': <<{'Fn::Bogus': a}}", .invalidIntrinsic, "there is no intrinsic function 'Bogus'"),
    property(
      "{'Fn::Sub': [<<{'Fn::Bogus': a}, {b: c}]}", .invalidIntrinsic, "there is no intrinsic function 'Bogus'"
    ),
    property("<<!Sub [a]", .invalidIntrinsic, "'Sub' takes a text, or a list of a text and a mapping"),
    property("!Sub ['${a}', {a: <<[b]}]", .invalidIntrinsic, "'Sub' takes a text here, not a list"),
    property("!Sub ['${a}', {a: <<!Split [',', a]}]", .invalidIntrinsic, "'Sub' takes no 'Split' here"),
    property("<<!GetAtt [Other]", .invalidIntrinsic, "'GetAtt' takes a resource and an attribute"),
    property(
      "<<!GetAtt [Other, TopicArn, a]", .invalidIntrinsic, "'GetAtt' takes a resource and an attribute"),
    property("{Ref: <<[a]}", .invalidIntrinsic, "'Ref' takes a text here, not a list"),
    property("{Ref: <<{'Fn::Sub': a}}", .invalidIntrinsic, "'Ref' takes no 'Sub' here"),
    property("<<!If [Is, a]", .invalidIntrinsic, "'If' takes a list of three"),
    property("!If [<<!Equals [a, b], a, b]", .invalidIntrinsic, "'If' takes no 'Equals' here"),
    property("<<!Equals [a, b]", .invalidIntrinsic, "'Equals' stands in conditions and rules only"),
    property("!FindInMap [Map, <<!Sub one, two]", .invalidIntrinsic, "'FindInMap' takes no 'Sub' here"),
    property("<<!FindInMap [Map, one]", .invalidIntrinsic, "'FindInMap' takes a list of three"),
    property(
      "!FindInMap [Map, one, <<three]", .undefinedReference, "'one' of the mapping 'Map' has no key 'three'"),
    property("!FindInMap [Map, <<two, two]", .undefinedReference, "the mapping 'Map' has no key 'two'"),
    property(
      "!FindInMap [Map, !Ref 'AWS::StackName', <<three]", .undefinedReference,
      "no row of the mapping 'Map' has a key 'three'"),
    property(
      "!FindInMap [Map, <<!Ref 'AWS::Region', two]", .undefinedReference,
      "no key of the mapping 'Map' is what 'AWS::Region' yields"),
    property("<<!GetAtt Stack.TopicArn", .unknownAttribute, "has no attribute 'TopicArn'"),
    property("<<!Sub '${Stack.Output.Name}'", .unknownAttribute, "has no attribute 'Output.Name'"),
    property("<<!ImportValue [a]", .invalidIntrinsic, "'ImportValue' takes a text here, not a list"),
    property("<<!ToJsonString {a: b}", .invalidIntrinsic, "needs the transform 'AWS::LanguageExtensions'"),
    property("{'Fn::Sub': <<1}", .invalidIntrinsic, "'Sub' takes a text here, not '1'"),
    property("!Sub [<<true, {}]", .invalidIntrinsic, "'Sub' takes a text here, not 'true'"),
    property(
      "!Select [0, !Split [<<'', a]]", .invalidIntrinsic,
      "'Split' takes a text of one character or more here, not ''"),
    property(
      "!Select [0, !Split [',', <<'{{resolve:ssm:a}}']]", .invalidIntrinsic,
      "'Split' takes a text without a dynamic reference"),
    property("!Select [<<!Sub '0', [a]]", .invalidIntrinsic, "'Select' takes no 'Sub' here"),
    property("!Select [0, <<!GetAZs nowhere-1]", .invalidIntrinsic, "'GetAZs' takes a Region here"),
    property("!Select [0, <<!GetAZs {'Fn::Sub': a}]", .invalidIntrinsic, "'GetAZs' takes no 'Sub' here"),
    property("!Select [0, !Cidr [<<10.0.0.0, 1, 8]]", .invalidIntrinsic, "takes a block of addresses"),
    property(
      "<<!GetStackOutput {StackName: a}", .invalidIntrinsic,
      "'GetStackOutput' lacks the required 'OutputName'"),
    property(
      "!GetStackOutput {StackName: a, OutputName: b, <<Name: c}", .invalidIntrinsic,
      "'GetStackOutput' has no 'Name'"),
    property("<<!GetStackOutput a", .invalidIntrinsic, "'GetStackOutput' takes a structure here, not 'a'"),
    property("{'Fn::Transform': <<a}", .invalidIntrinsic, "'Transform' takes a structure here, not 'a'"),
    property(
      "<<{'Fn::Transform': {Parameters: {}}}", .invalidIntrinsic, "'Transform' lacks the required 'Name'"),
    property(
      "{'Fn::GetAtt': <<{'Fn::Transform': {Name: a}}}", .invalidIntrinsic,
      "'GetAtt' takes no 'Transform' here"),
    property(
      "<<!GetAtt [Other, !Ref 'AWS::Region']", .unknownAttribute, "has no attribute 'AWS::Region'"),
    property("<<!GetAtt [Other, !Ref Name]", .unknownAttribute, "has no attribute 'a'"),
    property("<<!Split ['/', a]", .wrongValueType, "'DisplayName' takes a text, not what 'Split' yields"),
    property("<<!Ref Names", .wrongValueType, "'DisplayName' takes a text, not what 'Ref' yields"),
    property("a\n      Subscription: <<!Ref Name", .wrongValueType, "takes a list, not what 'Ref' yields"),
    property("a\n      Subscription: <<!Sub a", .wrongValueType, "takes a list, not what 'Sub' yields"),
    BrokenTemplate(
      "Conditions:\n  A: !Not [!Equals [<<!GetAtt Topic.TopicArn, a]]\n" + topic, .invalidIntrinsic,
      "'Equals' takes no 'GetAtt' here"),
    BrokenTemplate("Conditions:\n  A: !Not [<<text]\n" + topic, .invalidIntrinsic, "takes a condition here"),
    BrokenTemplate(
      "Conditions:\n  A: <<!And [!Equals [a, b]]\n" + topic, .invalidIntrinsic, "a list of two to ten"),
    BrokenTemplate(
      "Conditions:\n  A: !Equals [<<!Ref Topic, a]\n" + topic, .undefinedReference, "no parameter"),
    BrokenTemplate(
      "Conditions:\n  A: !Equals [<<!Sub '${Topic.TopicArn}', a]\n" + topic, .undefinedReference,
      "no parameter"),
    BrokenTemplate(
      "Rules:\n  A:\n    Assertions:\n    - Assert: !Not [<<text]\n" + topic, .invalidIntrinsic,
      "'Not' takes a condition here, not 'text'"),
  ]

  private static let topic = "Resources:\n  Topic: {Type: 'AWS::SNS::Topic'}\n"

  @Test(arguments: broken)
  func aCallOfAnotherFormIsAnErrorAtItsPlace(_ broken: BrokenTemplate) {
    #expect(broken.found.contains { $0.severity == .error && $0.message.contains(broken.message) })
  }

  @Test func onePropertyOfAnotherFormRaisesOneFinding() {
    let found = Fixture.lint(Self.property("!If [!Equals [a, b], a, b]", .invalidIntrinsic, "").template)
    #expect(found.count { $0.code == .invalidIntrinsic } == 1)
  }

  @Test(arguments: [
    "!Join [',', !Ref Names]", "!Join [',', !GetAZs '']", "!Select [!Select [0, [0]], !Ref Names]",
    "!Select ['0', !Split ['/', !ImportValue a]]", "!Sub ['${a}', {a: !Select [0, !Ref Names]}]",
    "!If [Is, !Ref Name, !Ref 'AWS::NoValue']", "!ImportValue {'Fn::Sub': '${Name}-a'}",
    "!Join ['', [a, !If [Is, a, !FindInMap [Map, !Ref 'AWS::StackName', two]]]]",
    "!GetAtt Stack.Outputs.Name", "{'Fn::Base64': {'Fn::Sub': a}}",
    "!Sub '${Other.TopicArn}'", "!GetAtt [Other, TopicName]", "!Sub 1",
    "!Select [0, !GetAZs {Ref: 'AWS::Region'}]",
    "!Select [0, {'Fn::GetAZs': ''}]", "!Select [0, !GetAZs us-gov-west-1]",
    "!Select [0, !Cidr [10.0.0.0/16, 1, 8]]",
    "!GetStackOutput {StackName: a, OutputName: !Sub b, Region: us-east-1}", "!Select [0, !Split [' ', a]]",
    "{'Fn::Transform': {Name: a, Parameters: {b: c}}}", "{'Fn::Transform': [{Name: a}]}",
  ])
  func aCallOfTheDocumentedFormRaisesNone(_ value: String) {
    let found = Fixture.lint(Self.property(value, .invalidIntrinsic, "").template)
    #expect(found.filter { $0.severity == .error } == [])
  }

  @Test func aTransformMayBringMoreForms() {
    let text = Self.property("!Join [!Ref Name, !Sub a]", .invalidIntrinsic, "").template
    #expect(
      Fixture.lint("Transform: AWS::LanguageExtensions\n" + text).filter { $0.severity == .error } == [])
  }

  @Test func aListIsNoPartOfAText() {
    func found(_ value: String) -> [Diagnostic] {
      Fixture.lint(
        """
        Parameters: {Names: {Type: CommaDelimitedList, Default: 'a,b'}}
        Resources:
          Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: \(value)}}
        """
      ).filter { $0.severity == .error }
    }
    #expect(
      found("!Sub '${Names}'").map(\.message) == [
        "'Names' is a list, and 'Sub' puts texts in"
      ])
    #expect(found("!Sub ['${Names}', {Names: !Join [',', !Ref Names]}]") == [])
  }

  private static func judged(_ value: String) -> [Diagnostic] {
    Fixture.lint(
      """
      Parameters: {Name: {Type: String}}
      Mappings: {Map: {a: {k: v}}}
      Resources:
        Queue: {Type: AWS::SQS::Queue}
        Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: \(value)}}
      """
    ).filter { $0.code == .invalidIntrinsic }
  }

  @Test(arguments: [
    ("!Select [5, [a, b]]", "'Select' takes a number below 2 here, not 5"),
    ("!Select [2, !Split ['-', a-b]]", "'Select' takes a number below 2 here, not 2"),
    ("!FindInMap [Map, !Ref Queue, k]", "'FindInMap' takes no reference to a resource, and 'Queue' is one"),
    ("!ImportValue {Ref: Queue}", "'ImportValue' takes no reference to a resource, and 'Queue' is one"),
    ("!If [!Equals [!Ref Name, x], a, b]", "'If' takes no 'Equals' here, but the name of a condition"),
  ])
  func whatIsSettledTooLateIsSeen(_ value: String, _ message: String) {
    #expect(Self.judged(value).map(\.message) == [message])
  }

  @Test(arguments: [
    "!Select [1, [a, !Ref Name]]", "!Select [1, !Split ['-', a-b]]", "!Select [3, !Split ['-', !Ref Name]]",
    "!FindInMap [Map, !Ref Name, k]", "!ImportValue {Ref: Name}",
  ])
  func whatIsSettledInTimeIsLeftAlone(_ value: String) { #expect(Self.judged(value) == []) }

  @Test func aCallWithoutABlankIsAText() {
    func found(_ value: String) -> [String] {
      Fixture.lint("Resources: {T: {Type: AWS::SNS::Topic, Properties: {DisplayName: \(value)}}}").map(
        \.message)
    }
    #expect(found("Ref:Name") == ["'Ref:Name' is a text here and no call of a function"])
    #expect(found("Fn::Sub:'a'") == ["'Fn::Sub:'a'' is a text here and no call of a function"])
    #expect(found("'Ref:Name'") == [])
    #expect(found("Reference:a") == [])
    // What a job of Batch calls its parameters.
    #expect(found("Ref::orderId") == [])
  }
}
