internal import Diagnostics
internal import Documents

/// What is found where a template refers to a parameter, of which only the default is known.
struct ParameterDefaults {
  private let template: Template

  /// Makes one for a template.
  init(_ template: Template) { self.template = template }

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
    for resource in template.resources {
      guard let properties = resource.properties, let found = Self.reference(in: properties, at: range) else {
        continue
      }
      return template.parameter(found)
    }
    return nil
  }

  private static func reference(in node: Node, at range: SourceRange) -> String? {
    if node.range.start.line > range.start.line || node.range.end.line < range.start.line { return nil }
    if let call = Intrinsic(node), call.name == "Ref", node.range == range { return call.argument.text }
    switch node.content {
    case .scalar: return nil
    case .sequence(let elements): return elements.lazy.compactMap { reference(in: $0, at: range) }.first
    case .mapping(let entries): return entries.lazy.compactMap { reference(in: $0.value, at: range) }.first
    }
  }
}
