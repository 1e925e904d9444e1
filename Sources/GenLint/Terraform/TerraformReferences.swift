internal import Diagnostics
internal import Documents
internal import JSONScanner

/// Every reference of a configuration: whether what it names exists, and what nothing names.
struct TerraformReferences {
  private let configuration: TerraformConfiguration
  private let variables: Set<String>
  private let locals: Set<String>
  private let modules: Set<String>
  private let dataSources: Set<String>
  private var used: Set<String> = []
  private var current: String?
  private var found: [Diagnostic] = []
  /// References to what this file does not define, by kind; whether they are faults depends on what it does define.
  private var missing: [(kind: Kind, diagnostic: Diagnostic)] = []
  private var resolved: [Kind: Int] = [:]
  private let schemas: SchemaCache
  /// The resources that each resource refers to.
  private(set) var edges: [String: [String]] = [:]

  private enum Kind { case variable, local, module, resource }

  /// Makes a walk over a configuration.
  init(_ configuration: TerraformConfiguration, _ schemas: SchemaCache) {
    self.configuration = configuration
    self.schemas = schemas
    variables = Set(configuration.variables.map(\.name))
    locals = Set(configuration.locals.compactMap(\.key.text))
    modules = Set(configuration.modules.map(\.name))
    dataSources = Set(configuration.dataSources.map(\.address))
  }

  /// What is wrong with the references.
  mutating func findings() -> [Diagnostic] {
    for block in configuration.resources {
      current = block.address
      walk(block.body)
    }
    current = nil
    for block in configuration.dataSources + configuration.modules + configuration.outputs {
      walk(block.body)
    }
    for entry in configuration.locals { walk(entry.value) }
    for block in configuration.variables {
      for rule in TerraformConfiguration.bodies(block.body["validation"]) { walk(rule) }
    }
    for section in ["provider", "check"] { if let node = configuration.root[section] { walk(node) } }
    judge()
    return found
  }

  private mutating func walk(_ node: Node) {
    switch node.content {
    case .sequence(let elements): for element in elements { walk(element) }
    case .mapping(let entries):
      for entry in entries where entry.key.text != "//" {
        if entry.key.text == "depends_on" {
          for element in entry.value.elements ?? [] { dependency(element) }
        } else if entry.key.text != "ignore_changes", entry.key.text != "description" || current != nil {
          walk(entry.value)
        }
      }
    case .scalar(let scalar):
      guard scalar.style != .plain, scalar.text.contains(ascii: "${") || scalar.text.contains(ascii: "%{")
      else { return }
      do throws(TerraformTemplate.Failure) {
        for piece in try TerraformTemplate.pieces(of: scalar.text) {
          switch piece {
          case .literal: break
          case .interpolation(let text), .directive(let text):
            for reference in TerraformTemplate.references(in: text) {
              refer(to: reference.steps, at: node.range)
            }
          }
        }
      } catch {
        found.append(.brokenTemplate(error.message, at: node.range))
      }
    }
  }

  private mutating func dependency(_ node: Node) {
    guard let text = node.text else { return }
    let bare = text.hasPrefix("${") && text.hasSuffix("}") ? String(text.dropFirst(2).dropLast()) : text
    for reference in TerraformTemplate.references(in: bare) { refer(to: reference.steps, at: node.range) }
  }

  private mutating func refer(to steps: [String], at range: SourceRange) {
    guard steps.count >= 2 else { return }
    switch steps[0] {
    case "var":
      check(.variable, steps[1], variables.contains(steps[1]), "variable", Array(variables), at: range)
    case "local": check(.local, steps[1], locals.contains(steps[1]), "local value", Array(locals), at: range)
    case "module": check(.module, steps[1], modules.contains(steps[1]), "module", Array(modules), at: range)
    case "data":
      guard steps.count >= 3 else { return }
      let address = "\(steps[1]).\(steps[2])"
      check(.resource, address, dataSources.contains(address), "data source", Array(dataSources), at: range)
      if steps.count > 3, dataSources.contains(address) {
        attribute(steps[3], of: "data." + steps[1], address, at: range)
      }
    case let type where type.hasPrefix("aws_"):
      let address = "\(type).\(steps[1])"
      let block = configuration.resource(address)
      check(.resource, address, block != nil, "resource", configuration.resources.map(\.address), at: range)
      if block != nil, let current { edges[current, default: []].append(address) }
      if steps.count > 2, block != nil { attribute(steps[2], of: type, address, at: range) }
    default: break
    }
  }

  private mutating func check(
    _ kind: Kind, _ name: String, _ exists: Bool, _ what: String, _ known: [String], at range: SourceRange
  ) {
    used.insert("\(what) \(name)")
    if exists {
      resolved[kind, default: 0] += 1
    } else {
      missing.append((kind, .undefined(name, at: range, known: known.sorted(), what: what)))
    }
  }

  private mutating func attribute(_ name: String, of type: String, _ address: String, at range: SourceRange) {
    guard let schema = schemas.schema(type), name != "id", schema.property(name) == nil, name != "region",
      !configuration.isNewerThanSchemas
    else { return }
    found.append(.unknownAttribute(name, address, at: range, known: schema.propertyNames))
  }

  /// A configuration may be one of several files. What is missing is a fault when the file stands on its own, or defines most of what
  /// it refers to.
  private mutating func judge() {
    for (kind, diagnostic) in missing {
      let known = resolved[kind] ?? 0
      let lost = missing.count { $0.kind == kind }
      if configuration.isWhole || known >= 3 * lost { found.append(diagnostic) }
    }
    let anyUsed = configuration.variables.contains { used.contains("variable \($0.name)") }
    guard anyUsed || configuration.isWhole else { return }
    for block in configuration.variables where !used.contains("variable \(block.name)") {
      found.append(.unused("variable", block.name, .unusedParameter, at: block.key))
    }
  }
}

extension Diagnostic {
  fileprivate static func brokenTemplate(_ message: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unescapedTemplate, message, at: range,
      hint: "write '$${' or '%%{' for the characters themselves")
  }
  fileprivate static func unknownAttribute(
    _ name: String, _ address: String, at range: SourceRange, known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, .unknownAttribute, "'\(address)' has no attribute '\(name)'", at: range,
      hint: Suggestion.nearest(to: name, among: known).map { "did you mean '\($0)'?" })
  }
}
