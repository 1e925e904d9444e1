internal import Documents

/// What the Resource of a policy's statement reaches, compared with what CloudTrail writes to. Unknown parts may be anything.
extension MonitoringChain {
  /// Whether a Resource covers the streams of the log group that a trail writes to.
  ///
  /// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html
  func covers(_ resource: ChainValue, streamsOf target: ChainValue) -> Bool {
    let group =
      logGroup(target)
      ?? leadingReference(target.text).flatMap { logGroup(of: $0.id) }
    let name = group.map(\.name) ?? ChainValue(Self.logGroupName(target.text), at: target.range)
    return resource.all.contains { candidate in
      if let lead = leadingReference(candidate.text) {
        guard let other = logGroup(of: lead.id) else {
          return !isNoLogGroup(lead.id)
        }
        // What stands for a template's log group by itself is its name.
        if other.resource.isOfTemplate, lead.attribute.isEmpty { return false }
        guard let group else { return true }
        if other.resource.id == group.resource.id {
          // Terraform takes the ':*' off a group's ARN.
          return other.resource.isOfTemplate || lead.attribute != "arn"
            || [":", "*"].contains(lead.rest.prefix(1))
        }
        return other.name.map { $0.agreement(with: group.name ?? $0) == .same } ?? false
      }
      let fields = ARNText.fields(of: candidate.text)
      guard fields.count == 6 else { return true }
      guard PolicyDocument.wildcard(ChainValue.pattern(of: fields[2]), "logs") else { return false }
      return Self.covers(ChainValue.pattern(of: fields[5]), streamsOf: name)
    }
  }

  /// Whether a resource is of another service than CloudWatch Logs, or nothing of a log group's name or ARN.
  private func isNoLogGroup(_ id: String) -> Bool {
    let type = type(of: id)
    let hasValues = ["AWS::CloudFormation::", "AWS::SSM::", "AWS::Logs::", "AWS::SecretsManager::"]
    return type.hasPrefix("AWS::") && !hasValues.contains(where: type.hasPrefix)
  }

  private func logGroup(of id: String) -> LogGroup? { places.logGroups.place(of: id).map { logGroups[$0] } }

  /// Whether the last part of a log group's ARN, with or without its streams, covers the streams of a group.
  private static func covers(_ pattern: String, streamsOf name: ChainValue?) -> Bool {
    guard pattern.contains(ascii: ":log-stream") || pattern.hasSuffix("*") else { return false }
    guard let name else { return true }
    let head = pattern.range(ofASCII: ":log-stream").map { String(pattern[..<$0.lowerBound]) }
    return name.all.contains { own in
      guard let known = own.known else { return true }
      let group = "log-group:\(known)"
      return head.map { PolicyDocument.wildcard($0, group) }
        ?? (PolicyDocument.wildcard(pattern, "\(group):log-stream:stream"))
    }
  }

  /// Whether the last part of an ARN covers a log group itself, as the context of its key has it.
  func covers(_ value: ChainValue, group: LogGroup) -> Bool {
    guard let name = group.name else { return true }
    return value.all.contains { candidate in
      let fields = ARNText.fields(of: candidate.text)
      guard fields.count == 6 else { return true }
      let pattern = ChainValue.pattern(of: fields[5])
      return name.all.contains { own in
        own.known.map { PolicyDocument.wildcard(pattern, "log-group:\($0)") } ?? true
      }
    }
  }

  /// Whether a Resource is the ARN of a bucket.
  func covers(_ resource: ChainValue, bucket: Bucket) -> Bool {
    resource.all.contains { candidate in
      switch part(of: candidate.text, in: bucket) {
      case .unknown: true
      case .none: false
      case .path(let path): path.isEmpty || path == "*"
      }
    }
  }

  /// Whether a Resource covers the logs that CloudTrail puts into a bucket, below a prefix: `/PREFIX/AWSLogs/ACCOUNT/…`. Nil stands
  /// for a prefix that is not known.
  ///
  /// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
  func covers(_ resource: ChainValue, logsIn bucket: Bucket, below prefix: [String]?) -> Bool {
    resource.all.contains { candidate in
      switch part(of: candidate.text, in: bucket) {
      case .unknown: true
      case .none: false
      case .path(let path): !Self.endsInAccount(candidate.text) && Self.covers(path, logsBelow: prefix)
      }
    }
  }

  /// Whether a Resource ends in the number of an account, and so covers one object of that name.
  private static func endsInAccount(_ text: String) -> Bool {
    ["AWS::AccountId", ".account_id"].contains { text.hasSuffix("\($0)\(ShellText.close)") }
  }

