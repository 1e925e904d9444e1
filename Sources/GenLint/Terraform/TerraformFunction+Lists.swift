internal import Documents

/// What functions over lists yield.
extension TerraformFunction {
  /// The most elements of what is made of several lists.
  private static let mostElements = 500

  /// What the call yields, where its arguments tell; nil when they do not.
  var list: TerraformValue? {
    let first = arguments.first ?? .unknown(.any)
    switch name {
    case "reverse":
      guard case .sequence(let elements, let kind) = first, kind != .set else { return nil }
      return .sequence(elements.reversed(), kind)
    case "distinct", "compact", "sort":
      guard case .sequence(let elements, let kind) = first, kind != .set,
        elements.allSatisfy({ if case .text = $0 { true } else { false } })
      else { return nil }
      var texts = elements.compactMap(\.text)
      var seen: Set<String> = []
      switch name {
      case "distinct": texts = texts.filter { seen.insert($0).inserted }
      case "compact": texts = texts.filter { !$0.isEmpty }
      default: texts.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      }
      return .sequence(texts.map { .text($0) }, .list)
    case "slice":
      guard case .sequence(let elements, let kind) = first, kind != .set,
        let from = arguments[1].number.flatMap({ Int(exactly: $0) }),
        let to = arguments[2].number.flatMap({ Int(exactly: $0) }), 0 <= from, from <= to,
        to <= elements.count
      else { return nil }
      return .sequence(Array(elements[from..<to]), kind)
    case "flatten": return Self.flattened(first).map { .sequence($0, .tuple) }
    case "chunklist":
      guard case .sequence(let elements, let kind) = first, kind != .set,
        let size = arguments[1].number.flatMap({ Int(exactly: $0) }), size > 0
      else { return nil }
      return .sequence(
        stride(from: 0, to: elements.count, by: size).map {
          .sequence(Array(elements[$0..<min($0 + size, elements.count)]), .list)
        }, .list)
    case "coalescelist":
      for argument in arguments {
        guard let elements = argument.elements else { return nil }
        if !elements.isEmpty { return argument }
      }
      return nil
    case "setproduct": return product
    case "zipmap":
      guard case .sequence(let keys, _) = first, case .sequence(let values, let kind) = arguments[1],
        keys.count == values.count, keys.allSatisfy({ $0.text != nil })
      else { return nil }
      let entries = zip(keys, values).map { (key: $0.text ?? "", value: $1) }
      return .mapping(TerraformValue.lastOfEach(entries), isMap: kind != .tuple)
    case "csvdecode":
      guard let text = first.text, case .rows(let header, let rows) = CSVText(text) else { return nil }
      return .sequence(
        rows.map { row in
          .mapping(zip(header, row).map { (key: $0, value: .text($1)) }, isMap: false)
        }, .list)
    case "formatlist":
      let counts = arguments.dropFirst().compactMap { value -> Int? in
        if case .sequence(let elements, let kind) = value, kind != .set { elements.count } else { nil }
      }
      guard let count = counts.first, counts.allSatisfy({ $0 == count }), count <= Self.mostElements else {
        return nil
      }
      return .sequence(Array(repeating: .unknown(.string), count: count), .list)
    case "cidrsubnets":
      return .sequence(arguments.dropFirst().map { _ in .unknown(.string) }, .list)
    default: return nil
    }
  }

  /// The elements of lists in lists; nil where one of them is not known.
  private static func flattened(_ value: TerraformValue, depth: Int = 0) -> [TerraformValue]? {
    guard case .sequence(let elements, _) = value, depth < 20 else { return nil }
    var found: [TerraformValue] = []
    for element in elements {
      switch element {
      case .sequence:
        guard let inner = flattened(element, depth: depth + 1) else { return nil }
        found += inner
      case .unknown(let type):
        guard type.isSimple else { return nil }
        found.append(element)
      default: found.append(element)
      }
    }
    return found
  }

  private var product: TerraformValue? {
    var rows: [[TerraformValue]] = [[]]
    for argument in arguments {
      guard case .sequence(let elements, let kind) = argument, kind != .set,
        rows.count * elements.count <= Self.mostElements
      else { return nil }
      rows = rows.flatMap { row in elements.map { row + [$0] } }
    }
    return .sequence(rows.map { .sequence($0, .tuple) }, .list)
  }

  /// The type of what it yields, where that hangs on the types of its arguments.
  var listType: TerraformType? {
    let first = arguments.first?.type ?? .any
    switch name {
    case "keys":
      if case .object(let attributes) = first { return .tuple(attributes.map { _ in .string }) }
      if case .map = first { return .list(.string) }
      return nil
    case "distinct", "sort": return .list(name == "sort" ? .string : first.element)
    case "chunklist": return .list(.list(first.element))
    case "setintersection", "setunion", "setsubtract":
      return .set(TerraformType.unified(arguments.map(\.type.element)) ?? .any)
    case "setproduct":
      let row = TerraformType.tuple(arguments.map(\.type.element))
      if arguments.contains(where: { $0.type.isAny }) { return nil }
      return arguments.contains { $0.type.isSet } ? .set(row) : .list(row)
    case "coalesce":
      return arguments.contains { $0.type.isAny } ? nil : TerraformType.unified(arguments.map(\.type))
    case "regex", "regexall":
      guard let text = arguments[0].text, let groups = RegularExpressionSyntax.groups(in: text) else {
        return nil
      }
      let match: TerraformType =
        switch groups {
        case .none: .string
        case .numbered(let count): .tuple(Array(repeating: .string, count: count))
        case .named(let names): .object(names.map { ($0, .string, false) })
        }
      return name == "regex" ? match : .list(match)
    case "csvdecode": return .list(.any)
    case "formatlist": return .list(.string)
    case "matchkeys": return .list(first.element)
    default: return nil
    }
  }
}
