internal import Diagnostics
internal import Documents

/// Resources that the service knows by the same properties, of which only one can be made.
///
/// https://docs.aws.amazon.com/cloudcontrolapi/latest/userguide/resource-identifier.html
struct TemplateIdentities {
  let template: Template

  /// Types whose names the chain rules compare, in all three forms.
  private static let compared: Set<String> = [
    "AWS::CloudWatch::Alarm", "AWS::Logs::LogGroup", "AWS::Logs::MetricFilter",
  ]

  /// What is named twice.
  func findings() -> [Diagnostic] {
    var first: [String: Template.Resource] = [:]
    var found: [Diagnostic] = []
    // Two of which a condition makes only one may share a name.
    for resource in template.resources
    where resource.item.node["Condition"] == nil && !Self.compared.contains(resource.type) {
      guard let schema = resource.schema, let properties = resource.properties else { continue }
      let names = schema.texts("identity")
      let values = names.compactMap { properties[$0]?.settledText }
      guard !names.isEmpty, values.count == names.count else { continue }
      let key = ([resource.type] + values).joined(separator: "\n")
      if let before = first[key] {
        let entry = properties.entries?.first { $0.key.text == names[0] }
        found.append(
          .twice(resource, names, first: before.item.key, at: entry?.value.range ?? resource.item.key))
      } else {
        first[key] = resource
      }
    }
    return found
  }
}

extension Diagnostic {
  fileprivate static func twice(
    _ resource: Template.Resource, _ names: [String], first: SourceRange, at range: SourceRange
  ) -> Diagnostic {
    let listed = names.map { "'\($0)'" }.joined(separator: " and ")
    return Diagnostic(
      .error, .duplicateName, "'\(resource.id)' is a second \(resource.type) with this \(listed)", at: range,
      notes: [Note("the first one", at: first)])
  }
}
