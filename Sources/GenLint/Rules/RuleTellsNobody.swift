internal import Diagnostics

/// A rule of EventBridge that sends its events nowhere: it has no target, its target is for another rule, or it is switched off.
struct RuleTellsNobody: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    let neighbours = chain.neighbours
    let idle = neighbours.rules.filter { Self.isIdle($0, chain) }
    let astray = neighbours.ruleTargets.filter { Self.isAstray($0, chain) }
    var found: [Diagnostic] = []
    for target in neighbours.ruleTargets {
      guard let value = target.rule, let reference = value.reference, let rule = neighbours.rule(value) else {
        continue
      }
      if reference.attribute == "arn" { found.append(.notName(value)) }
      if target.resource.id != rule.resource.id, target.bus == nil, let bus = rule.bus,
        bus.reference != nil || bus.known.map({ $0 != "default" && !$0.isEmpty }) ?? false
      {
        found.append(.otherBus(value, bus.shown))
      }
    }
    // A script may put the targets of rules that are there already.
    if !idle.isEmpty, !chain.isSequential || !astray.isEmpty {
      found += idle.compactMap { rule in
        chain.severity(ofLack: rule.resource).map { .idle(rule, astray.first?.rule, $0) }
      }
    }
    found += neighbours.rules.compactMap { rule in
      // A parameter or variable that is off by default is a switch for who deploys it.
      guard rule.hasPattern, let state = rule.state,
        ["disabled", "false"].contains(state.known?.lowercased()),
        state.node != nil
      else { return nil }
      return .disabled(state)
    }
    return found
  }

  private static func isIdle(_ rule: ChainNeighbours.Rule, _ chain: MonitoringChain) -> Bool {
    rule.resource["Targets"] == nil && !chain.neighbours.mayHaveTarget(rule)
  }

  /// Whether a target names a rule that the file does not make.
  private static func isAstray(_ target: ChainNeighbours.RuleTarget, _ chain: MonitoringChain) -> Bool {
    target.rule.map { $0.known != nil && chain.neighbours.rule($0) == nil } ?? false
  }
}

extension Diagnostic {
  fileprivate static func idle(
    _ rule: ChainNeighbours.Rule, _ astray: ChainValue?, _ severity: Severity
  ) -> Diagnostic {
    Diagnostic(
      severity, .ruleTellsNobody, "the rule has no target, so its events go nowhere", at: rule.resource.key,
      hint: "give it a target, such as the ARN of a topic",
      notes: astray.map { [Note("this target is for a rule '\($0.shown)'", at: $0.range)] } ?? [])
  }
  fileprivate static func disabled(_ state: ChainValue) -> Diagnostic {
    Diagnostic(
      .note, .ruleTellsNobody, "the rule is switched off: it sends no events", at: state.range,
      hint: "remove this, or write ENABLED")
  }
  fileprivate static func notName(_ value: ChainValue) -> Diagnostic {
    Diagnostic(
      .error, .ruleTellsNobody, "a target takes the name of its rule, and '\(value.shown)' is the ARN",
      at: value.range, hint: "read 'name' of the rule")
  }
  fileprivate static func otherBus(_ value: ChainValue, _ bus: String) -> Diagnostic {
    Diagnostic(
      .error, .ruleTellsNobody,
      "the rule is on the bus '\(bus)', and the target is for one on the default bus",
      at: value.range, hint: "name the bus in the target too")
  }
}
