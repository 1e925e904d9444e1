internal import Diagnostics
internal import FilterPattern

/// A filter on CloudTrail's events that spells one of their fields, or the kind of who acts, in another letter case: patterns compare
/// both exactly.
///
/// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
struct TrailFieldSpelling: ChainRule {
  /// The fields of an event, by the path of what holds them.
  private static let fields: [[String]: [String]] = [
    []: [
      "eventVersion", "userIdentity", "eventTime", "eventSource", "eventName", "awsRegion", "sourceIPAddress",
      "userAgent", "errorCode", "errorMessage", "requestParameters", "responseElements",
      "additionalEventData", "requestID", "eventID", "eventType", "apiVersion", "managementEvent", "readOnly",
      "resources", "recipientAccountId", "serviceEventDetails", "sharedEventID", "vpcEndpointId",
      "vpcEndpointAccountId", "eventCategory", "sessionCredentialFromConsole", "tlsDetails",
    ],
    ["userIdentity"]: [
      "type", "userName", "principalId", "arn", "accountId", "accessKeyId", "sessionContext", "invokedBy",
      "identityProvider", "credentialId", "onBehalfOf",
    ],
    ["userIdentity", "sessionContext"]: [
      "sessionIssuer", "webIdFederationData", "attributes", "assumedRoot", "sourceIdentity",
    ],
    ["userIdentity", "sessionContext", "attributes"]: ["creationDate", "mfaAuthenticated"],
    ["userIdentity", "sessionContext", "sessionIssuer"]: [
      "type", "userName", "principalId", "arn", "accountId",
    ],
  ]

  /// What `userIdentity.type` may be.
  private static let kinds = [
    "Root", "IAMUser", "AssumedRole", "Role", "FederatedUser", "Directory", "AWSAccount", "AWSService",
    "IdentityCenterUser", "WebIdentityUser", "SAMLUser", "Unknown",
  ]

  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.filters.flatMap { filter -> [Diagnostic] in
      guard filter.readsTrail || !chain.trails(of: filter).isEmpty, let value = filter.pattern,
        let text = value.known, case .json(let expression) = chain.readings.reading(of: text).pattern?.syntax
      else { return [] }
      return expression.conditions.compactMap { Self.slip(in: $0, value) }
    }
  }

  private static func slip(in condition: JSONCondition, _ value: ChainValue) -> Diagnostic? {
    var path: [String] = []
    for segment in condition.selector.segments {
      guard case .key(let name) = segment, let known = fields[path] else { return nil }
      if !known.contains(name) {
        let meant = known.first { $0.lowercased() == name.lowercased() }
        return meant.map { .field((path + [name]), (path + [$0]), value) }
      }
      path.append(name)
    }
    guard path == ["userIdentity", "type"], case .compare(_, let literal) = condition.test,
      case .text(let text) = literal.value, !kinds.contains(text.text)
    else { return nil }
    let meant = kinds.first { $0.lowercased() == text.text.lowercased() }
    return meant.map { .kind(text.text, $0, value) }
  }
}

extension Diagnostic {
  fileprivate static func field(_ path: [String], _ meant: [String], _ value: ChainValue) -> Diagnostic {
    Diagnostic(
      .warning, .trailFieldSpelling,
      "CloudTrail's events have no field '$.\(path.joined(separator: "."))', and patterns mind the letters' case",
      at: value.range, hint: "write '$.\(meant.joined(separator: "."))'")
  }
  fileprivate static func kind(_ text: String, _ meant: String, _ value: ChainValue) -> Diagnostic {
    Diagnostic(
      .warning, .trailFieldSpelling,
      "'$.userIdentity.type' is never '\(text)', and patterns mind the letters' case", at: value.range,
      hint: "write '\(meant)'")
  }
}
