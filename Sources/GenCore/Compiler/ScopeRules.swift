import Diagnostics

/// What a spec's scope allows, and which of its controls a deployment holds.
struct ScopeRules {
  let spec: Spec
  let controls: [ResolvedControl]
  let part: DeploymentPart?

  /// The scope of what is deployed: what is taken out for the management account is no StackSet.
  var scope: DeploymentScope {
    part == .managementAccount ? .managementAccount : spec.deploy?.scope?.value ?? .account
  }

  /// The controls of the wanted part, and what is wrong with it.
  func choose() -> (controls: [ResolvedControl], problems: [Diagnostic]) {
    let far = controls.filter(\.isManagementAccountOnly)
    let near = controls.filter { !$0.isManagementAccountOnly }
    switch part {
    case .managementAccount:
      return far.isEmpty
        ? ([], [.nothingFor("management account", at: spec.name.range)]) : (far, onceProblems)
    case .members:
      return near.isEmpty
        ? ([], [.nothingFor("member accounts", at: spec.name.range)]) : (near, onceProblems)
    case nil: break
    }
    guard scope == .stackset else { return (controls, onceProblems) }
    if let first = far.first, spec.controls != nil || near.isEmpty {
      return (controls, [.notInStackSet(first, hasOthers: !near.isEmpty)] + onceProblems)
    }
    return (near, far.map(Diagnostic.leftOut) + onceProblems)
  }

  /// What is made once, where a StackSet gives many accounts the same template.
  private var onceProblems: [Diagnostic] {
    var problems = PerAccountRules.problems(of: spec, scope: scope)
    guard scope == .stackset else { return problems }
    if case .create(let trail) = spec.trail {
      if let bucket = trail.bucket { problems.append(.bucketInStackSet(bucket)) }
      if trail.isOrganizationTrail { problems.append(.organizationTrailInStackSet(trail.name)) }
    }
    if case .create(let topic) = spec.notify?.topic, let sharing = topic.sharing {
      problems.append(.centralTopicInStackSet(at: sharing.range))
    }
    return problems
  }
}

extension Diagnostic {
  fileprivate static func notInStackSet(_ control: ResolvedControl, hasOthers: Bool) -> Diagnostic {
    let own = "'gen cloudformation --for management-account' writes its stack of its own"
    return Diagnostic(
      .error, .notInStackSet,
      "a StackSet cannot watch '\(control.id)': almost all its events are recorded in the organization's management account",
      at: control.range,
      hint: hasOthers ? "\(own), and 'gen stackset --for members' what deploys the others" : own)
  }
  fileprivate static func leftOut(_ control: ResolvedControl) -> Diagnostic {
    Diagnostic(
      .note, .notInStackSet,
      "'\(control.id)' is left out of the StackSet: only the management account sees its events",
      at: control.range, hint: "'gen cloudformation --for management-account' writes its stack of its own")
  }
  fileprivate static func bucketInStackSet(_ bucket: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, .globalNameInStackSet,
      "bucket '\(bucket.value)' can exist once, and a StackSet would make it in every account",
      at: bucket.range, hint: "leave 'bucket' out: CloudFormation makes a name for each account")
  }
  fileprivate static func organizationTrailInStackSet(_ trail: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, .organizationTrailInStackSet,
      "a StackSet cannot make the organization trail '\(trail.value)': that is done once, in the management account",
      at: trail.range, hint: "write 'deploy: { scope: management-account }', or make it no organization trail"
    )
  }
  fileprivate static func centralTopicInStackSet(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .centralTopicInStackSet,
      "a StackSet makes the topic in every account, so none of them is the central one", at: range,
      hint:
        "make the topic with a spec of its own, 'controls: []', in the account that owns it, and name it here: 'topic: { existing: ARN }'"
    )
  }
  fileprivate static func nothingFor(_ whom: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .nothingToMonitor, "no control of this spec is for the \(whom)", at: range)
  }
}
