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
}
