import Diagnostics

/// What a spec leaves to the user between the alarm and the person: said once, as notes.
enum DeliveryNotes {
  static func notes(of spec: Spec, controls: [ResolvedControl], scope: DeploymentScope) -> [Diagnostic] {
    var notes: [Diagnostic] = []
    let subscriptions = spec.notify?.subscriptions ?? []
    switch spec.notify?.topic {
    case .existing(let arn):
      notes.append(.existingTopic(arn))
      notes += subscriptions.prefix(1).map { .subscribedElsewhere($0.endpoint, arn, scope) }
    case .create(let topic):
      if subscriptions.isEmpty { notes.append(.nobodySubscribed(at: spec.name.range)) }
      if let encryption = topic.encryption, case .key(let arn) = encryption.value {
        notes.append(.existingTopicKey(arn, topic.sharing?.value, at: encryption.range))
      }
      if case .organization(nil)? = topic.sharing?.value, let place = topic.sharing?.range {
        notes.append(.organizationLookedUp(at: place))
      }
    case nil: if subscriptions.isEmpty { notes.append(.nobodySubscribed(at: spec.name.range)) }
    }
    for subscription in subscriptions {
      let endpoint = subscription.endpoint
      switch subscription.protocol {
      case .email, .emailJSON:
        if EndpointRule.isReserved(endpoint.value) { notes.append(.exampleAddress(endpoint)) }
      case .lambda, .sqs: notes.append(.mustAllowSNS(endpoint, subscription.protocol))
      case .http: notes.append(.notEncrypted(endpoint))
      case .https, .sms: break
      }
    }
    if case .create(let trail) = spec.trail, trail.isOrganizationTrail, scope == .account {
      notes.append(.organizationTrail(trail.name))
    }
    notes += lookups(of: spec.trail)
    if case .create(let trail) = spec.trail, let encryption = trail.encryption,
      case .key(let arn) = encryption.value
    {
      notes.append(.existingTrailKey(arn, at: encryption.range))
    }
    for control in controls where control.isManagementAccountOnly && scope == .account {
      notes.append(.managementAccount(control))
    }
    notes += PerAccountRules.notes(of: spec, controls: controls)
    for control in controls where control.alarm.notifyOn.isEmpty || !control.alarm.actionsEnabled {
      notes.append(.tellsNobody(control))
    }
    return notes
  }
}

extension DeliveryNotes {
  /// What the forms look up, and which cannot.
  private static func lookups(of trail: TrailSettings?) -> [Diagnostic] {
    switch trail {
    case nil, .existing(.named): []
    case .existing(.prefixed(let text)):
      [.lookedUp("LogGroupName", text, "CloudFormation looks nothing up")]
    case .existing(.filled(let text)):
      [
        .lookedUp(
          "LogGroupName", text, "CloudFormation looks nothing up, nor does Terraform's provider read a trail")
      ]
    case .create(let new):
      new.isOrganizationTrail && new.organizationID == nil
        ? [.lookedUp("OrganizationId", new.name, "CloudFormation looks nothing up")] : []
    }
  }
}

