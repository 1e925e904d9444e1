internal import Diagnostics
internal import Documents

/// The chain of a CloudFormation template: its own types and names, parameters by their defaults.
struct TemplateChainSource: ChainSource {
  let template: Template
  /// Who refers to whom.
  let edges: [String: [String]]
  let isSequential = false
  /// The parameters whose default is a sign of its own, such as `none`, that conditions look for.
  private let signs: Set<String>

  /// Makes a source of a template with its edges.
  init(template: Template, edges: [String: [String]]) {
    self.template = template
    self.edges = edges
    signs = Set(template.conditions.flatMap { Self.signs(in: $0.node, template) })
  }

  private static func signs(in node: Node, _ template: Template) -> [String] {
    if let call = Intrinsic(node), call.name == "Equals", let parts = call.argument.elements, parts.count == 2
    {
      for (reference, other) in [(parts[0], parts[1]), (parts[1], parts[0])] {
        guard let inner = Intrinsic(reference), inner.name == "Ref", let name = inner.argument.text,
          Intrinsic(other) == nil, let text = other.text,
          template.parameter(name)?.node["Default"]?.text == text
        else { continue }
        return [name]
      }
      return []
    }
    return (node.elements ?? node.entries?.map(\.value) ?? []).flatMap { signs(in: $0, template) }
  }

  var chainResources: [ChainResource] {
    template.resources.flatMap { resource in
      var entries = resource.properties?.entries ?? []
      if resource.type == "AWS::SNS::TopicInlinePolicy", let topic = resource.properties?["TopicArn"] {
        entries.append(
          Node.Entry(
            key: Node(.scalar(.init(text: "Topics", style: .plain)), range: topic.range), value: topic))
      }
      let own = ChainResource(
        type: resource.type == "AWS::SNS::TopicInlinePolicy" ? "AWS::SNS::TopicPolicy" : resource.type,
        id: resource.id,
        key: resource.item.key, properties: entries, isConditional: resource.item.node["Condition"] != nil,
        condition: resource.item.node["Condition"]?.text,
        dependencies: edges[resource.id] ?? [])
      return [own]
        + ImpliedSubscriptions.of(resource).map { properties in
          var subscription = own
          subscription.type = "AWS::SNS::Subscription"
          subscription.properties = properties
          return subscription
        }
    }
  }

  var logic: ConditionLogic? { ConditionLogic(template) }

  /// What a macro, a module or a connector writes is not shown.
  ///
  /// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/managing-permissions-connectors.html
  var showsAll: Bool {
    !template.isOpen && !template.hasInnerMacro
      && !template.resources.contains {
        $0.type == "AWS::Serverless::Connector" || $0.item.node["Connectors"] != nil
      }
  }

  /// Other stacks import what outputs export.
  ///
  /// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html
  var exported: Set<String> {
    let values = template.outputs.filter { $0.node["Export"] != nil }.compactMap { $0.node["Value"] }
    return Set(values.flatMap { Self.names(in: $0) })
  }

  /// The names that the functions of a value name.
  private static func names(in node: Node) -> [String] {
    guard let call = Intrinsic(node) else {
      return (node.elements ?? node.entries?.map(\.value) ?? []).flatMap { names(in: $0) }
    }
    if call.name == "Ref" { return [call.argument.text].compactMap(\.self) }
    if let target = call.getAtt { return [target.resource] }
    guard let sub = call.sub, let text = sub.text.text else { return names(in: call.argument) }
    let own = Intrinsic.pieces(of: text).compactMap { piece in
      if case .name(let name) = piece { name.fields(by: ".").first } else { nil }
    }
    return own + sub.variables.flatMap { names(in: $0.value) }
  }

  func branches(of node: Node) -> [Node] {
    guard let call = Intrinsic(node), call.name == "If", let parts = call.argument.elements, parts.count == 3
    else { return [node] }
    return parts.dropFirst().flatMap { branches(of: $0) }
  }

  func structure(of node: Node) -> Node? {
    if let call = Intrinsic(node) {
      // A text that Sub fills in is JSON too, whatever it puts inside the JSON's own texts.
      guard call.name == "Sub", let text = value(of: node)?.text, text.utf8.first == UInt8(ascii: "{") else {
        return nil
      }
      return JSONText.read(text, at: node.range)
    }
    if let text = node.text {
      return JSONText.read(text, at: node.range).flatMap { $0.scalar == nil ? $0 : nil }
    }
    return node
  }

  func value(of node: Node) -> ChainValue? {
    guard let call = Intrinsic(node) else {
      guard let text = node.text else { return ChainValue(unknown: "", at: node.range) }
      if text.contains(ascii: "{{resolve:") { return ChainValue(unknown: text, at: node.range) }
      var value = ChainValue(text, at: node.range)
      value.node = node
      if !ShellText.isKnown(text) { value.reference = reference(in: text) }
      return value
    }
    guard let value = value(of: call) else { return nil }
    // What holds a dynamic reference is not known before it is resolved.
    return value.text.contains(ascii: "{{resolve:") && value.alternatives.isEmpty
      ? ChainValue(unknown: value.text, at: node.range) : value
  }

