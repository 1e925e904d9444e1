internal import Diagnostics
internal import Documents

/// What is found where a template refers to a parameter, of which only the default is known.
struct ParameterDefaults {
  private let template: Template
  /// The properties of the resources by where they begin, which with an alias need not be in the order of the resources.
  private let properties: [Node]

  /// Makes one for a template.
  init(_ template: Template) {
    self.template = template
    properties = template.resources.compactMap(\.properties).sorted { $0.range.start < $1.range.start }
  }

  /// A finding with the place of the default that it speaks of. Where other values are offered too, it is a note: whoever deploys the
  /// template chooses.
  func explained(_ finding: Diagnostic) -> Diagnostic {
    guard let range = finding.range, let parameter = parameter(at: range),
      let value = parameter.node["Default"], value.range.start != range.start
    else { return finding }
    var explained = finding
    explained.notes.append(.init("the default of the parameter '\(parameter.name)'", at: value.range))
    if parameter.node["AllowedValues"]?.elements?.count ?? 0 > 1 { explained.severity = .note }
    return explained
  }

  /// The parameter that a call at a place refers to.
  private func parameter(at range: SourceRange) -> Template.Item? {
    var (low, high) = (0, properties.count)
    while low < high {
      let middle = (low + high) / 2
      if properties[middle].range.start <= range.start { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    return Self.reference(in: properties[low - 1], at: range).flatMap { template.parameter($0) }
  }

  private static func reference(in node: Node, at range: SourceRange) -> String? {
    if node.range.start > range.start || node.range.end < range.start { return nil }
    if let call = Intrinsic(node), call.name == "Ref", node.range == range { return call.argument.text }
    switch node.content {
    case .scalar: return nil
    case .sequence(let elements): return elements.lazy.compactMap { reference(in: $0, at: range) }.first
    case .mapping(let entries): return entries.lazy.compactMap { reference(in: $0.value, at: range) }.first
    }
  }
}
