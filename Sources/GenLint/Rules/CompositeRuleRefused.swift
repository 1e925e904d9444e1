internal import Diagnostics

/// A composite alarm whose rule the service refuses: it cannot be read, or names what is no alarm.
struct CompositeRuleRefused: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    let rules = chain.compositeRules.filter { $0.alternatives.isEmpty && $0.reference == nil }.map {
      (value: $0, text: AlarmRuleText($0.text))
    }
    guard !rules.isEmpty else { return [] }
    let alarms = chain.alarms + chain.composites
    let known = Set(alarms.compactMap { $0.name?.known })
    let named = Set(rules.flatMap(\.text.names))
    return rules.flatMap { value, rule -> [Diagnostic] in
      if let problem = rule.problem { return [.refused(value, problem.message, problem.hint)] }
      var seen: Set<String> = []
      return rule.names.filter { seen.insert($0).inserted }.compactMap { name in
        if let other = chain.resource(leading: name), Self.isNoAlarm(other) { return .noAlarm(value, other) }
        guard ShellText.isKnown(name), !known.contains(name), !name.hasPrefix("arn:") else { return nil }
        // An alarm of another stack may have any name but almost that of one here, which no rule names.
        let meant = known.subtracting(named).sorted().first { Self.isSlip(name, of: $0) }
        return meant.map { .unknownAlarm(value, name, $0) }
      }
    }
  }

  /// Whether a resource is none that has an alarm's name or ARN.
  private static func isNoAlarm(_ resource: ChainResource) -> Bool {
    let isOfService = resource.type.hasPrefix("AWS::") && !resource.type.hasPrefix("AWS::CloudFormation::")
    return isOfService && resource.type != "AWS::SSM::Parameter"
      && !["AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm"].contains(resource.type)
  }

  /// Whether a name is a slip of another one: not one that differs in its number alone.
  private static func isSlip(_ name: String, of other: String) -> Bool {
    func stem(_ text: String) -> [Unicode.Scalar] { text.unicodeScalars.filter { !("0"..."9").contains($0) } }
    return stem(name) != stem(other) && Suggestion.isSlip(name, of: other)
  }
}

extension Diagnostic {
  fileprivate static func refused(_ value: ChainValue, _ problem: String, _ hint: String?) -> Diagnostic {
    Diagnostic(
      .error, .compositeRuleRefused, "the rule of this composite alarm is refused: \(problem)",
      at: value.range, hint: hint)
  }
  fileprivate static func noAlarm(_ value: ChainValue, _ resource: ChainResource) -> Diagnostic {
    Diagnostic(
      .error, .compositeRuleRefused,
      "the rule of this composite alarm names '\(resource.id)', which is no alarm",
      at: value.range, notes: [Note("it is of the type \(resource.type)", at: resource.key)])
  }
  fileprivate static func unknownAlarm(_ value: ChainValue, _ name: String, _ meant: String) -> Diagnostic {
    Diagnostic(
      .error, .compositeRuleRefused, "there is no alarm '\(name)' for the rule of this composite alarm",
      at: value.range, hint: "did you mean '\(meant)'?")
  }
}
