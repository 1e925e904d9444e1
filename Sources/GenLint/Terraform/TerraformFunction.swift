/// A call of one of Terraform's functions, whose arguments are of the published types and number.
///
/// https://developer.hashicorp.com/terraform/language/functions
struct TerraformFunction {
  let name: String
  let arguments: [TerraformValue]

  private func fails(_ reason: String) -> String { "'\(name)' \(reason)" }

  /// Why the call fails as far as can be told; nil when it may not.
  var fault: String? {
    sizes ?? wholes ?? elements ?? collections ?? conversions ?? texts
  }

  // MARK: - How many arguments

  /// The fewest arguments of functions that are published as taking any number.
  private static let least = [
    "max": 1, "min": 1, "coalesce": 1, "coalescelist": 1, "concat": 1, "range": 1, "join": 2, "setproduct": 2,
  ]

  private var sizes: String? {
    if let least = Self.least[name], arguments.count < least {
      let counted = TerraformEvaluation.counted(least, "argument")
      return fails("takes at least \(counted), not \(arguments.count)")
    }
    if name == "lookup" || name == "range", arguments.count > 3 {
      return fails("takes at most 3 arguments, not \(arguments.count)")
    }
    return nil
  }

  /// The arguments that are whole numbers, by the first and last place.
  private static let whole: [String: ClosedRange<Int>] = [
    "chunklist": 1...1, "cidrhost": 1...1, "cidrsubnet": 1...2, "cidrsubnets": 1...99, "signum": 0...0,
    "substr": 1...2, "indent": 0...0, "slice": 1...2,
  ]

  private var wholes: String? {
    guard let places = Self.whole[name] else { return nil }
    for argument in arguments.enumerated().filter({ places.contains($0.offset) }).map(\.element) {
      if let number = argument.number, number != number.rounded() {
        return fails("takes a whole number, not \(argument.text ?? "")")
      }
    }
    return name == "indent" && arguments.first?.number ?? 0 < 0 ? fails("takes a number from 0 on") : nil
  }

  // MARK: - What stands in a collection

  /// The types of the elements, where a function wants one, by the argument from which on it does.
  private static let inner: [String: (from: Int, type: String)] = [
    "join": (1, "string"), "sort": (0, "string"), "compact": (0, "string"), "alltrue": (0, "bool"),
    "anytrue": (0, "bool"), "sum": (0, "number"), "transpose": (0, "list"),
  ]
  /// Functions that make one list, set or map of values that need a type in common.
  private static let uniform: Set<String> = [
    "tolist", "toset", "tomap", "distinct", "chunklist", "setunion", "setintersection", "setsubtract",
    "matchkeys",
    "sort", "compact",
  ]

  private var elements: String? {
    if let (from, wanted) = Self.inner[name] {
      let words =
        ["string": "texts", "bool": "true or false", "number": "numbers", "list": "lists"][wanted] ?? wanted
      for argument in arguments.dropFirst(from) {
        guard let values = argument.elements else {
          if argument.isNull { continue }
          if case .tuple(let types) = argument.type {
            if let found = types.lazy.compactMap({ $0.misfit(wanted) }).first {
              return fails("takes a list of \(words), and this one holds \(found)")
            }
            continue
          }
          if let found = argument.type.element.misfit(wanted) {
            return fails("takes a list of \(words), and this one holds \(found)")
          }
          continue
        }
        for value in values {
          if value.isNull, ["join", "sum", "sort"].contains(name) {
            return fails("takes a list without null in it")
          }
          if let found = value.misfit(wanted) {
            return fails("takes a list of \(words), and this one holds \(found)")
          }
        }
      }
    }
    let sets: Set = ["setunion", "setintersection", "setsubtract"]
    if sets.contains(name), TerraformType.unified(arguments.map { .list($0.type.element) }) == nil {
      return fails("takes sets whose elements are all of one type")
    }
    if Self.uniform.contains(name) {
      for argument in arguments {
        let types: [TerraformType]
        switch argument.type {
        case .tuple(let inner): types = inner
        case .object(let attributes): types = attributes.map(\.type)
        default: continue
        }
        if TerraformType.unified(types) == nil {
          return fails("takes elements that are all of one type")
        }
      }
    }
    return nil
  }

