internal import Diagnostics
internal import Documents
internal import JSONScanner

/// What is named without being read: dependencies, triggers and configurations of providers.
extension TerraformReferences {
  /// `aws_sns_topic.t`, as a resource names what it waits for.
  mutating func dependency(_ node: Node, isWhole: Bool = true) {
    guard let text = node.text else {
      // What 'depends_on' holds is judged with the other arguments of a block.
      if !isWhole {
        found.append(
          .wrongType(.init(node: node, name: "replace_triggered_by", key: node.range), wanted: ["string"]))
      }
      return
    }
    if text.hasPrefix("${"), text.hasSuffix("}") {
      found.append(.noDependency(text, at: node.range, bare: String(text.dropFirst(2).dropLast())))
      return
    }
    guard let expression = try? TerraformTemplate.expression(text), case .traversal = expression,
      let reference = expression.references().first
    else {
      found.append(.noDependency(text, at: node.range))
      return
    }
    var steps = reference.steps
    if steps[0] == "resource", steps.count > 1 { steps.removeFirst() }
    let count = steps[0] == "data" ? 3 : 2
    let isValue = ["var", "local", "each", "count", "path", "terraform", "self"].contains(steps[0])
    if !isWhole, isValue || steps[0] == "data" || steps[0] == "module",
      !["each.key", "count.index"].contains(steps.joined(separator: "."))
    {
      found.append(.noTrigger(text, at: node.range))
      return
    }
    // What a block waits for is the same for all that it stands for.
    if isWhole, steps[0] == "count" || steps[0] == "each" {
      found.append(.noDependency(text, at: node.range))
      return
    }
    if isWhole, !isValue {
      if steps.count > count { found.append(.dependsOnAttribute(text, at: node.range)) }
      steps = Array(steps.prefix(count))
    }
    refer(
      to: Reference(
        steps: steps,
        path: isWhole ? [] : Array(reference.path.dropFirst(reference.steps[0] == "resource" ? 1 : 0))),
      at: node.range,
      TerraformScope(hasCount: true, hasForEach: true))
  }

  /// `aws.audit`, as a resource or module names a provider's configuration.
  mutating func provider(_ text: String, isPlain: Bool, at range: SourceRange) {
    let bare =
      !isPlain && text.hasPrefix("${") && text.hasSuffix("}") ? String(text.dropFirst(2).dropLast()) : text
    // Words of the language, such as 'null', are names of providers too.
    let names = bare.fields(by: ".").map { $0.trimmingBlanks() }
    guard names.count <= 2, names.allSatisfy(TerraformSections.isName) else {
      found.append(.noProvider(text, at: range))
      return
    }
    guard names[0] == names[0].lowercased() else {
      found.append(.capitalProvider(names[0], at: range))
      return
    }
    guard names.count == 2 else { return }
    let address = "\(names[0]).\(names[1])"
    check(.provider, address, providers.contains(address), "provider configuration", at: range)
  }

  /// The addresses of the providers' configurations that have an alias, or are handed to the module under one.
  static func providers(of configuration: TerraformConfiguration) -> Set<String> {
    let own = configuration.providers.compactMap { block in
      block.body["alias"]?.text.map { "\(block.name).\($0)" }
    }
    let given = TerraformConfiguration.bodies(configuration.root["terraform"])
      .flatMap { TerraformConfiguration.bodies($0["required_providers"]) }
      .flatMap { $0.entries ?? [] }
      .flatMap { $0.value["configuration_aliases"]?.elements ?? [] }.compactMap(\.text)
    return Set(own + given)
  }
}
