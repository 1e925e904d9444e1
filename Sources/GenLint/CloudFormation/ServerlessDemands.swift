internal import Diagnostics
internal import Documents

/// What the serverless transform asks of properties beside each other, and refuses otherwise.
///
/// https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/sam_resources.py
struct ServerlessDemands {
  let template: Template

  private static let destinations = ["SQS", "SNS", "EventBridge", "Lambda", "S3Bucket"]
  private static let deadLetters = ["SNS", "SQS"]
  /// The properties of an API that the transform writes into its definition.
  private static let written = ["Cors", "Auth", "GatewayResponses", "Models"]

  /// What is refused.
  func findings() -> [Diagnostic] {
    guard template.isServerless, template.keepsFunctions else { return [] }
    return template.resources.flatMap { resource -> [Diagnostic] in
      let properties = resource.properties
      guard resource.type.hasPrefix(TemplateGlobals.prefix), properties.map({ Intrinsic($0) == nil }) ?? true
      else { return [] }
      let own = Own(resource: resource, globals: template.root["Globals"]?[Self.section(of: resource.type)])
      switch resource.type {
      case "AWS::Serverless::Function":
        return package(own) + publication(own) + queues(own) + events(own)
      case "AWS::Serverless::Api": return definition(own)
      default: return []
      }
    }
  }

  private static func section(of type: String) -> String {
    String(type.dropFirst(TemplateGlobals.prefix.count))
  }

  /// The properties of a resource with those that all of its type have.
  private struct Own {
    let resource: Template.Resource
    let globals: Node?

    func entry(_ name: String) -> Node.Entry? {
      resource.properties?.entries?.first { $0.key.text == name }
        ?? globals?.entries?.first { $0.key.text == name }
    }
    subscript(name: String) -> Node? { entry(name)?.value }
  }

  /// A text that is written out.
  private static func literal(_ node: Node?) -> String? { node?.tag == nil ? node?.text : nil }

  private func package(_ own: Own) -> [Diagnostic] {
    let given = own["PackageType"]
    // What an image is made of may be told later.
    guard given == nil || Self.literal(given) != nil, given != nil || own["ImageUri"] == nil else {
      return []
    }
    if Self.literal(given) == "Image" {
      let excess = ["Runtime", "Handler", "Layers"].compactMap { own.entry($0) }
      return excess.first.map { [.excluded($0, by: "PackageType: Image")] } ?? []
    }
    let missing = ["Runtime", "Handler"].filter { own[$0] == nil }
    return missing.isEmpty ? [] : [.needs(own.resource, missing)]
  }

  private func publication(_ own: Own) -> [Diagnostic] {
    guard let preference = own.entry("DeploymentPreference"), preference.value.entries != nil,
      Intrinsic(preference.value) == nil, own["AutoPublishAlias"] == nil,
      own.globals?["DeploymentPreference"] == nil || preference.value["Enabled"] != nil
    else { return [] }
    let enabled = preference.value["Enabled"]
    guard enabled == nil || Self.literal(enabled)?.lowercased() == "true" else { return [] }
    return [.alone(preference, "AutoPublishAlias")]
  }

