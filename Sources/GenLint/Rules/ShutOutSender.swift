internal import Diagnostics

extension Diagnostic {
  /// What is wrong with a policy that does not let a sender in; nil when it does or may.
  static func shutOut(
    _ admission: Admission, _ delivery: Delivery, _ code: DiagnosticCode, _ what: String, _ action: String,
    at place: SourceRange
  ) -> Diagnostic? {
    let sender = delivery.sender
    func finding(_ message: String, at range: SourceRange, hint: String) -> Diagnostic {
      Diagnostic(
        delivery.isDeadLetter ? .warning : .error, code, message, at: range, hint: hint,
        notes: [.sending(delivery)])
    }
    switch admission {
    case .open: return nil
    case .lacking:
      return finding(
        "the \(what)'s policy does not let \(sender.service) do \(action), so \(delivery.loss)", at: place,
        hint: "allow \(action) for the service principal \(sender.service)")
    case .shutOut(let condition, let value):
      let isSource = condition.key.lowercased() == "aws:sourcearn"
      return finding(
        isSource
          ? "the \(sender.kind.word) that sends to the \(what) has no ARN like '\(value.shown)', so \(delivery.loss)"
          : "the condition on '\(condition.key)' does not hold for requests of \(sender.service), so \(delivery.loss)",
        at: value.range,
        hint: isSource
          ? "compare aws:SourceArn with the ARN of the \(sender.kind.word) by ArnLike"
          : "limit the service by aws:SourceAccount and aws:SourceArn")
    case .elsewhere(let resource):
      return finding(
        "the policy names '\(resource.shown)', which is not the \(what) that it is attached to",
        at: resource.range, hint: "name the \(what)'s own ARN")
    }
  }
}

extension Diagnostic.Note {
  /// Where the sender stands.
  static func sending(_ delivery: Delivery) -> Diagnostic.Note {
    Diagnostic.Note("this \(delivery.sender.kind.word) sends to it", at: delivery.target.range)
  }
}
