internal import Diagnostics
internal import Documents

/// The shape of a template: its sections, the attributes of its resources, and every property by its published schema.
///
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html
struct TemplateStructure {
  let template: Template

  private static let sections = [
    "AWSTemplateFormatVersion", "Description", "Metadata", "Parameters", "Rules", "Mappings", "Conditions",
    "Transform", "Resources", "Outputs",
  ]
  /// The sections that only a transform reads.
  private static let transformed = ["Hooks", "Globals"]
  private static let attributes = [
    "Type", "Properties", "DependsOn", "Condition", "Metadata", "DeletionPolicy", "UpdateReplacePolicy",
    "CreationPolicy", "UpdatePolicy", "Version", "Connectors", "IgnoreGlobals", "Description",
  ]
  private static let policies = [
    "DeletionPolicy": ["Delete", "Retain", "RetainExceptOnCreate"],
    "UpdateReplacePolicy": ["Delete", "Retain"],
  ]
  /// The types whose resources leave a snapshot behind.
  ///
  /// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html
  private static let snapshotted: Set<String> = [
    "AWS::DocDB::DBCluster", "AWS::EC2::Volume", "AWS::ElastiCache::CacheCluster",
    "AWS::ElastiCache::ReplicationGroup", "AWS::Neptune::DBCluster", "AWS::RDS::DBCluster",
    "AWS::RDS::DBInstance", "AWS::Redshift::Cluster",
  ]

  /// What is wrong with the shape.
  func findings() -> [Diagnostic] {
    var found: [Diagnostic] = []
    for entry in template.root.entries ?? [] {
      guard let name = entry.key.text else { continue }
      let isTransformed = Self.transformed.contains(name) && isForTransform
      if !Self.sections.contains(name), !isTransformed {
        found.append(.unknownSection(name, at: entry.key.range, among: Self.sections))
      } else if !["AWSTemplateFormatVersion", "Description", "Transform"].contains(name),
        entry.value.entries == nil, !template.isRewritten
      {
        found.append(.sectionIsNoMapping(name, at: entry.key.range))
      }
    }
    if let version = template.root["AWSTemplateFormatVersion"], version.text != "2010-09-09" {
      found.append(.version(version))
    }
    if template.root["Resources"] == nil, !template.isIncomplete { found.append(.noResources(template.root)) }
    for condition in template.conditions where !TemplateLanguage.isTransform(condition.name) {
      // True and false are conditions inside of others only.
      let isLiteral = condition.node.scalar != nil && condition.node.tag == nil
      if isLiteral || !IntrinsicGrammar.isCondition(condition.node) {
        found.append(.conditionIsNoCall(condition))
      }
    }
    found += TemplateSections(template: template).findings()
    guard !template.isRewritten else { return found }
    for resource in template.resources
    where !TemplateLanguage.isTransform(resource.id) && !resource.isForeign {
      check(resource, &found)
    }
    return found
  }

  /// Whether a transform works on the template, named in it or at its deployment.
  private var isForTransform: Bool {
    template.isIncomplete
  }

  private func check(_ resource: Template.Resource, _ found: inout [Diagnostic]) {
    guard let entries = resource.item.node.entries else {
      found.append(.resourceIsNoMapping(resource.id, at: resource.item.key))
      return
    }
    // A transform in the resource itself writes the rest of it.
    if entries.contains(where: { $0.key.text.map(TemplateLanguage.isTransform) ?? false }) { return }
    for entry in entries {
      guard let name = entry.key.text else { continue }
      if !Self.attributes.contains(name), !takesOthers(resource.type) {
        found.append(.unknownAttribute(name, of: resource, at: entry.key.range, among: Self.attributes))
      }
      if name == "Condition", entry.value.text == nil {
        found.append(.conditionIsNoText(resource, at: entry.key.range))
      }
      checkLifecycle(entry, name, of: resource, &found)
      if let allowed = Self.policies[name], let call = Intrinsic(entry.value),
        !call.isForeign, template.keepsFunctions
      {
        let isTransformed = ["Sub", "Select", "FindInMap", "If", "Ref"].contains(call.name)
        if !isTransformed { found.append(.policy(name, entry.value, allowed)) }
        for branch in call.name == "If" ? call.argument.elements?.dropFirst() ?? [] : [] {
          if let text = branch.text, branch.tag == nil, text != "Snapshot", !allowed.contains(text) {
            found.append(.policy(name, branch, allowed))
          }
        }
        if isTransformed, template.transforms.isEmpty {
          found.append(.policyNeedsTransform(name, at: entry.value.range))
        }
      }
      if var allowed = Self.policies[name], Intrinsic(entry.value) == nil {
        if Self.snapshotted.contains(resource.type) || !resource.type.hasPrefix("AWS::") {
          allowed.append("Snapshot")
        }
        if let text = entry.value.text, allowed.contains(text) { continue }
        found.append(.policy(name, entry.value, allowed))
      }
    }
    if let metadata = resource.item.node["Metadata"], metadata["AWS::CloudFormation::Init"] != nil {
      checkInit(metadata, &found)
    }
    if resource.type.hasSuffix("::MODULE") { checkModule(resource, entries, &found) }
    checkType(resource, &found)
  }

