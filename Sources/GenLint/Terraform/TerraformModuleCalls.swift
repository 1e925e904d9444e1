internal import Diagnostics
internal import Documents

/// Calls of modules whose files are at hand, beside what these declare.
struct TerraformModuleCalls {
  private typealias Block = TerraformConfiguration.Block

  let configuration: TerraformConfiguration
  let typing: TerraformTyping

  /// What a module block has beside the variables of the module.
  private static let metaArguments: Set<String> = [
    "source", "version", "providers", "count", "for_each", "depends_on", "lifecycle", "provider", "//",
  ]

  /// Arguments that the module does not take, those that it needs, and values of other types than it takes.
  func findings() -> [Diagnostic] {
    var found: [Diagnostic] = []
    for block in configuration.modules {
      guard let interface = configuration.interface(of: block) else { continue }
      let entries = block.body.entries ?? []
      for entry in entries {
        guard let name = entry.key.text, !Self.metaArguments.contains(name) else { continue }
        if let input = interface.inputs[name] {
          if let fault = misfit(entry.value, input.type) {
            found.append(
              .wrongInput(
                name, fault.reason, at: fault.node.scalar == nil ? entry.key.range : fault.node.range))
          }
        } else if !interface.inputs.isEmpty {
          found.append(
            .unknownInput(name, block.name, at: entry.key.range, among: interface.inputs.keys.sorted()))
        }
      }
      let given = block.body["providers"]?.entries
      for alias in interface.aliases.sorted() where !(given?.contains { $0.key.text == alias } ?? false) {
        let entry = entries.first { $0.key.text == "providers" }
        found.append(
          .missingProvider(
            alias, block.name, at: entry?.key.range ?? block.key, given: given?.compactMap(\.key.text) ?? []))
      }
      for (name, input) in interface.inputs.sorted(by: { $0.key < $1.key })
      where input.isRequired && block.body[name] == nil {
        found.append(.missing(name, in: .init(node: block.body, name: block.name, key: block.key)))
      }
    }
    return found
  }

  /// Of what an expression yields the type alone is known.
  private func misfit(_ node: Node, _ type: TerraformType) -> (node: Node, reason: String)? {
    if !holdsTemplate(node) { return type.mismatch(node) }
    guard node.scalar != nil else { return nil }
    let (wanted, words): (String, String)
    switch type {
    case .string: (wanted, words) = ("string", "a text")
    case .number: (wanted, words) = ("number", "a number")
    case .bool: (wanted, words) = ("boolean", "true or false")
    case .list, .set, .tuple: (wanted, words) = ("array", "a list")
    case .map, .object: (wanted, words) = ("object", "a map")
    case .any: return nil
    }
    guard TerraformLanguage(typing: typing).misfit(of: node, with: [wanted]) != nil else { return nil }
    return (node, "it wants \(words)")
  }

  private func holdsTemplate(_ node: Node) -> Bool {
    if let inner = node.elements { return inner.contains(where: holdsTemplate) }
    if let entries = node.entries {
      return entries.contains { holdsTemplate($0.value) || TerraformTemplate.mayHold($0.key.text ?? "") }
    }
    return node.scalar?.style != .plain && TerraformTemplate.mayHold(node.text ?? "")
  }
}

extension Diagnostic {
  fileprivate static func unknownInput(
    _ name: String, _ module: String, at range: SourceRange, among known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, .unknownProperty, "the module that '\(module)' calls has no variable '\(name)'", at: range,
      hint: Suggestion.hint(for: name, among: known))
  }
  fileprivate static func missingProvider(
    _ alias: String, _ module: String, at range: SourceRange, given: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, .missingProperty,
      "the module that '\(module)' calls wants the provider configuration '\(alias)'", at: range,
      hint: Suggestion.nearest(to: alias, among: given).map { "write '\(alias)' instead of '\($0)'" }
        ?? "write \"providers\": {\"\(alias)\": …}")
  }
  fileprivate static func wrongInput(_ name: String, _ reason: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .wrongValueType, "'\(name)' is not of the type of the module's variable: \(reason)", at: range)
  }
}
