import Diagnostics
import Testing

/// References that give a name where an ARN is wanted, and the other way round.
@Suite struct TemplateARNTests {
  private static func findings(_ resource: String) -> [Diagnostic] {
    Fixture.lint(
      """
      Parameters: {Given: {Type: String}}
      Resources:
        R: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]}}}
        G: {Type: AWS::Logs::LogGroup}
        B: {Type: AWS::S3::Bucket, DeletionPolicy: Retain, UpdateReplacePolicy: Retain}
        Q: {Type: AWS::SQS::Queue}
        T: {Type: AWS::SNS::Topic}
        X: {\(resource)}
      """
    ).filter { $0.code == .mismatchedReference }
  }

  private static func statement(_ rest: String) -> String {
    "Type: AWS::IAM::Policy, Properties: {PolicyName: p, Roles: [!Ref R], PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Action: 's3:*', \(rest)}]}}"
  }

  @Test(arguments: [
    (
      "Type: AWS::Lambda::Function, Properties: {Runtime: python3.13, Handler: a.h, Role: !Ref R, Code: {ZipFile: x}}",
      "'Role' takes an ARN, and this refers to the name of 'R'"
    ),
    (
      "Type: AWS::CloudTrail::Trail, Properties: {IsLogging: true, S3BucketName: b-b-b, CloudWatchLogsLogGroupArn: !Ref G, CloudWatchLogsRoleArn: !GetAtt R.Arn}",
      "'CloudWatchLogsLogGroupArn' takes an ARN, and this refers to the name of 'G'"
    ),
    (
      "Type: AWS::Events::Rule, Properties: {ScheduleExpression: rate(1 day), Targets: [{Id: a, Arn: !Ref Q}]}",
      "'Arn' takes an ARN, and this refers to the URL of 'Q'"
    ),
    (statement("Resource: !Ref B"), "'Resource' takes an ARN, and this refers to the name of 'B'"),
    (
      statement("Resource: [!GetAtt B.Arn, !Ref Q]"),
      "'Resource' takes an ARN, and this refers to the URL of 'Q'"
    ),
    (
      "Type: AWS::IAM::InstanceProfile, Properties: {Roles: [!GetAtt R.Arn]}",
      "'Roles' takes a name, and this refers to the ARN of 'R'"
    ),
  ])
  func whatIsOfTheOtherKindIsSeen(_ resource: String, _ message: String) {
    let found = Self.findings(resource)
    #expect(found.map(\.severity) == [.error])
    // A schema that names the kind says it in its own words.
    #expect(
      found.first?.message == message || found.first?.message.contains(", and this refers to ") ?? false)
  }

  @Test(arguments: [
    "Type: AWS::Lambda::Function, Properties: {Runtime: python3.13, Handler: a.h, Role: !GetAtt R.Arn, Code: {ZipFile: x}}",
    "Type: AWS::Events::Rule, Properties: {ScheduleExpression: rate(1 day), Targets: [{Id: a, Arn: !Ref T}, {Id: b, Arn: !Ref Given}]}",
    statement("Resource: [!GetAtt B.Arn, !Sub 'arn:aws:s3:::${B}/*', !Ref Given, '*']"),
    "Type: AWS::SNS::TopicPolicy, Properties: {Topics: [!Ref T], PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {Service: cloudwatch.amazonaws.com}, Action: 'sns:Publish', Resource: !Ref T}]}}",
  ])
  func whatIsRightIsLeftAlone(_ resource: String) { #expect(Self.findings(resource) == []) }
}
