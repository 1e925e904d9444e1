internal import Diagnostics
internal import Documents

/// The sections of a template that hold no resources: each by its published schema.
///
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html
struct TemplateSections {
  let template: Template

  /// The longest description, in bytes.
  private static let longestDescription = 1024

  /// What is wrong with them; of a template that a macro rewrites, what is wrong with naming the macro.
  func findings() -> [Diagnostic] {
    var found: [Diagnostic] = []
    for entry in template.root.entries ?? [] where !template.isRewritten || entry.key.text == "Transform" {
      switch entry.key.text {
      case "Description": description(entry, &found)
      case "Metadata": metadata(entry.value, &found)
      // The language extensions take functions as names, and a macro may write anything.
      case "Mappings" where !template.isOpen && !template.transforms.contains("AWS::LanguageExtensions"):
        found += validated(entry, "template.mappings", name: "Mappings")
      case "Rules": rules(entry, &found)
      case "Transform": transform(entry.value, &found)
      case "Conditions":
        names(template.conditions, &found) { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "_") }
      case "Parameters": names(template.parameters, &found) { _ in false }
      case "Resources": names(template.resources.map(\.item), &found) { _ in false }
      case "Outputs": names(template.outputs, &found) { _ in false }
      default: break
      }
    }
    if !template.isRewritten { shared(&found) }
    return found
  }

  private func validated(_ entry: Node.Entry, _ schema: String, name: String) -> [Diagnostic] {
    // What is no mapping is said of the section as a whole.
    guard entry.value.entries != nil, let schema = template.schemas.schema(schema) else { return [] }
    // The console shows the labels of the parameters' interface as they are.
    let isStrict = name == "AWS::CloudFormation::Interface"
    var validator = SchemaValidator(LiteralLanguage(template, isStrict: isStrict))
    validator.validate(.init(node: entry.value, name: name, key: entry.key.range), schema)
    guard name != "Rules" else { return validator.findings }
    // A function where a value is wanted is one fault.
    let calls = LiteralLanguage.calls(in: entry.value)
    let places = Set(calls.compactMap { $0.range?.start })
    return validator.findings.filter { !($0.range.map { places.contains($0.start) } ?? false) } + calls
  }

  private func description(_ entry: Node.Entry, _ found: inout [Diagnostic]) {
    // A snippet may bring the text.
    if Intrinsic(entry.value)?.name == "Transform" { return }
    guard let scalar = entry.value.scalar, entry.value.tag == nil, !scalar.isNumberOrWord else {
      found.append(.isNoText(at: entry.value.range))
      return
    }
    let count = scalar.text.utf8.count
    if count > Self.longestDescription {
      found.append(.tooLong(count, Self.longestDescription, at: entry.value.range))
    }
  }

  private func metadata(_ node: Node, _ found: inout [Diagnostic]) {
    guard let entry = node.entries?.first(where: { $0.key.text == "AWS::CloudFormation::Interface" }) else {
      return
    }
    guard entry.value.entries != nil else {
      found.append(.interfaceIsNoMapping(at: entry.key.range))
      return
    }
    found += validated(entry, "template.interface", name: "AWS::CloudFormation::Interface")
  }

  /// A name, a macro with its parameters, or a list of these.
  ///
  /// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/transform-section-structure.html
  private func transform(_ node: Node, _ found: inout [Diagnostic], isInList: Bool = false) {
    if let call = Intrinsic(node), !call.isForeign {
      found.append(.transform("a transform takes no '\(call.name)'", at: node.range))
      return
    }
    if let elements = node.elements, !isInList {
      for element in elements { transform(element, &found, isInList: true) }
      return
    }
    guard let entries = node.entries else {
      let isName = node.scalar.map { !$0.text.isEmpty && !$0.isNumberOrWord } ?? false
      if !isName { found.append(.transform("a transform is a name, or a macro", at: node.range)) }
      return
    }
    if let name = node["Name"] {
      if name.scalar?.isNumberOrWord ?? false {
        found.append(.transform("the name of a macro is a text", at: name.range))
      }
    } else {
      found.append(.transform("a macro lacks the required 'Name'", at: node.range))
    }
    for entry in entries where !["Name", "Parameters"].contains(entry.key.text) {
      found.append(.transform("a macro has no '\(entry.key.text ?? "")'", at: entry.key.range))
    }
    if let parameters = node["Parameters"], parameters.entries == nil {
      found.append(.transform("'Parameters' takes a structure", at: parameters.range))
    }
  }

  private func rules(_ entry: Node.Entry, _ found: inout [Diagnostic]) {
    found += validated(entry, "template.rules", name: "Rules")
    guard template.transforms.isEmpty else { return }
    for rule in entry.value.entries ?? [] {
      if let node = rule.value["RuleCondition"] { condition("RuleCondition", node, &found) }
      for assertion in rule.value["Assertions"]?.elements ?? [] {
        if let node = assertion["Assert"] { condition("Assert", node, &found) }
      }
    }
  }

  private func condition(_ name: String, _ node: Node, _ found: inout [Diagnostic]) {
    if !IntrinsicGrammar.isCondition(node) { found.append(.noCondition(name, at: node.range)) }
  }

  /// The names of a section's members: letters and digits, and what else the section takes.
  private func names(
    _ items: [Template.Item], _ found: inout [Diagnostic], also isAllowed: (UInt8) -> Bool
  ) {
    for item in items {
      if item.name.hasPrefix("Fn::ForEach"), template.transforms.isEmpty { found.append(.loop(item)) }
      if TemplateLanguage.isTransform(item.name) { continue }
      let isNamed = !item.name.isEmpty && item.name.utf8.count <= 255
      let isPlain = item.name.utf8.allSatisfy {
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || isAllowed($0)
      }
      if !isNamed || !isPlain { found.append(.name(item)) }
    }
  }

  /// References tell parameters from resources by their names alone.
  private func shared(_ found: inout [Diagnostic]) {
    for resource in template.resources {
      if let parameter = template.parameter(resource.id) {
        found.append(.shared(resource.item, first: parameter.key))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func isNoText(at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .wrongValueType, "'Description' must be a text", at: range)
  }
  fileprivate static func tooLong(_ count: Int, _ most: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .lengthOutOfRange, "'Description' has \(count) bytes; it takes at most \(most)", at: range)
  }
  fileprivate static func interfaceIsNoMapping(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .wrongValueType, "'AWS::CloudFormation::Interface' takes a structure", at: range)
  }
  fileprivate static func transform(_ message: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .wrongValueType, message, at: range, hint: "such as {Name: Macro, Parameters: {Key: Value}}")
  }
  fileprivate static func noCondition(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .wrongValueType, "'\(name)' must be one condition function", at: range)
  }
  fileprivate static func loop(_ item: Template.Item) -> Diagnostic {
    Diagnostic(
      .error, .invalidIntrinsic, "'\(item.name.prefix(80))' needs the transform 'AWS::LanguageExtensions'",
      at: item.key)
  }
  fileprivate static func name(_ item: Template.Item) -> Diagnostic {
    Diagnostic(
      .error, .patternMismatch,
      "'\(item.name.prefix(80))' is not a name: 1 to 255 letters and digits are allowed",
      at: item.key)
  }
  fileprivate static func shared(_ item: Template.Item, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .duplicateKey, "a parameter has the name '\(item.name)' too", at: item.key,
      hint: "rename one of the two", notes: [Note("the parameter", at: first)])
  }
}