  /// What the helper script cfn-init is to do.
  ///
  /// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-init.html
  private func checkInit(_ metadata: Node, _ found: inout [Diagnostic]) {
    guard template.keepsFunctions, let schema = template.schemas.schema("template.cfn_init"),
      let entry = metadata.entries?.first(where: { $0.key.text == "AWS::CloudFormation::Init" })
    else { return }
    var validator = SchemaValidator(TemplateLanguage(template: template))
    validator.validate(
      .init(node: entry.value, name: "AWS::CloudFormation::Init", key: entry.key.range), schema)
    found += validator.findings
  }

  /// A module's resources have their own policies, and pass no tags on.
  ///
  /// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/modules.html
  private func checkModule(
    _ resource: Template.Resource, _ entries: [Node.Entry], _ found: inout [Diagnostic]
  ) {
    for entry in entries where ["CreationPolicy", "UpdatePolicy"].contains(entry.key.text) {
      found.append(.notOfType(entry.key.text ?? "", resource, at: entry.key.range))
    }
    if let tags = resource.properties?.entries?.first(where: { $0.key.text == "Tags" }) {
      found.append(.notOfType("Tags", resource, at: tags.key.range))
    }
  }

  /// The attributes that only some types have.
  private func checkLifecycle(
    _ entry: Node.Entry, _ name: String, of resource: Template.Resource, _ found: inout [Diagnostic]
  ) {
    let isCustom =
      resource.type == "AWS::CloudFormation::CustomResource" || resource.type.hasPrefix("Custom::")
    switch name {
    case "Version" where !isCustom && resource.type.hasPrefix("AWS::"),
      "CreationPolicy" where isCustom, "UpdatePolicy" where isCustom:
      found.append(.notOfType(name, resource, at: entry.key.range))
    case "UpdatePolicy" where !resource.type.hasPrefix("AWS::") && !resource.type.hasSuffix("::MODULE"):
      found.append(.notOfType(name, resource, at: entry.key.range))
    case "Version", "Description":
      // The service takes any number or word for a text.
      if entry.value.scalar == nil || Intrinsic(entry.value) != nil {
        found.append(.attributeIsNoText(name, resource, at: entry.key.range))
      }
    case "CreationPolicy" where entry.value.entries == nil && Intrinsic(entry.value) == nil,
      "UpdatePolicy" where entry.value.entries == nil && Intrinsic(entry.value) == nil:
      found.append(.attributeIsNoMapping(name, resource, at: entry.key.range))
    case "UpdatePolicy" where resource.type.hasPrefix("AWS::"),
      "CreationPolicy" where resource.type.hasPrefix("AWS::"):
      let schema = name == "UpdatePolicy" ? "template.update_policy" : "template.creation_policy"
      guard Intrinsic(entry.value) == nil, let schema = template.schemas.schema(schema) else { return }
      var validator = SchemaValidator(TemplateLanguage(resource, in: template))
      let node = resource.item.node
      validator.validate(.init(node: node, name: resource.id, key: resource.item.key), schema)
      found += validator.findings
    default: break
    }
  }

  /// Whether a type's resources may have attributes of their own: the serverless transform drops them, and a rule of a conformance
  /// pack names its controls.
  private func takesOthers(_ type: String) -> Bool {
    type.hasPrefix("AWS::Serverless::") || type == "AWS::Config::ConfigRule"
  }