  // MARK: - Collections

  private var collections: String? {
    let first = arguments.first ?? .unknown(.any)
    switch name {
    case "length":
      switch first.type {
      case .number, .bool:
        return fails("takes a list, a map or a text, not \(first.type.words)")
      default: return nil
      }
    case "element", "slice", "index", "concat":
      for (index, argument) in arguments.enumerated() where index == 0 || name == "concat" {
        if argument.type.isSet {
          return "'\(name)' takes a list, not a set, which has no order; write 'tolist(…)' around it"
        }
      }
      return places(first)
    case "lookup": return lookup(first)
    case "one":
      if let count = first.tupleSize, count > 1 {
        return fails("takes a list of at most 1 element, not of \(count)")
      }
    case "sum": if first.elements?.isEmpty ?? false { return fails("takes a list that is not empty") }
    case "coalesce":
      if TerraformType.unified(arguments.map(\.type)) == nil {
        return fails("takes values that are all of one type")
      }
      if arguments.allSatisfy({ $0.isNull || $0.text == "" }) {
        return fails("finds no value that is neither null nor empty")
      }
    case "coalescelist":
      for argument in arguments {
        if argument.isNull { return fails("takes a list, not null") }
        if argument.type.isSet { return fails("takes lists, not a set; write 'tolist(…)' around it") }
      }
      for argument in arguments {
        guard let elements = argument.elements, elements.isEmpty else { return nil }
      }
      return fails("finds no list that is not empty")
    case "zipmap", "matchkeys":
      let values = name == "zipmap" ? arguments : Array(arguments.prefix(2))
      if name == "matchkeys", !first.isNull,
        TerraformType.unified(arguments.dropFirst().map(\.type.element)) == nil
      {
        return fails("takes keys and wanted keys that are of one type")
      }
      if name == "zipmap" {
        if arguments[1].type.isSet { return fails("takes a list of values, not a set, which has no order") }
        if first.elements?.contains(where: \.isNull) ?? false { return fails("takes keys that are not null") }
        if let found = first.type.element.misfit("string") {
          return fails("takes keys that are texts, not \(found)")
        }
      }
      let counts = values.compactMap(\.tupleSize)
      if counts.count == 2, counts[0] != counts[1] {
        return fails("takes two lists of one length, not of \(counts[0]) and \(counts[1])")
      }
    case "setproduct":
      for argument in arguments where argument.misfit("list") != nil {
        return fails("takes lists, not \(argument.misfit("list") ?? "this")")
      }
    case "chunklist":
      if let size = arguments.last?.number, size < 0 {
        return fails("takes a size from 0 on, not \(arguments[1].text ?? "")")
      }
    case "range": return range
    case "log":
      let numbers = arguments.compactMap(\.number)
      if numbers.count == 2, numbers[0] < 0 || numbers[1] < 0 || numbers[0] == 1 && numbers[1] == 1 {
        return fails("has no result for \(arguments[0].text ?? "") in base \(arguments[1].text ?? "")")
      }
    default: break
    }
    return nil
  }

