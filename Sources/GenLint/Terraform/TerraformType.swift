internal import Documents

/// A type constraint of a variable.
///
/// https://developer.hashicorp.com/terraform/language/expressions/type-constraints
indirect enum TerraformType: Sendable {
  case string, number, bool, any
  case list(TerraformType)
  case set(TerraformType)
  case map(TerraformType)
  case tuple([TerraformType])
  case object([(name: String, type: TerraformType, isOptional: Bool)])

  /// Reads a constraint as it is spelled.
  init(_ text: String) throws(TerraformTemplate.Failure) {
    let expression = try TerraformTemplate.expression(text)
    if case .traversal(let word, let path) = expression, path.isEmpty, word == "list" || word == "map" {
      // Short for what it holds being of any type, for configurations of long ago.
      self = word == "list" ? .list(.any) : .map(.any)
      return
    }
    self = try Self.read(expression)
  }

  private static func read(_ expression: TerraformExpression) throws(TerraformTemplate.Failure)
    -> TerraformType
  {
    switch expression {
    case .traversal(let word, let path) where path.isEmpty:
      switch word {
      case "string": return .string
      case "number": return .number
      case "bool": return .bool
      case "any": return .any
      case "list", "set", "map":
        throw .init("'\(word)' needs the type of its elements, as in \(word)(string)")
      case "object": throw .init("'object' needs its attributes, as in object({ name = string })")
      case "tuple": throw .init("'tuple' needs the types of its elements, as in tuple([string, number])")
      default: throw .init("'\(word)' is no type")
      }
    case .call(let word, let arguments, let isExpanded):
      guard arguments.count == 1, !isExpanded else { throw .init("'\(word)' takes one argument") }
      switch (word, arguments[0]) {
      case ("list", let inner): return .list(try read(inner))
      case ("set", let inner): return .set(try read(inner))
      case ("map", let inner): return .map(try read(inner))
      case ("tuple", .list(let elements)):
        var types: [TerraformType] = []
        for element in elements { types.append(try read(element)) }
        return .tuple(types)
      case ("object", .object(let entries)): return .object(try attributes(entries))
      case ("object", _): throw .init("'object' takes its attributes in braces")
      case ("tuple", _): throw .init("'tuple' takes the types of its elements in brackets")
      case ("optional", _): throw .init("'optional' stands outside of an object's attributes")
      default: throw .init("'\(word)' is no type")
      }
    default: throw .init("this is no type, such as string or list(string)")
    }
  }

  private static func attributes(
    _ entries: [(key: TerraformExpression, value: TerraformExpression)]
  ) throws(TerraformTemplate.Failure) -> [(name: String, type: TerraformType, isOptional: Bool)] {
    var found: [(name: String, type: TerraformType, isOptional: Bool)] = []
    for (key, value) in entries {
      guard case .traversal(let name, let path) = key, path.isEmpty else {
        throw .init("an attribute of 'object' has a plain name")
      }
      if found.contains(where: { $0.name == name }) {
        throw .init("the attribute '\(name)' of 'object' stands twice")
      }
      if case .call("optional", let arguments, _) = value {
        guard arguments.count == 1 || arguments.count == 2 else {
          throw .init("'optional' takes a type, and a default if there is one")
        }
        let type = try read(arguments[0])
        if arguments.count == 2, let problem = type.refusal(of: arguments[1]) {
          throw .init("the default of '\(name)' is \(problem)")
        }
        found.append((name, type, true))
      } else {
        found.append((name, try read(value), false))
      }
    }
    return found
  }

  /// Where a value cannot be converted to the type, and why; nil when it can.
  func mismatch(_ node: Node) -> (node: Node, reason: String)? {
    if let scalar = node.scalar, scalar.style == .plain, scalar.text == "null" { return nil }
    switch self {
    case .any: return nil
    case .string: return node.scalar == nil ? (node, "it wants a text") : nil
    case .number:
      guard let scalar = node.scalar, TerraformLanguage().accepts(scalar, as: "number") else {
        return (node, "it wants a number")
      }
      return nil
    case .bool:
      guard let scalar = node.scalar, TerraformLanguage().accepts(scalar, as: "boolean") else {
        return (node, "it wants true or false")
      }
      return nil
    case .list(let inner), .set(let inner):
      guard let elements = node.elements else { return (node, "it wants a list") }
      for element in elements { if let found = inner.mismatch(element) { return found } }
      return inner.isAny && !Self.haveOneType(elements) ? (node, "its elements are not of one type") : nil
    case .map(let inner):
      guard let entries = node.entries else { return (node, "it wants a map") }
      for entry in entries { if let found = inner.mismatch(entry.value) { return found } }
      return inner.isAny && !Self.haveOneType(entries.map(\.value))
        ? (node, "its values are not of one type") : nil
    case .tuple(let types):
      guard let elements = node.elements, elements.count == types.count else {
        return (node, "it wants a list of \(TerraformEvaluation.counted(types.count, "element"))")
      }
      for (element, type) in zip(elements, types) { if let found = type.mismatch(element) { return found } }
      return nil
    case .object(let attributes):
      guard node.entries != nil else { return (node, "it wants an object") }
      for attribute in attributes {
        if let value = node[attribute.name] {
          if let found = attribute.type.mismatch(value) { return found }
        } else if !attribute.isOptional {
          return (node, "its attribute '\(attribute.name)' is missing")
        }
      }
      return nil
    }
  }

  /// Whether values that are written out can be converted to one type.
  private static func haveOneType(_ nodes: [Node]) -> Bool { unified(nodes.map { TerraformType($0) }) != nil }

  /// The type of a value that is written out.
  private init(_ node: Node) {
    switch node.content {
    case .mapping(let entries):
      self = .object(entries.map { ($0.key.text ?? "", TerraformType($0.value), false) })
    case .sequence(let elements): self = .tuple(elements.map { TerraformType($0) })
    case .scalar(let scalar) where scalar.style != .plain: self = .string
    case .scalar(let scalar):
      switch scalar.text {
      case "null": self = .any
      case "true", "false": self = .bool
      default: self = .number
      }
    }
  }

  /// How a value that stands in an expression is called when the type does not take it.
  private func refusal(of value: TerraformExpression) -> String? {
    switch (self, value) {
    case (_, .literal("null")): nil
    case (.list(let inner), .list(let elements)), (.set(let inner), .list(let elements)):
      elements.lazy.compactMap { inner.refusal(of: $0) }.first.map { "a list with \($0) in it" }
    case (.map(let inner), .object(let entries)):
      entries.lazy.compactMap { inner.refusal(of: $0.value) }.first.map { "a map with \($0) in it" }
    case (.object(let attributes), .object(let entries)): Self.refusal(of: entries, attributes)
    case (.tuple(let types), .list(let elements)):
      types.count != elements.count
        ? "a list of \(TerraformEvaluation.counted(elements.count, "element"))"
        : zip(types, elements).lazy.compactMap { $0.refusal(of: $1) }.first.map { "a list with \($0) in it" }
    case (.number, .literal(let text)), (.bool, .literal(let text)):
      ["true", "false"].contains(text) == { if case .bool = self { true } else { false } }()
        ? nil : "'\(text)'"
    case (.number, .template(let pieces)):
      if pieces.count == 1, case .literal(let text) = pieces[0], Double(text) != nil { nil } else { "a text" }
    case (.bool, .template(let pieces)):
      if pieces.count == 1, case .literal(let text) = pieces[0], ["true", "false", "1", "0"].contains(text) {
        nil
      } else {
        "a text"
      }
    case (.string, .list), (.number, .list), (.bool, .list), (.map, .list), (.object, .list): "a list"
    case (.string, .object), (.number, .object), (.bool, .object), (.list, .object), (.set, .object),
      (.tuple, .object):
      "a map"
    case (.list, .literal), (.set, .literal), (.map, .literal), (.object, .literal), (.tuple, .literal),
      (.list, .template), (.set, .template), (.map, .template), (.object, .template), (.tuple, .template):
      "one value"
    default: nil
    }
  }

  /// The same of an object, whose attributes are all there but those that may be left out.
  private static func refusal(
    of entries: [(key: TerraformExpression, value: TerraformExpression)],
    _ attributes: [(name: String, type: TerraformType, isOptional: Bool)]
  ) -> String? {
    var given: [String: TerraformExpression] = [:]
    for (key, value) in entries {
      switch key {
      case .traversal(let name, let path) where path.isEmpty: given[name] = value
      case .template(let pieces):
        guard let name = TerraformTemplate.constant(pieces) else { return nil }
        given[name] = value
      default: return nil
      }
    }
    for attribute in attributes {
      if let value = given[attribute.name] {
        if let found = attribute.type.refusal(of: value) { return "an object with \(found) in it" }
      } else if !attribute.isOptional {
        return "an object without '\(attribute.name)'"
      }
    }
    return nil
  }

  /// Why steps into a value of the type lead nowhere; nil when they may.
  func fault(_ steps: ArraySlice<TerraformExpression.Step>) -> String? {
    guard let step = steps.first else { return nil }
    switch (self, step) {
    case (.any, _): return nil
    case (.string, .attribute(let name)), (.number, .attribute(let name)), (.bool, .attribute(let name)):
      return "\(words) has no attribute '\(name)'"
    case (.string, .index), (.number, .index), (.bool, .index): return "\(words) has no elements"
    case (.string, .splat), (.number, .splat), (.bool, .splat): return fault(steps.dropFirst())
    case (.list(let inner), .index), (.map(let inner), .index), (.map(let inner), .attribute),
      (.list(let inner), .splat):
      return inner.fault(steps.dropFirst())
    case (.set(let inner), .splat): return inner.fault(steps.dropFirst())
    case (.list, .attribute(let name)), (.set, .attribute(let name)), (.tuple, .attribute(let name)):
      return "a list has no attribute '\(name)'"
    case (.tuple(let types), .index(.literal(let text))):
      guard let index = Int(text), types.indices.contains(index) else { return nil }
      return types[index].fault(steps.dropFirst())
    case (.set, .index): return "a set has no index"
    case (.object(let attributes), .attribute(let name)):
      guard let found = attributes.first(where: { $0.name == name }) else {
        return "the object has no attribute '\(name)'"
      }
      return found.type.fault(steps.dropFirst())
    default: return nil
    }
  }
}

