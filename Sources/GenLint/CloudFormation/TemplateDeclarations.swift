internal import Diagnostics
internal import Documents

/// The parameters and outputs of a template.
///
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
struct TemplateDeclarations {
  let template: Template

  /// What is wrong with them.
  func findings() -> [Diagnostic] {
    var found: [Diagnostic] = []
    if let schema = template.schemas.schema("template.parameter") {
      for parameter in template.parameters where !parameter.name.hasPrefix("Fn::") {
        found += validated(parameter, schema)
        check(parameter, &found)
      }
    }
    if let schema = template.schemas.schema("template.output") {
      for output in template.outputs where !output.name.hasPrefix("Fn::") {
        found += validated(output, schema)
        checkOutput(output, &found)
      }
    }
    return found
  }

  private func validated(_ item: Template.Item, _ schema: Schema) -> [Diagnostic] {
    var validator = SchemaValidator(TemplateLanguage(template: template))
    validator.validate(.init(node: item.node, name: item.name, key: item.key), schema)
    return validator.findings
  }

  private func check(_ parameter: Template.Item, _ found: inout [Diagnostic]) {
    guard let type = parameter.node["Type"] else { return }
    guard let name = type.text, Self.isType(name) else {
      found.append(.declaration("'\(type.text ?? "this")' is not a type of parameter", at: type.range))
      return
    }
    checkDefault(parameter, type: name, &found)
  }

  private static func isType(_ name: String) -> Bool {
    if [
      "String", "Number", "List<Number>", "CommaDelimitedList", "List<String>", "AWS::SSM::Parameter::Name",
    ].contains(name) {
      return true
    }
    return name.hasPrefix("AWS::") || name.hasPrefix("List<AWS::")
  }

  private func checkDefault(_ parameter: Template.Item, type: String, _ found: inout [Diagnostic]) {
    guard let value = parameter.node["Default"] else { return }
    guard let text = value.text else { return }
    guard type == "String" || type == "Number" else { return }
    if type == "Number", Double(text) == nil {
      found.append(.brokenDefault(parameter, text, "it is not a number", at: value.range))
      return
    }
    if let allowed = parameter.node["AllowedValues"]?.elements,
      !allowed.contains(where: { Self.equal($0.text, text) })
    {
      found.append(.brokenDefault(parameter, text, "it is not one of 'AllowedValues'", at: value.range))
    }
    if let pattern = parameter.node["AllowedPattern"]?.text,
      SchemaPattern("^(?:\(pattern))$")?.matches(text) == false
    {
      found.append(.brokenDefault(parameter, text, "'AllowedPattern' does not match it", at: value.range))
    }
    let length = text.utf16.count
    if let least = parameter.node["MinLength"]?.text.flatMap({ Int($0) }), length < least {
      found.append(
        .brokenDefault(parameter, text, "it is shorter than 'MinLength' \(least)", at: value.range))
    }
    if let most = parameter.node["MaxLength"]?.text.flatMap({ Int($0) }), length > most {
      found.append(.brokenDefault(parameter, text, "it is longer than 'MaxLength' \(most)", at: value.range))
    }
    guard type == "Number", let number = Double(text) else { return }
    if let least = parameter.node["MinValue"]?.text.flatMap({ Double($0) }), number < least {
      found.append(.brokenDefault(parameter, text, "it is below 'MinValue'", at: value.range))
    }
    if let most = parameter.node["MaxValue"]?.text.flatMap({ Double($0) }), number > most {
      found.append(.brokenDefault(parameter, text, "it is above 'MaxValue'", at: value.range))
    }
  }

  private static func equal(_ left: String?, _ right: String) -> Bool {
    guard let left else { return false }
    if left.utf8.elementsEqual(right.utf8) { return true }
    return Double(left) != nil && Double(left) == Double(right)
  }

  private func checkOutput(_ output: Template.Item, _ found: inout [Diagnostic]) {
    guard let value = output.node["Value"] else { return }
    if Intrinsic(value) == nil, value.scalar == nil {
      found.append(.output("the value of output '\(output.name)' must be a text", at: value.range))
    }
  }
}

extension Diagnostic {
  fileprivate static func declaration(_ message: String, at range: SourceRange, hint: String? = nil)
    -> Diagnostic
  {
    Diagnostic(.error, .invalidParameter, message, at: range, hint: hint)
  }
  fileprivate static func brokenDefault(
    _ parameter: Template.Item, _ text: String, _ why: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .invalidParameter, "the default '\(text.prefix(60))' of '\(parameter.name)' is refused: \(why)",
      at: range)
  }
  fileprivate static func output(_ message: String, at range: SourceRange, hint: String? = nil) -> Diagnostic
  {
    Diagnostic(.error, .invalidOutput, message, at: range, hint: hint)
  }
}
