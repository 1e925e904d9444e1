internal import Diagnostics
internal import Documents

/// Every reference of a template: whether what it names exists, and what nothing names.
struct TemplateReferences {
  private let template: Template
  private let language: TemplateLanguage
  private let logic: ConditionLogic
  private let conditions: Set<String>
  private var callsMacro = false
  private let source: SourceText?
  private var found: [Diagnostic] = []
  /// How many names were found to be defined nowhere.
  private var undefinedCount = 0
  private var usedNames: Set<String> = []
  private var usedConditions: Set<String> = []
  private var usedMappings: Set<String> = []
  private var usesAnyMapping = false
  private let mappings: [String: MappingLookup]
  /// The resources that each resource refers to, in the order of the text.
  private(set) var edges: [String: [String]] = [:]
  private var current: String?
  /// Whether the walk is in the section of rules, which has functions of its own.
  private var isInRules = false
  /// The conditions under which the place of the walk counts; one that is computed is not known.
  private var assumptions: [ConditionLogic.Assumption?] = []
  /// What is there under which conditions.
  private var absences: ConditionalAbsences
  /// Whether the walk is where anything may stand, such as metadata.
  private var isFree = false

  /// The parameters that every template has.
  static let pseudo: Set<String> = [
    "AWS::AccountId", "AWS::NotificationARNs", "AWS::NoValue", "AWS::Partition", "AWS::Region",
    "AWS::StackId",
    "AWS::StackName", "AWS::URLSuffix",
  ]