extension TerraformType {
  /// The type to which values of all the types can be converted; nil when there is none.
  ///
  /// https://developer.hashicorp.com/terraform/language/expressions/type-constraints#conversion-of-complex-types
  static func unified(_ types: [TerraformType]) -> TerraformType? {
    guard let first = types.first else { return .any }
    // Beside a text, numbers and truth values are texts.
    if types.allSatisfy(\.isSimple), types.contains(where: \.isText) { return .string }
    var common = first
    for type in types.dropFirst() {
      guard let next = common.unified(with: type) else { return nil }
      common = next
    }
    return common
  }

  private func unified(with other: TerraformType) -> TerraformType? {
    switch (self, other) {
    case (.any, _), (_, .any): return .any
    case (.number, .number): return .number
    case (.bool, .bool): return .bool
    case (.number, .bool), (.bool, .number): return nil
    case (.string, .string), (.string, .number), (.string, .bool), (.number, .string), (.bool, .string):
      return .string
    case (.tuple(let one), .tuple(let two)) where one.count == two.count:
      let inner = zip(one, two).map { $0.unified(with: $1) }
      return inner.contains { $0 == nil } ? nil : .tuple(inner.compactMap { $0 })
    case (.object(let one), .object(let two)) where one.map(\.name).sorted() == two.map(\.name).sorted():
      let inner = one.map { left in
        two.first { $0.name == left.name }.flatMap { left.type.unified(with: $0.type) }
      }
      return inner.contains { $0 == nil }
        ? nil : .object(zip(one, inner).map { ($0.name, $1 ?? .any, $0.isOptional) })
    default: break
    }
    if let one = elements, let two = other.elements {
      guard let inner = Self.unified(one + two) else { return nil }
      return isSet || other.isSet ? .set(inner) : .list(inner)
    }
    if let one = entries, let two = other.entries { return Self.unified(one + two).map { .map($0) } }
    return nil
  }

  /// The types of what stands in a row.
  private var elements: [TerraformType]? {
    switch self {
    case .list(let inner), .set(let inner): [inner]
    case .tuple(let types): types
    default: nil
    }
  }

  /// The types of what stands under keys.
  private var entries: [TerraformType]? {
    switch self {
    case .map(let inner): [inner]
    case .object(let attributes): attributes.map(\.type)
    default: nil
    }
  }

  /// Whether it is a text, a number or a truth value.
  var isSimple: Bool {
    switch self {
    case .string, .number, .bool: true
    default: false
    }
  }

  /// Whether it is a text, or nobody knows.
  var isText: Bool {
    switch self {
    case .string, .any: true
    default: false
    }
  }

  /// Whether it is a set, whose elements have no order.
  var isSet: Bool { if case .set = self { true } else { false } }

  /// The type of what a loop meets in a value of the type.
  var element: TerraformType {
    switch self {
    case .list(let inner), .set(let inner), .map(let inner): inner
    case .tuple(let types): Self.unified(types) ?? .any
    case .object(let attributes): Self.unified(attributes.map(\.type)) ?? .any
    default: .any
    }
  }
}
