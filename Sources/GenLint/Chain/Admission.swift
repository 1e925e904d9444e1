internal import Diagnostics

/// Whether policies let a sender in.
enum Admission {
  /// They do, or may.
  case open
  /// None of them names its service and what it does.
  case lacking
  /// Those that do have a condition that does not hold.
  case shutOut(PolicyDocument.Condition, ChainValue)
  /// Those that do are for another resource.
  case elsewhere(ChainValue)

  /// The most statements that each sender is compared with: a policy's length ends far below.
  static let mostStatements = 200
  /// The most that are looked at for all senders of a file.
  static let mostComparisons = 20_000

  /// Judges the policies of a resource. `isOther` tells whether a Resource is another one for certain.
  init(
    _ sender: Sender, doing action: String, under policies: [PolicyDocument], in chain: MonitoringChain,
    isOther: (ChainValue) -> Bool
  ) {
    self = .open
    guard policies.reduce(0, { $0 + $1.statements.count }) <= Self.mostStatements else { return }
    if policies.allSatisfy({ $0.allows(sender.service, action) == .no }) {
      self = .lacking
      return
    }
    guard policies.allSatisfy(\.isCertain) else { return }
    let statements = policies.flatMap { $0.allowing(sender.service) }.filter {
      PolicyDocument.covers($0.actions, action)
    }
    var first: Admission?
    for statement in statements {
      if let condition = statement.conditions.first(where: { sender.isShutOut(by: $0, in: chain) }),
        let value = condition.values.first
      {
        first = first ?? .shutOut(condition, value)
      } else if let other = statement.resources.first, statement.resources.allSatisfy(isOther) {
        first = first ?? .elsewhere(other)
      } else {
        return
      }
    }
    if let first { self = first }
  }
}