  /// Makes a walk over a template, whose text tells the lines of names in long texts.
  init(_ template: Template, _ source: SourceText? = nil) {
    self.template = template
    self.source = source
    language = TemplateLanguage(template: template)
    logic = ConditionLogic(template)
    absences = ConditionalAbsences(logic: logic)
    conditions = Set(template.conditions.map(\.name))
    mappings = Dictionary(
      template.mappings.map { ($0.name, MappingLookup(template: template, mapping: $0)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What is wrong with the references.
  mutating func findings() -> [Diagnostic] {
    for item in template.conditions { walk(item.node, inConditions: true) }
    isInRules = true
    if let rules = template.root["Rules"] { walk(rules, inConditions: true) }
    isInRules = false
    for resource in template.resources {
      current = resource.id
      assumptions = Self.assumptions(of: resource.item)
      for entry in resource.item.node.entries ?? [] where entry.key.text != "DependsOn" {
        if entry.key.text == "Condition" {
          condition(entry.value)
        } else {
          walk(entry.value, inConditions: false)
        }
      }
      for dependency in resource.dependencies { depend(resource, on: dependency) }
    }
    current = nil
    for output in template.outputs {
      assumptions = Self.assumptions(of: output)
      for entry in output.node.entries ?? [] {
        if entry.key.text == "Condition" {
          condition(entry.value)
        } else {
          walk(entry.value, inConditions: false)
        }
      }
    }
    assumptions = []
    isFree = true
    for section in ["Metadata", "Hooks", "Globals"] {
      if let node = template.root[section] { walk(node, inConditions: false) }
    }
    if !template.isIncomplete, !callsMacro { unused() }
    return found
  }

  private mutating func walk(_ node: Node, inConditions: Bool) {
    if let call = Intrinsic(node) {
      check(call, inConditions: inConditions)
      walkArguments(of: call, inConditions: inConditions)
      return
    }
    switch node.content {
    case .scalar: break
    case .sequence(let elements): for element in elements { walk(element, inConditions: inConditions) }
    case .mapping(let entries):
      if inConditions, entries.count == 1, entries[0].key.text == "Condition" {
        condition(entries[0].value, isCalled: true)
        return
      }
      for entry in entries { walk(entry.value, inConditions: inConditions) }
    }
  }

  private mutating func walkArguments(of call: Intrinsic, inConditions: Bool) {
    switch call.name {
    case "Ref", "Condition": break
    case "GetAtt":
      if let elements = call.argument.elements {
        for e in elements.dropFirst() { walk(e, inConditions: false) }
      }
    case "Sub":
      // The text is one; a function in its place is looked at all the same.
      let text = call.argument.elements?.first ?? call.argument
      if Intrinsic(text) != nil { walk(text, inConditions: inConditions) }
      for entry in call.sub?.variables ?? [] { walk(entry.value, inConditions: inConditions) }
    case "If":
      // The condition itself is looked up where the call is checked.
      let condition = call.argument.elements?.first?.text
      for (index, part) in (call.argument.elements?.dropFirst() ?? []).enumerated() {
        assumptions.append(condition.map { .init(condition: $0, holds: index == 0) })
        walk(part, inConditions: inConditions)
        assumptions.removeLast()
      }
    default: walk(call.argument, inConditions: inConditions)
    }
  }

  private mutating func check(_ call: Intrinsic, inConditions: Bool) {
    // A transform may bring functions and arguments that the service itself does not know.
    if template.keepsFunctions, !isFree {
      found += IntrinsicGrammar(template: template).problems(in: call)
      if !inConditions, IntrinsicGrammar.conditions.contains(call.name) {
        found.append(.conditionFunction(call))
      }
      if inConditions, !isInRules, IntrinsicGrammar.rules.contains(call.name) {
        found.append(.ruleFunction(call))
      }
    }
    switch call.name {
    case "Ref":
      if let name = call.argument.text, call.argument.tag == nil {
        refer(to: name, at: call.argument.range, parametersOnly: inConditions)
      }
    case "Condition": condition(call.argument, isCalled: true)
    case "GetAtt": getAtt(call, inConditions: inConditions)
    case "Sub": sub(call, inConditions: inConditions)
    case "If":
      if let first = call.argument.elements?.first, call.argument.elements?.count == 3 { condition(first) }
    case "FindInMap": findInMap(call)
    case "ValueOf": if let name = call.argument.elements?.first?.text { usedNames.insert(name) }
    case "ValueOfAll", "RefAll":
      if let type = (call.argument.elements?.first ?? call.argument).text { use(parametersOf: type) }
    // A macro reads the template's parameters by itself.
    case "Transform": callsMacro = true
    default:
      if !Intrinsic.known.contains(call.name), !call.name.hasPrefix("ForEach"), !call.isForeign,
        template.keepsFunctions
      {
        found.append(.unknownFunction(call))
      }
    }
  }

  /// A rule may read all parameters of a type, and of lists of it.
  private mutating func use(parametersOf type: String) {
    for parameter in template.parameters {
      let own = parameter.node["Type"]?.text
      if own == type || own == "List<\(type)>" { usedNames.insert(parameter.name) }
    }
  }

  private mutating func refer(to name: String, at range: SourceRange, parametersOnly: Bool = false) {
    usedNames.insert(name)
    if Self.pseudo.contains(name) || template.parameter(name) != nil { return }
    if let target = template.resource(name), !parametersOnly {
      if let current { edges[current, default: []].append(name) }
      mayBeMissing(target, at: range)
      return
    }
    if template.mayMake(name) { return }
    let resources = template.resources.prefix(parametersOnly ? 0 : .max).lazy.map(\.id)
    let known = [AnySequence(template.parameters.lazy.map(\.name)), AnySequence(resources)].joined()
    undefined(name, at: range, known: known, what: parametersOnly ? "parameter" : "parameter or resource")
  }

  private static func assumptions(of item: Template.Item) -> [ConditionLogic.Assumption?] {
    item.node["Condition"].map { [$0.text.map { .init(condition: $0, holds: true) }] } ?? []
  }

  /// Says of a reference that it is to a resource which its condition leaves out, always or at times.
  private mutating func mayBeMissing(_ target: Template.Resource, at range: SourceRange) {
    guard template.keepsFunctions, !isFree, let condition = target.item.node["Condition"]?.text,
      let severity = absences.severity(of: condition, under: assumptions)
    else { return }
    found.append(.missingReference(severity, to: target, condition, at: range))
  }

  private mutating func getAtt(_ call: Intrinsic, inConditions: Bool) {
    guard let target = call.getAtt, !inConditions else { return }
    attribute(target.attribute, of: target.resource, at: call.argument.range)
    guard target.attribute == nil, let elements = call.argument.elements, elements.count == 2,
      let reference = Intrinsic(elements[1]), reference.name == "Ref", let name = reference.argument.text
    else { return }
    // What a parameter may be tells the attribute; what the service sets is the name of none.
    if template.isStored(name) { return }
    let values = template.parameter(name).map(values) ?? (Self.pseudo.contains(name) ? [name] : [])
    let unknown = values.filter { !isAttribute($0, of: target.resource) }
    if let first = unknown.first, unknown.count == values.count {
      attribute(first, of: target.resource, at: call.argument.range)
    }
  }

  /// The values of a parameter that its declaration tells.
  private func values(of parameter: Template.Item) -> [String] {
    let listed = parameter.node["AllowedValues"]?.elements ?? [parameter.node["Default"]].compactMap(\.self)
    return listed.compactMap(\.text)
  }

  private func isAttribute(_ name: String, of id: String) -> Bool {
    guard let attributes = template.resource(id)?.schema?["attributes"] else { return true }
    return attributes.member(name) != nil
  }

  private mutating func attribute(_ attribute: String?, of id: String, at range: SourceRange) {
    usedNames.insert(id)
    guard let resource = template.resource(id) else {
      if !template.mayMake(id) {
        undefined(id, at: range, known: template.resources.lazy.map(\.id), what: "resource")
      }
      return
    }
    if let current { edges[current, default: []].append(id) }
    mayBeMissing(resource, at: range)
    // What a serverless function yields is what the function yields that is made of it.
    let isFunction = resource.type == "AWS::Serverless::Function" && template.keepsFunctions
    if isFunction, ["Alias", "Version"].contains(attribute?.fields(by: ".").first) { return }
    let published =
      isFunction ? template.schemas.schema("AWS::Lambda::Function") : resource.schema
    guard let attribute, let schema = published,
      let known = schema["attributes"]?.members.compactMap(\.name.string),
      !["AWS::CloudFormation::CustomResource", "AWS::CloudFormation::Macro"].contains(resource.type)
    else { return }
    // A provisioned product is a stack too.
    if resource.type == "AWS::ServiceCatalog::CloudFormationProvisionedProduct",
      attribute.hasPrefix("Outputs.")
    {
      return
    }
    if resource.type == "AWS::CloudFormation::Stack" {
      if !attribute.hasPrefix("Outputs."), !template.mayMake(id) {
        found.append(.notAnOutput(attribute, of: resource, at: range))
      }
      return
    }
    // A nested property of an attribute that is a structure is written with dots.
    let first = attribute.fields(by: ".").first ?? attribute
    let type = schema["attributes"]?.member(first)?.member("type")
    let isNested = known.contains(first) && (type == nil || type?.string == "object")
    if !known.contains(attribute), !isNested, !template.mayMake(id) {
      found.append(.unknownAttribute(attribute, of: resource, at: range, known: known))
    }
  }

  private mutating func sub(_ call: Intrinsic, inConditions: Bool) {
    guard let sub = call.sub, let text = sub.text.text else { return }
    var known = Set(sub.variables.compactMap(\.key.text))
    for case .name(let name) in Intrinsic.pieces(of: text) where known.insert(name).inserted {
      let before = found.count
      defer { explain(name, in: sub.text, since: before) }
      if let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")), !inConditions {
        let property = String(name[name.utf8.index(after: dot)...])
        attribute(property, of: String(name[..<dot]), at: sub.text.range)
        let known = template.resource(String(name[..<dot]))?.schema?["attributes"]?.member(property)
        if template.keepsFunctions, !isFree, known?.member("type")?.string == "array" {
          found.append(.listInText(name, at: sub.text.range))
        }
      } else {
        refer(to: name, at: sub.text.range, parametersOnly: inConditions)
        if template.keepsFunctions, !isFree, template.isList(name) {
          found.append(.listInText(name, at: sub.text.range))
        }
      }
    }
  }

  /// Says of findings on a text of several lines where in it the name stands, and how a variable of a shell's is written.
  private mutating func explain(_ name: String, in text: Node, since start: Int) {
    guard found.count > start, text.scalar?.style == .literal, let source else { return }
    let line = (text.range.start.line + 1...text.range.end.line).first { line in
      source.line(line)?.contains(ascii: "${\(name)}") ?? false
    }
    guard let line, let written = source.line(line), let at = written.range(ofASCII: "${\(name)}") else {
      return
    }
    let column = written.unicodeScalars.distance(from: written.startIndex, to: at.lowerBound) + 1
    let length = name.unicodeScalars.count + 3
    let range = SourceRange(
      file: text.range.file, start: SourcePosition(line: line, column: column),
      end: SourcePosition(line: line, column: column + length))
    for index in start..<found.count {
      found[index].notes.append(.init("it stands here", at: range))
      if found[index].hint == nil {
        found[index].hint =
          "write '${!\(name)}' for what is no name of the template's, such as a shell's variable"
      }
    }
  }

  private mutating func findInMap(_ call: Intrinsic) {
    guard let parts = call.argument.elements, (3...4).contains(parts.count) else { return }
    guard let name = parts[0].text, parts[0].tag == nil else {
      usesAnyMapping = true
      if parts.count == 3, !template.isOpen, assumptions.isEmpty {
        found += MappingLookup.findings(chosenBy: parts, template)
      }
      return
    }
    usedMappings.insert(name)
    guard let mapping = mappings[name] else {
      if !template.mayMake(name) {
        undefined(name, at: parts[0].range, known: template.mappings.lazy.map(\.name), what: "mapping")
      }
      return
    }
    if parts.count == 3, !template.isOpen {
      found += mapping.findings(parts[1], parts[2], isChosen: !assumptions.isEmpty)
    }
  }

  private mutating func condition(_ node: Node, isCalled: Bool = false) {
    guard let name = node.text, node.tag == nil else {
      if isCalled, template.keepsFunctions { found.append(.conditionIsNoName(at: node.range)) }
      walk(node, inConditions: true)
      return
    }
    usedConditions.insert(name)
    if !conditions.contains(name), !template.mayMake(name) {
      undefined(name, at: node.range, known: template.conditions.lazy.map(\.name), what: "condition")
    }
  }

  private mutating func depend(_ resource: Template.Resource, on node: Node) {
    let isNull = node.scalar.map { $0.style == .plain && ["", "null", "~"].contains($0.text) } ?? false
    guard let name = node.text, node.tag == nil, !isNull else {
      if template.keepsFunctions, !(Intrinsic(node)?.isForeign ?? false) {
        found.append(.dependencyIsNoText(at: node.range))
      }
      walk(node, inConditions: false)
      return
    }
    guard let target = template.resource(name) else {
      if !template.mayMake(name) {
        undefined(name, at: node.range, known: template.resources.lazy.map(\.id), what: "resource")
      }
      return
    }
    edges[resource.id, default: []].append(name)
    let condition = target.item.node["Condition"]?.text
    if template.keepsFunctions, condition != nil,
      logic.mayFail(condition, while: resource.item.node["Condition"]?.text)
    {
      // What is used under the same condition only is wanted under it only, and nothing else says so.
      let isChosen = resource.properties?.isChosen(by: condition ?? "") ?? false
      found.append(
        .conditionalDependency(isChosen ? .note : .warning, on: target, condition ?? "", at: node.range))
    }
  }

  private mutating func undefined(
    _ name: String, at range: SourceRange, known: some Sequence<String>, what: String
  ) {
    undefinedCount += 1
    let few = known.prefix(undefinedCount > Suggestion.mostAsked ? 0 : .max)
    found.append(.undefined(name, at: range, known: few, what: what))
  }

  private mutating func unused() {
    for parameter in template.parameters where !usedNames.contains(parameter.name) {
      found.append(.unused("parameter", parameter.name, .unusedParameter, at: parameter.key))
    }
    for item in template.conditions where !usedConditions.contains(item.name) {
      found.append(.unused("condition", item.name, .unusedCondition, at: item.key))
    }
    for item in template.mappings where !usesAnyMapping && !usedMappings.contains(item.name) {
      found.append(.unused("mapping", item.name, .unusedCondition, at: item.key))
    }
  }
}
