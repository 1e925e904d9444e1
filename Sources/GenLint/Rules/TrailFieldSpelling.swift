internal import Diagnostics
internal import FilterPattern

/// A filter on CloudTrail's events that spells one of their fields, the kind of who acts, an event or its source otherwise than
/// CloudTrail does: patterns compare all of them exactly.
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

  /// What some fields may be.
  private static let values: [[String]: [String]] = [
    ["userIdentity", "type"]: [
      "Root", "IAMUser", "AssumedRole", "Role", "FederatedUser", "Directory", "AWSAccount", "AWSService",
      "IdentityCenterUser", "WebIdentityUser", "SAMLUser", "Unknown",
    ],
    ["eventType"]: [
      "AwsApiCall", "AwsServiceEvent", "AwsConsoleAction", "AwsConsoleSignIn", "AwsCloudTrailInsight",
      "AwsVpceEvent",
    ],
    ["responseElements", "ConsoleLogin"]: ["Success", "Failure"],
    ["additionalEventData", "MFAUsed"]: ["Yes", "No"],
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
      guard case .key(let name) = segment else { return nil }
      // What lies below is each event's own, but for a few values.
      guard let known = fields[path] else {
        guard values[path + [name]] != nil else { return nil }
        path.append(name)
        continue
      }
      if !known.contains(name) {
        let small = name.lowercased()
        let meant = known.first { $0.lowercased() == small }
        return meant.map { .field((path + [name]), (path + [$0]), value) }
      }
      path.append(name)
    }
    guard case .compare(_, let literal) = condition.test, case .text(let text) = literal.value else {
      return nil
    }
    switch path {
    case ["eventName"]:
      return WatchedEvents.meant(by: text.text).map { .value("eventName", text.text, $0, value) }
    case ["eventSource"]:
      return WatchedEvents.source(meantBy: text.text).map { .value("eventSource", text.text, $0, value) }
    default:
      guard let known = values[path], !known.contains(text.text) else { return nil }
      let meant = known.first { $0.lowercased() == text.text.lowercased() }
      return meant.map { .value(path.joined(separator: "."), text.text, $0, value) }
    }
  }
}

extension Diagnostic {
  fileprivate static func field(_ path: [String], _ meant: [String], _ value: ChainValue) -> Diagnostic {
    Diagnostic(
      .warning, .trailFieldSpelling,
      "CloudTrail's events have no field '$.\(path.joined(separator: "."))', and patterns mind the letters' case",
      at: value.range, hint: "write '$.\(meant.joined(separator: "."))'")
  }
  fileprivate static func value(_ path: String, _ text: String, _ meant: String, _ value: ChainValue)
    -> Diagnostic
  {
    let isCase = text.lowercased() == meant.lowercased()
    return Diagnostic(
      .warning, .trailFieldSpelling,
      "'$.\(path)' is never '\(text)'\(isCase ? ", and patterns mind the letters' case" : "")",
      at: value.range, hint: "write '\(meant)'")
  }
}
