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
      for parameter in template.parameters where !TemplateLanguage.isTransform(parameter.name) {
        found += validated(parameter, schema, LiteralLanguage(template))
        found += LiteralLanguage.calls(in: parameter.node)
        check(parameter, &found)
      }
    }
    if let schema = template.schemas.schema("template.output") {
      for output in template.outputs where !TemplateLanguage.isTransform(output.name) {
        let language = TemplateLanguage(
          template: template, condition: output.node["Condition"]?.text)
        found += validated(output, schema, language)
        checkOutput(output, &found)
      }
      if template.keepsFunctions { checkExports(&found) }
    }
    return found
  }

  private func validated(_ item: Template.Item, _ schema: Schema, _ language: any ValueLanguage)
    -> [Diagnostic]
  {
    var validator = SchemaValidator(language)
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

  /// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html
  private static let types: Set<String> = [
    "String", "Number", "CommaDelimitedList", "AWS::EC2::AvailabilityZone::Name", "AWS::EC2::Image::Id",
    "AWS::EC2::Instance::Id", "AWS::EC2::KeyPair::KeyName", "AWS::EC2::SecurityGroup::GroupName",
    "AWS::EC2::SecurityGroup::Id", "AWS::EC2::Subnet::Id", "AWS::EC2::VPC::Id", "AWS::EC2::Volume::Id",
    "AWS::Route53::HostedZone::Id", "AWS::SSM::Parameter::Name",
  ]

  /// Lists and values of the Parameter Store are of those types too.
  private static func isType(_ name: String) -> Bool {
    if types.contains(name) { return true }
    for outer in ["List<", "AWS::SSM::Parameter::Value<"] where name.hasPrefix(outer) && name.hasSuffix(">") {
      return isType(String(name.dropFirst(outer.count).dropLast()))
    }
    return false
  }

  private func checkDefault(_ parameter: Template.Item, type: String, _ found: inout [Diagnostic]) {
    guard let value = parameter.node["Default"] else { return }
    // That no function stands here is said elsewhere, and what another tool fills in is not known.
    guard let scalar = value.scalar, !scalar.isNull, Intrinsic(value) == nil,
      !TemplateLanguage.isResolved(scalar.text) || scalar.text.contains(ascii: "{{resolve:")
    else { return }
    let text = scalar.deployed
    // The constraints of a value from the Parameter Store are those of the name it is stored under.
    if type == "CommaDelimitedList" || type.hasPrefix("List<") {
      var single: [Diagnostic] = []
      for element in text.fields(by: ",") {
        checkDefault(parameter, element.trimmingBlanks(), at: value.range, type, &single)
      }
      // A constraint may be written for the text as a whole.
      var whole: [Diagnostic] = []
      checkDefault(parameter, text, at: value.range, "String", &whole)
      if !whole.isEmpty { found += single }
    } else {
      checkDefault(parameter, text, at: value.range, type, &found)
    }
  }

  private func checkDefault(
    _ parameter: Template.Item, _ text: String, at range: SourceRange, _ type: String,
    _ found: inout [Diagnostic]
  ) {
    if type == "Number" || type == "List<Number>", Double(text) == nil {
      found.append(.brokenDefault(parameter, text, "it is not a number", at: range))
      return
    }
    if let allowed = parameter.node["AllowedValues"]?.elements,
      !allowed.contains(where: { Self.equal($0.scalar?.deployed, text) })
    {
      found.append(.brokenDefault(parameter, text, "it is not one of 'AllowedValues'", at: range))
    }
    if let pattern = parameter.node["AllowedPattern"]?.text, !Self.combinesSets(pattern),
      SchemaPattern("^(?:\(pattern))$")?.matches(text) == false
    {
      found.append(.brokenDefault(parameter, text, "'AllowedPattern' does not match it", at: range))
    }
    let length = text.utf16.count
    if let least = parameter.node["MinLength"]?.text.flatMap({ Int($0) }), length < least {
      found.append(
        .brokenDefault(parameter, text, "it is shorter than 'MinLength' \(least)", at: range))
    }
    if let most = parameter.node["MaxLength"]?.text.flatMap({ Int($0) }), length > most {
      found.append(.brokenDefault(parameter, text, "it is longer than 'MaxLength' \(most)", at: range))
    }
    guard type == "Number", let number = Double(text) else { return }
    if let least = parameter.node["MinValue"]?.text.flatMap({ Double($0) }), number < least {
      found.append(.brokenDefault(parameter, text, "it is below 'MinValue'", at: range))
    }
    if let most = parameter.node["MaxValue"]?.text.flatMap({ Double($0) }), number > most {
      found.append(.brokenDefault(parameter, text, "it is above 'MaxValue'", at: range))
    }
  }

  /// Whether a regular expression of Java's has a set inside a set, or what two sets share, which is not followed here.
  ///
  /// https://docs.oracle.com/javase/8/docs/api/java/util/regex/Pattern.html
  private static func combinesSets(_ pattern: String) -> Bool {
    var isEscaped = false
    var isInSet = false
    var previous: Unicode.Scalar = " "
    for scalar in pattern.unicodeScalars {
      defer { previous = isEscaped ? " " : scalar }
      if isEscaped {
        isEscaped = false
        continue
      }
      switch scalar {
      case "\\": isEscaped = true
      case "[" where isInSet: return true
      case "[": isInSet = true
      case "]" where previous != "[": isInSet = false
      case "&" where isInSet && previous == "&": return true
      default: break
      }
    }
    return false
  }

  private static func equal(_ left: String?, _ right: String) -> Bool {
    guard let left else { return false }
    if left.utf8.elementsEqual(right.utf8) { return true }
    return Double(left) != nil && Double(left) == Double(right)
  }

  private func checkOutput(_ output: Template.Item, _ found: inout [Diagnostic]) {
    if let call = Intrinsic(output.node), call.name != "Transform", !call.isForeign {
      found.append(
        .output("output '\(output.name)' must be a structure with a 'Value'", at: output.node.range))
    }
    for name in ["Description", "Condition"] {
      if let node = output.node[name], Intrinsic(node) != nil {
        found.append(.output("the '\(name)' of output '\(output.name)' takes no function", at: node.range))
      }
    }
    if let name = output.node["Export"]?["Name"], Intrinsic(name) == nil, name.scalar == nil {
      found.append(.output("the name of an export must be a text", at: name.range))
    }
    guard let value = output.node["Value"] else { return }
    checkText(value, of: output, &found)
    if let name = output.node["Export"]?["Name"] { checkExport(name, &found) }
    guard let name = output.node["Export"]?["Name"], Intrinsic(name) == nil, let text = name.text,
      !text.contains(ascii: "{{"), !text.contains(ascii: "${"), !text.isEmpty, template.keepsFunctions
    else { return }
    let isName = text.utf8.allSatisfy {
      (48...58).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45
    }
    if !isName {
      found.append(
        .output(
          "the name of an export has letters, digits, colons and hyphens only, and '\(text.prefix(60))' has others",
          at: name.range))
    }
  }

  /// Two outputs that export one name, of which no condition chooses.
  private func checkExports(_ found: inout [Diagnostic]) {
    var first: [String: SourceRange] = [:]
    for output in template.outputs where output.node["Condition"] == nil {
      guard let name = output.node["Export"]?["Name"], let text = name.settledText, !text.isEmpty else {
        continue
      }
      if let before = first[text] {
        found.append(.exportedTwice(name.text ?? text, at: name.range, first: before))
      } else {
        first[text] = name.range
      }
    }
  }

  private func checkText(_ value: Node, of output: Template.Item, _ found: inout [Diagnostic]) {
    if let call = Intrinsic(value), call.name == "If", let parts = call.argument.elements, parts.count == 3 {
      for branch in parts.dropFirst() { checkText(branch, of: output, &found) }
      return
    }
    let kinds = Intrinsic(value).flatMap { template.kinds(yieldedBy: $0) } ?? [.scalar]
    if Intrinsic(value) == nil ? value.scalar == nil : !kinds.contains(.scalar) {
      found.append(.output("the value of output '\(output.name)' must be a text", at: value.range))
    }
  }

  /// The name of an export is settled before any resource is made.
  ///
  /// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html
  private func checkExport(_ name: Node, _ found: inout [Diagnostic]) {
    if let call = Intrinsic(name) {
      let named: [String] =
        switch call.name {
        case "Ref": [call.argument.text].compactMap(\.self)
        case "GetAtt": [call.getAtt?.resource].compactMap(\.self)
        case "Sub":
          Intrinsic.pieces(of: call.sub?.text.text ?? "").compactMap(\.placeholder).map {
            $0.fields(by: ".").first ?? ""
          }
        default: []
        }
      if let resource = named.first(where: { template.resource($0) != nil }) {
        found.append(.output("the name of an export cannot depend on resource '\(resource)'", at: name.range))
      }
      if call.name == "Sub" { for entry in call.sub?.variables ?? [] { checkExport(entry.value, &found) } }
      if call.name != "GetAtt", call.name != "Sub" { checkExport(call.argument, &found) }
    }
    for element in name.elements ?? [] where Intrinsic(name) == nil { checkExport(element, &found) }
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
  fileprivate static func exportedTwice(_ name: String, at range: SourceRange, first: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, .duplicateName, "a second output exports '\(name.prefix(60))'", at: range,
      notes: [Note("the first one", at: first)])
  }
  fileprivate static func output(_ message: String, at range: SourceRange, hint: String? = nil) -> Diagnostic
  {
    Diagnostic(.error, .invalidOutput, message, at: range, hint: hint)
  }
}
