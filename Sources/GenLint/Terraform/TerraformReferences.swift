internal import Diagnostics
internal import Documents
internal import JSONScanner

/// Every expression of a configuration: whether it can be read, whether what it names exists, and what nothing names.
struct TerraformReferences {
  typealias Block = TerraformConfiguration.Block
  typealias Reference = TerraformExpression.Reference

  let configuration: TerraformConfiguration
  let variables: Set<String>
  /// The variables that are ephemeral.
  let ephemeral: Set<String>
  let locals: Set<String>
  let ephemeralResources: [String: Block]
  /// The addresses of providers' configurations with an alias.
  let providers: Set<String>
  let modules: [String: Bool]
  private let typing: TerraformTyping
  private(set) var used: Set<String> = []
  private var current: String?
  /// The block whose attributes 'self' has.
  private var own: (block: Block, prefix: String)?
  /// Inside what runs when the resource is made already.
  private var isAfterwards = false
  var found: [Diagnostic] = []
  /// References to what this file does not define, by kind; whether they are faults depends on what it does define.
  private(set) var missing: [Missing] = []
  private(set) var resolved: [Kind: Int] = [:]
  private let schemas: SchemaCache
  /// What each resource, data source, local value and module refers to.
  private(set) var edges: [String: [String]] = [:]
  /// Their names in the order of the file, with their places.
  private(set) var places: [(name: String, key: SourceRange)] = []

  enum Kind { case variable, local, module, resource, provider }

  struct Missing {
    let kind: Kind
    let name: String
    let what: String
    let range: SourceRange
  }

  /// Makes a walk over a configuration.
  init(_ configuration: TerraformConfiguration, _ schemas: SchemaCache, _ typing: TerraformTyping) {
    self.configuration = configuration
    self.schemas = schemas
    self.typing = typing
    variables = Set(configuration.variables.map(\.name))
    ephemeral = Set(configuration.variables.filter { $0.body["ephemeral"]?.text == "true" }.map(\.name))
    locals = Set(configuration.locals.compactMap(\.key.text))
    providers = Self.providers(of: configuration)
    ephemeralResources = Dictionary(
      TerraformConfiguration.blocks(configuration.root["ephemeral"], labels: 2).map { ($0.address, $0) },
      uniquingKeysWith: { first, _ in first })
    modules = Dictionary(
      configuration.modules.map { ($0.name, $0.isRepeated) }, uniquingKeysWith: { first, _ in first })
  }

  /// What is wrong with the expressions.
  mutating func findings() -> [Diagnostic] {
    for block in configuration.resources {
      own = (block, "")
      body(block, as: block.address)
    }
    for block in configuration.dataSources {
      own = (block, "data.")
      body(block, as: "data." + block.address)
    }
    own = nil
    for block in configuration.modules { body(block, as: "module." + block.name) }
    for entry in configuration.locals {
      enter("local." + (entry.key.text ?? ""), at: entry.key.range)
      walk(entry.value, TerraformScope())
    }
    current = nil
    for block in configuration.outputs { output(block) }
    for block in configuration.variables {
      for rule in TerraformConfiguration.bodies(block.body["validation"]) { walk(rule, TerraformScope()) }
    }
    for block in configuration.providers {
      enter(Self.address(of: block), at: block.key)
      walk(block.body, TerraformScope())
    }
    current = nil
    linkProviders()
    for check in TerraformConfiguration.blocks(configuration.root["check"], labels: 1) {
      for entry in check.body.entries ?? [] where entry.key.text != "data" {
        walk(entry.value, TerraformScope())
      }
      for block in TerraformConfiguration.blocks(check.body["data"], labels: 2) {
        walk(block.body, TerraformScope())
      }
    }
    for block in TerraformConfiguration.bodies(configuration.root["import"]) {
      walk(block["id"] ?? Node(.sequence([]), range: block.range), scope(of: block))
      guard let to = block["to"], let text = to.text, block["for_each"] != nil,
        let expression = try? TerraformTemplate.expression(text)
      else { continue }
      for reference in expression.references() where reference.steps[0] == "each" {
        refer(to: reference, at: to.range, scope(of: block))
      }
    }
    judge()
    // One text may name the same thing twice.
    var seen: Set<Diagnostic> = []
    return found.filter { seen.insert($0).inserted }
  }

