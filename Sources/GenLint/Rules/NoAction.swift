internal import Diagnostics

/// An alarm on a filter's metric that tells nobody.
struct NoAction: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.alarms.compactMap { alarm in
      guard !alarm.hasUnknownActions, !alarm.actions.contains(where: { $0.state == "AlarmActions" }),
        chain.isPublished(alarm)
      else { return nil }
      // A composite alarm may speak for it.
      return chain.compositeRules.isEmpty && !chain.isListenedTo(alarm) ? .silent(alarm) : nil
    }
  }
}

extension Diagnostic {
  fileprivate static func silent(_ alarm: MonitoringChain.Alarm) -> Diagnostic {
    let what = alarm.actions.isEmpty ? "no action" : "no action for the state ALARM"
    return Diagnostic(
      .warning, .noAction, "the alarm has \(what): nobody is told", at: alarm.resource.key,
      hint: "give it the ARN of an SNS topic")
  }
}
