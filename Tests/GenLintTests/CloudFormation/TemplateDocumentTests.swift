import Diagnostics
import Testing

/// JSON that properties take as a text.
@Suite struct TemplateDocumentTests {
  private static func findings(_ type: String, _ name: String, _ value: String) -> [Diagnostic] {
    Fixture.lint("Resources:\n  R:\n    Type: \(type)\n    Properties:\n      \(name): \(value)\n").filter {
      $0.code == .invalidPolicy
    }
  }

  @Test(arguments: [
    ("AWS::CloudWatch::Dashboard", "DashboardBody", #"'{"widgets":['"#),
    ("AWS::CloudWatch::Dashboard", "DashboardBody", #"!Sub '{"widgets":[{"a":"${AWS::Region}",}]}'"#),
    (
      "AWS::CloudWatch::Dashboard", "DashboardBody", #"!Join ['', ['{"a":"', !Ref AWS::Region, '", "b" 5}']]"#
    ),
    (
      "AWS::Logs::ResourcePolicy", "PolicyDocument",
      #"'{"Version":"2012-10-17","Statement":[{"Effect":"Allow"}'"#
    ),
    ("AWS::SNS::TopicPolicy", "PolicyDocument", #"'{"Version":"2012-10-17","Statement":[{'"#),
    ("AWS::CloudWatch::InsightRule", "RuleBody", #"'{"Schema":'"#),
    ("AWS::Organizations::Policy", "Content", #"'{"Version":'"#),
    ("AWS::Events::Rule", "EventPattern", #"'{"source": ["aws.s3"]'"#),
    ("AWS::Logs::AccountPolicy", "PolicyDocument", "'{'"),
  ])
  func whatIsNoJSONIsSeen(_ type: String, _ name: String, _ value: String) {
    let found = Self.findings(type, name, value)
    #expect(found.count == 1)
    #expect(found.first?.message.hasPrefix("'\(name)' is not JSON: ") ?? false)
    #expect(found.first?.range?.start.line == 5)
  }

  @Test(arguments: [
    (
      "AWS::CloudWatch::Dashboard", "DashboardBody",
      #"!Sub '{"widgets":[${Widgets}, {"a":"${AWS::Region}"}]}'"#
    ),
    ("AWS::CloudWatch::Dashboard", "DashboardBody", #"!Sub '${Body}'"#),
    ("AWS::CloudWatch::Dashboard", "DashboardBody", "!ImportValue body"),
    ("AWS::CloudWatch::Dashboard", "DashboardBody", #"!Sub '{"a": ${Whole}'"#),
    ("AWS::CloudWatch::Dashboard", "DashboardBody", #"!Join ['', ['{"a":', !Ref AWS::Region, '}']]"#),
    ("AWS::CloudWatch::Dashboard", "DashboardBody", "'{{resolve:ssm:body}}'"),
    ("AWS::Events::Rule", "EventPattern", "{source: [aws.s3]}"),
    ("AWS::Logs::ResourcePolicy", "PolicyDocument", #"'{"a": "b"}'"#),
  ])
  func whatIsJSONOrMayBeIsLeftAlone(_ type: String, _ name: String, _ value: String) {
    #expect(Self.findings(type, name, value) == [])
  }
}
