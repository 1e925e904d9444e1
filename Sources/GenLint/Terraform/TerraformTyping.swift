internal import Documents

/// The types of expressions, as far as the file alone can tell: `.any` is what only a run knows.
///
/// https://developer.hashicorp.com/terraform/language/expressions/types
final class TerraformTyping {
  /// The longest chain of local values that is followed: the walk recurses.
  private static let maximumChain = 20
  /// The largest local value that is followed, in elements and lines of text.
  private static let maximumSize = 2_000
  /// The most steps of all evaluations of a file.
  static let maximumSteps = 200_000
  /// The steps taken so far.
  var steps = 0

  private let configuration: TerraformConfiguration
  private let schemas: SchemaCache
  private let sensitivity: TerraformSensitivity
  private let values: [String: Node]
  /// The types of the variables that have one, by name.
  private(set) var variables: [String: TerraformType] = [:]
  private var locals: [String: TerraformValue] = [:]
  private var underway: Set<String> = []

  /// Makes the types of a configuration.
  init(_ configuration: TerraformConfiguration, _ schemas: SchemaCache) {
    self.configuration = configuration
    self.schemas = schemas
    sensitivity = TerraformSensitivity(configuration)
    values = Dictionary(
      configuration.locals.map { ($0.key.text ?? "", $0.value) }, uniquingKeysWith: { first, _ in first })
    for block in configuration.variables {
      if let text = block.body["type"]?.text, let type = try? TerraformType(text) {
        variables[block.name] = type
      }
    }
  }

  /// The type of a text that is read as a template: of its expression, when there is nothing else.
  func type(of pieces: [TerraformTemplate.Piece]) -> TerraformType { value(of: pieces).type }

  /// What a text yields that is read as a template.
  func value(of pieces: [TerraformTemplate.Piece]) -> TerraformValue {
    var evaluation = TerraformEvaluation(schemas, self)
    return evaluation.value(of: pieces)
  }

  /// What a reference leads to, and the steps of it that lead further into that value. Its own faults are told elsewhere.
  func value(of name: String, _ path: [TerraformExpression.Step])
    -> (value: TerraformValue, rest: ArraySlice<TerraformExpression.Step>)
  {
    if case .attribute(let first)? = path.first {
      if name == "var" { return (.unknown(variables[first] ?? .any), path.dropFirst()) }
      if name == "local" { return (local(first), path.dropFirst()) }
    }
    return (.unknown(traversal(name, path[...])), [])
  }

  /// What stands for several, of the blocks that a reference names, with its address and the steps behind it.
  func repeated(_ name: String, _ path: [TerraformExpression.Step])
    -> (address: String, body: Node, rest: ArraySlice<TerraformExpression.Step>)?
  {
    var names: [String] = []
    for step in path {
      guard case .attribute(let word) = step, names.count < 3 else { break }
      names.append(word)
    }
    let found: (block: TerraformConfiguration.Block?, count: Int) =
      switch (name, names.count) {
      case ("module", 1...): (configuration.module(names[0]), 1)
      case ("data", 2...): (configuration.dataSource("\(names[0]).\(names[1])"), 2)
      case (_, 1...): (configuration.resource("\(name).\(names[0])"), 1)
      default: (nil, 0)
      }
    guard let block = found.block, block.isRepeated else { return nil }
    let address = ([name] + names.prefix(found.count)).joined(separator: ".")
    return (address, block.body, path.dropFirst(found.count))
  }

  private func traversal(_ name: String, _ path: ArraySlice<TerraformExpression.Step>) -> TerraformType {
    func named(_ index: Int) -> String? {
      guard path.count > index, case .attribute(let found) = path[path.startIndex + index] else { return nil }
      return found
    }
    guard let first = named(0) else { return .any }
    switch name {
    case "count": return .number
    case "each": return first == "key" ? .string : .any
    case "path", "terraform": return .string
    case "module": return module(first, path.dropFirst())
    case "self", "ephemeral": return .any
    case "resource": return traversal(first, path.dropFirst())
    case "data":
      guard let second = named(1), let block = configuration.dataSource("\(first).\(second)") else {
        return .any
      }
      return resource(block, "data.", path.dropFirst(2))
    default:
      guard let block = configuration.resource("\(name).\(first)") else { return .any }
      return resource(block, "", path.dropFirst())
    }
  }

