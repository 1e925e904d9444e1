internal import Diagnostics

/// A resource that sends messages to others of its file, and the service as which it does.
struct Sender {
  enum Kind {
    case rule, topic, alarm, trail, budget, bucket

    /// The principal that policies name.
    var service: String {
      switch self {
      case .rule: "events.amazonaws.com"
      case .topic: "sns.amazonaws.com"
      // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html
      case .alarm: "lambda.alarms.cloudwatch.amazonaws.com"
      case .trail: "cloudtrail.amazonaws.com"
      case .budget: "budgets.amazonaws.com"
      case .bucket: "s3.amazonaws.com"
      }
    }

    /// How messages call it.
    var word: String {
      switch self {
      case .rule: "rule"
      case .topic: "topic"
      case .alarm: "alarm"
      case .trail: "trail"
      case .budget: "budget"
      case .bucket: "bucket"
      }
    }

    /// The service in its ARN, and what stands before its name there.
    var arn: (service: String, head: String) {
      switch self {
      case .rule: ("events", "rule/")
      case .topic: ("sns", "")
      case .alarm: ("cloudwatch", "alarm:")
      case .trail: ("cloudtrail", "trail/")
      case .budget: ("budgets", "budget/")
      case .bucket: ("s3", "")
      }
    }
  }

  let kind: Kind
  let resource: ChainResource
  let name: ChainValue?

  var service: String { kind.service }

  /// Whether a condition of a policy does not hold when it sends, for certain.
  func isShutOut(by condition: PolicyDocument.Condition, in chain: MonitoringChain) -> Bool {
    if ServiceRequest.holds(condition) == .no { return true }
    let key = condition.key.lowercased()
    // The owner stands in the requests of CloudWatch, not in EventBridge's.
    if key == "aws:sourceowner", kind == .rule { return !condition.test.lowercased().hasSuffix("ifexists") }
    guard key == "aws:sourcearn", condition.comparesTexts else { return false }
    let isLiteral = condition.test.lowercased().hasPrefix("stringequals")
    return condition.values.allSatisfy { value in
      isLiteral && value.alternatives.isEmpty && value.hasAsterisk || isOther(value, in: chain)
    }
  }

  /// Whether an ARN is that of something else, for certain. It may have wildcards.
  func isOther(_ value: ChainValue, in chain: MonitoringChain) -> Bool {
    value.all.allSatisfy { candidate in
      if let lead = chain.leadingReference(candidate.text) {
        return lead.id != resource.id && chain.hasARN(lead.id)
      }
      let fields = ARNText.fields(of: candidate.text)
      guard fields.count == 6 else { return false }
      guard PolicyDocument.wildcard(ChainValue.pattern(of: fields[2]), kind.arn.service) else { return true }
      let pattern = ChainValue.pattern(of: fields[5])
      if !kind.arn.head.isEmpty, !pattern.contains(ascii: "*"), !pattern.hasPrefix(kind.arn.head) {
        return true
      }
      guard let names = name?.all, names.allSatisfy({ $0.known != nil }) else { return false }
      return names.allSatisfy { name in
        // Between a rule and its name its bus may stand.
        let ending = kind == .rule && pattern.hasPrefix("rule/") ? pattern.fields(by: "/").last : nil
        return !PolicyDocument.wildcard(pattern, kind.arn.head + name.text)
          && !(ending.map { PolicyDocument.wildcard($0, name.text) } ?? false)
      }
    }
  }
}
