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
    // A description is an attribute of every resource.
    "Resources: {A: {Type: AWS::SNS::Topic, Description: hello}}\n",
    "Resources: {A: {Type: AWS::Events::Rule, Properties: {ScheduleExpression: 'cron(* ? * * * *)', Targets: [{Id: a, Arn: 'arn:aws:sns:us-east-1:111122223333:x'}]}}}\n",
    // What a rule of the template forbids cannot be.
    """
    Parameters:
      Private: {Type: String, AllowedValues: ['true', 'false'], Default: 'true'}
      Nat: {Type: String, AllowedValues: ['true', 'false'], Default: 'true'}
    Rules:
      NatNeedsPrivate:
        RuleCondition: !Equals [!Ref Nat, 'true']
        Assertions: [{Assert: !Equals [!Ref Private, 'true'], AssertDescription: a}]
    Conditions:
      P: !Equals [!Ref Private, 'true']
      N: !Equals [!Ref Nat, 'true']
    Resources:
      A: {Type: AWS::SNS::Topic, Condition: P}
      B: {Type: AWS::SNS::Topic, Condition: N, DependsOn: A}
    """,
    // What the deployment resolves is no text of its own.
    """
    Resources:
      Filter:
        Type: AWS::Logs::MetricFilter
        Properties:
          LogGroupName: trail
          FilterPattern: '{{resolve:ssm:/pattern/root}}'
          MetricTransformations: [{MetricNamespace: CIS, MetricName: Root, MetricValue: '{{resolve:ssm:/value}}'}]
      Alarm:
        Type: AWS::CloudWatch::Alarm
        Properties:
          Namespace: CIS
          MetricName: Root
          Statistic: Sum
          Period: 300
          EvaluationPeriods: 1
          Threshold: 1
          ComparisonOperator: GreaterThanOrEqualToThreshold
          AlarmActions: [!Ref Topic]
      Topic:
        Type: AWS::SNS::Topic
        Properties:
          Subscription:
          - {Protocol: email, Endpoint: '{{resolve:ssm:/mail}}'}
          - {Protocol: https, Endpoint: 'https://hooks.example.com/{{resolve:ssm:/token}}'}
    """,
    // What the serverless transform makes, its names begin with.
    """
    Transform: AWS::Serverless-2016-10-31
    Resources:
      F:
        Type: AWS::Serverless::Function
        Properties: {CodeUri: 's3://bbb/k', Handler: app.h, Runtime: python3.13, AutoPublishAlias: live}
      P:
        Type: AWS::Lambda::Permission
        Properties: {Action: 'lambda:InvokeFunction', FunctionName: !Ref F.Alias, Principal: sns.amazonaws.com, SourceArn: !GetAtt FRole.Arn}
      T: {Type: AWS::SNS::Topic, DependsOn: ServerlessRestApi}
    """,
    // A macro writes anything.
    "Transform: [Mine]\nResources: {A: {Type: AWS::SNS::Topic, DependsOn: B, Properties: {TopicName: !Ref C}}}\n",
    """
    Transform: AWS::LanguageExtensions
    Resources:
      Fn::ForEach::Topics: [Name, [a, b], {'Topic${Name}': {Type: AWS::SNS::Topic}}]
    Outputs: {A: {Value: !Ref Topica}}
    """,
    // A property that is younger than the schemas.
    """
    Resources:
      T: {Type: AWS::EC2::LaunchTemplate, Properties: {LaunchTemplateData: {CpuOptions: {NestedVirtualization: enabled}}}}
    """,
    // One rule without its list, one without a source, and a group in the default VPC.
    """
    Resources:
      A: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: a, SecurityGroupIngress: {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 10.0.0.0/8}}}
      B: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: b, SecurityGroupEgress: [{IpProtocol: tcp, FromPort: 22, ToPort: 22}]}}
    """,
    // Two statements of a key's policy with one name.
    """
    Resources:
      K:
        Type: AWS::KMS::Key
        Properties:
          KeyPolicy:
            Version: '2012-10-17'
            Statement:
            - {Sid: A, Effect: Allow, Principal: {AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:root'}, Action: 'kms:*', Resource: '*'}
            - {Sid: A, Effect: Allow, Principal: {Service: logs.amazonaws.com}, Action: 'kms:*', Resource: '*'}
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

  @Test func namesAreLookedUpBesideAServerlessTransform() {
    let found = Fixture.lint(
      """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        F: {Type: AWS::Serverless::Function, Properties: {CodeUri: 's3://bbb/k', Handler: app.h, Runtime: python3.13}}
        T:
          Type: AWS::SNS::Topic
          DependsOn: Nope
          Condition: Nope
          Properties: {TopicName: !Sub '${XunctionRole}-x', DisplayName: !GetAtt Zzz.Arn, KmsMasterKeyId: !GetAtt Q.Nope}
        Q: {Type: AWS::SQS::Queue}

      """)
    #expect(
      found.map(\.code) == [
        .undefinedReference, .undefinedReference, .undefinedReference, .undefinedReference, .unknownAttribute,
      ])
  }

  @Test func aParametersDefaultIsNoValueYet() throws {
    let text = Fixture.template.text.replacing("IsLogging: true", with: "IsLogging: !Ref IsOn")
    func found(_ declaration: String) -> [Diagnostic] {
      Fixture.lint(text.replacing("Parameters:\n", with: "Parameters:\n  IsOn: \(declaration)\n"))
    }
    let chosen = found("{Type: String, Default: 'false', AllowedValues: ['true', 'false']}")
    #expect(chosen.map(\.severity) == [.note], "\(chosen.map(\.message))")
    #expect(chosen.first?.notes.last?.message == "the default of the parameter 'IsOn'")
    #expect(found("{Type: String, Default: 'false'}").map(\.severity) == [.error])
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
