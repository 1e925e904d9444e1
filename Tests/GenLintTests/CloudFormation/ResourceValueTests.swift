import Diagnostics
import GenLint
import Testing

/// Values that the registry's schemas name by a format, and properties that must differ.
@Suite struct ResourceValueTests {
  private static func resource(
    _ type: String, _ properties: String, _ code: DiagnosticCode, _ message: String
  )
    -> BrokenTemplate
  {
    BrokenTemplate(
      "Resources:\n  A:\n    Type: AWS::\(type)\n    Properties:\n      \(properties)\n", code, message)
  }

  private static let subscription = "Protocol: email\n      Endpoint: a@example.com\n      TopicArn: "
  private static let statement = "Effect: Allow, Principal: '*', Action: 'sns:Publish', Resource: '*'"

  static let broken: [BrokenTemplate] = [
    resource(
      "SNS::Subscription", subscription + "<<topic", .patternMismatch, "not an ARN of AWS::SNS::Topic"),
    resource(
      "SNS::Subscription", subscription + "<<arn:aws:sqs:us-east-1:111122223333:a", .patternMismatch,
      "not an ARN of AWS::SNS::Topic"),
    resource("S3::Bucket", "BucketName: <<A_b", .patternMismatch, "'A_b' does not have the form"),
    resource("S3::Bucket", "BucketName: <<a..b", .patternMismatch, "'a..b' does not have the form"),
    resource(
      "S3::Bucket", "AccessControl: PublicRead\n      VersioningConfiguration: {Status: <<On}", .notAllowed,
      "'On'"),
    resource("Events::Rule", "ScheduleExpression: <<rate(1 hours)", .patternMismatch, "rate(1 hours)"),
    resource("Events::Rule", "ScheduleExpression: <<cron(0 1 * *)", .patternMismatch, "cron(0 1 * *)"),
    resource(
      "SNS::Topic", "<<Tags: [{Key: a, Value: b}, {Key: a, Value: c}]", .duplicateElement,
      "'a' stands twice as 'Key' in 'Tags'"),
    resource(
      "CloudTrail::Trail",
      "IsLogging: true\n      S3BucketName: abc\n      <<EventSelectors: [{ReadWriteType: All}, {ReadWriteType: All}]",
      .duplicateElement, "an element stands twice in 'EventSelectors'"),
    resource("SNS::Topic", "Tags: [{Key: <<'aws:a', Value: b}]", .patternMismatch, "'aws:a'"),
    resource(
      "SNS::TopicPolicy",
      "Topics: ['arn:aws:sns:us-east-1:111122223333:a']\n      PolicyDocument: {<<Statement: [{Sid: a, \(statement)}, {Sid: a, \(statement)}]}",
      .duplicateElement, "'a' stands twice as 'Sid' in 'Statement'"),
    BrokenTemplate(
      """
      Conditions: {Many: !Equals [!Ref 'AWS::Region', us-east-1]}
      Resources:
        A:
          Type: AWS::SNS::TopicPolicy
          Properties:
            Topics: ['arn:aws:sns:us-east-1:111122223333:a']
            PolicyDocument:
              Statement:
              - {Effect: Allow, Action: 'sns:Publish', Resource: '*', <<Principal: !If [Many, '*', !Ref AWS::NoValue]}

      """, .missingProperty, "needs 'Principal', and one branch here leaves it out"),
    resource(
      "Lambda::Function",
      "Role: arn:aws:iam::111122223333:role/a\n      Code: {S3Bucket: abc, S3Key: a}\n      Handler: a.b\n      Runtime: python3.13\n      Environment: {<<Variables: {A: '\(String(repeating: "a", count: 4096))'}}",
      .lengthOutOfRange, "have 4097 bytes"),
    resource(
      "Lambda::Function",
      "Role: arn:aws:iam::111122223333:role/a\n      Code: {S3Bucket: abc, S3Key: a}\n      Handler: a.b\n      Runtime: nodejs22.x\n      SnapStart: {ApplyOn: <<PublishedVersions}",
      .notAllowed, "functions of 'nodejs22.x' cannot start from a snapshot"),
    resource(
      "Lambda::Function",
      "Role: arn:aws:iam::111122223333:role/a\n      Code: {S3Bucket: abc, S3Key: a}\n      Handler: a.b\n      Runtime: python3.13\n      Layers: [<<'arn:aws:lambda:us-east-1:111122223333:layer:\(String(repeating: "a", count: 143)):1']",
      .lengthOutOfRange, "has 189 characters; it takes at most 188"),
    resource(
      "Events::Rule", "ScheduleExpression: <<cron(5, 0, 1, *, ?, *)", .patternMismatch,
      "cron(5, 0, 1, *, ?, *)"),
    resource(
      "Events::Rule", "ScheduleExpression: <<cron(0 1 * * * *)", .patternMismatch, "cron(0 1 * * * *)"),
    BrokenTemplate(
      """
      Conditions: {H: !Equals [!Ref 'AWS::Region', us-east-1], G: !Equals [!Ref 'AWS::StackName', a]}
      Resources:
        A:
          Type: AWS::S3::Bucket
          Properties:
            CorsConfiguration: !If
            - H
            - CorsRules: [{<<AllowedMethods: !If [G, [GET], !Ref AWS::NoValue], AllowedOrigins: ['*']}]
            - !Ref AWS::NoValue

      """, .missingProperty, "needs 'AllowedMethods', and one branch here leaves it out"),
    BrokenTemplate(
      "Resources:\n  A: {Type: AWS::EC2::SecurityGroup, <<Properties: {VpcId: vpc-1}}\n", .missingProperty,
      "lacks the required 'GroupDescription'"),
    BrokenTemplate(
      "Resources:\n  A: {Type: AWS::SSM::PatchBaseline, <<Properties: {OperatingSystem: WINDOWS}}\n",
      .missingProperty, "lacks the required 'Name'"),
    BrokenTemplate(
      "Resources:\n  A: {Type: <<AWS::SNS::Topics}\n", .unknownType, "no resource type 'AWS::SNS::Topics'"),
    BrokenTemplate(
      "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties: {Subscription: [{Protocol: https, Endpoint: <<a@example.com}]}\n",
      .endpointDoesNotFit, "no endpoint for the protocol 'https'"),
    BrokenTemplate(
      "Parameters: {A: {Type: <<'List<AWS::SQS::Queue>'}}\nResources: {A1: {Type: AWS::SNS::Topic, Properties: {TopicName: !Select [0, !Ref A]}}}\n",
      .invalidParameter, "'List<AWS::SQS::Queue>' is not a type of parameter"),
    BrokenTemplate(
      "Conditions: {Y: !Equals [a, b], Z: !Not [<<!If [Y, true, false]]}\nResources: {A: {Type: AWS::SNS::Topic, Condition: Z}}\n",
      .invalidIntrinsic, "'Not' takes a condition here, not what 'If' yields"),
    BrokenTemplate(
      "Resources:\n  A: {Type: <<AWS::OpsWorks::Stack, Properties: {}}\n", .unknownType,
      "shut down on 2024-05-01"),
    BrokenTemplate(
      "Resources:\n  A: {Type: <<AWS::Serverless::Function, Properties: {}}\n", .unknownType,
      "needs the transform 'AWS::Serverless-2016-10-31'"),
    BrokenTemplate(
      "<<Globals: {Function: {Timeout: 3}}\nResources:\n  A: {Type: AWS::SNS::Topic}\n", .unknownSection,
      "a template has no section 'Globals'"),
    BrokenTemplate(
      "Resources:\n  A:\n    Type: AWS::Lambda::Function\n    <<Properties: {Handler: a.b, Runtime: python3.13, Code: .}\n",
      .missingProperty, "lacks the required 'Role'"),
    resource(
      "EC2::SubnetNetworkAclAssociation", "NetworkAclId: acl-1\n      SubnetId: <<value", .patternMismatch,
      "'value' does not have the form of AWS::EC2::Subnet.Id"),
    resource(
      "Route53Resolver::FirewallRuleGroupAssociation",
      "FirewallRuleGroupId: rslvr-1\n      Priority: 1\n      VpcId: <<value", .patternMismatch,
      "'value' does not have the form of AWS::EC2::VPC.Id"),
    resource(
      "EC2::Route", "RouteTableId: rtb-1\n      <<Gateway: igw-1", .unknownProperty, "no property 'Gateway'"),
    BrokenTemplate(
      "Resources:\n  A:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      GroupDescription: a\n      SecurityGroupIngress: <<a\n",
      .wrongValueType, "takes a list or a structure, not 'a'"),
    BrokenTemplate(
      "Resources:\n  A:\n    Type: AWS::QuickSight::Theme\n    Properties:\n      Name:<<\n", .wrongValueType,
      "a template takes no null"),
    BrokenTemplate(
      "{\"Resources\": {\"A\": {\"Type\": \"AWS::SNS::Topic\", \"Properties\": {\"TopicName\":\n{\"Fn::Select\": [0, {\"Fn::GetAZs\": <<null}]}}}}}\n",
      .wrongValueType, "a template takes no null"),
    BrokenTemplate(
      "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    DependsOn: <<~\n", .wrongValueType,
      "'DependsOn' takes the logical IDs of resources"),
    BrokenTemplate(
      "Conditions: {Is: !Equals [!Ref 'AWS::Region', a]}\nResources:\n  K: {Type: AWS::KMS::Key, Properties: {KeyPolicy: !If [Is, '{}', {Statement: [{<<Efect: Allow}]}]}}\n",
      .unknownProperty, "no property 'Efect'"),
    BrokenTemplate(
      "Conditions: {Is: !Equals [!Ref 'AWS::Region', a]}\nResources:\n  R:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: a.amazonaws.com}, <<Action: [!If [Is, 'sts:AssumeRole', !Ref 'AWS::NoValue']]}]}\n",
      .countOutOfRange, "'Action' needs at least 1 element, and branches here leave 0"),
    BrokenTemplate(
      "Resources:\n  T: {Type: AWS::SNS::Topic}\n  P:\n    Type: AWS::SNS::TopicPolicy\n    Properties: {Topics: <<!Ref T, PolicyDocument: {Statement: [{Effect: Allow, Principal: '*', Action: 'sns:Publish', Resource: '*'}]}}\n",
      .wrongValueType, "'Topics' takes a list, not what 'Ref' yields"),
    resource(
      "Lambda::Function",
      "Role: arn:aws:iam::111122223333:role/a\n      Handler: a.b\n      Runtime: python3.13\n      Code: <<-1",
      .wrongValueType,
      "'Code' takes a structure, not '-1'"),
    resource("SNS::Topic", "Tags: [<<{Value: a}]", .missingProperty, "lacks the required 'Key'"),
    resource("KMS::Key", "KeyPolicy: <<5", .wrongValueType, "'KeyPolicy' takes a structure"),
    resource(
      "SQS::Queue", "<<ContentBasedDeduplication: true", .exclusiveProperties, "'ContentBasedDeduplication'"),
    resource(
      "CloudFormation::CustomResource", "<<ServiceToken: [a]", .wrongValueType, "'ServiceToken' takes a text"),
    BrokenTemplate(
      "Resources:\n  A:\n    Type: Custom::Thing\n    <<Properties: {Any: a}\n", .missingProperty,
      "lacks the required 'ServiceToken'"),
    resource(
      "Lambda::Function", "Runtime: <<python2.7", .notAllowed,
      "'python2.7' is retired: nothing new can be made with this 'Runtime'"),
    resource(
      "Lambda::EventSourceMapping",
      "EventSourceArn: arn:aws:sqs:us-east-1:111122223333:a\n      FunctionName: a\n      <<StartingPosition: LATEST",
      .exclusiveProperties, "'StartingPosition' may not be set"),
    BrokenTemplate(
      "Resources:\n  A:\n    Type: AWS::GuardDuty::Detector\n    Properties: {Enable: true, DataSources: {S3Logs: {Enable: true}},"
        + " <<Features: [{Name: RDS_LOGIN_EVENTS, Status: ENABLED}]}\n", .exclusiveProperties,
      "only one of 'DataSources', 'Features'"),
    resource(
      "S3::Bucket",
      "IntelligentTieringConfigurations: [{Id: a, Status: Enabled, Tierings: [{AccessTier: ARCHIVE_ACCESS, Days: <<30}]}]",
      .numberOutOfRange, "'Days' is 30; it must be at least 90"),
    BrokenTemplate(
      """
      Resources:
        A: {Type: 'AWS::IAM::Group', Properties: {GroupName: a}}
        B: {Type: 'AWS::IAM::Group', Properties: {GroupName: <<a}}
      """, .duplicateName, "'B' is a second AWS::IAM::Group with this 'GroupName'"),
    BrokenTemplate(
      """
      Conditions: {Is: !Equals [!Ref 'AWS::Region', us-east-1]}
      Resources:
        A: {Type: 'AWS::IAM::Group', Condition: Is, Properties: {GroupName: a}}
        B: {Type: 'AWS::IAM::Group', Condition: Is, Properties: {GroupName: <<a}}
      """, .duplicateName, "'B' is a second AWS::IAM::Group with this 'GroupName'"),
  ]

