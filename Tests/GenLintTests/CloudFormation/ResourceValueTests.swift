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
    resource("S3::Bucket", "BucketName: <<A_b", .patternMismatch, "'A_b' has not the form"),
    resource("S3::Bucket", "BucketName: <<a..b", .patternMismatch, "'a..b' has not the form"),
    resource(
      "S3::Bucket", "AccessControl: PublicRead\n      VersioningConfiguration: {Status: <<On}", .notAllowed,
      "'On'"),
    resource("Events::Rule", "ScheduleExpression: <<rate(1 hours)", .patternMismatch, "rate(1 hours)"),
    resource("Events::Rule", "ScheduleExpression: <<cron(0 1 * *)", .patternMismatch, "cron(0 1 * *)"),
    resource(
      "SNS::Topic", "Tags: [{Key: a, Value: b}, {Key: <<a, Value: c}]", .duplicateElement, "'a' stands twice"),
    resource(
      "CloudTrail::Trail",
      "IsLogging: true\n      S3BucketName: abc\n      EventSelectors: [{ReadWriteType: All}, <<{ReadWriteType: All}]",
      .duplicateElement, "an element stands twice in 'EventSelectors'"),
    resource("SNS::Topic", "Tags: [{Key: <<'aws:a', Value: b}]", .patternMismatch, "'aws:a'"),
    resource(
      "SNS::TopicPolicy",
      "Topics: ['arn:aws:sns:us-east-1:111122223333:a']\n      PolicyDocument: {Statement: [{Sid: a, \(statement)}, {Sid: <<a, \(statement)}]}",
      .duplicateElement, "'a' stands twice in 'Sid'"),
    resource("KMS::Key", "KeyPolicy: <<5", .wrongValueType, "'KeyPolicy' takes a structure"),
    resource(
      "SQS::Queue", "<<ContentBasedDeduplication: true", .exclusiveProperties, "'ContentBasedDeduplication'"),
    BrokenTemplate(
      """
      Resources:
        A: {Type: 'AWS::IAM::Group', Properties: {GroupName: a}}
        B: {Type: 'AWS::IAM::Group', Properties: {GroupName: <<a}}
      """, .duplicateName, "'B' is a second AWS::IAM::Group with this 'GroupName'"),
  ]

  @Test(arguments: broken)
  func aValueOfAnotherFormIsAnErrorAtItsPlace(_ broken: BrokenTemplate) {
    let found = broken.found.filter { $0.severity == .error && $0.message.contains(broken.message) }
    #expect(!found.isEmpty, "\(Fixture.lint(broken.template).map { "\($0.code) \($0.message)" })")
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