  /// Whether a path in a bucket covers what CloudTrail writes below a prefix.
  private static func covers(_ path: String, logsBelow prefix: [String]?) -> Bool {
    if path.hasPrefix("*") { return true }
    guard path.hasPrefix("/") else { return false }
    guard let prefix else { return true }
    var steps = path.fields(by: "/").dropFirst()
    let wanted = prefix + ["AWSLogs"]
    for (index, step) in wanted.enumerated() {
      // A '*' stands for further steps too.
      if let own = steps.first, own.utf8.contains(UInt8(ascii: "*")) {
        let rest =
          wanted[index...] + ["111122223333", "CloudTrail", "us-east-1", "2026", "01", "01", "log.gz"]
        return PolicyDocument.wildcard(steps.joined(separator: "/"), rest.joined(separator: "/"))
          || PolicyDocument.wildcard(own, step)
            && steps.dropFirst().contains { $0.utf8.contains(UInt8(ascii: "*")) }
      }
      guard let own = steps.popFirst(), PolicyDocument.wildcard(own, step) else { return false }
    }
    return covers(accounts: Array(steps))
  }

  /// Whether what follows `AWSLogs/` in a path covers an account's events: the organization's and the account's number, `CloudTrail`, and
  /// more.
  private static func covers(accounts steps: [String]) -> Bool {
    func isOpen(_ step: String) -> Bool { step.utf8.contains(UInt8(ascii: "*")) }
    guard let account = steps.first, !account.isEmpty else { return false }
    for step in steps.dropFirst().prefix(2) where !step.isEmpty {
      if isOpen(step) || step.hasPrefix("CloudTrail") { return true }
      guard step.utf8.allSatisfy({ (48...57).contains($0) }) else { return false }
    }
    return isOpen(account) || steps.count > 2
  }

  /// What a Resource names of a bucket.
  private enum BucketPart {
    /// What only a deployment knows.
    case unknown
    /// Nothing: another bucket, or no bucket's ARN.
    case none
    /// What follows the bucket, with `*` for its unknown parts; empty for the bucket itself.
    case path(String)
  }

  private func part(of text: String, in bucket: Bucket) -> BucketPart {
    if let lead = leadingReference(text), places.buckets.place(of: lead.id) != nil {
      guard same(lead.id, bucket) else { return .none }
      // What stands for the bucket by itself is its name.
      guard lead.attribute.lowercased() == "arn" else {
        return ["", "id", "bucket"].contains(lead.attribute) ? .none : .unknown
      }
      return .path(ChainValue.pattern(of: lead.rest))
    }
    let fields = ARNText.fields(of: text)
    guard fields.count == 6 else { return .unknown }
    guard PolicyDocument.wildcard(ChainValue.pattern(of: fields[2]), "s3") else { return .none }
    if let lead = leadingReference(fields[5]), places.buckets.place(of: lead.id) != nil {
      return same(lead.id, bucket) ? .path(ChainValue.pattern(of: lead.rest)) : .none
    }
    let pattern = ChainValue.pattern(of: fields[5])
    let end = pattern.utf8.firstIndex(of: UInt8(ascii: "/")) ?? pattern.endIndex
    let own = String(pattern[..<end])
    if own.hasSuffix("*"), end == pattern.endIndex { return .unknown }
    let names = bucket.name?.all ?? []
    let isOther =
      !names.isEmpty
      && names.allSatisfy { name in
        name.known.map { !PolicyDocument.wildcard(own, $0) } ?? false
      }
    return isOther ? .none : .path(String(pattern[end...]))
  }

  private func same(_ id: String, _ bucket: Bucket) -> Bool {
    guard id != bucket.resource.id else { return true }
    guard let name = bucket.name, let other = places.buckets.place(of: id).flatMap({ buckets[$0].name })
    else {
      return false
    }
    return other.agreement(with: name) == .same
  }

  /// The resource of the file that a text begins with, what is read of it, and the rest of the text.
  func leadingReference(_ text: String) -> (id: String, attribute: String, rest: String)? {
    let scalars = text.unicodeScalars
    guard scalars.first == ShellText.open, let close = scalars.firstIndex(of: ShellText.close) else {
      return nil
    }
    let name = String(scalars[scalars.index(after: scalars.startIndex)..<close])
    let rest = String(scalars[scalars.index(after: close)...])
    if order[name] != nil { return (name, "", rest) }
    let parts = name.fields(by: ".")
    for count in [1, 2] where parts.count > count {
      let id = parts.prefix(count).joined(separator: ".")
      if order[id] != nil { return (id, parts.dropFirst(count).joined(separator: "."), rest) }
    }
    return nil
  }
}
