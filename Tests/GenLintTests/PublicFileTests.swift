import Diagnostics
import Testing

/// Shapes of scripts and templates in public repositories that work, and that a check took for mistakes once.
@Suite struct PublicFileTests {
  @Test(arguments: [
    // Paging: the first token is empty, and the command that takes one runs when it is not.
    """
    next=""
    while :; do
      if [ -n "$next" ]; then
        out=$(aws logs get-log-events --log-group-name g --log-stream-name s --next-token "$next")
      fi
    done
    """,
    "stack_name=\"${STACK_NAME:-}\"\n[ -n \"$stack_name\" ] || exit 64\n"
      + "aws cloudformation describe-stacks --stack-name \"$stack_name\"",
    // Places that the reader of a runbook fills in.
    "PROJECT=''\naws cloudformation create-stack --stack-name s --template-body file://t --tags Key=p,Value=$PROJECT",
    "aws organizations close-account --account-id '<account-id>'",
    "aws logs describe-log-streams --log-group-name '/aws/lambda/<FUNCTION_NAME>'",
    "aws sns subscribe --topic-arn arn:aws:sns:us-east-1:ACCOUNT_ID:t --protocol email --notification-endpoint a@b.c",
    "aws cloudwatch put-metric-alarm --alarm-name a --namespace n --metric-name m --statistic Sum --period 60 "
      + "--evaluation-periods 1 --threshold 1 --comparison-operator GreaterThanThreshold "
      + "--alarm-actions arn:aws:sns:us-east-1:ACCOUNT:t",
    // Shorthand in several lines, with a comma at its end.
    "aws lambda update-function-configuration --function-name f --environment \"Variables={\n  A=b,\n  C=$D,\n}\"",
    // A waiter takes the options of the operation that it polls.
    "aws cloudwatch wait alarm-exists --alarm-names demo",
    "aws cloudwatch wait composite-alarm-exists --alarm-names demo --alarm-types CompositeAlarm",
    // Values that the services take and their models leave out.
    "aws s3api put-bucket-acl --bucket my-logs --acl log-delivery-write",
    "aws sqs receive-message --queue-url https://sqs/q --attribute-names SenderId SentTimestamp",
  ])
  func aScriptThatWorksIsClean(script: String) {
    #expect(Fixture.lint("#!/bin/bash\n\(script)\n").map(\.message) == [])
  }

  @Test(arguments: [
    // A macro reads parameters that nothing else names.
    """
    Parameters: {Admins: {Type: CommaDelimitedList}}
    Resources:
      A:
        Type: AWS::SNS::Topic
        Properties:
          Fn::Transform: {Name: Merge, Parameters: {From: a.yaml}}
    """,
    "Transform: Shorthand\nResources:\n- S3 Bucket\n",
    // The Region's zones: behind a tag stands an empty text, not a null.
    "Resources: {A: {Type: AWS::SNS::Topic}}\nOutputs:\n  B:\n    Value: !Select\n      - 0\n      - !GetAZs\n",
    // The language extensions take functions as names.
    """
    Transform: AWS::LanguageExtensions
    Mappings: {M: {T: {'{"To":"Json"}': v}}}
    Resources: {A: {Type: AWS::SNS::Topic, Properties: {TopicName: !FindInMap [M, T, !ToJsonString {To: Json}]}}}
    """,
  ])
  func aTemplateThatWorksIsClean(template: String) {
    #expect(Fixture.lint(template).map(\.message) == [])
  }

  @Test(arguments: [("flow.yaml", 0), ("flow.yml", 0), ("flow.json", 1), ("flow.template", 1)])
  func bracesAreYAMLInAFileOfThatName(file: String, count: Int) {
    let found = Fixture.lint("{\"Resources\": {\"A\": {\"Type\": 'AWS::SNS::Topic'}}}\n", as: file)
    #expect(found.map(\.severity) == Array(repeating: .warning, count: count), "\(found.map(\.message))")
  }

  @Test func aSwitchThatIsOffByDefaultIsNoted() throws {
    let text = Fixture.template.text.replacing("ActionsEnabled: true", with: "ActionsEnabled: !Ref IsOn")
      .replacing("Parameters:\n", with: "Parameters:\n  IsOn: {Type: String, Default: 'false'}\n")
    let found = Fixture.lint(text)
    #expect(found.map(\.code) == [.actionsDisabled])
    #expect(found.map(\.severity) == [.note])
  }

  @Test func aPatternInSeveralLinesIsNoted() {
    let found = Fixture.lint(
      """
      Resources:
        F:
          Type: AWS::Logs::MetricFilter
          Properties:
            LogGroupName: g
            FilterPattern: |-
              { ($.eventName = DeleteRole) ||
                ($.eventName = CreateRole) }
            MetricTransformations: [{MetricName: m, MetricNamespace: n, MetricValue: '1'}]

      """)
    #expect(found.map(\.code) == [.undecidedLineBreak])
    #expect(found.map(\.severity) == [.note])
  }

  @Test func aStackSetThatNamesOrganizationsOtherwiseIsLeftAlone() {
    let found = Fixture.lint(
      """
      Resources:
        S:
          Type: AWS::CloudFormation::StackSet
          Properties:
            StackSetName: s
            PermissionModel: SERVICE_MANAGED
            TemplateBody: |
              Resources:
                R:
                  Type: AWS::IAM::Role
                  Properties:
                    AssumeRolePolicyDocument:
                      Statement:
                      - Effect: Allow
                        Principal: {Service: organizations.amazonaws.com}
                        Action: sts:AssumeRole

      """)
    #expect(found.map(\.message) == [])
  }
}