  /// Whether a template certainly yields a sensitive value.
  func isSensitive(_ pieces: [TerraformTemplate.Piece]) -> Bool { sensitivity.isSensitive(pieces) }

  /// Whether something in a value certainly is sensitive.
  func holdsSensitive(_ node: Node) -> Bool { sensitivity.holdsSensitive(node) }

  /// Whether nothing here requires a provider of a local name.
  func lacksProvider(_ name: String) -> Bool {
    guard configuration.isWhole, !configuration.isPart else { return false }
    return !TerraformConfiguration.bodies(configuration.root["terraform"])
      .flatMap { TerraformConfiguration.bodies($0["required_providers"]) }.contains { $0[name] != nil }
  }

  /// The text that a value is in the end, when all of it is one local value after another.
  func written(_ node: Node) -> String? {
    var text = node.text
    for _ in 0..<Self.maximumChain {
      guard let local = text, local.hasPrefix("${local."), local.hasSuffix("}"),
        let value = values[String(local.dropFirst(8).dropLast())]
      else { break }
      text = value.text
    }
    return text
  }

  /// What a local value is.
  func local(_ name: String) -> TerraformValue {
    if let known = locals[name] { return known }
    guard let node = values[name], underway.count < Self.maximumChain, underway.insert(name).inserted else {
      return .unknown(.any)
    }
    var room = Self.maximumSize
    let computed = value(of: node)
    let found = computed.fits(&room) ? computed : .unknown(.any)
    underway.remove(name)
    locals[name] = found
    return found
  }

  /// The keys of what stands for several, where all of them are written out.
  func keys(of node: Node?) -> Set<String>? {
    guard let node else { return nil }
    switch value(of: node) {
    case .mapping(let entries, _): return Set(entries.map(\.key))
    case .sequence(let elements, .set):
      let texts = elements.compactMap(\.text)
      return texts.count == elements.count ? Set(texts) : nil
    default: return nil
    }
  }

  /// What a value of a configuration yields.
  func value(of node: Node) -> TerraformValue {
    switch node.content {
    case .mapping(let entries):
      var found: [(key: String, value: TerraformValue)] = []
      for entry in entries {
        let key = entry.key.text ?? ""
        if TerraformTemplate.mayHold(key) { return .unknown(.any) }
        found.append((key, value(of: entry.value)))
      }
      return .mapping(found, isMap: false)
    case .sequence(let elements): return .sequence(elements.map { value(of: $0) }, .tuple)
    case .scalar(let scalar) where scalar.style == .plain:
      switch scalar.text {
      case "null": return .null
      case "true", "false": return .truth(scalar.text == "true")
      default: return TerraformValue(numeral: scalar.text)
      }
    case .scalar(let scalar):
      guard let pieces = try? TerraformTemplate.pieces(of: scalar.text) else { return .unknown(.any) }
      return value(of: pieces)
    }
  }

  /// What a module yields whose files are at hand: an object of its outputs, whose types are not known.
  private func module(_ name: String, _ path: ArraySlice<TerraformExpression.Step>) -> TerraformType {
    guard path.isEmpty, let block = configuration.module(name),
      let outputs = configuration.interface(of: block)?.outputs, !outputs.isEmpty
    else { return .any }
    let object = TerraformType.object(outputs.sorted().map { ($0, .any, false) })
    if block.body["for_each"] != nil { return .map(object) }
    return block.body["count"] != nil ? .list(object) : object
  }

