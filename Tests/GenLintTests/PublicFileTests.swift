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
    // IAM keeps a statement whose name is empty.
    """
    Resources:
      R:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Statement: [{Sid: '', Effect: Allow, Principal: {Service: firehose.amazonaws.com}, Action: 'sts:AssumeRole'}]
    """,
    // A local path, which 'aws cloudformation package' uploads.
    """
    Resources:
      F:
        Type: AWS::Lambda::Function
        Properties: {Handler: a.b, Runtime: python3.13, Role: 'arn:aws:iam::111122223333:role/a', Code: .}
      S:
        Type: AWS::StepFunctions::StateMachine
        Properties: {RoleArn: 'arn:aws:iam::111122223333:role/a', DefinitionS3Location: a.json}
    """,
    // Digits in groups, and a rule that reads parameters by their type and by another function.
    """
    Parameters:
      N: {Type: Number, Default: 1_000}
      Subnets: {Type: 'List<AWS::EC2::Subnet::Id>'}
      Groups: {Type: 'AWS::EC2::SecurityGroup::Id'}
    Rules:
      R:
        Assertions:
        - Assert: !EachMemberEquals [!ValueOf [Subnets, VpcId], a]
        - Assert: !EachMemberIn [[a], !RefAll 'AWS::EC2::SecurityGroup::Id']
    Resources:
      Q: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: 3_00, DelaySeconds: !Ref N}}
    """,
    // Sets inside sets are Java's own.
    """
    Parameters: {A: {Type: String, Default: b, AllowedPattern: '[a-z&&[^aeiou]]'}}
    Resources: {T: {Type: AWS::SNS::Topic, Properties: {TopicName: !Ref A}}}
    """,
    """
    Resources:
      F:
        Type: AWS::AppStream::Fleet
        CreationPolicy: {StartFleet: true}
        UpdatePolicy: {StopBeforeUpdate: true, StartAfterUpdate: {Type: true}}
        Properties: {InstanceType: stream.standard.medium, Name: a}
    """,
    // The topic's ARN stands in the Parameter Store.
    """
    Resources:
      A:
        Type: AWS::CloudWatch::Alarm
        Properties:
          Namespace: AWS/Lambda
          MetricName: Errors
          Statistic: Sum
          Period: 60
          EvaluationPeriods: 1
          Threshold: 0
          ComparisonOperator: GreaterThanThreshold
          AlarmActions: ['{{resolve:ssm:/topics/security}}']
    """,
    // A default that a condition takes for nothing.
    """
    Parameters: {Mail: {Type: String, Default: <None>}}
    Conditions: {HasMail: !Not [!Equals [!Ref Mail, <None>]]}
    Resources:
      T: {Type: AWS::SNS::Topic, Condition: HasMail}
      S: {Type: AWS::SNS::Subscription, Condition: HasMail, Properties: {Endpoint: !Ref Mail, Protocol: email, TopicArn: !Ref T}}
    """,
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
