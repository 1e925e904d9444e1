import Diagnostics
import GenLint
import Testing

/// The sections of a template beside its resources, and the attributes of these.
@Suite struct TemplateSectionTests {
  private static let topic = "Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n"
  private static let interface = "Metadata:\n  AWS::CloudFormation::Interface:\n"

  static let broken: [BrokenTemplate] = [
    BrokenTemplate(interface + "    <<Groups: []\n" + topic, .unknownProperty, "has no property 'Groups'"),
    BrokenTemplate(
      interface + "    ParameterGroups:\n    - Parameters: <<text\n" + topic, .wrongValueType, "takes a list"),
    BrokenTemplate(
      interface + "    ParameterLabels: {A: {<<Default: a}}\n" + topic, .unknownProperty, "'Default'"),
    BrokenTemplate(
      interface + "    ParameterGroups:\n    - Label: {default: <<!Ref A}\n" + topic, .invalidIntrinsic,
      "'Ref' cannot stand here"),
    BrokenTemplate("Mappings:\n  Map:\n    one: <<two\n" + topic, .wrongValueType, "takes a structure"),
    BrokenTemplate("Mappings:\n  Map: {one: {<<a-b: c}}\n" + topic, .patternMismatch, "is not a name that"),
    BrokenTemplate(
      "Mappings:\n  Map: {one: {a: <<!Ref A}}\n" + topic, .invalidIntrinsic, "cannot stand here"),
    BrokenTemplate("Rules:\n  <<A: {RuleCondition: true}\n" + topic, .missingProperty, "'Assertions'"),
    BrokenTemplate(
      "Description: <<\(String(repeating: "a", count: 1025))\n" + topic, .lengthOutOfRange, "1024"),
    BrokenTemplate("Description: <<[a]\n" + topic, .wrongValueType, "'Description' must be a text"),
    BrokenTemplate("Parameters:\n  <<a-b: {Type: String}\n" + topic, .patternMismatch, "is not a name"),
    BrokenTemplate(topic + "Outputs:\n  <<a-b: {Value: a}\n", .patternMismatch, "is not a name"),
    BrokenTemplate("Resources:\n  <<'': {Type: 'AWS::SNS::Topic'}\n", .patternMismatch, "is not a name"),
    BrokenTemplate("Resources:\n  <<Fn::If: {Type: 'AWS::SNS::Topic'}\n", .patternMismatch, "is not a name"),
    BrokenTemplate("<<AWSTemplateFormatVersion: 2010-09-09\n", .missingProperty, "lacks 'Resources'"),
    BrokenTemplate(
      "Parameters:\n  Topic: {Type: String}\n" + topic.replacing("  Topic", with: "  <<Topic"), .duplicateKey,
      "a parameter has the name 'Topic' too"),
    BrokenTemplate(
      "Parameters:\n  A: {Type: <<AWS::EC2::Vpc::Id}\n" + topic, .invalidParameter, "not a type"),
    BrokenTemplate(
      "Parameters:\n  A: {Type: CommaDelimitedList, Default: <<'a,c', AllowedValues: [a, b]}\n" + topic,
      .invalidParameter, "the default 'c' of 'A' is refused"),
    BrokenTemplate(
      "Parameters:\n  A: {Type: Number, <<MinLength: 1}\n" + topic, .exclusiveProperties,
      "'MinLength' may not be set in 'A'"),
    BrokenTemplate(
      "Parameters:\n  A: {Type: String, <<Default: {Ref: B}}\n" + topic, .wrongValueType, "takes a text"),
    BrokenTemplate(
      "Parameters:\n  A: {Type: String, Default: <<!Ref B}\n" + topic, .invalidIntrinsic, "cannot stand here"),
    BrokenTemplate(topic + "    Properties: <<text\n", .wrongValueType, "'Properties' takes a structure"),
    BrokenTemplate(topic + "    <<Version: '1.0'\n", .unknownSection, "takes no 'Version'"),
    BrokenTemplate(
      "Resources:\n  A:\n    Type: Custom::Thing\n    <<Version: {}\n    Properties: {ServiceToken: a}\n",
      .wrongValueType, "the 'Version' of 'A' must be a text"),
    BrokenTemplate(
      "Resources:\n  A:\n    Type: My::Own::Thing\n    <<Version: !Ref AWS::Region\n", .wrongValueType,
      "the 'Version' of 'A' must be a text"),
    BrokenTemplate(
      topic + "    <<Description: [a]\n", .wrongValueType, "the 'Description' of 'Topic' must be a text"),
    BrokenTemplate(
      "Resources:\n  A:\n    Type: My::Own::Thing\n    <<UpdatePolicy: {A: {}}\n", .unknownSection,
      "takes no 'UpdatePolicy'"),
    BrokenTemplate(
      topic + "    <<UpdatePolicy: {A: {}}\n", .exclusiveProperties, "'UpdatePolicy' may not be set"),
    BrokenTemplate(topic + "    DeletionPolicy: <<Snapshot\n", .notAllowed, "'Snapshot' is not a value"),
    BrokenTemplate(topic + "    <<CreationPolicy: text\n", .wrongValueType, "'CreationPolicy'"),
    BrokenTemplate(
      "Resources:\n  A:\n    Type: AWS::CloudFormation::WaitCondition\n    CreationPolicy: {ResourceSignal: {<<Timeut: PT1M}}\n",
      .unknownProperty, "'Timeut'"),
    BrokenTemplate("Transform: <<!If [A, b, c]\n" + topic, .wrongValueType, "a transform takes no 'If'"),
    BrokenTemplate(
      "Parameters:\n  A: {Type: 'String', Default: <<yes, AllowedValues: ['yes', 'no']}\n" + topic,
      .invalidParameter, "the default 'true' of 'A' is refused"),
    BrokenTemplate(
      "Parameters:\n  A: {Type: <<'AWS::SSM::Parameter::Value<Strings>'}\n" + topic, .invalidParameter,
      "is not a type of parameter"),
    BrokenTemplate("Parameters:\n  A: {Type: <<List<Foo>}\n" + topic, .invalidParameter, "is not a type of"),
    BrokenTemplate("Transform: {<<Nam: a}\n" + topic, .wrongValueType, "a macro has no 'Nam'"),
    BrokenTemplate("Transform: <<5\n" + topic, .wrongValueType, "a transform is a name"),
    BrokenTemplate("Transform: {Name: <<5}\n" + topic, .wrongValueType, "the name of a macro is a text"),
    BrokenTemplate("Transform: [<<true]\n" + topic, .wrongValueType, "a transform is a name"),
    BrokenTemplate(
      "Rules:\n  A:\n    RuleCondition: <<{'Fn::Equals': [a, b], 'Fn::Not': [a]}\n    Assertions: []\n"
        + topic,
      .wrongValueType, "'RuleCondition' must be one condition function"),
    BrokenTemplate(
      "Rules: {A: {Assertions: [{Assert: <<text}]}}\n" + topic, .wrongValueType, "'Assert' must be one"),
    BrokenTemplate(
      "Conditions:\n  <<A: {'Fn::Equals': [a, b], 'Fn::Not': [{Condition: A}]}\n" + topic, .wrongValueType,
      "condition 'A' must be a condition function"),
    BrokenTemplate(
      "Conditions:\n  A: !Not [{Condition: <<!Sub A}]\n" + topic, .wrongValueType,
      "'Condition' takes the name of a condition here"),
    BrokenTemplate(
      "Conditions:\n  A: <<!Contains [[a, b], a]\n" + topic, .invalidIntrinsic,
      "'Contains' stands in rules only"),
    BrokenTemplate("<<Hooks: {}\n" + topic, .unknownSection, "a template has no section 'Hooks'"),
    BrokenTemplate("<<Globals: {}\n" + topic, .unknownSection, "a template has no section 'Globals'"),
    BrokenTemplate("Conditions:\n  <<A: !Sub a\n" + topic, .wrongValueType, "must be a condition function"),
    BrokenTemplate(
      "Resources:\n  <<Fn::ForEach::A: [X, [a, b], {'T${X}': {Type: 'AWS::SNS::Topic'}}]\n",
      .invalidIntrinsic, "'Fn::ForEach::A' needs the transform 'AWS::LanguageExtensions'"),
    BrokenTemplate(
      topic + "    Metadata: {'AWS::CloudFormation::Init': {config: {files: {/a: {mode: <<'u+x'}}}}}\n",
      .patternMismatch, "'u+x' does not have the form that 'mode' takes"),
    BrokenTemplate(
      "Resources:\n  A: {Type: 'A::B::C::MODULE', <<CreationPolicy: {}}\n", .unknownSection,
      "takes no 'CreationPolicy'"),
    BrokenTemplate(
      "Resources:\n  A: {Type: 'A::B::C::MODULE', Properties: {<<Tags: []}}\n", .unknownSection,
      "takes no 'Tags'"),
    BrokenTemplate("Metadata:\n  a: <<null\n" + topic, .wrongValueType, "a template takes no null"),
    BrokenTemplate(
      "Conditions:\n  A: !Equals [<<null, 'false']\n" + topic, .wrongValueType, "a template takes no null"),
    BrokenTemplate("Description: <<5\n" + topic, .wrongValueType, "'Description' must be a text"),
    BrokenTemplate(
      topic + "Outputs:\n  A: {Value: <<!GetAtt Topic.TopicArn.a}\n", .unknownAttribute,
      "no attribute 'TopicArn.a'"),
    BrokenTemplate(
      topic + "    Metadata: {a: [<<~]}\n", .wrongValueType, "a template takes no null"),
    BrokenTemplate(
      topic + "Outputs:\n  A: {Value: a, Description: <<!Ref Topic}\n", .invalidOutput, "takes no function"),
    BrokenTemplate(topic + "Outputs:\n  A: <<!Ref Topic\n", .invalidOutput, "must be a structure"),
    BrokenTemplate(
      topic + "Outputs:\n  A: {Value: a, Export: {Name: <<[a]}}\n", .invalidOutput, "must be a text"),
    BrokenTemplate(
      topic + "    Properties: <<!Ref Topic\n", .wrongValueType,
      "'Properties' takes a structure, not what 'Ref' yields"),
    BrokenTemplate("Resources:\n  A: {Type: <<AWS:SNS::Topic}\n", .unknownType, "AWS:SNS::Topic"),
    BrokenTemplate("Resources:\n  A: {Type: <<XWS::SNS::Topic}\n", .unknownType, "XWS::SNS::Topic"),
    BrokenTemplate("Resources:\n  A: {Type: <<aws::sns::topic}\n", .unknownType, "aws::sns::topic"),
    BrokenTemplate(topic + "Outputs:\n  A: {Value: <<!Split [',', a]}\n", .invalidOutput, "must be a text"),
    BrokenTemplate(
      topic + "Outputs:\n  A: {Value: a, Export: {Name: <<!Ref Topic}}\n", .invalidOutput,
      "cannot depend on resource 'Topic'"),
    BrokenTemplate(
      topic + "Outputs:\n  A: {Value: a, Export: {Name: <<!Sub '${Topic.TopicName}-a'}}\n", .invalidOutput,
      "cannot depend on resource 'Topic'"),
  ]

