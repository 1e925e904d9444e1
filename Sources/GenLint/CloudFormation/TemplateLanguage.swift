internal import Diagnostics
internal import Documents
internal import JSONScanner

/// How a CloudFormation template spells values: with intrinsic functions, and with the conversions that the service makes.
struct TemplateLanguage: ValueLanguage {
  /// The template that references are looked up in.
  let template: Template
  /// The conditions around the values, and whether each holds there.
  private var assumptions: [ConditionLogic.Assumption] = []

  /// Makes a language for a template.
  ///
  /// - Parameter condition: the condition that decides about what is judged as a whole.
  init(template: Template, condition: String? = nil) {
    self.template = template
    if let condition { assumptions = [.init(condition: condition, holds: true)] }
  }

  /// Makes a language for what stands in a resource, which is there only where its condition holds.
  init(_ resource: Template.Resource, in template: Template) {
    self.init(template: template, condition: resource.item.node["Condition"]?.text)
  }

  var isDecidedElsewhere: Bool { !assumptions.isEmpty }

  func reading(of node: Node) -> ValueReading {
    guard let call = Intrinsic(node) else {
      if let text = node.scalar?.text, text.contains(byte: UInt8(ascii: "{")),
        Self.isResolved(text) || Self.isServerless(text)
      {
        return .unknown
      }
      if let number = node.scalar?.groupedNumber { return .text(number) }
      return .plain
    }
    switch call.name {
    case "Ref" where call.argument.text == "AWS::NoValue": return .absent
    case "If":
      guard let branches = call.argument.elements, branches.count == 3 else { return .unknown }
      return .branches(Array(branches.dropFirst()))
    default: return .unknown
    }
  }

  func isOptional(_ node: Node) -> Bool {
    guard let call = Intrinsic(node), call.name == "If" else { return false }
    return call.argument.elements?.dropFirst().contains { branch in
      if case .absent = reading(of: branch) { return true }
      return isOptional(branch)
    } ?? false
  }

  func mayLeaveOut(_ node: Node) -> Bool {
    guard let call = Intrinsic(node), call.name == "If", let parts = call.argument.elements, parts.count == 3,
      let condition = parts[0].text
    else { return false }
    return parts.indices.dropFirst().contains { index in
      guard let inner = Intrinsic(parts[index]), inner.name == "Ref", inner.argument.text == "AWS::NoValue"
      else {
        return false
      }
      let all = assumptions + [.init(condition: condition, holds: index == 1)]
      return ConditionLogic(template).mayHold(all) ?? assumptions.isEmpty
    }
  }

  func inside(_ node: Node, branch: Int) -> any ValueLanguage {
    guard let call = Intrinsic(node), call.name == "If", let condition = call.argument.elements?.first?.text
    else {
      return self
    }
    var inside = self
    inside.assumptions.append(.init(condition: condition, holds: branch == 0))
    return inside
  }

  /// How the Serverless Framework begins what it fills in before it deploys a template, behind `${`.
  private static let serverless = [
    "self:", "opt:", "file(", "env:", "sls:", "param:", "ssm:", "cf:", "cf.",
  ].map { Array($0.utf8) }

  private static func isServerless(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { isServerless($0) } ?? isServerless(Array(text.utf8))
  }

  /// Whether the Serverless Framework fills in parts of a file.
  static func isServerless(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { isServerless($0) }
  }

  private static func isServerless(_ whole: UnsafeBufferPointer<UInt8>) -> Bool {
    var next = 0
    while let at = whole.place(of: UInt8(ascii: "$"), from: next), at + 2 < whole.count {
      if whole[at + 1] == UInt8(ascii: "{") {
        let inside = whole[(at + 2)...]
        if serverless.contains(where: { inside.starts(with: $0) }) { return true }
      }
      next = at + 1
    }
    return false
  }

  func accepts(_ scalar: Node.Scalar, as type: String) -> Bool {
    let text = scalar.text
    switch type {
    case "string": return !(scalar.style == .plain && ["", "null", "~", "Null", "NULL"].contains(text))
    case "integer": return Int(text) != nil || Double(text).map { $0 == $0.rounded() } ?? false
    case "number": return Double(text) != nil
    case "boolean":
      let words =
        scalar.style == .plain ? ["true", "false", "yes", "no", "on", "off"] : ["true", "false"]
      return words.contains(text.lowercased())
    default: return false
    }
  }

  /// Whether a text has a dynamic reference, which the deployment resolves, or a tag of another tool, which fills it in before.
  static func isResolved(_ text: String) -> Bool {
    text.contains(ascii: "{{") && text.contains(ascii: "}}")
  }

  func isOpen(_ key: String) -> Bool { Self.isTransform(key) }

  /// Whether a key stands for members that a transform or a loop writes.
  static func isTransform(_ key: String) -> Bool {
    key == "Fn::Transform" || key.hasPrefix("Fn::ForEach") || key.contains(ascii: "Rain::")
  }

  func identity(of node: Node) -> String? { node.settledText }

  func misfit(of node: Node, with types: [String]) -> String? {
    guard let call = Intrinsic(node), let kinds = template.kinds(yieldedBy: call) else { return nil }
    let fits = types.contains { type in
      kinds.contains(type == "array" ? .list : type == "object" ? .structure : .scalar)
    }
    return fits ? nil : "what '\(call.name)' yields"
  }

  func mismatch(of node: Node, with format: String) -> Mismatch? {
    guard format.contains(ascii: "."), let call = Intrinsic(node) else { return nil }
    let unchecked = [
      "AWS::CloudFormation::CustomResource", "AWS::CloudFormation::Stack", "AWS::SSM::Parameter",
    ]
    if call.name == "Ref", let id = call.argument.text, template.parameter(id) == nil {
      guard let resource = template.resource(id), !unchecked.contains(resource.type),
        let found = resource.schema?["ref"]
      else { return nil }
      return Self.fits(found, format) ? nil : Mismatch(found: "\(resource.type)'s Ref")
    }
    if let target = call.getAtt, let attribute = target.attribute {
      guard let resource = template.resource(target.resource), !unchecked.contains(resource.type),
        resource.schema?["ref"] != nil, let found = resource.schema?["attributes"]?.member(attribute)
      else { return nil }
      return Self.fits(found, format) ? nil : Mismatch(found: "\(resource.type)'s \(attribute)")
    }
    return nil
  }

  private static func fits(_ found: JSONValue, _ format: String) -> Bool {
    if found.member("format")?.string == format { return true }
    return found.member("anyOf")?.elements.contains { $0.member("format")?.string == format } ?? false
  }
}
