import Diagnostics
import Testing

@Suite struct SubscriptionDropsAlarmsTests {
  static let broken: [ChainMutation] = [
    .init(
      .template, "Protocol: email\n", "Protocol: email\n      FilterPolicy: {severity: [high]}\n",
      .subscriptionDropsAlarms),
    .init(
      .configuration, "\"protocol\": \"email\"",
      "\"protocol\": \"email\", \"filter_policy\": \"{\\\"severity\\\":[\\\"high\\\"]}\"",
      .subscriptionDropsAlarms),
    .init(
      .script, "--protocol email ",
      "--protocol email --attributes '{\"FilterPolicy\": \"{\\\"severity\\\":[\\\"high\\\"]}\"}' ",
      .subscriptionDropsAlarms),
  ]
  static let fine: [ChainMutation] = [
    .init(
      .template, "Protocol: email\n",
      "Protocol: email\n      FilterPolicyScope: MessageBody\n      FilterPolicy: {NewStateValue: [ALARM]}\n",
      .subscriptionDropsAlarms),
    .init(
      .template, "Protocol: email\n",
      "Protocol: email\n      FilterPolicy: {severity: [high, {exists: false}]}\n", .subscriptionDropsAlarms),
    .init(
      .template, "Outputs:",
      "  Other:\n    Type: AWS::SNS::Subscription\n    Properties: {TopicArn: !Ref Topic, Protocol: email, Endpoint: a@example.com, FilterPolicy: {severity: [high]}}\n\nOutputs:",
      .subscriptionDropsAlarms),
  ]

  @Test(arguments: broken)
  func isSeen(_ mutation: ChainMutation) throws {
    try mutation.expect(.warning, "asks for message attributes")
  }

  @Test(arguments: fine)
  func isLeftAlone(_ mutation: ChainMutation) throws {
    #expect(try mutation.findings().map(\.message) == [])
  }
}
