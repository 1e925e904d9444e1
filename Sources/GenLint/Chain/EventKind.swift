internal import FilterPattern

/// Whether an event of CloudTrail changes something, as its name tells.
///
/// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html
enum EventKind: String {
  case read, write

  private static let readVerbs = ["Describe", "Get", "List", "Lookup", "Head", "BatchGet"]
  private static let writeVerbs = [
    "Accept", "Activate", "Add", "Associate", "Attach", "Authorize", "Cancel", "Change", "ConsoleLogin",
    "Create", "Deactivate", "Decline", "Delete", "Deregister", "Detach", "Disable", "Disassociate", "Enable",
    "Invite", "Leave", "Modify", "Move", "Put", "Register", "Remove", "Replace", "Restore", "Revoke", "Run",
    "Schedule", "Set", "Stop", "Tag", "Terminate", "Untag", "Update", "Upload",
  ]

  /// Reads an event's name; nil when it does not tell.
  init?(eventName: String) {
    func begins(with verbs: [String]) -> Bool {
      verbs.contains { verb in
        guard eventName.hasPrefix(verb) else { return false }
        return eventName.unicodeScalars.dropFirst(verb.unicodeScalars.count).first.map {
          ("A"..."Z").contains($0)
        }
          ?? true
      }
    }
    if begins(with: Self.readVerbs) {
      self = .read
    } else if begins(with: Self.writeVerbs) || eventName == "StartLogging" {
      self = .write
    } else {
      return nil
    }
  }
}

extension MonitoringChain.Filter {
  /// Whether every event that the pattern matches is of one kind, as far as its names of events tell.
  func asks(onlyFor kind: EventKind) -> Bool {
    guard let text = pattern?.known, case .json(let expression) = Pattern.parse(text).pattern?.syntax else {
      return false
    }
    return Self.names(expression)?.allSatisfy { EventKind(eventName: $0) == kind } ?? false
  }

  /// The names that an event has when the expression holds; nil when any may.
  private static func names(_ expression: Expression<JSONCondition>) -> [String]? {
    switch expression {
    case .condition(let condition, _):
      guard condition.selector.segments == [.key("eventName")],
        case .compare(.equal, let literal) = condition.test, case .text(let text) = literal.value,
        !text.text.utf8.contains(UInt8(ascii: "*"))
      else { return nil }
      return [text.text]
    case .all(let children, _): return children.lazy.compactMap { names($0) }.first
    case .any(let children, _):
      let found = children.map { names($0) }
      return found.contains { $0 == nil } ? nil : found.flatMap { $0 ?? [] }
    }
  }
}