  private func checkType(_ resource: Template.Resource, _ found: inout [Diagnostic]) {
    guard let type = resource.item.node["Type"] else {
      found.append(.noType(resource))
      return
    }
    guard let name = type.text, type.scalar?.style != .plain || name != "null" else {
      found.append(.typeIsNoText(resource, at: type.range))
      return
    }
    if name.hasPrefix(TemplateGlobals.prefix), !template.isIncomplete {
      found.append(.serverless(name, at: type.range))
      return
    }
    let custom = name.hasPrefix("Custom::") ? "AWS::CloudFormation::CustomResource" : nil
    guard let schema = resource.schema ?? custom.flatMap({ template.schemas.schema($0) }),
      custom == nil || Self.isForeignType(name)
    else {
      if !isKnownElsewhere(name), !SchemaLibrary.cloudFormation.knows(name) {
        found.append(.unknownType(name, at: type.range, template.schemas.unpublishedType(name)))
      }
      return
    }
    if let date = schema["shutDown"]?.string {
      found.append(.shutDown(name, date, at: type.range))
      return
    }
    let entry = resource.item.node.entries?.first { $0.key.text == "Properties" }
    var validator = SchemaValidator(TemplateLanguage(resource, in: template))
    if let entry {
      if isNoStructure(entry.value) {
        let subject = SchemaValidator.Subject(node: entry.value, name: "Properties", key: entry.key.range)
        let call = Intrinsic(entry.value)
        found.append(
          call.map { .misfit(subject, wanted: ["object"], found: "what '\($0.name)' yields") }
            ?? .wrongType(subject, wanted: ["object"]))
        return
      }
      var node = entry.value
      if let packaged = Template.packaged[name], var entries = node.entries {
        for index in entries.indices where entries[index].key.text == packaged {
          entries[index].value = Template.uploaded(entries[index].value)
        }
        node.content = .mapping(entries)
      }
      // The serverless transform leaves out what is set to nothing.
      if name.hasPrefix(TemplateGlobals.prefix), let entries = node.entries {
        node.content = .mapping(entries.filter { !($0.value.scalar?.isNull ?? false) })
      }
      validator.validate(.init(node: node, name: name, key: entry.key.range), schema)
    } else if custom == nil || resource.item.node["Condition"] == nil {
      // A custom resource without properties whose condition never holds is a common placeholder.
      let empty = Node(.mapping([]), range: resource.item.node.range)
      validator.validate(.init(node: empty, name: name, key: resource.item.key), schema)
    }
    found += validator.findings
    found += TemplatePolicies(template: template).findings(of: resource)
  }

  /// Whether a value is none that properties can be written in.
  private func isNoStructure(_ node: Node) -> Bool {
    guard let call = Intrinsic(node) else { return node.entries == nil }
    return !call.isForeign && !["If", "Transform"].contains(call.name) && template.keepsFunctions
  }

  /// Types that no published list can hold, and one that is newer than the list.
  private func isKnownElsewhere(_ type: String) -> Bool {
    if !type.hasPrefix("AWS::") && !type.hasPrefix("Alexa::") {
      return Self.isForeignType(type)
    }
    if type.hasPrefix(TemplateGlobals.prefix), template.isServerless { return false }
    return type.hasSuffix("::MODULE") || type == "AWS::CloudWatch::LogAlarm"
      || template.isOpen && !template.transforms.isEmpty
      || template.isIncomplete && type.hasPrefix(TemplateGlobals.prefix)
  }

  /// Whether a name has the form of a type of somebody's own, and is not a misspelled one of AWS.
  ///
  /// https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_RegisterType.html
  private static func isForeignType(_ type: String) -> Bool {
    let parts = type.fields(by: ":")
    if parts.count >= 3, parts[0] == "Custom", parts[1].isEmpty {
      return parts[2].utf8.allSatisfy { isAlphanumeric($0) || "_@-".utf8.contains($0) }
    }
    guard parts.count == 5 || parts.count == 7,
      parts.enumerated().allSatisfy({ index, part in
        index % 2 == 1 ? part.isEmpty : part.utf8.count >= 2 && part.utf8.allSatisfy(isAlphanumeric)
      })
    else { return false }
    let known = "AWS" + type.dropFirst(parts[0].count)
    return parts[0].lowercased() != "aws" && !SchemaLibrary.cloudFormation.knows(known)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }
}

