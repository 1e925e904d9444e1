internal import Diagnostics

/// An action that is not an ARN.
struct ActionNotARN: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    (chain.alarms + chain.composites).flatMap { alarm in
      alarm.actions.flatMap(\.values).flatMap(\.all).compactMap { value in
        if let reference = value.reference {
          let isName = ["TopicName", "name", "display_name"].contains(reference.attribute)
          return isName && chain.places.topics.place(of: reference.id) != nil ? .notARN(value) : nil
        }
        guard let text = value.known, !ARNText.isToFillIn(text) else { return nil }
        return ARNText.isWellFormed(text) || text.contains(ascii: ":automate:") ? nil : .notARN(value)
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func notARN(_ value: ChainValue) -> Diagnostic {
    Diagnostic(
      .error, .actionNotARN, "'\(value.shown)' is not an ARN, which an action must be", at: value.range,
      hint: "for a topic give its ARN")
  }
}