  private static func address(of provider: Block) -> String {
    "provider." + provider.name + (provider.body["alias"]?.text.map { ".\($0)" } ?? "")
  }

  /// What a provider makes waits for the provider, which waits for what its configuration speaks of.
  private mutating func linkProviders() {
    let waiting = Set(configuration.providers.map(Self.address).filter { edges[$0] != nil })
    guard !waiting.isEmpty else { return }
    for (blocks, prefix) in [(configuration.resources, ""), (configuration.dataSources, "data.")] {
      for block in blocks {
        let own = block.body["provider"]?.text ?? String(block.type.prefix { $0 != "_" })
        if waiting.contains("provider." + own) {
          edges[prefix + block.address, default: []].append("provider." + own)
        }
      }
    }
  }

  private mutating func enter(_ name: String, at range: SourceRange) {
    current = name
    places.append((name, range))
  }

  private func scope(of body: Node) -> TerraformScope {
    TerraformScope(hasCount: body["count"] != nil, hasForEach: body["for_each"] != nil)
  }

  private mutating func body(_ block: Block, as name: String) {
    enter(name, at: block.key)
    let scope = scope(of: block.body)
    let isModule = name == "module." + block.name
    for entry in block.body.entries ?? [] {
      switch entry.key.text {
      case "//": break
      case "count", "for_each": walk(entry.value, TerraformScope())
      case "depends_on": for element in entry.value.elements ?? [] { dependency(element) }
      case "provider": if let text = entry.value.text { provider(text, isPlain: true, at: entry.value.range) }
      case "providers":
        for inner in entry.value.entries ?? [] {
          if let text = inner.value.text { provider(text, isPlain: false, at: inner.value.range) }
        }
      case "lifecycle": for body in TerraformConfiguration.bodies(entry.value) { lifecycle(body, scope) }
      case "provisioner", "connection":
        var inner = scope
        inner.hasSelf = true
        // It runs when the resource is there, so it may name it.
        isAfterwards = true
        walk(entry.value, inner)
        isAfterwards = false
        if entry.key.text == "provisioner" {
          for block in TerraformConfiguration.blocks(entry.value, labels: 1)
          where block.body["when"]?.text == "destroy" {
            destroyed(block.body)
          }
        }
      default:
        var inner = scope
        inner.isKept = !isModule && !(entry.key.text?.hasSuffix("_wo") ?? false)
        // Each variable of a module is waited for by what uses it in there, not by the module.
        if isModule { current = nil }
        walkEntry(entry, inner)
        current = name
      }
    }
  }

  /// What runs when a resource is destroyed may speak of that resource alone.
  private mutating func destroyed(_ node: Node) {
    for inner in node.elements ?? node.entries?.map(\.value) ?? [] { destroyed(inner) }
    guard let text = node.text, TerraformTemplate.mayHold(text),
      let pieces = try? TerraformTemplate.pieces(of: text)
    else { return }
    let other = TerraformExpression.references(of: pieces).first {
      !["self", "count", "each", "path", "terraform"].contains($0.steps[0])
    }
    if let other { found.append(.notOfSelf(other.steps.joined(separator: "."), at: node.range)) }
  }

  private mutating func lifecycle(_ body: Node, _ scope: TerraformScope) {
    var after = scope
    after.hasSelf = true
    if let node = body["precondition"] { walk(node, scope) }
    if let node = body["postcondition"] { walk(node, after) }
    for element in body["replace_triggered_by"]?.elements ?? [] { dependency(element, isWhole: false) }
  }

