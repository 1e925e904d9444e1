import Diagnostics
import Testing

/// What a parameter's default finds in a mapping, and what a condition keeps out.
@Suite struct MappingLookupTests {
  private func findings(_ value: String, condition: String = "") -> [String] {
    Fixture.lint(
      """
      Parameters:
        Stage: {Type: String, Default: local, AllowedValues: [local, production]}
      Mappings:
        Stages:
          local: {isWatched: "false"}
          production: {isWatched: "true", name: alarms}
      Conditions:
        IsWatched: !Equals [!FindInMap [Stages, !Ref Stage, isWatched], "true"]
      Resources:
        Topic:
          Type: AWS::SNS::Topic\(condition.isEmpty ? "" : "\n    Condition: \(condition)")
          Properties: {DisplayName: \(value)}
        Other:
          Type: AWS::SNS::Topic
          Condition: IsWatched
      """
    ).filter { $0.severity == .error }.map(\.message)
  }

  @Test func theDefaultIsLookedUp() {
    #expect(
      findings("!FindInMap [Stages, !Ref Stage, name]") == [
        "'local' of the mapping 'Stages' has no key 'name'"
      ])
  }

  @Test func aDefaultThatIsNoRowIsSeen() {
    let found = Fixture.lint(
      """
      Parameters: {Stage: {Type: String, Default: lokal}}
      Mappings: {Stages: {local: {name: alarms}}}
      Resources:
        Topic:
          Type: AWS::SNS::Topic
          Properties: {DisplayName: !FindInMap [Stages, !Ref Stage, name]}
      """)
    #expect(found.map(\.message) == ["the mapping 'Stages' has no key 'lokal'"])
    #expect(found.first?.hint == "did you mean 'local'?")
  }

  @Test func aConditionMayKeepItOut() {
    let call = "!FindInMap [Stages, !Ref Stage, name]"
    #expect(findings("!If [IsWatched, \(call), none]") == [])
    #expect(findings(call, condition: "IsWatched") == [])
    let second = "!FindInMap [Stages, production, !Ref Stage]"
    #expect(findings(second, condition: "IsWatched") == [])
    #expect(findings(second) == ["'production' of the mapping 'Stages' has no key 'local'"])
    // A key of no row is wrong whatever the condition says.
    #expect(
      findings("!If [IsWatched, !FindInMap [Stages, !Ref Stage, nmae], none]") == [
        "no row of the mapping 'Stages' has a key 'nmae'"
      ])
  }

  @Test func aProvisionedProductHasOutputs() {
    let found = Fixture.lint(
      """
      Resources:
        Product:
          Type: AWS::ServiceCatalog::CloudFormationProvisionedProduct
          Properties: {ProductName: a, ProvisioningArtifactName: b}
        Topic:
          Type: AWS::SNS::Topic
          Properties: {DisplayName: !GetAtt Product.Outputs.Name}
      """)
    #expect(found == [])
  }

  private static func chosen(_ parameter: String, _ call: String) -> [String] {
    Fixture.lint(
      """
      Parameters: {Env: {\(parameter)}}
      Mappings: {dev: {us-east-1: {A: x}}, prod: {us-east-1: {A: x}}}
      Resources: {T: {Type: AWS::SNS::Topic, Properties: {DisplayName: !FindInMap [\(call)]}}}
      """
    ).filter { $0.code == .undefinedReference }.map { "\($0.severity): \($0.message)" }
  }

  @Test func aMappingThatAParameterNamesIsLookedUp() {
    let open = "Type: String, AllowedValues: [dev, perf, prod]"
    #expect(Self.chosen(open, "!Ref Env, us-east-1, A") == ["error: there is no mapping 'perf'"])
    #expect(Self.chosen(open + ", Default: dev", "!Ref Env, us-east-1, A") == [])
    #expect(
      Self.chosen("Type: String, AllowedValues: [dev, prod]", "!Ref Env, us-east-1, B") == [
        "error: 'us-east-1' of the mapping 'dev' has no key 'B'"
      ])
    #expect(Self.chosen("Type: String", "!Ref Env, us-east-1, B") == [])
  }

  @Test func anEmptyDefaultAsksForAValue() {
    #expect(
      Self.chosen("Type: String, Default: ''", "dev, !Ref Env, A") == [
        "warning: the empty default of 'Env' is no key of the mapping 'dev'"
      ])
    #expect(
      Self.chosen("Type: String, Default: eu", "dev, !Ref Env, A") == [
        "error: the mapping 'dev' has no key 'eu'"
      ])
  }
}
