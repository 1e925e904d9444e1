internal import Diagnostics

/// A log group's ARN without the ending that CloudTrail wants, or with two.
struct LogGroupARNForm: ChainRule {
  func findings(in chain: MonitoringChain) -> [Diagnostic] {
    chain.trails.compactMap { trail in trail.logGroup.flatMap { check($0) } }
  }

  private func check(_ value: ChainValue) -> Diagnostic? {
    guard value.alternatives.isEmpty else { return nil }
    // Terraform's arn has no ':*' at its end, whether of a resource or of a data source; CloudFormation's Arn has one.
    if let reference = value.reference {
      return reference.attribute == "arn" && reference.id.hasPrefix("aws_cloudwatch_log_group.")
        ? .noEnding(value) : nil
    }
    let close = ShellText.close
    let text = value.text
    if text.hasPrefix("\(ShellText.open)data.aws_cloudwatch_log_group."), text.hasSuffix(".arn\(close)") {
      return .noEnding(value)
    }
    if text.hasSuffix(".Arn\(close):*") || text.hasSuffix(":*:*") { return .twoEndings(value) }
    let fields = ARNText.fields(of: text)
    guard fields.count == 6, fields[2] == "logs", fields[5].hasPrefix("log-group:") else { return nil }
    let rest = fields[5].dropFirst("log-group:".count)
    guard let last = rest.unicodeScalars.last, last != close else { return nil }
    return rest.utf8.contains(UInt8(ascii: ":")) ? nil : .noEnding(value)
  }
}

extension Diagnostic {
  fileprivate static func noEnding(_ value: ChainValue) -> Diagnostic {
    Diagnostic(
      .error, .logGroupARNForm, "the log group's ARN must end in ':*'", at: value.range, hint: "add ':*'")
  }
  fileprivate static func twoEndings(_ value: ChainValue) -> Diagnostic {
    Diagnostic(
      .error, .logGroupARNForm, "the log group's ARN ends in ':*' twice", at: value.range,
      hint: "its Arn attribute has it already")
  }
}