extension Diagnostic {
  fileprivate static func shutDown(_ type: String, _ date: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unknownType, "'\(type)' cannot be made any more: its service was shut down on \(date)",
      at: range)
  }
  fileprivate static func serverless(_ type: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unknownType, "'\(type)' needs the transform 'AWS::Serverless-2016-10-31'", at: range,
      hint: "write 'Transform: AWS::Serverless-2016-10-31' at the top of the template")
  }
  fileprivate static func unknownSection(_ name: String, at range: SourceRange, among known: [String])
    -> Diagnostic
  {
    Diagnostic(
      .error, .unknownSection, "a template has no section '\(name)'", at: range,
      hint: Suggestion.hint(for: name, among: known))
  }
  fileprivate static func sectionIsNoMapping(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .wrongValueType, "'\(name)' must be a mapping", at: range)
  }
  fileprivate static func version(_ node: Node) -> Diagnostic {
    Diagnostic(
      .error, .notAllowed, "the only template version is '2010-09-09'", at: node.range)
  }
  fileprivate static func noResources(_ root: Node) -> Diagnostic {
    let first = root.entries?.first?.key.range ?? root.range
    return Diagnostic(
      .error, .missingProperty, "the template lacks 'Resources'", at: first,
      hint: "a template declares at least one resource")
  }
  fileprivate static func resourceIsNoMapping(_ id: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .wrongValueType, "resource '\(id)' must be a mapping", at: range)
  }
  fileprivate static func unknownAttribute(
    _ name: String, of resource: Template.Resource, at range: SourceRange, among known: [String]
  ) -> Diagnostic {
    let isProperty = resource.schema?.propertyNames.contains(name) ?? false
    let hint =
      isProperty
      ? "put it under 'Properties'"
      : Suggestion.hint(for: name, among: known)
    return Diagnostic(
      .error, .unknownSection, "resource '\(resource.id)' has an unknown attribute '\(name)'", at: range,
      hint: hint)
  }
  fileprivate static func policyNeedsTransform(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, .invalidIntrinsic,
      "'\(name)' takes a function only with the transform 'AWS::LanguageExtensions'",
      at: range, hint: "add 'Transform: AWS::LanguageExtensions' to the template, or write the policy itself")
  }
  fileprivate static func policy(_ name: String, _ node: Node, _ allowed: [String]) -> Diagnostic {
    Diagnostic(
      .error, .notAllowed, "'\(node.text ?? "this")' is not a value of '\(name)'", at: node.range,
      hint: "one of: \(allowed.joined(separator: ", "))")
  }
  fileprivate static func notOfType(_ name: String, _ resource: Template.Resource, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, .unknownSection, "resource '\(resource.id)' (\(resource.type)) takes no '\(name)'", at: range)
  }
  fileprivate static func attributeIsNoMapping(
    _ name: String, _ resource: Template.Resource, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(.error, .wrongValueType, "the '\(name)' of '\(resource.id)' must be a mapping", at: range)
  }
  fileprivate static func attributeIsNoText(
    _ name: String, _ resource: Template.Resource, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(.error, .wrongValueType, "the '\(name)' of '\(resource.id)' must be a text", at: range)
  }
  fileprivate static func conditionIsNoText(_ resource: Template.Resource, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, .wrongValueType, "the condition of '\(resource.id)' must be a condition's name", at: range)
  }
  fileprivate static func conditionIsNoCall(_ condition: Template.Item) -> Diagnostic {
    Diagnostic(
      .error, .wrongValueType, "condition '\(condition.name)' must be a condition function", at: condition.key
    )
  }
  fileprivate static func noType(_ resource: Template.Resource) -> Diagnostic {
    let key = resource.item.key
    return Diagnostic(
      .error, .missingProperty, "resource '\(resource.id)' lacks 'Type'",
      at: SourceRange(file: key.file, start: key.start, end: max(key.end, resource.item.node.range.end)))
  }
  fileprivate static func typeIsNoText(_ resource: Template.Resource, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .wrongValueType, "the type of '\(resource.id)' must be a text", at: range)
  }
  fileprivate static func unknownType(_ name: String, at range: SourceRange, _ type: UnpublishedType)
    -> Diagnostic
  {
    if type.isSlip {
      return Diagnostic(
        .error, .unknownType, "no resource type '\(name)' is published", at: range,
        hint: type.meant.map { "did you mean '\($0)'?" })
    }
    // A type with no near name may be younger than the schemas.
    guard name.hasPrefix("AWS::"), name.fields(by: ":").count == 5 else {
      return Diagnostic(
        .error, .unknownType, "'\(name.prefix(80))' is no resource type", at: range,
        hint: "a type has the form AWS::Service::Resource")
    }
    return Diagnostic(
      .note, .unknownType,
      "the type '\(name)' is not among the published schemas here, so it is not checked", at: range,
      hint: type.meant.map { "did you mean '\($0)'?" })
  }
}
