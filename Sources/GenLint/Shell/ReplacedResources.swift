internal import Diagnostics
internal import Documents

/// Filters and alarms that a script makes under a name which it gave to another one before: the service keeps the last one alone.
struct ReplacedResources {
  /// What was found.
  private(set) var findings: [Diagnostic] = []

  private struct Resource {
    let parameters: AWSParameters
    let range: SourceRange
  }

  /// The operations that make something of a name or replace it, with what the name is unique in, and what tells two of them apart.
  private static let makers: [String: (what: String, name: String, scope: String?, traits: [String])] = [
    "logs put-metric-filter": ("filter", "filterName", "logGroupName", ["filterPattern", "metricName"]),
    "cloudwatch put-metric-alarm": ("alarm", "AlarmName", nil, ["MetricName", "Namespace"]),
  ]

  /// Looks at the commands in their order.
  init(_ calls: [(command: AWSCommand, parameters: AWSParameters)]) {
    var made: [String: Resource] = [:]
    for (command, parameters) in calls {
      // What is deleted may be made anew.
      if command.operation == "delete-metric-filter" || command.operation == "delete-alarms" { made = [:] }
      guard let maker = Self.makers["\(command.service) \(command.operation)"],
        !command.invocation.isConditional, !parameters.isOpen,
        let name = Self.text(maker.name, parameters), ShellText.isKnown(name.text)
      else { continue }
      let scope = maker.scope.flatMap { Self.text($0, parameters)?.text } ?? ""
      let place = ["region", "profile", "endpoint-url"].map { command.option($0)?.values.first?.text ?? "" }
      let key = ([maker.what, scope, name.text] + place).joined(separator: "\n")
      let resource = Resource(parameters: parameters, range: name.range)
      if let before = made.updateValue(resource, forKey: key),
        let trait = maker.traits.first(where: { Self.differ($0, before.parameters, parameters) })
      {
        findings.append(.replaced(maker.what, name.text, trait, at: name.range, before.range))
      }
    }
  }

  private static func text(_ member: String, _ parameters: AWSParameters) -> (
    text: String, range: SourceRange
  )? {
    var value = parameters.entries.first { $0.key.text == member }?.value
    if member == "metricName" {
      let transformations = parameters.entries.first { $0.key.text == "metricTransformations" }?.value
      value = transformations?.elements?.first?.entries?.first { $0.key.text == member }?.value
    }
    return value.flatMap { value in value.text.map { ($0, value.range) } }
  }

  private static func differ(_ trait: String, _ one: AWSParameters, _ other: AWSParameters) -> Bool {
    guard let one = text(trait, one)?.text, let other = text(trait, other)?.text else { return false }
    return one != other && ShellText.isKnown(one) && ShellText.isKnown(other)
  }
}

extension Diagnostic {
  fileprivate static func replaced(
    _ what: String, _ name: String, _ trait: String, at range: SourceRange, _ before: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .duplicateName, "this replaces the \(what) '\(name.prefix(80))', which has another \(trait)",
      at: range,
      hint: "give each \(what) a name of its own", notes: [Note("the first one", at: before)])
  }
}
