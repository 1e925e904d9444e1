internal import Diagnostics

/// A rule of EventBridge whose pattern the service refuses, or which no event can match.
struct EventPatternRefused: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.eventPatterns.flatMap(\.problems).map { problem in
      Diagnostic(
        problem.severity, .eventPatternRefused, problem.message, at: problem.range, hint: problem.hint)
    }
  }
}
