import Diagnostics

/// What a spec leaves to the user between the alarm and the person: said once, as notes.
enum DeliveryNotes {
  static func notes(of spec: Spec, controls: [ResolvedControl], scope: DeploymentScope) -> [Diagnostic] {
    var notes: [Diagnostic] = []
    let subscriptions = spec.notify?.subscriptions ?? []
    switch spec.notify?.topic {
    case .existing(let arn): notes.append(.existingTopic(arn))
    case .create(_, let encryption):
      if subscriptions.isEmpty { notes.append(.nobodySubscribed(at: spec.name.range)) }
      if let encryption, case .key(let arn) = encryption.value {
        notes.append(.existingKey(arn, .alarmsUseKey, at: encryption.range))
      }
    case nil: if subscriptions.isEmpty { notes.append(.nobodySubscribed(at: spec.name.range)) }
    }
    for subscription in subscriptions {
      let endpoint = subscription.endpoint
      switch subscription.protocol {
      case .email, .emailJSON:
        if ["@example.com", "@example.org", "@example.net"].contains(where: endpoint.value.hasSuffix) {
          notes.append(.exampleAddress(endpoint))
        }
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
    for control in controls where control.alarm.notifyOn.isEmpty || !control.alarm.actionsEnabled {
      notes.append(.tellsNobody(control))
    }
    return notes
  }
}

extension DeliveryNotes {
  /// What the forms look up, and which cannot.
  private static func lookups(of trail: TrailSettings) -> [Diagnostic] {
    switch trail {
    case .existing(.named): []
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
    Diagnostic(
      .note, .existingTopicPolicy, "the policy of '\(arn.value)' is left as it is", at: arn.range,
      hint: "it must let cloudwatch.amazonaws.com do sns:Publish; if it is encrypted, its key must let it too"
    )
  }
  fileprivate static func existingKey(_ arn: String, _ use: Policy.Statement, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .note, .existingKeyPolicy, "the policy of '\(arn)' is left as it is", at: range,
      hint:
        "it must let cloudwatch.amazonaws.com do \(use.actions.joined(separator: " and ")), or no alarm is heard"
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
      .note, .exampleAddress, "'\(endpoint.value)' is an example address; nobody reads it",
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
