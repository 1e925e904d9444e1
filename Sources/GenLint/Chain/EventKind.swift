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

  /// How events begin that are named by no verb above.
  private static let otherVerbs = [
    "Allocate", "Assign", "Assume", "Copy", "Export", "Import", "Invoke", "Publish", "Purchase", "Reboot",
    "Release", "Request", "Reset", "Send", "Start", "Switch",
  ]

  /// What is done with the data in a bucket, a table, a queue or a function, which is no management event.
  private static let dataEvents: Set<String> = [
    "AbortMultipartUpload", "BatchGetItem", "BatchWriteItem", "CompleteMultipartUpload", "CopyObject",
    "CreateMultipartUpload", "DeleteItem", "DeleteMessage", "DeleteObject", "DeleteObjects", "GetItem",
    "GetObject", "GetObjectAcl", "HeadObject", "Invoke", "InvokeExecution", "ListObjects", "ListObjectsV2",
    "Publish", "PutItem", "PutObject", "PutObjectAcl", "Query", "ReceiveMessage", "RestoreObject", "Scan",
    "SelectObjectContent", "SendMessage", "TransactGetItems", "TransactWriteItems", "UpdateItem",
    "UploadPart",
  ]

  /// Whether a pattern's text reads CloudTrail's events: it asks for what only they have. Other logs have fields of the same names.
  static func readsTrail(_ text: String) -> Bool {
    if text.contains(ascii: "$.userIdentity") { return true }
    let isOpen = !ShellText.isKnown(text) || text.contains(ascii: "*")
    if text.contains(ascii: "$.eventSource"), isOpen || text.contains(ascii: "amazonaws.com") { return true }
    if text.contains(ascii: "$.errorCode") {
      let codes = ["AccessDenied", "Unauthorized", "Client.", "Failure"]
      if isOpen || codes.contains(where: { text.contains(ascii: $0) }) { return true }
    }
    guard text.contains(ascii: "$.eventName") else { return false }
    return isOpen
      || text.utf8.split { !isLetter($0) }.contains { word in
        let name = String(Substring(word))
        return begins(name, with: otherVerbs) || EventKind(eventName: name) != nil
      }
  }

  /// Whether an event is one of data.
  static func isOfData(_ eventName: String) -> Bool { dataEvents.contains(eventName) }

  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }

  private static func begins(_ name: String, with verbs: [String]) -> Bool {
    verbs.contains { verb in
      guard name.hasPrefix(verb) else { return false }
      return name.unicodeScalars.dropFirst(verb.unicodeScalars.count).first.map { ("A"..."Z").contains($0) }
        ?? true
    }
  }

  /// Reads an event's name; nil when it does not tell.
  init?(eventName: String) {
    if Self.begins(eventName, with: Self.readVerbs) {
      self = .read
    } else if Self.begins(eventName, with: Self.writeVerbs) || eventName == "StartLogging" {
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

  /// Whether the pattern matches nothing but what is done with data, which no management event is.
  var asksForDataOnly: Bool {
    guard let text = pattern?.known, case .json(let expression) = Pattern.parse(text).pattern?.syntax else {
      return false
    }
    return Self.names(expression)?.allSatisfy(EventKind.isOfData) ?? false
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
