import Diagnostics
import Testing

@Suite struct TrailFieldSpellingTests {
  private static func findings(_ pattern: String) -> [Diagnostic] {
    Fixture.lint(
      """
      Resources:
        Filter:
          Type: AWS::Logs::MetricFilter
          Properties:
            LogGroupName: trail
            FilterPattern: '\(pattern)'
            MetricTransformations: [{MetricNamespace: CIS, MetricName: Root, MetricValue: "1"}]
      """
    ).filter { $0.code == .trailFieldSpelling }
  }

  @Test(arguments: [
    (#"{ $.userIdentity.type = "root" }"#, "write 'Root'"),
    (#"{ $.userIdentity.type != "Iamuser" && $.eventName = "a" }"#, "write 'IAMUser'"),
    (#"{ $.userIdentity.type = "Root" && $.eventType != AWSServiceEvent }"#, "write 'AwsServiceEvent'"),
    (#"{ $.eventName = "ConsoleLogin" && $.responseElements.ConsoleLogin = "success" }"#, "write 'Success'"),
    (#"{ $.eventName = "ConsoleLogin" && $.additionalEventData.MFAUsed != "yes" }"#, "write 'Yes'"),
    (#"{ $.userIdentity.Type = "Root" }"#, "write '$.userIdentity.type'"),
    (#"{ $.eventName = "StopLogging" && $.errorcode = "x" }"#, "write '$.errorCode'"),
    (
      #"{ $.eventName = "ConsoleLogin" && $.userIdentity.sessionContext.attributes.mfaauthenticated = "false" }"#,
      "write '$.userIdentity.sessionContext.attributes.mfaAuthenticated'"
    ),
  ])
  func anotherLetterCaseIsSeen(_ pattern: String, _ hint: String) {
    let found = Self.findings(pattern)
    #expect(found.map(\.severity) == [.warning])
    #expect(found.first?.hint == hint)
    #expect(found.first?.message.hasSuffix("patterns mind the letters' case") ?? false)
  }

  @Test(arguments: [
    (#"{ $.eventName = "ConsoleLogn" && $.userIdentity.type = "Root" }"#, "write 'ConsoleLogin'"),
    (#"{ $.eventName = stoplogging || $.eventName = DeleteTrail }"#, "write 'StopLogging'"),
    (
      #"{ $.eventName = StopConfigurationRecorders || $.eventName = DeleteTrail }"#,
      "write 'StopConfigurationRecorder'"
    ),
    (#"{ $.eventName = ConsoleLogni || $.eventName = DeleteTrail }"#, "write 'ConsoleLogin'"),
    (#"{ $.eventSource = "iam" && $.eventName = DeletePolicy }"#, "write 'iam.amazonaws.com'"),
    (#"{ $.eventSource = "iam.amazon.com" && $.eventName = DeletePolicy }"#, "write 'iam.amazonaws.com'"),
    (#"{ $.eventSource = "aws.kms" && $.eventName = DisableKey }"#, "write 'kms.amazonaws.com'"),
    (#"{ $.eventSource = "kms.amazonaws.co" && $.eventName = DisableKey }"#, "write 'kms.amazonaws.com'"),
  ])
  func aSlipInAnEventOrItsSourceIsSeen(_ pattern: String, _ hint: String) {
    let found = Self.findings(pattern)
    #expect(found.map(\.severity) == [.warning])
    #expect(found.first?.hint == hint)
  }

  @Test(arguments: [
    #"{ $.eventName = "Delete*" && $.eventSource = "*.amazonaws.com" && $.errorCode = "AccessDenied" }"#,
    #"{ $.eventSource = "sso.amazonaws.com" && $.eventName = CreateUsers2 }"#,
    #"{ $.eventSource = "sagemaker.amazonaws.com" && $.eventName = DeleteTrial }"#,
    #"{ $.eventSource = "ec2.amazonaws.com.cn" && $.eventName = DeleteVpcs3 }"#,
    #"{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS }"#,
    #"{ $.userIdentity.type = "*oot" }"#, #"{ $.userIdentity.sessionContext.sessionIssuer.userName = "a" }"#,
    #"{ $.eventName = "a" && $.requestParameters.Bucketname = "a" }"#, #"{ $.eventname = "login" }"#,
  ])
  func whatCloudTrailWritesAndWhatMayBeAnythingIsLeftAlone(_ pattern: String) {
    #expect(Self.findings(pattern) == [])
  }
}
