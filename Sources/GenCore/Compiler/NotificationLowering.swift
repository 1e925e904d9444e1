/// The `notify` block as parameters and resources.
struct NotificationLowering {
  let parameters: [Parameter]
  let resources: [Resource]
  /// The topic's ARN, made or existing.
  let topicARN: Value

  private static let role = Identifier("Alarm")

  init(spec: Spec, organization: OrganizationParameter?) {
    var parameters: [Parameter] = []
    var resources: [Resource] = []
    switch spec.notify?.topic ?? .create(.init()) {
    case .create(let new):
      let access = TopicAccess(new.sharing?.value, organization: organization?.id)
      let key = KeyLowering(
        new.encryption?.value ?? .none, role: Identifier("Topic"), purpose: "the alarms' topic",
        alias: "\(Self.undotted(spec.name.value))-topic", isKept: false, group: .notification,
        users: [access.keyStatement])
      let topic = Topic(
        role: Self.role, name: new.name?.value ?? Self.undotted(spec.name.value), key: key.arn)
      let policy = TopicPolicy(
        role: Self.role, topic: topic.reference,
        policy: Policy(statements: access.topicStatements(of: topic.reference)))
      parameters += key.parameters
      if case .organization? = new.sharing?.value, let organization, !organization.isTrails {
        parameters.append(organization.parameter)
      }
      resources = key.resources + [.topic(topic), .topicPolicy(policy)]
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
}
