import Diagnostics
import Testing

/// Templates with aliases, which tools write out before the service reads them.
@Suite struct TemplateAliasTests {
  private static let function = """
    Resources:
      A:
        Type: AWS::Serverless::Function
        Properties: &function
          Runtime: python3.12
          Handler: a.h
          CodeUri: .
      B:
        Type: AWS::Serverless::Function
        Properties:
          <<: *function
          Handler: b.h

    """

  @Test func areFollowedInSilenceWhereATransformFollows() {
    #expect(Fixture.lint("Transform: AWS::Serverless-2016-10-31\n" + Self.function).map(\.message) == [])
    #expect(Fixture.lint("Resources: {A: &a {Type: AWS::SNS::Topic}}\n").map(\.message) == [])
  }

  @Test func areFollowedInSilenceWhereLocalFilesArePackaged() {
    let found = Fixture.lint(
      """
      Resources:
        A: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: a.yaml, Tags: &tags [{Key: a, Value: b}]}}
        B: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: b.yaml, Tags: *tags}}

      """)
    #expect(found.map(\.message) == [])
  }

  @Test func areAWarningElsewhereAndHideNothing() {
    let found = Fixture.lint(
      """
      Resources:
        A: {Type: AWS::SNS::Topic, Properties: {Tags: &tags [{Key: a, Valu: b}]}}
        B: {Type: AWS::SNS::Topic, Properties: {Tags: *tags}}
        C: {Type: AWS::SNS::Topic, Properties: {TopicName: &name 5, FifoTopik: *name}}

      """)
    #expect(
      found.map { "\($0.range?.start.line ?? 0) \($0.severity) \($0.message)" } == [
        "2 error 'Tags' lacks the required 'Value'", "2 error 'Tags' has no property 'Valu'",
        "3 warning not every tool takes an alias", "4 error 'AWS::SNS::Topic' has no property 'FifoTopik'",
      ], "\(found.map(\.message))")
  }
}
