internal import Documents

/// The types of expressions, as far as the file alone can tell: `.any` is what only a run knows.
///
/// https://developer.hashicorp.com/terraform/language/expressions/types
final class TerraformTyping {
  /// The longest chain of local values that is followed: the walk recurses.
  private static let maximumChain = 20

  private let configuration: TerraformConfiguration
  private let schemas: SchemaCache
  private let values: [String: Node]
  /// The types of the variables that have one, by name.
  private(set) var variables: [String: TerraformType] = [:]
  private var locals: [String: TerraformType] = [:]
  private var underway: Set<String> = []

  /// Makes the types of a configuration.
  init(_ configuration: TerraformConfiguration, _ schemas: SchemaCache) {
    self.configuration = configuration
    self.schemas = schemas
    values = Dictionary(
      configuration.locals.map { ($0.key.text ?? "", $0.value) }, uniquingKeysWith: { first, _ in first })
    for block in configuration.variables {
      if let text = block.body["type"]?.text, let type = try? TerraformType(text) {
        variables[block.name] = type
      }
    }
  }

  /// The type of a text that is read as a template: of its expression, when there is nothing else.
  func type(of pieces: [TerraformTemplate.Piece], bound: Set<String> = []) -> TerraformType {
    if pieces.count == 1, case .interpolation(let inner, _) = pieces[0] {
      return type(of: inner, bound: bound)
    }
    return .string
  }

  /// The type of an expression; what the names in `bound` stand for is not known.
  func type(of expression: TerraformExpression, bound: Set<String> = []) -> TerraformType {
    switch expression {
    case .literal("null"): return .any
    case .literal(let spelled): return spelled == "true" || spelled == "false" ? .bool : .number
    case .template(let pieces): return type(of: pieces, bound: bound)
    case .traversal(let name, let path):
      return bound.contains(name) ? .any : traversal(name, path[...])
    case .relative(let base, let path): return type(of: base, bound: bound).member(path[...])
    case .call(let name, _, _):
      let bare = name.hasPrefix("core::") ? String(name.dropFirst(6)) : name
      return schemas.schema("function.\(bare)")?.schema("returns").map { TerraformType($0) } ?? .any
    case .list(let elements): return .tuple(elements.map { type(of: $0, bound: bound) })
    case .object: return .map(.any)
    case .loop(_, _, _, let isObject): return isObject ? .map(.any) : .list(.any)
    case .operation(let sign, _):
      return ["+", "-", "*", "/", "%"].contains(sign) ? .number : .bool
    case .conditional(_, let first, let second):
      return type(of: first, bound: bound).common(with: type(of: second, bound: bound))
    }
  }

  private func traversal(_ name: String, _ path: ArraySlice<TerraformExpression.Step>) -> TerraformType {
    func named(_ index: Int) -> String? {
      guard path.count > index, case .attribute(let found) = path[path.startIndex + index] else { return nil }
      return found
    }
    guard let first = named(0) else { return .any }
    switch name {
    case "var": return (variables[first] ?? .any).member(path.dropFirst())
    case "local": return local(first).member(path.dropFirst())
    case "count": return .number
    case "each": return first == "key" ? .string : .any
    case "path", "terraform": return .string
    case "module", "self", "ephemeral": return .any
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

  /// The type of a local value.
  func local(_ name: String) -> TerraformType {
    if let known = locals[name] { return known }
    guard let node = values[name], underway.count < Self.maximumChain, underway.insert(name).inserted else {
      return .any
    }
    let found = type(of: node)
    underway.remove(name)
    locals[name] = found
    return found
  }

  private func type(of node: Node) -> TerraformType {
    switch node.content {
    case .mapping: return .map(.any)
    case .sequence(let elements): return .tuple(elements.map { _ in .any })
    case .scalar(let scalar) where scalar.style == .plain:
      if scalar.text == "null" { return .any }
      return scalar.text == "true" || scalar.text == "false" ? .bool : .number
    case .scalar(let scalar):
      guard let pieces = try? TerraformTemplate.pieces(of: scalar.text) else { return .any }
      return type(of: pieces)
    }
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
    guard !configuration.isNewerThanSchemas, let schema = schemas.schema(prefix + block.type) else {
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

  /// Whether a condition may yield one or the other.
  func agrees(with other: TerraformType) -> Bool {
    switch (self, other) {
    case (.number, .bool), (.bool, .number): return false
    default:
      guard let family, let second = other.family else { return true }
      return family == second
    }
  }

  /// The type of a condition that yields one or the other.
  func common(with other: TerraformType) -> TerraformType {
    switch (self, other) {
    case (.string, .string), (.string, .number), (.number, .string), (.string, .bool), (.bool, .string):
      return .string
    case (.number, .number): return .number
    case (.bool, .bool): return .bool
    default:
      guard let family, family == other.family else { return .any }
      guard family == 1 else { return family == 2 ? .map(.any) : .any }
      // Of a set and a list a set is made.
      return isSet || other.isSet ? .set(.any) : .list(.any)
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

  private var isSet: Bool { if case .set = self { true } else { false } }
  private var isAny: Bool { if case .any = self { true } else { false } }
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
