import Diagnostics
import GenLint
import Testing

/// A dependency on a resource that a condition may leave out.
@Suite struct ConditionalDependencyTests {
  private static func template(_ first: String?, _ second: String?) -> String {
    let line = { (condition: String?) in condition.map { "\n    Condition: \($0)" } ?? "" }
    return """
      Parameters:
        Stage: {Type: String, AllowedValues: [dev, test, prod], Default: dev}
        Name: {Type: String, Default: a}
      Conditions:
        IsDev: !Equals [!Ref Stage, dev]
        IsProd: !Equals [prod, !Ref Stage]
        IsTest: !Equals [!Ref Stage, test]
        NotDev: !Not [!Condition IsDev]
        Named: !Not [!Equals [!Ref Name, '']]
        ProdAndNamed: !And [!Condition IsProd, {Condition: Named}]
        Any: !Or [!Condition IsDev, !Condition IsTest, !Condition IsProd]
        Always: !Equals [a, a]
      Resources:
        First:
          Type: AWS::SNS::Topic\(line(first))
        Second:
          Type: AWS::SNS::Topic
          DependsOn: First\(line(second))
      """
  }

  private static func found(_ first: String?, _ second: String?) -> [Diagnostic] {
    Fixture.lint(template(first, second)).filter { $0.code == .conditionalDependency }
  }

  @Test(arguments: [
    ("IsDev", nil), ("IsDev", "IsProd"), ("IsDev", "Named"), ("ProdAndNamed", "IsProd"), ("NotDev", "Any"),
  ])
  func whatMayBeMissingIsAWarning(_ first: String, _ second: String?) {
    let found = Self.found(first, second)
    #expect(found.count == 1 && found.first?.severity == .warning && found.first?.range?.start.line == 19)
  }

  @Test(
    arguments: [
      (nil, nil), ("IsDev", "IsDev"), ("IsProd", "ProdAndNamed"), ("NotDev", "IsTest"),
      ("NotDev", "ProdAndNamed"),
      ("Any", nil), ("Always", nil), (nil, "IsDev"),
    ] as [(String?, String?)])
  func whatIsThereRaisesNone(_ first: String?, _ second: String?) {
    #expect(Self.found(first, second) == [])
  }

  private static func references(_ rest: String) -> [Diagnostic] {
    Fixture.lint(
      """
      Parameters: {Stage: {Type: String, AllowedValues: [dev, test, prod], Default: dev}}
      Conditions: {IsDev: !Equals [!Ref Stage, dev], NotDev: !Not [!Condition IsDev], IsProd: !Equals [!Ref Stage, prod]}
      Resources:
        Topic: {Type: AWS::SNS::Topic, Condition: IsDev}
        Queue: {Type: AWS::SQS::Queue, Condition: NotDev}
      \(rest)
      """
    ).filter { $0.code == .conditionalDependency }
  }

  @Test(arguments: [
    "  Other: {Type: AWS::SNS::Topic, Properties: {DisplayName: !GetAtt Topic.TopicName}}",
    "  Other: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Sub 'of ${Topic}'}}",
    "Outputs: {Name: {Value: !Ref Topic}}",
    "Outputs: {Name: {Value: !If [NotDev, !Ref AWS::Region, !GetAtt Queue.Arn]}}",
  ])
  func aReferenceToWhatMayBeMissingIsSeen(_ rest: String) {
    let found = Self.references(rest)
    #expect(found.count == 1 && found.first?.range?.start.line == 6)
    #expect(found.first?.severity == (rest.contains("NotDev, !Ref") ? .error : .warning))
  }

  @Test func aReferenceToWhatIsNeverThereIsAnError() {
    let found = Self.references(
      "  Other: {Type: AWS::SNS::Topic, Condition: NotDev, Properties: {DisplayName: !Ref Topic}}")
    #expect(found.map(\.severity) == [.error])
    #expect(
      found.map(\.message) == ["'Topic' is never there where this refers to it: it needs condition 'IsDev'"])
  }

  @Test(arguments: [
    "  Other: {Type: AWS::SNS::Topic, Condition: IsDev, Properties: {DisplayName: !Ref Topic}}",
    "  Other: {Type: AWS::SNS::Topic, Properties: {DisplayName: !If [IsDev, !Ref Topic, none]}}",
    "  Other: {Type: AWS::SNS::Topic, Properties: {DisplayName: !If [NotDev, !GetAtt Queue.Arn, !Ref Topic]}}",
    "Outputs: {Name: {Condition: IsDev, Value: !Sub '${Topic.TopicName}'}}",
    "Outputs: {Name: {Condition: IsProd, Value: !Ref Queue}}",
  ])
  func aReferenceUnderTheSameConditionIsLeftAlone(_ rest: String) { #expect(Self.references(rest) == []) }
}
