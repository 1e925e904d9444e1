import Diagnostics
import GenLint
import Testing

/// What the serverless transform asks of properties beside each other, and the names of what it makes.
@Suite struct ServerlessDemandTests {
  private static let head = "Transform: AWS::Serverless-2016-10-31\n"

  private static func template(_ function: String, _ more: String = "", globals: String = "") -> String {
    """
    \(head)\(globals)Resources:
      Q: {Type: AWS::SQS::Queue}
      B: {Type: AWS::S3::Bucket}
      T: {Type: AWS::SNS::Topic, Properties: {Subscription: [{Protocol: email, Endpoint: a@example.com}]}}
      F: {Type: AWS::Serverless::Function, Properties: {CodeUri: src/, \(function)}}
    \(more)
    """
  }
  private static let whole = "Runtime: python3.13, Handler: a.h, "
  private static func event(_ type: String, _ properties: String) -> String {
    whole + "Events: {E: {Type: \(type), Properties: {\(properties)}}}"
  }

  @Test(arguments: [
    ("Runtime: python3.13", "needs 'Handler'"),
    ("PackageType: Image, ImageUri: a, Handler: x", "'Handler' may not stand"),
    (whole + "DeploymentPreference: {Type: AllAtOnce}", "needs 'AutoPublishAlias'"),
    (whole + "DeadLetterQueue: {Type: sqs, TargetArn: !GetAtt Q.Arn}", "'sqs' is not a value"),
    (
      whole + "EventInvokeConfig: {DestinationConfig: {OnFailure: {Destination: !GetAtt Q.Arn}}}",
      "'OnFailure' lacks"
    ),
    (event("Api", "Path: !Ref B, Method: get"), "'Path' takes a text"),
    (event("S3", "Bucket: other-bucket, Events: 's3:ObjectCreated:*'"), "a reference to a bucket"),
    (event("SNS", "Topic: !Ref Q"), "the event takes a topic"),
    (event("SQS", "Queue: !GetAtt B.Arn"), "the event takes a queue"),
  ])
  func whatTheTransformRefusesIsSeen(function: String, message: String) {
    let found = Fixture.lint(Self.template(function)).filter { $0.severity == .error }
    #expect(found.count == 1 && found[0].message.contains(message), "\(found.map(\.message))")
  }

  @Test(arguments: [
    whole + "Timeout: 3", "PackageType: Image, ImageUri: a", "ImageUri: a",
    whole + "AutoPublishAlias: live, DeploymentPreference: {Type: AllAtOnce}",
    whole + "DeploymentPreference: {Enabled: false, Type: AllAtOnce}",
    whole + "EventInvokeConfig: {DestinationConfig: {OnFailure: {Type: SQS, Destination: !GetAtt Q.Arn}}}",
    event("Api", "Path: /x, Method: get"), event("S3", "Bucket: !Ref B, Events: 's3:ObjectCreated:*'"),
    event("SNS", "Topic: !Ref T"), event("SQS", "Queue: !GetAtt Q.Arn"),
    event("SQS", "Queue: 'arn:aws:sqs:us-east-1:111122223333:q'"),
  ])
  func whatTheTransformTakesIsLeftAlone(function: String) {
    let found = Fixture.lint(Self.template(function)).filter { $0.severity == .error }
    #expect(found.map(\.message) == [])
  }

  @Test(arguments: ["SNS, Properties: {Topic", "SQS, Properties: {Queue"])
  func theOutputOfAnotherStackMayBeAnything(event: String) {
    let template = Self.template(
      Self.whole + "Events: {E: {Type: \(event): !GetAtt App.Outputs.Arn}}}",
      "  App: {Type: AWS::Serverless::Application, Properties: {Location: ./app.yaml}}")
    #expect(Fixture.lint(template).filter { $0.severity == .error }.map(\.message) == [])
  }

  @Test func globalsCountForEachFunction() {
    let globals = "Globals: {Function: {Runtime: python3.13, Handler: a.h, AutoPublishAlias: live}}\n"
    let template = Self.template("DeploymentPreference: {Type: AllAtOnce}", globals: globals)
    #expect(Fixture.lint(template).filter { $0.severity == .error }.map(\.message) == [])
  }

  @Test func anAPIOfAFileIsNotWritten() {
    let api =
      "  A: {Type: AWS::Serverless::Api, Properties: {StageName: v1, DefinitionUri: api.yaml, Cors: \"'*'\"}}\n"
    let found = Fixture.lint(Self.template(Self.whole + "Timeout: 3", api)).filter { $0.severity == .error }
    #expect(found.map(\.message) == ["'Cors' needs 'DefinitionBody' beside it"])
  }

  private static let made =
    whole
    + "AutoPublishAlias: live, FunctionUrlConfig: {AuthType: NONE}, Events: {G: {Type: Api, Properties: {Path: /x, Method: get}}}"

  @Test(arguments: [
    "!Ref FRole", "!GetAtt FRole.Arn", "!Ref FAliaslive", "!Ref F.Version", "!Ref F.Alias", "!Ref FUrl",
    "!GetAtt FUrl.FunctionUrl",
    "!Ref FGPermissionProd", "!Ref ServerlessRestApi", "!Ref ServerlessRestApiProdStage", "!GetAtt F.Arn",
    "!Sub '${FVersion0a1b2c}'",
  ])
  func whatTheTransformMakesIsThere(value: String) {
    let output = "Outputs:\n  O: {Value: \(value)}\n"
    #expect(
      Fixture.lint(Self.template(Self.made, output)).filter { $0.severity == .error }.map(\.message) == [])
  }

  @Test(arguments: [
    (made, "!Ref FRol"), (made, "!Ref FX"), (made, "!GetAtt F.Arns"), (made, "!Ref ServerlessRestApis"),
    (whole + "Timeout: 3", "!Ref FAliaslive"), (whole + "Timeout: 3", "!GetAtt FUrl.FunctionUrl"),
    (whole + "Role: 'arn:aws:iam::111122223333:role/r'", "!Ref FRole"),
  ])
  func whatItDoesNotMakeIsMissed(function: String, value: String) {
    let output = "Outputs:\n  O: {Value: \(value)}\n"
    let found = Fixture.lint(Self.template(function, output)).filter { $0.severity == .error }
    #expect(
      found.count == 1 && ["GEN4120", "GEN4121"].contains(found[0].code.name), "\(found.map(\.message))")
  }
}
