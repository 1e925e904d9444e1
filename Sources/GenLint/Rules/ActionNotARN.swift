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
        guard let text = value.known else { return nil }
        // The actions on instances have the service where other ARNs have the account.
        if text.contains(ascii: ":automate:") { return Self.mend(text).map { .noAction(value, $0) } }
        guard !ARNText.isToFillIn(text) else { return nil }
        guard ARNText.isWellFormed(text) else { return .notARN(value) }
        return Self.mend(text).map { .noAction(value, $0) }
      }
    }
  }
}

extension ActionNotARN {
  /// How an action of a service is written that takes a few only; nil when the text is one, or of another service.
  fileprivate static func mend(_ text: String) -> String? {
    let fields = ARNText.fields(of: text)
    guard fields.count == 6 else { return nil }
    let (service, action) = (fields[2], fields[5])
    switch service {
    case "automate":
      let isAction = ["stop", "terminate", "reboot", "recover"].contains { action == "ec2:\($0)" }
      // What has no account has the service in its place.
      return isAction || ["stop", "terminate", "reboot", "recover"].contains(action)
        ? nil : "ec2:stop, ec2:terminate, ec2:reboot or ec2:recover"
    case "ssm" where action.hasPrefix("opsitem:"):
      let severity = action.dropFirst("opsitem:".count).prefix { $0 != "#" }
      return ["1", "2", "3", "4"].contains(severity) ? nil : "opsitem: with a severity from 1 to 4"
    case "lambda": return action.hasPrefix("function:") ? nil : "function: before the function's name"
    default: return nil
    }
  }
}

extension Diagnostic {
  fileprivate static func noAction(_ value: ChainValue, _ mend: String) -> Diagnostic {
    Diagnostic(
      .error, .actionNotARN, "'\(value.shown)' is no action that an alarm can take", at: value.range,
      hint: "write \(mend)")
  }
  fileprivate static func notARN(_ value: ChainValue) -> Diagnostic {
    Diagnostic(
      .error, .actionNotARN, "'\(value.shown)' is not an ARN, which an action must be", at: value.range,
      hint: "for a topic give its ARN")
  }
}
