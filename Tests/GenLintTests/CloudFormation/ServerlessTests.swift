import Diagnostics
import GenLint
import Testing

/// What the serverless transform asks of its own types.
@Suite struct ServerlessTests {
  private static let head = "Transform: AWS::Serverless-2016-10-31\n"

  private static func function(_ properties: String) -> String {
    "\(head)Resources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      CodeUri: src/\n      \(properties)\n"
  }

  @Test(arguments: [
    BrokenTemplate(
      function("<<Handlr: a.b"), .unknownProperty, "'AWS::Serverless::Function' has no property 'Handlr'"),
    BrokenTemplate(function("Runtime: <<python2.7"), .notAllowed, "'python2.7' is retired"),
    BrokenTemplate(function("MemorySize: <<20"), .numberOutOfRange, "at least 128"),
    BrokenTemplate(
      function("<<Tags: [{Key: a, Value: b}]"), .wrongValueType, "'Tags' takes a structure, not a list"),
    BrokenTemplate(function("Environment: {<<A: b}"), .unknownProperty, "'Environment' has no property 'A'"),
    BrokenTemplate(
      function("Policies: [AWSLambdaExecute, {<<KMSDecryptPolicy: {KeyID: a}}]"), .missingProperty,
      "'KMSDecryptPolicy' lacks the required 'KeyId'"),
    BrokenTemplate(
      function("Policies: [{<<KMSDecriptPolicy: {KeyId: a}}]"), .unknownProperty,
      "no property 'KMSDecriptPolicy'"),
    BrokenTemplate(
      function("Policies: {<<S3ReadPolicy: {Bucket: a}}"), .missingProperty, "lacks the required 'BucketName'"
    ),
    BrokenTemplate(
      function("Events: {E: {Type: <<Schedul, Properties: {Schedule: rate(5 minutes)}}}"), .notAllowed,
      "'Schedul' is not a value of 'Type'"),
    BrokenTemplate(
      function("Events: {E: {Type: Schedule, Properties: {Schedule: <<rate(5 minute)}}}"), .patternMismatch,
      "rate(5 minute)"),
    BrokenTemplate(
      function(
        "Events: {E: {Type: SQS, Properties: {Queue: 'arn:aws:sqs:us-east-1:111122223333:q', <<Size: 1}}}"),
      .unknownProperty, "'Properties' has no property 'Size'"),
    BrokenTemplate(
      function("Events: {E: {Type: SQS, <<Properties: {BatchSize: 1}}}"), .missingProperty,
      "lacks the required 'Queue'"),
    BrokenTemplate(
      "\(head)Resources:\n  A:\n    Type: AWS::Serverless::Api\n    <<Properties: {Name: a}\n",
      .missingProperty,
      "lacks the required 'StageName'"),
    BrokenTemplate(
      "\(head)Resources:\n  A:\n    Type: <<AWS::Serverless::Functoin\n", .unknownType,
      "no resource type 'AWS::Serverless::Functoin' is published"),
    BrokenTemplate(
      "\(head)Globals: {<<Functions: {Timeout: 3}}\nResources: {T: {Type: AWS::SNS::Topic}}\n",
      .unknownProperty,
      "'Globals' has no section 'Functions'"),
    BrokenTemplate(
      "\(head)Globals: {Function: {<<Role: a}}\nResources: {T: {Type: AWS::SNS::Topic}}\n", .unknownProperty,
      "'Function' in 'Globals' takes no 'Role'"),
    BrokenTemplate(
      "\(head)Globals: {Function: {Timeout: <<0}}\nResources: {T: {Type: AWS::SNS::Topic}}\n",
      .numberOutOfRange,
      "at least 1"),
    BrokenTemplate(
      "Resources:\n  F:\n    Type: <<AWS::Serverless::Function\n    Properties: {Handlr: a}\n", .unknownType,
      "needs the transform 'AWS::Serverless-2016-10-31'"),
  ])
  func whatTheTransformRefusesIsAnError(broken: BrokenTemplate) {
    let found = broken.found
    #expect(
      found.contains { $0.message.contains(broken.message) && $0.severity == .error },
      "\(Fixture.lint(broken.template).map { "\($0.range?.start as Any) \($0.message)" })")
  }

  private static func beside(_ topic: String) -> String {
    function("Handler: a.b") + "  Topic:\n    Type: AWS::SNS::Topic\n\(topic)\n"
  }

  @Test(arguments: [
    BrokenTemplate(
      beside("    Properties: {DisplayName: {Ref: <<[a]}}"), .invalidIntrinsic, "'Ref' takes a text here"),
    BrokenTemplate(
      beside("    Properties: {DisplayName: <<!Sub [a]}"), .invalidIntrinsic, "'Sub' takes a text"),
    BrokenTemplate(
      beside("    Properties: {DisplayName: <<!Length [a]}"), .invalidIntrinsic, "AWS::LanguageExtensions"),
    BrokenTemplate(
      beside("    Properties: {DisplayName: <<!Nope a}"), .invalidIntrinsic, "there is no intrinsic"),
    BrokenTemplate(beside("    Properties: <<!Ref A"), .wrongValueType, "'Properties' takes a structure"),
    BrokenTemplate(beside("    DependsOn: <<!Ref F"), .wrongValueType, "logical IDs of resources"),
    BrokenTemplate(
      beside("    Properties: {DisplayName: <<null}"), .wrongValueType, "takes a text, not null"),
    BrokenTemplate(
      beside("  More:\n    Type: <<AWS::SNS::Topics"), .unknownType, "no resource type 'AWS::SNS::Topics'"),
  ])
  func whatStandsBesideTheTypesOfTheTransformIsJudgedAsEver(broken: BrokenTemplate) {
    #expect(
      broken.found.contains { $0.message.contains(broken.message) && $0.severity == .error },
      "\(Fixture.lint(broken.template).map { "\($0.range?.start as Any) \($0.message)" })")
  }

  @Test func whatItTakesIsClean() {
    let text = """
      \(Self.head)
      Parameters: {Stage: {Type: String}, Names: {Type: CommaDelimitedList}}
      Conditions: {IsBig: !Equals [!Ref Stage, prod]}
      Globals:
        Function: {Runtime: python3.13, Handler: app.handler, Timeout: 10, Environment: {Variables: {STAGE: !Ref Stage}}, Tags: {A: b}}
        Api: {TracingEnabled: true, Cors: "'*'"}
      Resources:
        Api: {Type: AWS::Serverless::Api, Properties: {StageName: !Ref Stage, DefinitionBody: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: a.yaml}}}}}
        Function:
          Type: AWS::Serverless::Function
          Properties:
            CodeUri: src/
            MemorySize: !If [IsBig, 1024, 128]
            Layers: !Ref Names
            Policies: [AWSLambdaExecute, {SQSPollerPolicy: {QueueName: !GetAtt Queue.QueueName}}]
            Role: !If [IsBig, 'arn:aws:iam::111122223333:role/a', !Ref AWS::NoValue]
            Tags: !If [IsBig, {C: d}, !Ref AWS::NoValue]
            Events:
              Get: {Type: Api, Properties: {Path: /a, Method: get}}
              Rest: {Type: Api, Properties: {Path: /b, Method: get, RestApiId: !Ref Api}}
              Http: {Type: HttpApi}
              Every: {Type: Schedule, Properties: {Schedule: !Sub 'rate(${Stage} minutes)', Input: '{}', Enabled: !If [IsBig, true, false]}}
              Queue: {Type: SQS, Properties: {Queue: !GetAtt Queue.Arn, BatchSize: 10}}
              Topic: {Type: SNS, Properties: {Topic: !Ref Topic, FilterPolicy: {a: [b]}}}
              Rule: {Type: EventBridgeRule, Properties: {Pattern: {source: [aws.ec2]}, State: !If [IsBig, ENABLED, DISABLED]}}
        # As the toolkits and the serverless repository write it out.
        Written: {Type: AWS::Serverless::Function, Properties: {CodeUri: '', Role: null, Events: {}}}
        Stored: {Type: AWS::Serverless::Api, Properties: {StageName: a, __MANAGE_SWAGGER: true}}
        Stream:
          Type: AWS::Serverless::Function
          Properties:
            CodeUri: src/
            Events: {A: {Type: Kinesis, Properties: {Stream: !GetAtt Queue.Arn, StartingPosition: LATEST, DestinationConfig: {OnFailure: {Type: SQS, Destination: !GetAtt Queue.Arn}}}}}
        Image: {Type: AWS::Serverless::Function, Properties: {PackageType: Image}, Metadata: {DockerContext: ., Dockerfile: Dockerfile}}
        Table: {Type: AWS::Serverless::SimpleTable}
        Layer: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: layer/, CompatibleRuntimes: [python3.13]}}
        Queue: {Type: AWS::SQS::Queue}
        Topic: {Type: AWS::SNS::Topic}

      """
    #expect(Fixture.lint(text).map(\.message) == [])
  }
}
