/// What a subscription's protocol takes as its endpoint.
///
/// Source: https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html
public enum EndpointRule {
  /// The requirement of a protocol.
  static func requirement(_ protocol: SubscriptionProtocol) -> TextRequirement {
    TextRequirement(
      "endpoint of the protocol \(`protocol`.rawValue)", wanted(`protocol`), code: .malformedEndpoint
    ) { accepts($0, `protocol`) }
  }

  /// Whether an endpoint fits.
  static func accepts(_ endpoint: String, _ protocol: SubscriptionProtocol) -> Bool {
    switch `protocol` {
    case .email, .emailJSON: isAddress(endpoint)
    case .sms: isNumber(endpoint)
    case .sqs: arn(endpoint, "sqs") { CharacterSets.only("-_.", in: $0, upTo: 80) }
    case .lambda:
      arn(endpoint, "lambda") {
        $0.hasPrefix("function:") && CharacterSets.only("-_:$", in: $0, upTo: 200)
      }
    case .http: isURL(endpoint, "http://")
    case .https: isURL(endpoint, "https://")
    }
  }

  private static func wanted(_ protocol: SubscriptionProtocol) -> String {
    switch `protocol` {
    case .email, .emailJSON:
      "an address such as secops@example.com; letters, digits and . _ + % = - before the '@'"
    case .sms: "a number with country code, such as +15555550100"
    case .sqs: "the queue's ARN, such as arn:aws:sqs:us-east-1:111122223333:alarms"
    case .lambda: "the function's ARN, such as arn:aws:lambda:us-east-1:111122223333:function:triage"
    case .http: "a URL that begins with http://"
    case .https: "a URL that begins with https://"
    }
  }

  private static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, text.utf8.count <= 254 else { return false }
    guard CharacterSets.only("._+%=-", in: parts[0], upTo: 64),
      CharacterSets.only(".-", in: parts[1], upTo: 253)
    else { return false }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty && $0.first != "-" && $0.last != "-" }
      && parts[0].utf8.first != UInt8(ascii: "-")
  }

  /// Whether an address is in a domain that is set aside for examples and tests: no mail reaches it.
  ///
  /// Source: https://www.rfc-editor.org/rfc/rfc2606
  public static func isReserved(_ address: String) -> Bool {
    let domain = address.lowercased().split(separator: "@").last ?? ""
    let labels = domain.split(separator: ".").suffix(2)
    return ["test", "example", "invalid", "localhost"].contains(labels.last)
      || ["example.com", "example.net", "example.org"].contains(labels.joined(separator: "."))
  }

  private static func isNumber(_ text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "+") else { return false }
    let digits = text.utf8.dropFirst()
    return (7...15).contains(digits.count) && digits.allSatisfy(CharacterSets.isDigit)
  }

  private static func isURL(_ text: String, _ scheme: String) -> Bool {
    guard text.hasPrefix(scheme), text.utf8.count <= 2048 else { return false }
    let rest = String(text.dropFirst(scheme.count))
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != ":" }
    return CharacterSets.only(".-", in: String(host), upTo: 253)
      && CharacterSets.only("-._~:/?&=%+,;@", in: rest, upTo: 2048)
  }

  private static func arn(_ text: String, _ service: String, _ accepts: (String) -> Bool) -> Bool {
    ARN(text).map { $0.service == service && accepts($0.resource) } ?? false
  }
}