  @Test(arguments: broken)
  func aValueOfAnotherFormIsAnErrorAtItsPlace(_ broken: BrokenTemplate) {
    let found = broken.found.filter { $0.severity == .error && $0.message.contains(broken.message) }
    #expect(!found.isEmpty, "\(Fixture.lint(broken.template).map { "\($0.code) \($0.message)" })")
  }

  @Test(arguments: [
    (
      "AWS::Lambda::Function, Properties: {Role: 'arn:aws:iam::111122223333:role/a', Code: {S3Bucket: abc, S3Key: a}, Handler: a.b, Runtime: python3.9}",
      "is being retired: AWS has announced that from 2026-06-01 on nothing new can be made with it"
    )
  ])
  func whatMayStillBeTakenIsAWarning(type: String, message: String) {
    let found = Fixture.lint("Resources:\n  A: {Type: \(type)}\n")
    #expect(found.map(\.severity) == [.warning])
    #expect(found.first?.message.contains(message) == true)
  }

  @Test func aNameInALongTextIsShownInItsLine() throws {
    let found = Fixture.lint(
      """
      Resources:
        A:
          Type: AWS::SNS::Topic
          Properties:
            DisplayName: !Sub |
              first ${Zzzzzzzz}
              second ${Zzzzzzzz}

      """)
    let only = try #require(found.first)
    #expect(found.count == 1 && only.range?.start == SourcePosition(line: 5, column: 20))
    #expect(only.notes.first?.range?.start == SourcePosition(line: 6, column: 15))
    #expect(only.hint?.hasPrefix("write '${!Zzzzzzzz}'") == true)
  }