  @Test func aNullDefaultIsSaidOnce() {
    let found = Fixture.lint(
      "Parameters:\n  A: {Type: Number, Default: }\nResources: {T: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref A}}}\n"
    )
    #expect(found.map(\.message) == ["'Default' takes a text, not null"])
  }

  @Test(arguments: broken)
  func whatASectionDoesNotTakeIsAnErrorAtItsPlace(_ broken: BrokenTemplate) {
    let found = broken.found.filter { $0.severity == .error && $0.message.contains(broken.message) }
    #expect(!found.isEmpty, "\(Fixture.lint(broken.template).map { "\($0.code) \($0.message)" })")
  }

  @Test func aFunctionInAMappingIsOneFault() {
    let found = Fixture.lint(
      "Parameters: {P: {Type: String}}\nMappings: {M: {a: !Ref P, b: {c: !Ref P}}}\nResources: {T: {Type: AWS::SNS::Topic}}\n"
    ).filter { $0.severity == .error }
    #expect(found.map(\.message) == ["'Ref' cannot stand here", "'Ref' cannot stand here"])
  }

  private static func outputs(_ text: String) -> [String] {
    Fixture.lint("Resources: {T: {Type: AWS::SNS::Topic}}\nOutputs:\n\(text)").map(\.message)
  }

