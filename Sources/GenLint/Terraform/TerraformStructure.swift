internal import Diagnostics
internal import Documents

/// The shape of a configuration: the language's own blocks, and every argument by the provider's published schema.
struct TerraformStructure {
  let configuration: TerraformConfiguration
  let schemas: SchemaCache
  let typing: TerraformTyping

  private static let metaArguments: Set<String> = [
    "depends_on", "count", "for_each", "provider", "lifecycle", "connection", "provisioner", "//",
  ]

  /// What is wrong with the shape.
  func findings() -> [Diagnostic] {
    var found: [Diagnostic] = []
    let sections = TerraformSections.labels.keys.sorted()
    for entry in configuration.root.entries ?? [] {
      if let name = entry.key.text, TerraformSections.labels[name] == nil, name != "//" {
        found.append(.unknownBlock(name, at: entry.key.range, among: sections))
      }
    }
    for block in configuration.resources { check(block, prefix: "", &found) }
    let backends = TerraformBackends(
      schemas: schemas, language: TerraformLanguage(constants: configuration.constants, typing: typing))
    for block in configuration.dataSources {
      check(block, prefix: "data.", &found)
      if block.type == "terraform_remote_state" { found += backends.findings(ofRemoteState: block) }
    }
    for block in TerraformConfiguration.blocks(configuration.root["ephemeral"], labels: 2) {
      check(block, prefix: "ephemeral.", &found)
    }
    for block in configuration.variables { checkVariable(block, &found) }
    for block in configuration.outputs {
      language("output", block, &found)
      if configuration.isLikelyRoot { checkRootOutput(block, &found) }
    }
    for block in configuration.modules {
      language("module", block, &found)
      checkModule(block, &found)
      found += TerraformMeta(schemas: schemas, typing: typing, block: block, kind: "module", prefix: "")
        .findings()
    }
    for block in configuration.providers { checkProvider(block, &found) }
    for block in TerraformConfiguration.blocks(configuration.root["check"], labels: 1) {
      language("check", block, &found)
      if let data = block.body.entries?.first(where: { $0.key.text == "data" }) {
        found += TerraformInnerBlocks.labelFaults(data)
      }
      for inner in TerraformConfiguration.blocks(block.body["data"], labels: 2) {
        check(inner, prefix: "data.", &found)
      }
    }
    let providers = TerraformConfiguration.bodies(configuration.root["terraform"]).flatMap {
      $0.entries?.filter { $0.key.text == "required_providers" } ?? []
    }
    let places = providers.flatMap { entry in
      entry.value.elements?.map { _ in entry.key.range } ?? [entry.key.range]
    }
    if places.count > 1 { found.append(.secondProviders(at: places[1])) }
    for body in TerraformConfiguration.bodies(configuration.root["terraform"]) {
      let named = TerraformConfiguration.blocks(body["backend"], labels: 1)
      if let backend = body.entries?.first(where: { $0.key.text == "backend" }) {
        found += backends.findings(ofOwn: backend)
      }
      if named.count > 1 { found.append(.secondBackend(at: named[1].key)) }
      if !named.isEmpty, let cloud = body.entries?.first(where: { $0.key.text == "cloud" }) {
        found.append(.secondBackend(at: cloud.key.range))
      }
    }
    for entry in providers {
      for part in entry.value.elements ?? [] where part.entries == nil {
        found.append(
          .wrongType(.init(node: part, name: "required_providers", key: part.range), wanted: ["object"]))
      }
    }
    for entry in providers where entry.value.scalar.map({ $0.style != .plain || $0.text != "null" }) ?? false
    {
      found.append(
        .wrongType(
          .init(node: entry.value, name: "required_providers", key: entry.key.range), wanted: ["object"]))
    }
    for section in ["terraform", "moved", "import", "removed"] {
      guard let entry = configuration.root.entries?.first(where: { $0.key.text == section }) else { continue }
      for body in TerraformConfiguration.bodies(entry.value) {
        let block = TerraformConfiguration.Block(
          labels: [section], key: entry.key.range, firstKey: entry.key.range, body: body)
        language(section, block, &found)
        let isEach = section == "import" && body["for_each"] != nil
        for name in ["from", "to"] where section != "terraform" {
          address(body[name], of: section, isEach: isEach, &found)
        }
        if section == "terraform" { checkVersion(body["required_version"], of: .core, &found) }
        if section == "moved" { checkMoved(body, &found) }
        if section == "import" { checkImport(body, &found) }
        if section == "removed", let from = body["from"], let text = from.text,
          text.contains(ascii: "[") || text.hasPrefix("data.") || text.contains(ascii: ".data.")
        {
          found.append(.noAddress(text, at: from.range))
        }
        if section == "removed" { checkDestroy(body, &found) }
        for providers in TerraformConfiguration.bodies(body["required_providers"]) {
          required(providers, &found)
        }
      }
    }
    return found
  }

