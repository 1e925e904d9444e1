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

  /// The properties within whose value a name is the only one, where the identifier leaves them out.
  private static let scopes: [String: String] = [
    "AWS::Scheduler::Schedule": "GroupName", "AWS::Glue::Database": "CatalogId",
    "AWS::LakeFormation::Tag": "CatalogId",
  ]

  /// What is named twice.
  func findings() -> [Diagnostic] {
    var first: [String: [Template.Resource]] = [:]
    var found: [Diagnostic] = []
    for resource in template.resources where !isCompared(resource) {
      guard let schema = resource.schema, let properties = resource.properties else { continue }
      let names = schema.texts("identity")
      let values = names.compactMap { properties[$0]?.settledText }
      guard !names.isEmpty, values.count == names.count else { continue }
      var scope = ""
      if let property = Self.scopes[resource.type], let node = properties[property] {
        guard let text = node.settledText else { continue }
        scope = text
      }
      let key = ([resource.type, scope] + values).joined(separator: "\n")
      if let before = first[key]?.first(where: { isMade($0, beside: resource) }) {
        let entry = properties.entries?.first { $0.key.text == names[0] }
        found.append(
          .twice(resource, names, first: before.item.key, at: entry?.value.range ?? resource.item.key))
      } else {
        first[key, default: []].append(resource)
      }
    }
    return found
  }

  /// Whether the chain rules compare the resource's names: those written as they are, of what is always made.
  private func isCompared(_ resource: Template.Resource) -> Bool {
    guard Self.compared.contains(resource.type), resource.item.node["Condition"] == nil else { return false }
    return resource.schema?.texts("identity").allSatisfy { name in
      resource.properties?[name].map { Intrinsic($0) == nil } ?? true
    } ?? true
  }

  /// Whether one resource is made whenever another is. Two of which a condition makes only one may share a name.
  private func isMade(_ one: Template.Resource, beside other: Template.Resource) -> Bool {
    let conditions = [one, other].map { $0.item.node["Condition"]?.text }
    return conditions[0] == nil || conditions[0] == conditions[1]
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
