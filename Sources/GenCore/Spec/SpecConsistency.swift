import Diagnostics

/// What two blocks of a spec say of each other.
extension SpecBlocks {
  /// With an empty list of controls there are no alarms: a topic or a trail is made, and what speaks of alarms has no meaning.
  mutating func watchesNothing(_ fields: SpecFields, trail: TrailSettings?, notify: NotifySettings?) {
    for key in ["benchmark", "exclude", "satisfy", "coverage", "alarm", "metric", "perAccount"]
    where fields[key] != nil {
      scalars.problems.append(.needsControls(key, at: fields.place(of: key)))
    }
    var makesSomething = false
    if case .create? = trail { makesSomething = true }
    if case .create? = notify?.topic { makesSomething = true }
    // What is there and could not be read has been reported.
    let isUnread = fields["trail"] != nil && trail == nil || fields["notify"] != nil && notify == nil
    if !makesSomething, !isUnread {
      scalars.problems.append(.noControls(at: fields.place(of: "controls")))
    } else if case .existing? = trail {
      scalars.problems.append(.nothingReads(at: fields.place(of: "trail")))
    }
  }

  /// A control says 'perAccount' of a spec that has such a block.
  mutating func refusePerAccount(of controls: [ControlEntry]) {
    for place in controls.compactMap({ $0.perAccount?.range }) {
      scalars.problems.append(.noPerAccount(at: place))
    }
  }

  /// One deployment is in one organization.
  mutating func sameOrganization(_ trail: TrailSettings, _ notify: NotifySettings) {
    guard case .create(let new) = trail, let first = new.organizationID,
      case .create(let topic) = notify.topic, case .organization(let second?)? = topic.sharing?.value,
      first.value != second.value
    else { return }
    scalars.problems.append(.otherOrganization(second, first: first))
  }
}

extension Diagnostic {
  fileprivate static func noControls(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .missingKey, "'controls' is empty, and the spec makes neither a topic nor a trail", at: range,
      hint:
        "name a control, leave 'controls' out to take all of the benchmark, or write 'notify: { topic: { create: {} } }' for a topic alone"
    )
  }
  fileprivate static func needsControls(_ key: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .keyNotHere, "'\(key)' has no meaning without controls", at: range,
      hint: "remove it, or name controls")
  }
  fileprivate static func noPerAccount(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .keyNotHere, "'perAccount' of a control has no meaning when the spec has none", at: range,
      hint: "remove it, or list the accounts in the spec's own 'perAccount' block")
  }
  fileprivate static func nothingReads(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .keyNotHere, "an existing log group has no meaning without controls: nothing reads it",
      at: range, hint: "remove 'trail', or name controls")
  }
  fileprivate static func otherOrganization(_ id: Located<String>, first: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, .keyNotHere, "the topic is shared with '\(id.value)', and the trail is of '\(first.value)'",
      at: id.range, hint: "one deployment is in one organization; deploy two specs",
      notes: [Note("the trail's organization", at: first.range)])
  }
}
