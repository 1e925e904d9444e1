internal import Diagnostics
internal import Documents

/// The properties that a serverless template gives to all its resources of a type.
///
/// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html
struct TemplateGlobals {
  let template: Template

  /// How the types begin whose properties may be given.
  static let prefix = "AWS::Serverless::"

  /// What the transform refuses.
  func findings() -> [Diagnostic] {
    guard template.isServerless, !template.isRewritten else { return [] }
    return (template.root["Globals"]?.entries ?? []).flatMap { entry -> [Diagnostic] in
      guard let name = entry.key.text, !TemplateLanguage.isTransform(name) else { return [] }
      guard let schema = template.schemas.schema(Self.prefix + name), !schema.texts("globals").isEmpty else {
        return [.noSection(name, at: entry.key.range, among: sections)]
      }
      return check(entry, name, schema)
    }
  }

  private var sections: [String] {
    SchemaLibrary.cloudFormation.names(withPrefix: Self.prefix).filter {
      !(template.schemas.schema($0)?.texts("globals").isEmpty ?? true)
    }.map { String($0.dropFirst(Self.prefix.count)) }
  }

  private func check(_ entry: Node.Entry, _ name: String, _ schema: Schema) -> [Diagnostic] {
    let known = schema.texts("globals")
    var validator = SchemaValidator(TemplateLanguage(template: template))
    guard let entries = entry.value.entries else {
      return Intrinsic(entry.value) == nil ? [.sectionIsNoStructure(name, at: entry.key.range)] : []
    }
    for property in entries {
      guard let key = property.key.text, !TemplateLanguage.isTransform(key) else { continue }
      guard known.contains(key), let schema = schema.property(key) else {
        let isOwn = schema.propertyNames.contains(key)
        validator.report(.noGlobal(key, in: name, isOwn: isOwn, at: property.key.range, among: known))
        continue
      }
      validator.validate(.init(node: property.value, name: key, key: property.key.range), schema)
    }
    return validator.findings
  }
}

extension Template {
  /// Whether the serverless transform works on it.
  var isServerless: Bool { transforms.contains("AWS::Serverless-2016-10-31") }
}

extension Diagnostic {
  fileprivate static func noSection(_ name: String, at range: SourceRange, among known: [String])
    -> Diagnostic
  {
    Diagnostic(
      .error, .unknownProperty, "'Globals' has no section '\(name.prefix(80))'", at: range,
      hint: Suggestion.hint(for: name, among: known)
        ?? "one of: \(known.joined(separator: ", "))")
  }
  fileprivate static func sectionIsNoStructure(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .wrongValueType, "'\(name)' in 'Globals' must be a mapping", at: range)
  }
  fileprivate static func noGlobal(
    _ name: String, in section: String, isOwn: Bool, at range: SourceRange, among known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, .unknownProperty, "'\(section)' in 'Globals' takes no '\(name.prefix(80))'", at: range,
      hint: isOwn
        ? "give it to each resource by itself"
        : Suggestion.hint(for: name, among: known))
  }
}