  @Test func aRequiredPropertyThatABranchLeavesOutIsMissing() {
    let text = { (condition: String) in
      """
      Conditions: {Is: !Equals [!Ref 'AWS::Region', us-east-1]}
      Resources:
        A:
          Type: AWS::SNS::Topic
          \(condition)
          Properties:
            Subscription:
            - Protocol: email
              Endpoint: !If [Is, a@example.com, !Ref 'AWS::NoValue']
      """
    }
    let found = { (text: String) in Fixture.lint(text).filter { $0.code == .missingProperty } }
    #expect(found(text("DeletionPolicy: Retain")).map(\.range?.start.line) == [9])
    #expect(found(text("Condition: Is")) == [])
  }

  /// Of a metric and an expression a condition takes one.
  @Test func aBranchThatTheResourcesConditionRulesOutLeavesNothingOut() {
    func count(_ condition: String) -> Int {
      Fixture.lint(
        """
        Conditions: {Many: !Equals [!Ref 'AWS::Region', us-east-1], Few: !Not [!Condition Many]}
        Resources:
          A:
            Type: AWS::SNS::TopicPolicy
            Condition: \(condition)
            Properties:
              Topics: ['arn:aws:sns:us-east-1:111122223333:a']
              PolicyDocument:
                Statement:
                - {Effect: Allow, Action: 'sns:Publish', Resource: '*', Principal: !If [Many, '*', !Ref AWS::NoValue]}

        """
      ).count { $0.code == .missingProperty }
    }
    #expect(count("Many") == 0)
    #expect(count("Few") == 1)
  }

