internal import Diagnostics

/// An endpoint that is not of its protocol's form.
struct EndpointDoesNotFit: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.subscriptions.compactMap { subscription in
      guard let transport = subscription.transport?.known, let endpoint = subscription.endpoint,
        let text = endpoint.known
      else { return nil }
      return fits(text, transport) ? nil : .endpoint(endpoint, transport)
    }
  }

  private func fits(_ text: String, _ transport: String) -> Bool {
    switch transport {
    case "email", "email-json":
      let parts = text.fields(by: "@")
      return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(ascii: ".")
    case "http": return text.hasPrefix("http://")
    case "https": return text.hasPrefix("https://")
    case "lambda": return isARN(text, "lambda")
    case "sqs": return isARN(text, "sqs")
    case "firehose": return isARN(text, "firehose")
    case "application": return isARN(text, "sns")
    case "sms": return text.utf8.allSatisfy { (48...57).contains($0) || "+-() .".utf8.contains($0) }
    default: return true
    }
  }

  private func isARN(_ text: String, _ service: String) -> Bool {
    let fields = ARNText.fields(of: text)
    return fields.count == 6 && fields[0] == "arn" && fields[2] == service
  }
}

extension Diagnostic {
  fileprivate static func endpoint(_ endpoint: ChainValue, _ transport: String) -> Diagnostic {
    Diagnostic(
      .error, .endpointDoesNotFit, "'\(endpoint.shown)' is no endpoint for the protocol '\(transport)'",
      at: endpoint.range)
  }
}