  private mutating func walkEntry(_ entry: Node.Entry, _ scope: TerraformScope) {
    if entry.key.text == "dynamic", entry.value.entries != nil || entry.value.elements != nil {
      for block in TerraformConfiguration.blocks(entry.value, labels: 1) { dynamic(block, scope) }
      return
    }
    if let text = entry.key.text, TerraformTemplate.mayHold(text) {
      template(text, at: entry.key.range, scope)
    }
    walk(entry.value, scope)
  }

  private mutating func dynamic(_ block: Block, _ scope: TerraformScope) {
    var inner = scope
    inner.iterators.insert(block.body["iterator"]?.text ?? block.name)
    for entry in block.body.entries ?? [] {
      switch entry.key.text {
      case "content", "labels": walk(entry.value, inner)
      case "for_each": walk(entry.value, scope)
      default: break
      }
    }
  }

  mutating func walk(_ node: Node, _ scope: TerraformScope) {
    switch node.content {
    case .sequence(let elements): for element in elements { walk(element, scope) }
    case .mapping(let entries):
      for entry in entries where entry.key.text != "//" {
        if current == nil, entry.key.text == "description" { continue }
        if current == nil, entry.key.text == "depends_on" {
          for element in entry.value.elements ?? [] { dependency(element) }
          continue
        }
        walkEntry(entry, scope)
      }
    case .scalar(let scalar):
      guard scalar.style != .plain, TerraformTemplate.mayHold(scalar.text) else { return }
      template(scalar.text, at: node.range, scope)
    }
  }

  private mutating func template(_ text: String, at range: SourceRange, _ outer: TerraformScope) {
    var scope = outer
    if text.contains(ascii: "ephemeralasnull") { scope.isKept = false }
    do throws(TerraformTemplate.Failure) {
      let pieces = try TerraformTemplate.pieces(of: text)
      for reference in TerraformExpression.references(of: pieces) { refer(to: reference, at: range, scope) }
      var evaluation = TerraformEvaluation(schemas, typing, bound: scope.iterators)
      _ = evaluation.value(of: pieces)
      for problem in evaluation.problems {
        found.append(Diagnostic(.error, problem.code, problem.message, at: range, hint: problem.hint))
      }
    } catch {
      found.append(.brokenTemplate(error.message, at: range))
    }
  }

  mutating func refer(to reference: Reference, at range: SourceRange, _ scope: TerraformScope) {
    let steps = reference.steps
    if scope.gives(steps[0]) {
      if let fault = scope.fault(reference) {
        found.append(.invalidReference(fault, at: range))
      } else if steps[0] == "self", let own {
        attributes(of: own.block, own.prefix, reference.path[...], at: range, isSelf: true)
      }
      return
    }
    let least = steps[0] == "data" || steps[0] == "ephemeral" || steps[0] == "resource" ? 3 : 2
    guard steps.count >= least else {
      found.append(.incomplete(steps, at: range))
      return
    }
    switch steps[0] {
    case "var":
      let isVariable = variables.contains(steps[1]) || elsewhere?.variables[steps[1]] != nil
      check(.variable, steps[1], isVariable, "variable", at: range)
      if scope.isKept, ephemeral.contains(steps[1]) { found.append(.ephemeral(steps[1], at: range)) }
    case "local":
      let isLocal = locals.contains(steps[1])
      check(.local, steps[1], isLocal || isElsewhere(\.locals, steps[1]), "local value", at: range)
      link("local.\(steps[1])", isLocal)
    case "module":
      let isModule = modules[steps[1]] != nil
      check(.module, steps[1], isModule || isElsewhere(\.modules, steps[1]), "module", at: range)
      link("module.\(steps[1])", modules[steps[1]] != nil)
      if let isRepeated = modules[steps[1]] {
        // A module that stands for one is an object, whose attributes an index reaches too.
        if case .index(.template)? = reference.path.dropFirst(1).first, !isRepeated { return }
        let block = configuration.module(steps[1])
        instance("module.\(steps[1])", isRepeated, block?.body, reference.path.dropFirst(1), at: range)
        output(of: steps[1], reference.path.dropFirst(1), at: range)
      }
    case "ephemeral":
      let address = "\(steps[1]).\(steps[2])"
      let block = ephemeralResources[address]
      check(
        .resource, address, block != nil || isElsewhere(\.ephemeral, address), "ephemeral resource", at: range
      )
      if let block { attributes(of: block, "ephemeral.", reference.path.dropFirst(2), at: range) }
    case "data":
      let address = "\(steps[1]).\(steps[2])"
      let block = configuration.dataSource(address)
      check(.resource, address, block != nil || isElsewhere(\.dataSources, address), "data source", at: range)
      link("data." + address, block != nil)
      if let block { attributes(of: block, "data.", reference.path.dropFirst(2), at: range) }
    case "resource":
      refer(
        to: Reference(steps: Array(steps.dropFirst()), path: Array(reference.path.dropFirst())), at: range,
        scope)
    default:
      let address = "\(steps[0]).\(steps[1])"
      let block = configuration.resource(address)
      check(.resource, address, block != nil || isElsewhere(\.resources, address), "resource", at: range)
      link(address, block != nil)
      if let block { attributes(of: block, "", reference.path.dropFirst(1), at: range) }
    }
  }

