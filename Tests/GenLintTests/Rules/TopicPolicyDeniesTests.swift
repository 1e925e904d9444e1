import Diagnostics
import Testing

@Suite struct TopicPolicyDeniesTests {
  static let broken: [ChainMutation] = [
    .init(
      .template, "Statement:\n          - Sid: Alarms",
      "Statement:\n          - Sid: Keep\n            Effect: Deny\n            Principal: \"*\"\n            Action: sns:*\n            Resource: !Ref Topic\n          - Sid: Alarms",
      .topicPolicyDenies),
    .init(
      .template, "Statement:\n          - Sid: Alarms",
      "Statement:\n          - Sid: Keep\n            Effect: Deny\n            Principal: \"*\"\n            Action: sns:*\n            Resource: !Ref Topic\n            Condition: {StringNotEquals: {\"aws:PrincipalOrgID\": o-a1b2c3d4e5}}\n          - Sid: Alarms",
      .topicPolicyDenies),
    .init(
      .script, "{\\\"Effect\\\": \\\"Allow\\\", \\\"Principal\\\": {\\\"Service\\\": \\\"cloudwatch",
      "{\\\"Effect\\\": \\\"Deny\\\", \\\"Principal\\\": \\\"*\\\", \\\"Action\\\": \\\"sns:Publish\\\", \\\"Resource\\\": \\\"*\\\"}, {\\\"Effect\\\": \\\"Allow\\\", \\\"Principal\\\": {\\\"Service\\\": \\\"cloudwatch",
      .topicPolicyDenies),
  ]
  static let fine: [ChainMutation] = [
    .init(
      .template, "Statement:\n          - Sid: Alarms",
      "Statement:\n          - Sid: Keep\n            Effect: Deny\n            Principal: \"*\"\n            Action: sns:*\n            Resource: !Ref Topic\n            Condition: {Bool: !Transform {Name: a}}\n          - Sid: Alarms",
      .topicPolicyDenies),
    .init(
      .template, "Statement:\n          - Sid: Alarms",
      "Statement:\n          - Sid: Keep\n            Effect: Deny\n            Principal: \"*\"\n            Action: sns:*\n            Resource: !Ref Topic\n            Condition: {Bool: {\"aws:SecureTransport\": \"false\"}}\n          - Sid: Alarms",
      .topicPolicyDenies),
    .init(
      .template, "Statement:\n          - Sid: Alarms",
      "Statement:\n          - Sid: Keep\n            Effect: Deny\n            Principal: \"*\"\n            Action: sns:*\n            Resource: !Ref Topic\n            Condition: {StringNotEquals: {\"aws:PrincipalOrgID\": o-a1b2c3d4e5}, Bool: {\"aws:PrincipalIsAWSService\": \"false\"}}\n          - Sid: Alarms",
      .topicPolicyDenies),
    .init(
      .template, "Statement:\n          - Sid: Alarms",
      "Statement:\n          - Sid: Keep\n            Effect: Deny\n            Principal: \"*\"\n            Action: sns:DeleteTopic\n            Resource: !Ref Topic\n          - Sid: Alarms",
      .topicPolicyDenies),
  ]

  @Test(arguments: broken)
  func isSeen(_ mutation: ChainMutation) throws { try mutation.expect(.error, "denies") }

  @Test(arguments: fine)
  func isLeftAlone(_ mutation: ChainMutation) throws {
    #expect(try mutation.findings().map(\.message) == [])
  }
}
