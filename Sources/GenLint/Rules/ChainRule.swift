internal import Diagnostics

/// A check of the chain. A new one is a file like those beside this one, a line in `ChainRules`, a code and a test.
protocol ChainRule: Sendable {
  /// What is wrong with a chain.
  func findings(in chain: MonitoringChain) -> [Diagnostic]
}
