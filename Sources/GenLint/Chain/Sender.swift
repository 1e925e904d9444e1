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

    /// The type of its resources, for those that the file may not tell apart.
    var type: String? {
      switch self {
      case .topic: "AWS::SNS::Topic"
      case .bucket: "AWS::S3::Bucket"
      case .rule, .alarm, .trail, .budget: nil
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
  /// Whether it is a resource of the file. Of another's only the service is known.
  var isOwn = true

  var service: String { kind.service }

  /// Whether a condition of a policy does not hold when it sends, for certain.
  func isShutOut(by condition: PolicyDocument.Condition, in chain: MonitoringChain) -> Bool {
    if ServiceRequest.holds(condition) == .no { return true }
    let key = condition.key.lowercased()
    // The owner stands in the requests of CloudWatch, not in EventBridge's.
    if key == "aws:sourceowner", kind == .rule { return !condition.test.lowercased().hasSuffix("ifexists") }
    // Services send over TLS, on behalf of an account of twelve digits.
    if key == "aws:securetransport", condition.test.lowercased() == "bool" {
      return !condition.values.isEmpty && condition.values.allSatisfy { $0.boolean == false }
    }
    if key == "aws:sourceaccount", condition.comparesTexts {
      return condition.values.allSatisfy { value in
        value.known.map { text in !text.utf8.contains { (48...57).contains($0) || $0 == 42 || $0 == 63 } }
          ?? false
      }
    }
    guard key == "aws:sourcearn", condition.comparesTexts else { return false }
    let isLiteral = condition.test.lowercased().hasPrefix("stringequals")
    return condition.values.allSatisfy { value in
      isLiteral && value.alternatives.isEmpty && value.hasAsterisk || isOther(value, in: chain)
    }
  }

  /// Whether an ARN is that of something else, for certain. It may have wildcards. `isTold` leaves out the name of the sender in
  /// the place of its ARN, of which another rule speaks.
  func isOther(_ value: ChainValue, in chain: MonitoringChain, isTold: Bool = false) -> Bool {
    value.all.allSatisfy { candidate in
      if let lead = chain.leadingReference(candidate.text) {
        guard lead.id == resource.id else {
          return chain.hasARN(lead.id) && (isOwn || chain.places.types[lead.id] != kind.type)
        }
        return lead.rest.isEmpty && givesName(lead.attribute) && !(isTold && resource.isOfTemplate)
      }
      let fields = ARNText.fields(of: candidate.text)
      guard fields.count == 6 else { return false }
      guard PolicyDocument.wildcard(ChainValue.pattern(of: fields[2]), kind.arn.service) else { return true }
      return isOwn && isOther(ChainValue.pattern(of: fields[5]))
    }
  }

  /// Whether the last part of an ARN, which may have wildcards, is another's for certain.
  private func isOther(_ pattern: String) -> Bool {
    let written = pattern.prefix { $0 != "*" && $0 != "?" }
    let isWhole = written.endIndex == pattern.endIndex
    guard written.hasPrefix(kind.arn.head) || !isWhole && kind.arn.head.hasPrefix(written) else {
      return true
    }
    // What has no name gets one that nobody can write down before.
    guard let names = name?.all else { return isWhole && resource.place.isEmpty }
    return names.allSatisfy { name in
      guard let name = name.known else { return false }
      // Between a rule and its name its bus may stand.
      let ending = kind == .rule && pattern.hasPrefix("rule/") ? pattern.fields(by: "/").last : nil
      return !PolicyDocument.wildcard(pattern, kind.arn.head + name)
        && !(ending.map { PolicyDocument.wildcard($0, name) } ?? false)
    }
  }

  /// Whether what is read of the sender is its name.
  private func givesName(_ attribute: String) -> Bool {
    if resource.isOfTemplate { return attribute.isEmpty && kind != .topic }
    return attribute == "name" || attribute == "id" && kind == .rule
  }
}