  @Test func whatAConditionSetsByTurnsExcludesNothing() {
    let text = { (name: String) in
      """
      Conditions: {Is: !Equals [!Ref 'AWS::Region', us-east-1]}
      Resources:
        A:
          Type: AWS::CloudWatch::Alarm
          Properties:
            ComparisonOperator: GreaterThanThreshold
            EvaluationPeriods: 1
            Threshold: 1
            MetricName: \(name)
            Metrics: !If
              - Is
              - !Ref AWS::NoValue
              - - Id: e
                  Expression: SELECT COUNT(x) FROM y
                  Period: 60
      """
    }
    let found = { (text: String) in Fixture.lint(text).filter { $0.message.contains("only one of") } }
    #expect(found(text("!If [Is, m, !Ref 'AWS::NoValue']")) == [])
    #expect(found(text("!If [Is, m, !If [Is, n, !Ref 'AWS::NoValue']]")) == [])
    #expect(!found(text("m")).isEmpty)
  }

  /// Templates that deploy, whatever a schema's alternatives and conditions seem to want.
  @Test(arguments: [
    """
    S:
      Type: AWS::CloudFormation::StackSet
      Properties:
        StackSetName: sss
        PermissionModel: SELF_MANAGED
        TemplateURL: !If [Is, 'https://b.s3.amazonaws.com/t', !Ref 'AWS::NoValue']
        TemplateBody: !If [Is, !Ref 'AWS::NoValue', '{}']
    """,
    """
    B:
      Type: AWS::S3::Bucket
      Properties:
        WebsiteConfiguration: !If
        - Is
        - RedirectAllRequestsTo: {HostName: !If [Is, x, !Ref 'AWS::NoValue']}
        - !Ref 'AWS::NoValue'
    """,
    """
    P: {Type: AWS::IAM::ManagedPolicy, Properties: {PolicyDocument: !If [Is, !Sub '{"Statement":[]}', {Version: '2012-10-17', Statement: [{Effect: Allow, Action: '*', Resource: '*'}]}]}}
    K: {Type: AWS::KMS::Key, Properties: {KeyPolicy: {'Fn::If': [Is, '{"Statement":[]}', !Ref Env]}}}
    """,
    """
    Q:
      Type: AWS::SQS::Queue
      Condition: Is
      Properties: {QueueName: jobs, Fn::Transform: {Name: 'AWS::Include', Parameters: {Location: 's3://b/x'}}}
    """,
    """
    S: {Type: 'AWS::Scheduler::Schedule', Condition: Is, Properties: {Name: n, GroupName: a, ScheduleExpression: rate(1 day), FlexibleTimeWindow: {Mode: 'OFF'}, Target: {Arn: 'arn:aws:sqs:us-east-1:111122223333:a', RoleArn: 'arn:aws:iam::111122223333:role/a'}}}
    T: {Type: 'AWS::Scheduler::Schedule', Condition: Is, Properties: {Name: n, GroupName: b, ScheduleExpression: rate(1 day), FlexibleTimeWindow: {Mode: 'OFF'}, Target: {Arn: 'arn:aws:sqs:us-east-1:111122223333:a', RoleArn: 'arn:aws:iam::111122223333:role/a'}}}
    """,
    """
    T: {Type: 'AWS::SNS::Topic', Condition: Is, Metadata: {note: 'in ${AWS::Region}'}}
    P:
      Type: AWS::Lambda::Function
      Properties:
        Role: arn:aws:iam::111122223333:role/a
        Handler: index.handler
        Runtime: nodejs24.x
        Environment: {Variables: {Env: !Ref Env}}
        Code: {ZipFile: 'const Env = 1; exports.handler = () => `${Env}`'}
    """,
  ])
  func whatDeploysHasNoError(_ resources: String) {
    let lines = resources.split(separator: "\n").map { "  \($0)\n" }.joined()
    let found = Fixture.lint(
      "Parameters: {Env: {Type: String}}\nConditions: {Is: !Equals [!Ref Env, a]}\nResources:\n" + lines)
    #expect(found.filter { $0.severity == .error }.map(\.message) == [])
  }