  private var elsewhere: TerraformNames? { configuration.elsewhere }

  private func isElsewhere(_ kind: KeyPath<TerraformNames, Set<String>>, _ name: String) -> Bool {
    elsewhere?[keyPath: kind].contains(name) ?? false
  }

  /// What a module yields whose files are at hand.
  private mutating func output(
    of name: String, _ path: ArraySlice<TerraformExpression.Step>, at range: SourceRange
  ) {
    var path = path
    switch path.first {
    case .index, .splat: path = path.dropFirst()
    default: break
    }
    guard case .attribute(let output)? = path.first,
      let block = configuration.module(name),
      let outputs = configuration.interface(of: block)?.outputs, !outputs.isEmpty, !outputs.contains(output)
    else { return }
    found.append(.unknownAttribute("module." + name, output, at: range, known: outputs.sorted()))
  }

  private mutating func link(_ name: String, _ exists: Bool) {
    if exists, let current, !(isAfterwards && name == current) { edges[current, default: []].append(name) }
  }

  mutating func check(
    _ kind: Kind, _ name: String, _ exists: Bool, _ what: String, at range: SourceRange
  ) {
    used.insert("\(what) \(name)")
    if exists {
      resolved[kind, default: 0] += 1
    } else {
      missing.append(Missing(kind: kind, name: name, what: what, range: range))
    }
  }

  /// What stands for several is reached by an index, and what stands for one is not.
  private mutating func instance(
    _ address: String, _ isRepeated: Bool, _ body: Node?, _ path: ArraySlice<TerraformExpression.Step>,
    at range: SourceRange
  ) {
    switch path.first {
    case .attribute where isRepeated:
      found.append(.needsIndex(address, body?["count"] != nil, at: range))
    case .index(.literal) where !isRepeated, .index(.template) where !isRepeated:
      found.append(.needsNoIndex(address, at: range))
    default: break
    }
  }

  private mutating func attributes(
    of block: Block, _ prefix: String, _ path: ArraySlice<TerraformExpression.Step>, at range: SourceRange,
    isSelf: Bool = false
  ) {
    let address = isSelf ? "self" : prefix + block.address
    if !isSelf { instance(address, block.isRepeated, block.body, path, at: range) }
    var path = path
    if !isSelf, block.isRepeated, case .index? = path.first { path = path.dropFirst() }
    if case .splat? = path.first { path = path.dropFirst() }
    guard let schema = schemas.schema(prefix + block.type), !configuration.isNewerThanSchemas,
      !configuration.isOlderThanSchemas
    else { return }
    if case .attribute(let name)? = path.first, name == "id" || name == "region",
      path.count == 1 || schema.property(name) == nil
    {
      return
    }
    if let fault = schema.fault(path) {
      found.append(.unknownAttribute(address, fault.name, at: range, known: fault.known))
    }
  }
}