  private func queues(_ own: Own) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if let queue = own["DeadLetterQueue"], Intrinsic(queue) == nil, queue.entries != nil,
      let type = queue["Type"], let text = Self.literal(type), !Self.deadLetters.contains(text)
    {
      found.append(.notOneOf(text, "Type", Self.deadLetters, at: type.range))
    }
    let inherits = own.globals?["EventInvokeConfig"] != nil
    guard let destinations = own["EventInvokeConfig"]?["DestinationConfig"], !inherits else { return found }
    for name in ["OnSuccess", "OnFailure"] {
      guard let entry = destinations.entries?.first(where: { $0.key.text == name }),
        Intrinsic(entry.value) == nil, let entries = entry.value.entries, !entries.isEmpty
      else { continue }
      guard let type = entry.value["Type"] else {
        found.append(.withoutType(name, Self.destinations, at: entry.key.range))
        continue
      }
      if let text = Self.literal(type), !Self.destinations.contains(text) {
        found.append(.notOneOf(text, "Type", Self.destinations, at: type.range))
      }
    }
    return found
  }

  private func events(_ own: Own) -> [Diagnostic] {
    (own.resource.properties?["Events"]?.entries ?? []).flatMap { event -> [Diagnostic] in
      guard let type = Self.literal(event.value["Type"]), let properties = event.value["Properties"] else {
        return []
      }
      switch type {
      case "Api":
        return ["Path", "Method"].compactMap { name in
          properties[name].flatMap { isComputed($0) ? .computed(name, at: $0.range) : nil }
        }
      case "S3": return properties["Bucket"].flatMap(otherBucket).map { [$0] } ?? []
      case "SNS":
        return properties["Topic"].flatMap { other($0, than: "AWS::SNS::Topic", "a topic") }.map { [$0] }
          ?? []
      case "SQS":
        return properties["Queue"].flatMap { other($0, than: "AWS::SQS::Queue", "a queue") }.map { [$0] }
          ?? []
      default: return []
      }
    }
  }

  /// Whether the transform cannot know a text: it puts in parameters and mappings alone.
  private func isComputed(_ node: Node) -> Bool {
    guard let call = Intrinsic(node) else { return false }
    if call.name == "Ref" { return call.argument.text.map { template.resource($0) != nil } ?? false }
    return ["Sub", "GetAtt", "Join", "ImportValue"].contains(call.name)
  }

  private func otherBucket(_ node: Node) -> Diagnostic? {
    if let call = Intrinsic(node), call.name == "Ref" {
      guard let name = call.argument.text, template.parameter(name) != nil else { return nil }
    } else if Intrinsic(node) == nil {
      guard node.text != nil else { return nil }
    } else if !["GetAtt", "Sub", "ImportValue", "Join"].contains(Intrinsic(node)?.name) {
      return nil
    }
    return Diagnostic(
      .error, .mismatchedReference, "an S3 event takes a reference to a bucket of this template",
      at: node.range,
      hint: "write '!Ref BUCKET' with the bucket's logical ID, or let the bucket notify EventBridge")
  }

  /// What is wrong with a reference to a resource of another type.
  private func other(_ node: Node, than type: String, _ wanted: String) -> Diagnostic? {
    guard let call = Intrinsic(node) else { return nil }
    let id = call.name == "Ref" ? call.argument.text : call.getAtt?.resource
    // The outputs of another stack may be anything.
    if call.getAtt?.attribute?.hasPrefix("Outputs.") ?? false { return nil }
    guard let resource = id.flatMap({ template.resource($0) }), resource.type != type,
      resource.type.hasPrefix("AWS::"), !resource.type.hasPrefix("AWS::CloudFormation::"),
      !resource.type.hasPrefix("AWS::SSM::")
    else { return nil }
    return Diagnostic(
      .error, .mismatchedReference,
      "the event takes \(wanted), and '\(resource.id)' is of the type \(resource.type)", at: node.range)
  }

  private func definition(_ own: Own) -> [Diagnostic] {
    guard own["DefinitionUri"] != nil, own["DefinitionBody"] == nil else { return [] }
    return Self.written.compactMap { own.entry($0) }.first.map { [.alone($0, "DefinitionBody")] } ?? []
  }
}

extension Diagnostic {
  fileprivate static func needs(_ resource: Template.Resource, _ names: [String]) -> Diagnostic {
    Diagnostic(
      .error, .exclusiveProperties,
      "'\(resource.type)' needs \(names.map { "'\($0)'" }.joined(separator: " and ")) where 'PackageType' is not Image",
      at: resource.item.key)
  }
  fileprivate static func excluded(_ entry: Node.Entry, by other: String) -> Diagnostic {
    Diagnostic(
      .error, .exclusiveProperties, "'\(entry.key.text ?? "")' may not stand beside '\(other)'",
      at: entry.key.range, hint: "remove one of the two")
  }
  fileprivate static func alone(_ entry: Node.Entry, _ needed: String) -> Diagnostic {
    Diagnostic(
      .error, .exclusiveProperties, "'\(entry.key.text ?? "")' needs '\(needed)' beside it",
      at: entry.key.range)
  }
  fileprivate static func withoutType(_ name: String, _ types: [String], at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      .error, .missingProperty, "'\(name)' lacks the required 'Type'", at: range,
      hint: "one of: \(types.joined(separator: ", "))")
  }
  fileprivate static func notOneOf(_ text: String, _ name: String, _ values: [String], at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, .notAllowed, "'\(text.prefix(80))' is not a value of '\(name)'", at: range,
      hint: "one of: \(values.joined(separator: ", "))")
  }
  fileprivate static func computed(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .wrongValueType,
      "'\(name)' takes a text that the transform knows, and this function gives one later",
      at: range, hint: "write the text, or a parameter")
  }
}