  @Test func aNameByReferenceIsFoundTwiceAndSaidOnce() {
    let group = "{Type: 'AWS::Logs::LogGroup', Properties: {LogGroupName: !Ref Name}}"
    let found = Fixture.lint(
      "Parameters: {Name: {Type: String, Default: a}}\nResources:\n  A: \(group)\n  B: \(group)\n")
    #expect(found.filter { $0.code == .duplicateName }.map(\.range?.start.line) == [4])
  }

  @Test func namesThatAConditionKeepsApartMayBeAlike() {
    let found = Fixture.lint(
      """
      Conditions:
        Is: !Equals [!Ref 'AWS::Region', us-east-1]
        IsNot: !Not [!Condition Is]
      Resources:
        A: {Type: 'AWS::IAM::Group', Condition: Is, Properties: {GroupName: a}}
        B: {Type: 'AWS::IAM::Group', Condition: IsNot, Properties: {GroupName: a}}
      """)
    #expect(found.filter { $0.code == .duplicateName } == [])
  }

  @Test func aPlaceholderThatIsNeverMadeNeedsNoFunction() {
    let found = Fixture.lint(
      """
      Conditions: {Never: !Equals ['true', 'false']}
      Resources:
        Nothing: {Type: 'Custom::Nothing', Condition: Never}
        Own: {Type: 'AWS::CloudFormation::CustomResource', Properties: {ServiceToken: a, Id: b}}
      """)
    #expect(found.filter { $0.severity == .error } == [])
  }

  @Test(arguments: [
    "Events::Rule\n    Properties: {ScheduleExpression: rate(1 hour)}",
    "Events::Rule\n    Properties: {ScheduleExpression: rate(15 minutes)}",
    "Events::Rule\n    Properties: {ScheduleExpression: 'cron(0 1 ? * MON *)'}",
    "S3::Bucket\n    Properties: {BucketName: a.b-c}",
    "S3::Bucket\n    Properties: {AccessControl: Private}",
  ])
  func aValueOfTheFormRaisesNone(_ resource: String) {
    #expect(
      Fixture.lint("Resources:\n  A:\n    Type: AWS::\(resource)\n").filter { $0.severity == .error } == [])
  }
}
