/// The `notify` block as parameters and resources.
struct NotificationLowering {
  let parameters: [Parameter]
  let resources: [Resource]
  /// The topic's ARN, made or existing.
  let topicARN: Value

  private static let role = Identifier("Alarm")

  init(spec: Spec) {
    var parameters: [Parameter] = []
    var resources: [Resource] = []
    switch spec.notify?.topic ?? .create(name: nil, encryption: nil) {
    case .create(let name, let encryption):
      let key = KeyLowering(
        encryption?.value ?? .none, role: Identifier("Topic"), purpose: "the alarms' topic",
        alias: "\(Self.undotted(spec.name.value))-topic", isKept: false, group: .notification,
        users: [.alarmsUseKey])
      let topic = Topic(role: Self.role, name: name?.value ?? Self.undotted(spec.name.value), key: key.arn)
      parameters += key.parameters
      resources = key.resources + [.topic(topic), .topicPolicy(Self.policy(for: topic.reference))]
      topicARN = topic.reference.arn
    case .existing(let arn):
      let name = Identifier("TopicArn")
      parameters.append(
        Parameter(
          name: name, description: "SNS topic that the alarms tell; its policy must let CloudWatch publish",
          group: .notification, kind: .text(.topicARN, default: arn.value)))
      topicARN = .parameter(name)
    }
    for (index, subscription) in (spec.notify?.subscriptions ?? []).enumerated() {
      let name = Identifier("Endpoint").appending(String(index + 1))
      parameters.append(
        Parameter(
          name: name, description: "Who is told, by \(subscription.protocol.rawValue)", group: .notification,
          kind: .text(.endpoint(subscription.protocol), default: subscription.endpoint.value)))
      resources.append(
        .subscription(
          Subscription(
            role: name, topic: topicARN, protocol: subscription.protocol, endpoint: .parameter(name))))
    }
    self.parameters = parameters
    self.resources = resources
  }

  /// A topic's name has no dots, which a spec's name may have.
  static func undotted(_ specName: String) -> String {
    String(specName.unicodeScalars.map { $0 == "." ? "-" : Character($0) })
  }

  /// Nobody edits a topic's policy when an alarm is made; without this statement CloudWatch may not publish.
  ///
  /// Source: https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html
  private static func policy(for topic: Reference<Topic>) -> TopicPolicy {
    TopicPolicy(
      role: role, topic: topic,
      policy: Policy(statements: [
        .init(
          sid: "CloudWatchAlarmsPublish", effect: .allow, principal: .service("cloudwatch.amazonaws.com"),
          actions: ["sns:Publish"], resources: [topic.arn],
          conditions: [
            .init(test: "StringEquals", key: "aws:SourceAccount", values: [.account]),
            .init(
              test: "ArnLike", key: "aws:SourceArn",
              values: ["arn:\(.partition):cloudwatch:\(.region):\(.account):alarm:*"]),
          ])
      ]))
  }
}