  private func checkRootOutput(_ block: TerraformConfiguration.Block, _ found: inout [Diagnostic]) {
    let isRoot = configuration.isRoot
    if isRoot, let node = block.body["ephemeral"], node.text == "true" {
      found.append(.ephemeralOutput(at: node.range))
    }
    if let node = block.body["value"], block.body["sensitive"]?.text != "true", typing.holdsSensitive(node) {
      let entry = block.body.entries?.first { $0.key.text == "value" }
      found.append(
        .sensitiveOutput(
          block.name, isRoot ? .error : .warning,
          at: node.scalar == nil ? entry?.key.range ?? block.key : node.range))
    }
  }

  private func checkModule(_ block: TerraformConfiguration.Block, _ found: inout [Diagnostic]) {
    for entry in block.body.entries ?? [] where ["lifecycle", "provider"].contains(entry.key.text) {
      // A variable of the module may have such a name, but no block may.
      if entry.key.text == "lifecycle", entry.value.entries != nil {
        found.append(.reservedBlock("lifecycle", at: entry.key.range))
      }
    }
    checkVersion(block.body["version"], of: .module, &found)
    guard let source = block.body["source"], let text = source.text, source.scalar?.style != .plain else {
      return
    }
    let isLocal = text == "." || text == ".." || text.hasPrefix("./") || text.hasPrefix("../")
    if isLocal, let version = block.body.entries?.first(where: { $0.key.text == "version" }) {
      found.append(.versionOfLocal(at: version.key.range))
    }
    // Two names are neither a folder nor three names of a registry.
    let parts = text.fields(by: "/")
    let isRegistry = parts.count == 3 || parts.count == 4 && parts[0].contains(ascii: ".")
    let isAddress = text.contains(ascii: ":") || text.contains(ascii: ".") || text.hasPrefix("/")
    if !isLocal, TerraformTemplate.mayHold(text) || !isRegistry && !isAddress && !text.contains(ascii: "//") {
      found.append(.noModuleSource(text, at: source.range))
    }
  }

  /// A block of the language itself.
  private func language(_ kind: String, _ block: TerraformConfiguration.Block, _ found: inout [Diagnostic]) {
    guard let schema = schemas.schema("block.\(kind)") else { return }
    var validator = SchemaValidator(
      TerraformLanguage(
        isLiteral: ["terraform", "variable", "output"].contains(kind), constants: configuration.constants))
    validator.validate(.init(node: block.body, name: block.name, key: block.key), schema)
    found += validator.findings
    for entry in block.body.entries ?? []
    where entry.value.scalar?.style == .plain && entry.value.text == "null" {
      guard let name = entry.key.text, let types = schema.property(name)?.types,
        types == ["boolean"] || name == "description"
      else { continue }
      found.append(.wrongType(.init(node: entry.value, name: name, key: entry.key.range), wanted: types))
    }
    for (name, body) in conditions(block.body) {
      TerraformMeta.checkCondition(body, name, variable: nil, &found)
    }
  }

  private func conditions(_ body: Node) -> [(String, Node)] {
    ["precondition", "assert"].flatMap { name in TerraformConfiguration.bodies(body[name]).map { (name, $0) }
    }
  }

