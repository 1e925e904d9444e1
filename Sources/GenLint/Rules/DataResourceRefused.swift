internal import Diagnostics

/// A selector of a trail whose values are no ARNs of the type that it names.
///
/// https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DataResource.html
struct DataResourceRefused: ChainRule {
  private static let services = [
    "AWS::S3::Object": "s3", "AWS::Lambda::Function": "lambda", "AWS::DynamoDB::Table": "dynamodb",
  ]

  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.trails.flatMap(\.dataResources).compactMap { type, value in
      guard let service = Self.services[type], !value.text.isEmpty,
        value.all.allSatisfy({ Self.isOther($0.text, service) })
      else { return nil }
      return .refused(value, type, service)
    }
  }

  private static func isOther(_ text: String, _ service: String) -> Bool {
    if text.unicodeScalars.first == ShellText.open { return false }
    let fields = ARNText.fields(of: text)
    guard fields[0] == "arn", fields.count > 2 else { return true }
    return ShellText.isKnown(fields[2]) && fields[2] != service
  }
}

extension Diagnostic {
  fileprivate static func refused(_ value: ChainValue, _ type: String, _ service: String) -> Diagnostic {
    Diagnostic(
      .error, .dataResourceRefused, "'\(value.shown)' is no ARN of '\(type)', so the selectors are refused",
      at: value.range, hint: "it begins with arn:PARTITION:\(service)")
  }
}
