/// Who may use a topic and its key. The owner's own principals need nothing here: their IAM policies decide.
struct TopicAccess {
  /// The accounts whose alarms publish, as a service principal's call carries them.
  private let sources: Policy.Condition
  /// The account in the ARN of an alarm.
  private let alarmOwner: Value
  /// Other accounts' principals, as their calls carry them; nil when the topic is not shared.
  private let principals: Policy.Condition?

  /// - Parameter organization: the organization's id; wanted when the topic is shared with it.
  init(_ sharing: NotifySettings.TopicSharing?, organization: Value?) {
    func equals(_ key: String, _ values: [Value]) -> Policy.Condition {
      Policy.Condition(test: "StringEquals", key: key, values: values)
    }
    switch sharing {
    case nil:
      (sources, alarmOwner, principals) = (equals("aws:SourceAccount", [.account]), .account, nil)
    case .organization:
      guard let organization else { preconditionFailure("a topic of an organization without its id") }
      sources = equals("aws:SourceOrgID", [organization])
      alarmOwner = "*"
      principals = equals("aws:PrincipalOrgID", [organization])
    case .accounts(let ids):
      let ids = ids.map { Value.literal($0.value) }
      sources = equals("aws:SourceAccount", [.account] + ids)
      alarmOwner = "*"
      principals = equals("aws:PrincipalAccount", ids)
    }
  }

  /// Nobody edits a topic's policy when an alarm is made; without the first statement CloudWatch may not publish. An alarm tells a
  /// topic of its own Region alone. Without the second, Security Hub cannot see in a monitored account that somebody is told, and
  /// gives WARNING.
  ///
  /// Source: https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html,
  /// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html and
  /// https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
  func topicStatements(of topic: Reference<Topic>) -> [Policy.Statement] {
    let publish = Policy.Statement(
      sid: "CloudWatchAlarmsPublish", effect: .allow, principal: .service("cloudwatch.amazonaws.com"),
      actions: ["sns:Publish"], resources: [topic.arn],
      conditions: [
        sources,
        .init(
          test: "ArnLike", key: "aws:SourceArn",
          values: ["arn:\(.partition):cloudwatch:\(.region):\(alarmOwner):alarm:*"]),
      ])
    guard let principals else { return [publish] }
    let list = Policy.Statement(
      sid: "MonitoredAccountsListSubscriptions", effect: .allow, principal: .anyone,
      actions: ["sns:ListSubscriptionsByTopic"], resources: [topic.arn], conditions: [principals])
    return [publish, list]
  }

  /// What CloudWatch needs to publish to an encrypted topic.
  ///
  /// Source: https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
  var keyStatement: Policy.Statement {
    Policy.Statement(
      sid: "CloudWatchAlarmsUse", effect: .allow, principal: .service("cloudwatch.amazonaws.com"),
      actions: ["kms:Decrypt", "kms:GenerateDataKey*"], resources: ["*"], conditions: [sources])
  }
}