  private func required(_ providers: Node, _ found: inout [Diagnostic]) {
    for entry in providers.entries ?? [] {
      guard let name = entry.key.text, name != "//" else { continue }
      if name != name.lowercased() {
        found.append(.capitalProvider(name, at: entry.key.range))
        continue
      }
      if let scalar = entry.value.scalar, scalar.style == .plain {
        found.append(
          .wrongType(
            .init(node: entry.value, name: name, key: entry.key.range), wanted: ["string", "object"]))
        continue
      }
      if let reason = ProviderSource.label(name) {
        found.append(.noLocalName(name, reason, at: entry.key.range))
      }
      for word in ["version", "source"] {
        guard let inner = entry.value[word], inner.scalar?.style == .plain else { continue }
        found.append(.wrongType(.init(node: inner, name: word, key: inner.range), wanted: ["string"]))
      }
      checkVersion(entry.value.scalar == nil ? entry.value["version"] : entry.value, of: .provider, &found)
      if let source = entry.value["source"], let text = source.text, source.scalar?.style != .plain,
        let fault = ProviderSource.fault(text)
      {
        found.append(.noProviderSource(fault.message, fault.hint, at: source.range))
      }
      let isShort = entry.value.scalar != nil
      guard let schema = schemas.schema(isShort ? "block.version" : "block.required_provider") else {
        continue
      }
      var validator = SchemaValidator(TerraformLanguage(isLiteral: true))
      validator.validate(.init(node: entry.value, name: name, key: entry.key.range), schema)
      found += validator.findings
      for alias in entry.value["configuration_aliases"]?.elements ?? [] {
        if let text = alias.text, text != name, !text.hasPrefix(name + ".") {
          found.append(.foreignAlias(text, name, at: alias.range))
        }
      }
    }
  }

  private func checkVersion(
    _ node: Node?, of subject: TerraformVersionConstraint.Subject, _ found: inout [Diagnostic]
  ) {
    // A number or truth value counts as its text in the block 'terraform' alone.
    guard let node, let text = node.text,
      node.scalar?.style != .plain || subject == .core && text != "null",
      let fault = TerraformVersionConstraint.fault(text, of: subject)
    else { return }
    found.append(.noVersionConstraint(fault.message, fault.hint, at: node.range))
  }

  private func checkProvider(_ block: TerraformConfiguration.Block, _ found: inout [Diagnostic]) {
    checkVersion(block.body["version"], of: .provider, &found)
    guard let schema = schemas.schema("provider.\(block.name)"), let entries = block.body.entries else {
      return
    }
    let body = Node(.mapping(entries.filter { $0.key.text != "//" }), range: block.body.range)
    var validator = SchemaValidator(TerraformLanguage(constants: configuration.constants, typing: typing))
    validator.validate(.init(node: body, name: "provider \(block.name)", key: block.key), schema)
    found += known(validator.findings)
  }

  /// Without what a provider younger than the schemas may have.
  private func known(_ findings: [Diagnostic], isSettled: Bool = true) -> [Diagnostic] {
    findings.filter { finding in
      // What is gone may look like what is there, and what is deprecated had nothing yet in its place.
      let isOfLater = finding.code == .unknownProperty || finding.code == .deprecatedArgument
      if configuration.isOlderThanSchemas, isOfLater { return false }
      guard configuration.isNewerThanSchemas || configuration.isOlderThanSchemas else { return true }
      // What was required may be no more; of the chain's types nothing was let go.
      if !isSettled, finding.code == .missingProperty || finding.code == .exclusiveProperties { return false }
      // Newer values look like older ones, such as the versions of a runtime.
      if finding.code == .notAllowed { return false }
      return finding.code != .unknownProperty || finding.hint?.hasPrefix("did you mean") ?? false
    }
  }