  /// Places in a list.
  private func places(_ list: TerraformValue) -> String? {
    let numbers = arguments.dropFirst().map { $0.number }
    switch name {
    case "element":
      if list.elements?.isEmpty ?? false { return fails("takes a list that is not empty") }
      if let index = numbers.first ?? nil, index != index.rounded() {
        return fails("takes a whole number as the place, not \(arguments[1].text ?? "")")
      }
    case "index":
      guard list.isKnown, let elements = list.elements else { return nil }
      let wanted = arguments[1]
      if let text = wanted.text, elements.allSatisfy({ $0.text != text }) {
        return fails("finds no '\(text.prefix(40))' in the list")
      }
      // A structure is no text.
      if wanted.misfit("string") != nil, elements.allSatisfy({ $0.text != nil }) {
        return fails("finds no such element in the list")
      }
    case "slice":
      guard numbers.count == 2 else { return nil }
      if let from = numbers[0], from < 0 { return fails("begins before the list") }
      if let to = numbers[1], let count = list.elements?.count, to > Double(count) {
        return fails(
          "ends at \(arguments[2].text ?? ""), and the list has \(TerraformEvaluation.counted(count, "element"))"
        )
      }
      if let from = numbers[0], let to = numbers[1], from > to { return fails("ends before it begins") }
    default: break
    }
    return nil
  }

  private func lookup(_ map: TerraformValue) -> String? {
    if arguments.count == 3, case .map(let inner) = map.type,
      TerraformType.unified([inner, arguments[2].type]) == nil
    {
      return fails("takes a default of the type of the map's values")
    }
    guard arguments.count == 2, let key = arguments[1].text else { return nil }
    var known: [String]?
    switch map {
    case .mapping(let entries, _): known = entries.map(\.key)
    case .unknown(.object(let attributes)): known = attributes.map(\.name)
    default: break
    }
    guard let known, !known.contains(key) else { return nil }
    return fails("finds no '\(key.prefix(40))', and has no default")
  }

  private var range: String? {
    let numbers = arguments.compactMap(\.number)
    guard numbers.count == arguments.count, numbers.count == 3 else { return nil }
    let (from, to, step) = (numbers[0], numbers[1], numbers[2])
    if step == 0 || from < to && step < 0 || from > to && step > 0 {
      return fails(
        "never comes from \(arguments[0].text ?? "") to \(arguments[1].text ?? "") in steps of \(arguments[2].text ?? "")"
      )
    }
    return nil
  }

  // MARK: - Conversions

  private var conversions: String? {
    let first = arguments.first ?? .unknown(.any)
    switch (name, first) {
    case ("tobool", .number), ("tobool", .unknown(.number)), ("tonumber", .truth),
      ("tonumber", .unknown(.bool)):
      return fails(
        "takes \(name == "tobool" ? "true or false" : "a number"), not \(first.type.words)")
    case ("tobool", .text(let text)) where first.truth == nil:
      return fails("takes true or false, not '\(text.prefix(40))'")
    case ("tonumber", .text(let text)) where first.number == nil:
      return fails("takes a number, not '\(text.prefix(40))'")
    case ("parseint", .number), ("parseint", .truth), ("parseint", .unknown(.number)),
      ("parseint", .unknown(.bool)):
      return fails("takes a text, not \(first.type.words)")
    case ("parseint", _) where !first.isNull && first.misfit("string") != nil:
      return fails("takes a text, not \(first.type.words)")
    case ("parseint", _):
      guard let base = arguments[1].number else { return nil }
      guard let base = Int(exactly: base), (2...62).contains(base) else {
        return "the base of 'parseint' is a number from 2 to 62, not '\(arguments[1].text ?? "")'"
      }
      if case .text(let text) = first, !Self.isInteger(text, base: base) {
        return fails("takes a whole number in base \(base), not '\(text.prefix(40))'")
      }
    default: break
    }
    return nil
  }

  private static func isInteger(_ text: String, base: Int) -> Bool {
    let digits = text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
    return !digits.isEmpty
      && digits.utf8.allSatisfy { byte in
        switch byte {
        case 48...57: Int(byte) - 48 < base
        case 97...122: Int(byte) - 87 < base
        // Up to base 36 the case of a letter is no matter.
        case 65...90: Int(byte) - (base <= 36 ? 55 : 29) < base
        default: false
        }
      }
  }
}