  private func resource(
    _ block: TerraformConfiguration.Block, _ prefix: String, _ path: ArraySlice<TerraformExpression.Step>
  ) -> TerraformType {
    var path = path
    if block.isRepeated {
      guard case .index? = path.first else {
        if case .splat? = path.first { return .list(.any) }
        return .any
      }
      path = path.dropFirst()
    }
    guard !configuration.isNewerThanSchemas, !configuration.isOlderThanSchemas,
      let schema = schemas.schema(prefix + block.type)
    else {
      return .any
    }
    guard let step = path.first else { return .map(.any) }
    guard case .attribute(let name) = step else { return .any }
    guard let property = schema.property(name) else {
      return name == "id" && path.count == 1 ? .string : .any
    }
    return Self.value(property, path.dropFirst())
  }

  /// What steps into a value of a schema lead to.
  private static func value(_ schema: Schema, _ path: ArraySlice<TerraformExpression.Step>) -> TerraformType {
    guard let step = path.first else { return TerraformType(schema) }
    let rest = path.dropFirst()
    let kind = schema["block"]?.string
    switch step {
    case .splat: return .list(.any)
    case .index where kind == "list": return inside(schema, rest)
    case .index: return schema.schema("items").map { value($0, rest) } ?? .any
    case .attribute where kind == "list" || kind == "set": return .any
    case .attribute: return inside(schema, path)
    }
  }

  private static func inside(_ schema: Schema, _ path: ArraySlice<TerraformExpression.Step>) -> TerraformType
  {
    guard let step = path.first else { return .map(.any) }
    guard case .attribute(let name) = step, let property = schema.property(name) else { return .any }
    return value(property, path.dropFirst())
  }
}

extension TerraformType {
  /// The type of what a schema describes.
  init(_ schema: Schema) {
    switch schema["block"]?.string {
    case "list": self = .list(.any)
    case "set": self = .set(.any)
    default:
      switch schema.types.first {
      case "string": self = .string
      case "number", "integer": self = .number
      case "boolean", "bool": self = .bool
      case "array" where schema.flag("set"): self = .set(.any)
      case "array", "list": self = .list(schema.schema("items").map { TerraformType($0) } ?? .any)
      case "set": self = .set(.any)
      case "object", "map":
        self = .map(schema.schema("additionalProperties").map { TerraformType($0) } ?? .any)
      default: self = .any
      }
    }
  }

  /// What steps into a value of the type lead to.
  func member(_ path: ArraySlice<TerraformExpression.Step>) -> TerraformType {
    guard let step = path.first else { return self }
    switch (self, step) {
    case (.any, _): return .any
    case (_, .splat): return .list(.any)
    case (.list(let inner), .index), (.map(let inner), .index), (.map(let inner), .attribute):
      return inner.member(path.dropFirst())
    case (.tuple(let types), .index(.literal(let text))):
      guard let index = Int(text), types.indices.contains(index) else { return .any }
      return types[index].member(path.dropFirst())
    case (.object(let attributes), .attribute(let name)):
      return attributes.first { $0.name == name }?.type.member(path.dropFirst()) ?? .any
    default: return .any
    }
  }

  /// What kind of value it is, for conversions: `primitive`, `list` or `map`; nil when not known.
  private var family: Int? {
    switch self {
    case .any: nil
    case .string, .number, .bool: 0
    case .list, .set, .tuple: 1
    case .map, .object: 2
    }
  }

  /// How messages call a value of the type, when it cannot be converted to what is wanted: one of the language's own words for types.
  func misfit(_ wanted: String) -> String? {
    let fits: Bool =
      switch wanted {
      case "string": family ?? 0 == 0
      case "number": isAny || isString || isNumber
      case "bool": isAny || isString || isBool
      case "list", "set": family ?? 1 == 1
      case "map": family ?? 2 == 2
      default: true
      }
    return fits ? nil : words
  }

  var isAny: Bool { if case .any = self { true } else { false } }
  private var isString: Bool { if case .string = self { true } else { false } }
  private var isNumber: Bool { if case .number = self { true } else { false } }
  private var isBool: Bool { if case .bool = self { true } else { false } }

  /// How messages call a value of the type.
  var words: String {
    switch self {
    case .any: "this"
    case .string: "a text"
    case .number: "a number"
    case .bool: "true or false"
    case .list, .tuple: "a list"
    case .set: "a set"
    case .map, .object: "a map"
    }
  }
}
