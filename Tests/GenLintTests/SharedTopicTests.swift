import Diagnostics
import Foundation
import GenLint
import Testing

/// A topic for the alarms of other accounts has no alarm beside it: its policies say what it is for.
@Suite struct SharedTopicTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("output/central-topic")

  /// What is found after every occurrence of a text is replaced.
  private func findings(in name: String, _ changes: [(String, String)]) throws -> [DiagnosticCode] {
    var text = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
    for (old, new) in changes {
      #expect(text.contains(old), "\(old)")
      text = text.replacingOccurrences(of: old, with: new)
    }
    return Linter().lint(SourceText(file: name, text: text)).map(\.code)
  }

  @Test(arguments: ["cloudformation.yaml", "main.tf.json", "apply.sh"])
  func theArtefactsAreClean(name: String) throws {
    #expect(try findings(in: name, []) == [])
  }

  @Test(arguments: [
    ("cloudformation.yaml", "          - kms:Decrypt\n", ""),
    ("cloudformation.yaml", "kms:GenerateDataKey*", "kms:Encrypt"),
    ("main.tf.json", "kms:Decrypt", "kms:Encrypt"),
    ("apply.sh", "kms:Decrypt", "kms:Encrypt"),
  ])
  func aKeyThatLocksCloudWatchOutIsSeen(name: String, old: String, new: String) throws {
    #expect(try findings(in: name, [(old, new)]).contains(.topicKeyLacksCloudWatch))
  }

  @Test(arguments: ["cloudformation.yaml", "main.tf.json", "apply.sh"])
  func aPolicyThatLetsNobodyPublishIsSeen(name: String) throws {
    let found = try findings(in: name, [("sns:Publish", "sns:GetTopicAttributes")])
    #expect(found.contains(.topicPolicyLacksCloudWatch))
  }

  @Test(arguments: ["cloudformation.yaml", "main.tf.json", "apply.sh"])
  func aConditionThatNoAlarmMeetsIsSeen(name: String) throws {
    let found = try findings(in: name, [("aws:SourceOrgID", "aws:PrincipalOrgID")])
    #expect(found.contains(.topicPolicyConditionExcludes))
  }

  @Test func aTopicThatNobodyHearsIsNoted() throws {
    let found = try findings(
      in: "cloudformation.yaml",
      [("      TopicArn: !Ref AlarmTopic", "      TopicArn: arn:aws:sns:us-east-1:111122223333:Other")])
    #expect(found == [.noSubscription])
  }

  @Test func aTopicForOtherThingsIsLeftAlone() {
    let found = Fixture.lint(
      """
      Resources:
        Topic:
          Type: AWS::SNS::Topic
          Properties:
            KmsMasterKeyId: !GetAtt Key.Arn
        Policy:
          Type: AWS::SNS::TopicPolicy
          Properties:
            Topics: [!Ref Topic]
            PolicyDocument:
              Statement:
              - Effect: Allow
                Principal: {Service: s3.amazonaws.com}
                Action: sns:Publish
                Resource: !Ref Topic
        Key:
          Type: AWS::KMS::Key
          Properties:
            KeyPolicy:
              Statement:
              - Effect: Allow
                Principal: {Service: [s3.amazonaws.com, cloudwatch.amazonaws.com]}
                Action: [kms:Decrypt, "kms:GenerateDataKey*"]
                Resource: "*"

      """)
    #expect(found.map(\.message) == [])
  }
}