  /// The resource that the one unknown part of a text in a filled-in document stands for.
  private func reference(in text: String) -> ChainValue.Reference? {
    let scalars = text.unicodeScalars
    guard scalars.first == ShellText.open, scalars.firstIndex(of: ShellText.close) == scalars.indices.last
    else {
      return nil
    }
    let name = String(String.UnicodeScalarView(scalars.dropFirst().dropLast()))
    guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")),
      template.resource(String(name[..<dot])) != nil
    else { return nil }
    return .init(id: String(name[..<dot]), attribute: String(name[name.utf8.index(after: dot)...]))
  }

  private func value(of call: Intrinsic) -> ChainValue? {
    let node = call.node
    switch call.name {
    case "Ref": return call.argument.text.flatMap { named($0, at: node.range) }
    case "GetAtt":
      guard let target = call.getAtt, let attribute = target.attribute else { return computed(node) }
      return ChainValue(reference: target.resource, attribute, at: node.range)
    case "Sub": return sub(call)
    case "Join": return join(call) ?? computed(node)
    case "If":
      guard let parts = call.argument.elements, parts.count == 3 else { return computed(node) }
      let branches = parts.dropFirst().compactMap { value(of: $0) }
      guard var first = branches.first else { return nil }
      if branches.count > 1 { first.alternatives = branches.flatMap(\.all) }
      // A value that may be missing altogether is not known, whatever its branch says.
      if branches.count == 1 {
        first.alternatives = first.all + [ChainValue(unknown: spelling(of: node), at: node.range)]
      }
      first.range = node.range
      return first
    case "FindInMap":
      return looked(up: call) ?? computed(node)
    default: return computed(node)
    }
  }

  /// What a mapping has; of several rows that a parameter chooses from, each.
  private func looked(up call: Intrinsic) -> ChainValue? {
    guard let parts = call.argument.elements, parts.count == 3, let map = value(of: parts[0])?.known,
      let column = value(of: parts[2])?.known,
      let rows = template.mappings.first(where: { $0.name == map })?.node
    else { return nil }
    let range = call.node.range
    guard let choice = Intrinsic(parts[1]), choice.name == "Ref",
      let parameter = choice.argument.text.flatMap({ template.parameter($0) })
    else {
      let found = value(of: parts[1])?.known.flatMap { rows[$0]?[column]?.text }
      return found.map { ChainValue($0, at: range) }
    }
    let allowed =
      template.isStored(parameter.name)
      ? nil : parameter.node["AllowedValues"]?.elements?.compactMap(\.text)
    let names = allowed ?? rows.entries?.compactMap(\.key.text) ?? []
    let texts = names.compactMap { rows[$0]?[column]?.text }
    guard let first = texts.first else { return nil }
    var value = ChainValue(first, at: range)
    let all = Set(texts).sorted()
    if all.count > 1 { value.alternatives = all.map { ChainValue($0, at: range) } }
    return value
  }

  /// What `Ref` gives for a name; nil for `AWS::NoValue`.
  private func named(_ name: String, at range: SourceRange) -> ChainValue? {
    if name == "AWS::NoValue" { return nil }
    if template.resource(name) != nil { return ChainValue(reference: name, "", at: range) }
    if let value = template.parameter(name)?.node["Default"]?.text, !value.isEmpty, !signs.contains(name),
      !template.isStored(name)
    {
      if template.isList(name), value.contains(ascii: ",") { return ChainValue(unknown: name, at: range) }
      return ChainValue(value, at: range)
    }
    return ChainValue(unknown: name, at: range)
  }

  private func sub(_ call: Intrinsic) -> ChainValue {
    guard let sub = call.sub, let text = sub.text.text else { return computed(call.node) }
    let pieces = Intrinsic.pieces(of: text)
    var whole = ChainValue("", at: call.node.range)
    for piece in pieces {
      switch piece {
      case .literal(let literal): whole.text += literal
      case .name(let name):
        let given = sub.variables.first { $0.key.text == name }.flatMap { value(of: $0.value) }
        let found = given ?? placeholder(name, at: call.node.range)
        whole.text += found.text
        if pieces.count == 1 { whole.reference = found.reference }
      }
    }
    return whole
  }

  private func placeholder(_ name: String, at range: SourceRange) -> ChainValue {
    if let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) {
      return ChainValue(
        reference: String(name[..<dot]), String(name[name.utf8.index(after: dot)...]), at: range)
    }
    return named(name, at: range) ?? ChainValue("", at: range)
  }

  private func join(_ call: Intrinsic) -> ChainValue? {
    guard let parts = call.argument.elements, parts.count == 2, let separator = value(of: parts[0])?.known,
      let elements = parts[1].elements, parts[1].tag == nil
    else { return nil }
    var texts: [String] = []
    for element in elements {
      guard let found = value(of: element), found.alternatives.isEmpty else { return nil }
      texts.append(found.text)
    }
    return ChainValue(texts.joined(separator: separator), at: call.node.range)
  }

  private func computed(_ node: Node) -> ChainValue {
    ChainValue(unknown: spelling(of: node), at: node.range)
  }

  /// A spelling that is the same for the same expression.
  private func spelling(of node: Node) -> String {
    let content =
      switch node.content {
      case .scalar(let scalar): scalar.text
      case .sequence(let elements): "[" + elements.map { spelling(of: $0) }.joined(separator: ",") + "]"
      case .mapping(let entries):
        "{" + entries.map { spelling(of: $0.key) + ":" + spelling(of: $0.value) }.joined(separator: ",") + "}"
      }
    return (node.tag ?? "") + content
  }
}
