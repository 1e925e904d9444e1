import Diagnostics
import Testing

/// `Fn::ForEach` over a list that the template has.
@Suite struct TemplateLoopTests {
  private static func findings(_ rest: String) -> [Diagnostic] {
    Fixture.lint("Transform: AWS::LanguageExtensions\n" + rest)
  }

  private static func loop(_ body: String, over list: String = "[Root, Cmk]", after: String = "")
    -> [Diagnostic]
  {
    findings(
      """
      Mappings: {Names: {Root: {Text: a}, Cmk: {Text: b}}}
      Resources:
        Fn::ForEach::Controls:
          - Control
          - \(list)
          - 'Topic${Control}':
              \(body)
        Queue: {Type: AWS::SQS::Queue}
      \(after)
      """)
  }

  @Test func whatALoopWritesIsJudgedOnce() {
    let found = Self.loop("{Type: AWS::SNS::Topic, Properties: {DisplayNam: a}}")
    #expect(found.map(\.code) == [.unknownProperty])
    #expect(found.first?.range?.start.line == 8)
  }

  @Test func itsValueIsLookedUp() {
    let body = "{Type: AWS::SNS::Topic, Properties: {DisplayName: !FindInMap [Names, !Ref Control, Text]}}"
    #expect(Self.loop(body) == [])
    let found = Self.loop(body, over: "[Root, Cmks]")
    #expect(found.map(\.message) == ["the mapping 'Names' has no key 'Cmks'"])
  }

  @Test func whatItWritesCanBeReferredTo() {
    let body = "{Type: AWS::SNS::Topic, Properties: {TopicName: !Sub 'a-${Control}'}}"
    #expect(Self.loop(body, after: "Outputs: {A: {Value: !Ref TopicRoot}}") == [])
    #expect(
      Self.loop(body, after: "Outputs: {A: {Value: !Ref TopicRot}}").map(\.hint) == [
        "did you mean 'TopicRoot'?"
      ])
    let outputs =
      "Outputs: {'Fn::ForEach::O': [X, [Root, \("Cmk")], {'O${X}': {Value: !GetAtt [!Sub 'Topic${X}', TopicName]}}]}"
    #expect(Self.loop(body, after: outputs) == [])
    let described =
      "Outputs: {'Fn::ForEach::O': [X, [Root], {'O${X}': {Description: !Sub 'of ${X}', Value: a}}]}"
    #expect(Self.loop(body, after: described) == [])
  }

  @Test func aLoopInALoopIsWrittenOutToo() {
    let found = Self.findings(
      """
      Resources:
        Fn::ForEach::A:
          - X
          - [One, Two]
          - Fn::ForEach::B:
              - Y
              - [Red, !Ref X]
              - 'Topic${X}&{Y}': {Type: AWS::SNS::Topic, Properties: {TopicName: !Sub '${X}-${Y}', Perid: 1}}
      """)
    #expect(found.map(\.code) == [.unknownProperty])
  }

  @Test func twoOfOneNameAreSeen() {
    let found = Self.findings(
      "Resources: {'Fn::ForEach::A': [X, [One, Two], {Same: {Type: AWS::SNS::Topic}}]}")
    #expect(found.map(\.code) == [.duplicateKey])
    #expect(found.first?.message == "the loop writes 'Same' twice")
  }

  @Test(arguments: ["abc", "[X]", "[X, abc, {}]", "[[X], [a], {}]", "[X, [a], b]"])
  func whatIsNoLoopIsSeen(_ loop: String) {
    let found = Self.findings("Resources: {Q: {Type: AWS::SQS::Queue}, 'Fn::ForEach::A': \(loop)}")
    #expect(found.map(\.code) == [.invalidIntrinsic])
  }

  @Test(arguments: ["Fn::ForEach", "Fn::ForEach::", "Fn::ForEach::a-b"])
  func aLoopHasAName(_ key: String) {
    let found = Self.findings(
      "Resources: {Q: {Type: AWS::SQS::Queue}, '\(key)': [X, [a], {'T${X}': {Type: AWS::SNS::Topic}}]}")
    #expect(found.map(\.message) == ["a loop's key reads 'Fn::ForEach::Name', and this is none"])
  }

  /// What a loop runs over may be known to the deployment only.
  @Test func aLoopOverAParameterIsLeftAlone() {
    let found = Self.findings(
      """
      Parameters: {Names: {Type: CommaDelimitedList}}
      Resources:
        Fn::ForEach::A:
          - X
          - !Ref Names
          - 'Topic${X}': {Type: AWS::SNS::Topic, Properties: {DisplayName: !GetAtt Other.TopicName}}
      """)
    #expect(found == [])
  }

  /// Each loop doubles what those in it write.
  @Test func loopsWithoutEndEnd() {
    var body = "{T: {Type: AWS::SNS::Topic}}"
    for level in 0..<30 { body = "{'Fn::ForEach::L\(level)': [X\(level), [A, B], \(body)]}" }
    #expect(!Self.findings("Resources: \(body)").isEmpty)
  }
}
