internal import Diagnostics
internal import Documents

/// Says how the commonest slips are mended: what stands in another form's spelling, and what is named without `${`.
struct TerraformHints {
  let configuration: TerraformConfiguration
  /// The block that was judged, and its schema.
  let block: TerraformConfiguration.Block
  let schema: Schema

  /// A finding on the block, with a hint where one is known.
  func explained(_ finding: Diagnostic) -> Diagnostic {
    guard let range = finding.range,
      let place = place(of: range, in: block.body, schema, around: block.type),
      let hint = hint(for: finding, place)
    else { return finding }
    var finding = finding
    finding.hint = hint
    return finding
  }

  /// Where a finding points: an argument, and what it stands in.
  private struct Place {
    let entry: Node.Entry
    /// The value at the place itself: the argument's, or an element of it.
    let node: Node
    let schema: Schema?
    /// The name of what it stands in.
    let around: String
  }

  private func place(of range: SourceRange, in body: Node, _ schema: Schema?, around: String) -> Place? {
    for entry in body.entries ?? [] where entry.key.range.start <= range.start {
      guard range.end <= max(entry.key.range.end, entry.value.range.end) else { continue }
      if entry.key.range == range || entry.value.range == range {
        return Place(entry: entry, node: entry.value, schema: schema, around: around)
      }
      let name = entry.key.text ?? ""
      let property = schema?.property(name)
      let inner = property?["block"] == nil ? property?.schema("items") ?? property : property
      for part in entry.value.elements ?? [entry.value] {
        if part.range == range { return Place(entry: entry, node: part, schema: schema, around: around) }
        if let found = place(of: range, in: part, inner, around: name) { return found }
      }
    }
    return nil
  }

  private func hint(for finding: Diagnostic, _ place: Place) -> String? {
    let name = place.entry.key.text ?? ""
    switch finding.code {
    case .unknownProperty:
      if let hint = policyHint(name, place.around) { return hint }
      if finding.hint?.hasPrefix("did you mean") ?? false { return nil }
      return place.schema.flatMap { Self.likely(name, in: $0) }.map { "did you mean '\($0)'?" }
    case .wrongValueType: return typeHint(finding, name, place)
    case .patternMismatch, .lengthOutOfRange, .notAllowed:
      guard let text = place.node.text, isReference(text) else { return nil }
      return "write '${\(text)}'"
    default: return nil
    }
  }

  /// What a policy's grammar calls otherwise than the data source that writes policies.
  private func policyHint(_ name: String, _ around: String) -> String? {
    switch around {
    case "principals", "not_principals":
      guard ["AWS", "Service", "Federated", "CanonicalUser", "*"].contains(name) else { return nil }
      return "write {\"type\": \"\(name)\", \"identifiers\": […]}"
    case "condition":
      guard
        name.hasPrefix("String") || name.hasPrefix("Arn") || name.hasPrefix("Bool") || name.hasPrefix("For")
          || name.hasPrefix("Null") || name.hasPrefix("Ip") || name.hasPrefix("Numeric")
          || name.hasPrefix("Date")
      else { return nil }
      return "write {\"test\": \"\(name)\", \"variable\": …, \"values\": […]}"
    default: return nil
    }
  }

  private func typeHint(_ finding: Diagnostic, _ name: String, _ place: Place) -> String? {
    let isText = finding.message.contains("' takes a text, not ")
    let isDocument = ["policy", "pattern", "document", "definition", "template", "body", "json"].contains {
      name.contains(ascii: $0)
    }
    if isText, isDocument, place.node.entries != nil {
      return "write '${jsonencode({…})}', or the JSON as a text"
    }
    if isText, let text = place.node.text, let address = wholeResource(text) {
      if address.hasPrefix("data.aws_iam_policy_document.") { return "write '${\(address).json}'" }
      return "name an attribute of it\(name.hasSuffix("arn") ? ": '${\(address).arn}'" : "")"
    }
    if finding.message.contains("' takes a structure, not a list"),
      let first = place.node.elements?.first?.entries, let pair = Self.pair(first)
    {
      return "write {\"\(pair.name)\": \"\(pair.value)\"}, with a member for each"
    }
    if finding.message.contains("' takes a list, not '"), let text = place.node.text {
      return "write [\"\(text.prefix(60))\"]"
    }
    return nil
  }

  /// `{"Key": "a", "Value": "b"}`, as CloudFormation spells tags and dimensions.
  private static func pair(_ entries: [Node.Entry]) -> (name: String, value: String)? {
    func text(_ names: Set<String>) -> String? {
      entries.first { names.contains($0.key.text?.lowercased() ?? "") }?.value.text
    }
    guard let name = text(["key", "name"]), let value = text(["value"]) else { return nil }
    return (String(name.prefix(40)), String(value.prefix(40)))
  }

  /// The address of a resource that a text names without an attribute.
  private func wholeResource(_ text: String) -> String? {
    guard text.hasPrefix("${"), text.hasSuffix("}") else { return nil }
    let address = text.dropFirst(2).dropLast().fields(by: ".").map { $0.trimmingBlanks() }.joined(
      separator: ".")
    if address.hasPrefix("data.") {
      return configuration.dataSource(String(address.dropFirst(5))) == nil ? nil : address
    }
    return configuration.resource(address) == nil ? nil : address
  }

  /// Whether a text reads as a reference that lacks its `${` and `}`.
  private func isReference(_ text: String) -> Bool {
    let steps = text.fields(by: ".")
    guard steps.count > 1, steps.allSatisfy(TerraformSections.isName) else { return false }
    switch steps[0] {
    case "var": return configuration.variables.contains { $0.name == steps[1] }
    case "local": return configuration.locals.contains { $0.key.text == steps[1] }
    case "module": return steps.count > 2 && configuration.modules.contains { $0.name == steps[1] }
    case "data": return steps.count > 3 && configuration.dataSource("\(steps[1]).\(steps[2])") != nil
    default:
      return steps.count > 2
        && (steps[0].hasPrefix("aws_") || configuration.resource("\(steps[0]).\(steps[1])") != nil)
    }
  }

  /// The argument that a name of CloudFormation's, or one with a word too many or too few, stands for.
  static func likely(_ name: String, in schema: Schema) -> String? {
    let readOnly = schema.texts("readOnly")
    let known = schema.propertyNames.filter { !readOnly.contains($0) && $0 != "id" }
    let snake = snakeCase(name)
    if known.contains(snake) { return snake }
    let tests: [(String) -> Bool] = [
      { snake.hasSuffix("_" + $0) }, { snake.hasPrefix($0 + "_") }, { $0.hasPrefix(snake + "_") },
      { $0.hasSuffix("_" + snake) },
    ]
    for test in tests {
      let found = known.filter(test)
      if found.count == 1 { return found[0] }
    }
    return snake == name ? nil : Suggestion.nearest(to: snake, among: known)
  }

  /// `metricName` and `MetricName` as `metric_name`.
  static func snakeCase(_ name: String) -> String {
    var out = ""
    var isUpper = true
    for scalar in name.unicodeScalars {
      let upper = scalar.properties.isUppercase
      if upper, !isUpper, out.last != "_" { out += "_" }
      out += scalar.properties.lowercaseMapping
      isUpper = upper
    }
    return out
  }
}