  private func check(_ block: TerraformConfiguration.Block, prefix: String, _ found: inout [Diagnostic]) {
    let kind = prefix.isEmpty ? "resource" : "data"
    found += known(
      TerraformMeta(schemas: schemas, typing: typing, block: block, kind: kind, prefix: prefix).findings(),
      isSettled: TerraformChainSource.isProvided(block.type))
    let library = schemas.library
    // The provider that is part of Terraform itself.
    let isBuiltIn = block.type.hasPrefix("terraform_") && prefix != "ephemeral."
    guard isBuiltIn || block.type.hasPrefix("aws_") || library.knows(prefix + block.type) else { return }
    guard library.knows(prefix + block.type) else {
      if isBuiltIn {
        found.append(.unknownType(block, prefix.isEmpty ? "terraform_data" : "terraform_remote_state"))
        return
      }
      let known = schemas.names(after: prefix, startingWith: "aws_")
      let meant = TerraformTypeNames.meant(block.type).flatMap { known.contains($0) ? $0 : nil }
      let near = meant ?? Suggestion.nearest(to: block.type, among: known)
      if configuration.isOlderThanSchemas { return }
      if meant != nil || !configuration.isNewerThanSchemas {
        let mayBeYoung = meant == nil && configuration.mayBeNewerThanSchemas
        found.append(.unknownType(block, near, .error, mayBeYoung: mayBeYoung))
      } else if let near, Suggestion.isSlip(block.type, of: near) {
        // A type that is younger than the schemas may have such a name too.
        found.append(.unknownType(block, near, .warning))
      }
      return
    }
    guard let schema = schemas.schema(prefix + block.type), let entries = block.body.entries else { return }
    let own = entries.filter { entry in
      guard let name = entry.key.text else { return false }
      if !prefix.isEmpty, name == "connection" || name == "provisioner" { return true }
      // Version 6 of the provider gives almost every resource a region.
      return !Self.metaArguments.contains(name)
        && !(name == "region" && schema.property(name) == nil && configuration.mayBeNewerThanSchemas)
    }
    var validator = SchemaValidator(TerraformLanguage(constants: configuration.constants, typing: typing))
    let body = Node(.mapping(own), range: block.body.range)
    validator.validate(.init(node: body, name: block.type, key: block.key), schema)
    let hints = TerraformHints(configuration: configuration, block: block, schema: schema)
    if !prefix.isEmpty { findNulls(body, schema, &found) }
    let isOfChain = TerraformChainSource.isProvided(block.type)
    found += known(validator.findings, isSettled: isOfChain).map(hints.explained).map { finding in
      let isRegion = finding.code == .unknownProperty && finding.message.hasSuffix("has no property 'region'")
      return isRegion && finding.message.hasPrefix("'\(block.type)'") ? .youngRegion(finding) : finding
    }
  }

  /// A data source takes no null in a list or set. A resource reads over it.
  private func findNulls(_ body: Node, _ schema: Schema, _ found: inout [Diagnostic]) {
    for entry in body.entries ?? [] {
      guard let name = entry.key.text, let property = schema.property(name) else { continue }
      let isBlock = property["block"] != nil
      for part in entry.value.elements ?? (isBlock ? [entry.value] : []) {
        if isBlock {
          findNulls(part, property, &found)
        } else if part.scalar?.style == .plain, part.text == "null" {
          found.append(.nullInList(name, at: part.range))
        }
      }
    }
  }

  private func checkVariable(_ block: TerraformConfiguration.Block, _ found: inout [Diagnostic]) {
    language("variable", block, &found)
    for rule in TerraformConfiguration.bodies(block.body["validation"]) {
      TerraformMeta.checkCondition(rule, "validation", variable: block.name, &found)
    }
    var type = TerraformType.any
    if let node = block.body["type"] {
      do throws(TerraformTemplate.Failure) {
        guard let scalar = node.scalar, scalar.style != .plain else {
          throw .init("this is no type, such as string or list(string)")
        }
        type = try TerraformType(scalar.text)
      } catch {
        found.append(.brokenType(block, error.message, at: node.range))
        return
      }
    }
    guard let value = block.body["default"] else { return }
    if value.scalar?.style == .plain, value.text == "null" {
      if let nullable = block.body["nullable"], nullable.text != "true" {
        found.append(.nullDefault(block, at: value.range))
      }
    } else if let fault = type.mismatch(value) {
      let entry = block.body.entries?.first { $0.key.text == "default" }
      let place =
        fault.node.scalar == nil && fault.node.range == value.range ? entry?.key.range : fault.node.range
      found.append(.brokenDefault(block, fault.reason, at: place ?? value.range))
    }
  }
}
