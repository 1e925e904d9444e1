internal import Diagnostics

/// A topic policy whose condition admits no alarm.
struct TopicPolicyConditionExcludes: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.alarmTopics.flatMap { topic, _ -> [Diagnostic] in
      let names = chain.namesOfAlarms(telling: topic)
      let statements = chain.policies(of: topic).flatMap {
        $0.policy.isOpen ? [] : $0.policy.allowing("cloudwatch.amazonaws.com")
      }
      .filter { PolicyDocument.covers($0.actions, "sns:Publish") }
      let excluding = statements.compactMap { statement in statement.conditions.first { excludes($0, names) }
      }
      // One statement that lets the alarm through is enough.
      return excluding.count == statements.count
        ? excluding.compactMap { condition in
          condition.values.first.map {
            ServiceRequest.lacks(condition.key) ? .absent(condition.key, $0) : .excluded($0)
          }
        } : []
    }
  }

  /// Whether a condition holds for no alarm; for none of those named, where all names are known.
  private func excludes(_ condition: PolicyDocument.Condition, _ names: [String]?) -> Bool {
    if ServiceRequest.holds(condition) == .no { return true }
    guard condition.key.lowercased() == "aws:sourcearn", condition.comparesTexts else { return false }
    let test = condition.test.lowercased()
    let isLiteral = test.hasPrefix("stringequals")
    return condition.values.allSatisfy { value in
      let fields = ARNText.fields(of: value.text)
      if isLiteral, value.hasAsterisk { return true }
      guard fields.count == 6, ShellText.isKnown(fields[2]) else { return false }
      if !PolicyDocument.wildcard(fields[2], "cloudwatch") { return true }
      let pattern = ChainValue.pattern(of: fields[5])
      if let names { return !names.contains { PolicyDocument.wildcard(pattern, "alarm:\($0)") } }
      let head = pattern.prefix { $0 != "*" && $0 != "?" }
      let isOpen = head.endIndex != pattern.endIndex
      return !head.hasPrefix("alarm:") && !(isOpen && "alarm:".hasPrefix(head))
    }
  }
}

extension Diagnostic {
  fileprivate static func absent(_ key: String, _ value: ChainValue) -> Diagnostic {
    Diagnostic(
      .error, .topicPolicyConditionExcludes,
      "CloudWatch's calls have no '\(key)', so this condition keeps it from publishing", at: value.range,
      hint: "limit the service by aws:SourceAccount and aws:SourceArn")
  }
  fileprivate static func excluded(_ value: ChainValue) -> Diagnostic {
    Diagnostic(
      .error, .topicPolicyConditionExcludes,
      "no alarm that tells the topic has an ARN like '\(value.shown)', so CloudWatch may not publish",
      at: value.range, hint: "compare with ArnLike and arn:PARTITION:cloudwatch:REGION:ACCOUNT:alarm:*")
  }
}