  @Test func theNamesOfExportsAreUniqueAndPlain() {
    #expect(
      Self.outputs("  A: {Value: a, Export: {Name: same}}\n  B: {Value: b, Export: {Name: same}}\n") == [
        "a second output exports 'same'"
      ])
    #expect(
      Self.outputs("  A: {Value: a, Export: {Name: 'bad name!'}}\n") == [
        "the name of an export has letters, digits, colons and hyphens only, and 'bad name!' has others"
      ])
    #expect(
      Self.outputs(
        "  A: {Value: a, Export: {Name: !Sub '${AWS::StackName}-a'}}\n  B: {Value: b, Export: {Name: !Sub '${AWS::StackName}-b'}}\n"
      )
        == [])
  }

  @Test func aPolicyOfDeletionIsATextWithoutATransform() {
    func found(_ transform: String) -> [DiagnosticCode] {
      Fixture.lint(
        "\(transform)Parameters: {P: {Type: String}}\nResources: {T: {Type: AWS::SNS::Topic, DeletionPolicy: !Ref P, UpdateReplacePolicy: Delete}}\n"
      ).map(\.code).filter { $0 == .invalidIntrinsic }
    }
    #expect(found("") == [.invalidIntrinsic])
    #expect(found("Transform: AWS::LanguageExtensions\n") == [])
  }

  @Test func whatAConditionChoosesForADeletionIsAPolicyToo() {
    func found(_ policy: String) -> [DiagnosticCode] {
      Fixture.lint(
        "Transform: AWS::LanguageExtensions\nConditions: {C: !Equals [!Ref AWS::Region, a]}\nResources: {T: {Type: AWS::SNS::Topic, DeletionPolicy: !If [C, \(policy), Delete]}}\n"
      ).map(\.code)
    }
    #expect(found("Retain") == [])
    #expect(found("true") == [])
    let plain = Fixture.lint(
      "Conditions: {C: !Equals [!Ref AWS::Region, a]}\nResources: {T: {Type: AWS::SNS::Topic, DeletionPolicy: !If [C, 'true', Delete]}}\n"
    )
    #expect(plain.filter { $0.severity == .error }.map(\.code) == [.notAllowed])
  }

  /// A file that is included inside a resource makes nothing elsewhere.
  @Test func whatIsIncludedInAResourceMakesNoOtherOne() {
    func found(_ resource: String) -> [DiagnosticCode] {
      Fixture.lint(
        "Transform: AWS::Serverless-2016-10-31\nResources:\n  Api: {Type: AWS::Serverless::Api, Properties: {StageName: a, DefinitionBody: {'Fn::Transform': {Name: AWS::Include, Parameters: {Location: a}}}}}\n  \(resource)\n"
      ).map(\.code)
    }
    #expect(found("T: {Type: 'AWS::SNS::Topic,'}") == [.unknownType])
    #expect(
      found("T: {Type: AWS::SNS::Topic, Properties: {DisplayName: !GetAtt Nothing.Name}}") == [
        .undefinedReference
      ])
    #expect(
      found(
        "Fn::Transform: {Name: AWS::Include, Parameters: {Location: b}}\n  T: {Type: AWS::SNS::Topic, Properties: {DisplayName: !GetAtt Nothing.Name}}"
      ) == [])
  }
}