extension Diagnostic {
  fileprivate static func lookedUp(_ parameter: String, _ text: Located<String>, _ why: String) -> Diagnostic
  {
    Diagnostic(
      .note, .lookedUp, "\(why): give '\(parameter)' when you deploy", at: text.range,
      hint: "the other forms find it where they are run")
  }
  fileprivate static func organizationLookedUp(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .note, .lookedUp, "CloudFormation looks nothing up: give 'OrganizationId' when you deploy", at: range,
      hint: "the other forms find it where they are run; or write 'shareWith: { organization: o-… }'")
  }
  fileprivate static func organizationTrail(_ name: Located<String>) -> Diagnostic {
    Diagnostic(
      .note, .organizationTrail, "an organization trail is made in the organization's management account",
      at: name.range,
      hint:
        "deploy it there, with trusted access for CloudTrail; 'deploy: { scope: management-account }' says so"
    )
  }
  fileprivate static func nobodySubscribed(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .note, .nobodyHears, "nobody is subscribed to the topic; no alarm is heard until somebody is",
      at: range,
      hint: "add 'notify: { subscriptions: [{ protocol: email, endpoint: … }] }'")
  }
  fileprivate static func existingTopic(_ arn: Located<String>) -> Diagnostic {
    let owner = ARN(arn.value)?.account ?? "its owner"
    return Diagnostic(
      .note, .existingTopicPolicy, "the policy of '\(arn.value)' is left as it is", at: arn.range,
      hint:
        "it must let cloudwatch.amazonaws.com do sns:Publish for the account whose alarms tell it; if it is encrypted, its key must let it do kms:Decrypt and kms:GenerateDataKey*. For alarms outside \(owner), a topic made there by the template 'central-topic' does both"
    )
  }
  fileprivate static func subscribedElsewhere(
    _ endpoint: Located<String>, _ arn: Located<String>, _ scope: DeploymentScope
  ) -> Diagnostic {
    let owner = ARN(arn.value)?.account ?? "its owner"
    return Diagnostic(
      scope == .stackset ? .warning : .note, .subscribedElsewhere,
      "outside \(owner) '\(endpoint.value)' is subscribed only if the topic's policy allows sns:Subscribe",
      at: endpoint.range,
      hint: "put the subscriptions into the spec that makes the topic")
  }
  fileprivate static func existingTopicKey(
    _ arn: String, _ sharing: NotifySettings.TopicSharing?, at range: SourceRange
  ) -> Diagnostic {
    let whose =
      switch sharing {
      case nil: ""
      case .organization: " for the whole organization (aws:SourceOrgID)"
      case .accounts: " for each account that the topic is shared with (aws:SourceAccount)"
      }
    return Diagnostic(
      .note, .existingKeyPolicy, "the policy of '\(arn)' is left as it is", at: range,
      hint:
        "it must let cloudwatch.amazonaws.com do kms:Decrypt and kms:GenerateDataKey*\(whose), or no alarm is heard"
    )
  }
  fileprivate static func existingTrailKey(_ arn: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .note, .existingKeyPolicy, "the policy of '\(arn)' is left as it is", at: range,
      hint:
        "it must let CloudWatch Logs use it for the log group and cloudtrail.amazonaws.com do kms:GenerateDataKey* and kms:DescribeKey"
    )
  }
  fileprivate static func exampleAddress(_ endpoint: Located<String>) -> Diagnostic {
    Diagnostic(
      .warning, .exampleAddress, "'\(endpoint.value)' is an example address; no mail reaches it",
      at: endpoint.range,
      hint: "put your own address here, or override the endpoint when you deploy")
  }
  fileprivate static func mustAllowSNS(_ endpoint: Located<String>, _ protocol: SubscriptionProtocol)
    -> Diagnostic
  {
    let what =
      `protocol` == .lambda
      ? "function's permissions must let it be invoked" : "queue's policy must let it send"
    return Diagnostic(
      .note, .endpointMustAllowSNS, "SNS delivers to '\(endpoint.value)' only if it is allowed to",
      at: endpoint.range,
      hint: "the \(what) by sns.amazonaws.com")
  }
  fileprivate static func notEncrypted(_ endpoint: Located<String>) -> Diagnostic {
    Diagnostic(
      .warning, .plainHTTP, "alarms go to '\(endpoint.value)' unencrypted", at: endpoint.range,
      hint: "use https")
  }
  fileprivate static func managementAccount(_ control: ResolvedControl) -> Diagnostic {
    Diagnostic(
      .note, .managementAccountOnly,
      "almost all events of '\(control.id)' are recorded in the organization's management account",
      at: control.range,
      hint:
        "deploy it there, in the trail's home Region; a service-managed StackSet never reaches that account")
  }
  fileprivate static func tellsNobody(_ control: ResolvedControl) -> Diagnostic {
    Diagnostic(
      .warning, .nobodyHears, "alarm '\(control.alarm.name)' changes state but tells nobody",
      at: control.range,
      hint: "set 'actionsEnabled: true' and a 'notifyOn' that is not empty")
  }
}
