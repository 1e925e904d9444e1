internal import Diagnostics
internal import Documents

/// What is wrong with an expression whatever the values in it: functions, the number of their arguments, operands of a wrong type.
struct TerraformCalls {
  private let schemas: SchemaCache
  private let typing: TerraformTyping
  /// The names that loops and blocks around an expression give.
  private var bound: Set<String>
  /// What was found, lower case and without a full stop, with a hint.
  private(set) var problems: [(message: String, hint: String?)] = []

  /// Makes a walk that has found nothing yet.
  init(_ schemas: SchemaCache, _ typing: TerraformTyping, bound: Set<String> = []) {
    self.schemas = schemas
    self.typing = typing
    self.bound = bound
  }

  /// Walks a template.
  mutating func check(_ pieces: [TerraformTemplate.Piece]) {
    let outer = bound
    for piece in pieces {
      switch piece {
      case .literal: break
      case .interpolation(let inner, _):
        check(inner)
        if pieces.count > 1, let found = misfit(inner, "string") {
          problems.append(
            (
              "'${…}' inside a text takes a text, a number or true/false, not \(found)",
              found == "a map" ? "name an attribute of it" : nil
            ))
        }
      case .directive(.condition(let inner)):
        check(inner)
        operand(inner, "bool", of: "if")
      case .directive(.loop(let names, let inner)):
        check(inner)
        collection(inner)
        bound.formUnion(names)
      case .directive: break
      }
    }
    bound = outer
  }

  /// Walks an expression.
  mutating func check(_ expression: TerraformExpression) {
    switch expression {
    case .literal: break
    case .template(let pieces): check(pieces)
    case .traversal(_, let path): check(path)
    case .relative(let base, let path):
      check(base)
      check(path)
      if case .object(let entries) = base, case .attribute(let name)? = path.first {
        attribute(name, of: entries)
      }
      if case .list(let elements) = base, case .index(let index)? = path.first {
        element(index, of: elements.count)
      }
    case .call(let name, let arguments, let isExpanded): call(name, arguments, isExpanded)
    case .list(let elements): for inner in elements { check(inner) }
    case .object(let entries):
      for entry in entries {
        check(entry.key)
        check(entry.value)
      }
    case .loop(let names, let walked, let bodies, let isObject):
      check(walked)
      collection(walked)
      let outer = bound
      bound.formUnion(names)
      for inner in bodies { check(inner) }
      if isObject, let key = bodies.first, let found = misfit(key, "string") {
        problems.append(("the key of a 'for' is a text, not \(found)", nil))
      }
      if bodies.count > (isObject ? 2 : 1), let condition = bodies.last {
        operand(condition, "bool", of: "if")
      }
      bound = outer
    case .operation(let sign, let operands):
      for inner in operands {
        check(inner)
        switch sign {
        case "==", "!=": break
        case "&&", "||", "!": operand(inner, "bool", of: sign)
        default: operand(inner, "number", of: sign)
        }
      }
    case .conditional(let condition, let first, let second):
      for inner in [condition, first, second] { check(inner) }
      operand(condition, "bool", of: "?")
      let results = (typing.type(of: first, bound: bound), typing.type(of: second, bound: bound))
      if !results.0.agrees(with: results.1) {
        problems.append(("the results of '?' are \(results.0.words) and \(results.1.words)", nil))
      }
    }
  }

  private mutating func check(_ path: [TerraformExpression.Step]) {
    for case .index(let inner) in path { check(inner) }
  }

  private mutating func call(_ name: String, _ arguments: [TerraformExpression], _ isExpanded: Bool) {
    let bare = name.hasPrefix("core::") ? String(name.dropFirst(6)) : name
    // What fails inside is what these two are for.
    if bare == "try" || bare == "can" {
      if arguments.isEmpty { problems.append(("'\(name)' takes at least 1 argument, not 0", nil)) }
      return
    }
    for inner in arguments { check(inner) }
    if name.hasPrefix("provider::"), !name.hasPrefix("provider::aws::") { return }
    guard let signature = schemas.schema("function.\(bare)") else {
      let known = schemas.library.names(withPrefix: "function.").map { String($0.dropFirst(9)) }
      let near = Suggestion.nearest(to: bare, among: known).map { "did you mean '\($0)'?" }
      problems.append(("there is no function '\(name)'", near))
      return
    }
    let types = signature.schemas("parameters")
    let rest = signature.schema("rest")
    let count = arguments.count - (isExpanded ? 1 : 0)
    if !isExpanded, count < types.count {
      let least = rest == nil ? "" : "at least "
      problems.append(("'\(name)' takes \(least)\(Self.counted(types.count, "argument")), not \(count)", nil))
    } else if rest == nil, count > types.count {
      problems.append(("'\(name)' takes \(Self.counted(types.count, "argument")), not \(count)", nil))
    }
    for (index, argument) in arguments.prefix(count).enumerated() {
      guard let type = index < types.count ? types[index] : rest else { continue }
      if case .literal("null") = argument, !type.flag("nullable") {
        problems.append(("an argument of '\(name)' is null", nil))
      } else if let wanted = type.types.first, let found = misfit(argument, wanted),
        type.types.allSatisfy({ misfit(argument, $0) != nil })
      {
        let words = type.types.map(Self.spelled).joined(separator: " or ")
        problems.append(("'\(name)' takes \(words), not \(found)", nil))
      }
    }
    conversion(bare, arguments)
  }

  /// Functions that fail on a text that stands there.
  private mutating func conversion(_ name: String, _ arguments: [TerraformExpression]) {
    if name == "parseint", arguments.count == 2, case .literal(let base) = arguments[1],
      !(Int(base).map { (2...62).contains($0) } ?? true)
    {
      problems.append(("the base of 'parseint' is a number from 2 to 62, not '\(base)'", nil))
    }
    let times = ["formatdate": [1], "timeadd": [0], "timecmp": [0, 1]][name] ?? []
    for case let text? in times.filter(arguments.indices.contains).map({ Self.text(arguments[$0]) })
    where SchemaPattern(Self.time)?.matches(text) == false {
      problems.append(
        ("'\(name)' takes a time such as '2006-01-02T15:04:05Z', not '\(text.prefix(40))'", nil))
    }
    guard arguments.count == 1, let text = Self.text(arguments[0]) else { return }
    switch name {
    case "tonumber": operand(arguments[0], "number", of: name)
    case "tobool": operand(arguments[0], "bool", of: name)
    case "jsondecode":
      if let problem = JSONText.problem(in: text) {
        problems.append(("'jsondecode' is given no JSON: \(problem)", nil))
      }
    default: break
    }
  }

  /// https://www.rfc-editor.org/rfc/rfc3339
  private static let time =
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$"

  private mutating func operand(_ expression: TerraformExpression, _ wanted: String, of sign: String) {
    guard let found = misfit(expression, wanted) else { return }
    problems.append(("'\(sign)' takes \(Self.spelled(wanted)), not \(found)", nil))
  }

  /// What a loop walks over.
  private mutating func collection(_ expression: TerraformExpression) {
    let type = typing.type(of: expression, bound: bound)
    switch type {
    case .string, .number, .bool:
      problems.append(("'for' walks over a list or a map, not \(type.words)", nil))
    default: break
    }
  }

  private mutating func element(_ index: TerraformExpression, of count: Int) {
    switch index {
    case .literal(let spelled):
      guard let number = Int(spelled), number >= count else { return }
      problems.append(("the list has \(Self.counted(count, "element")), and none at \(number)", nil))
    case .template:
      guard let text = Self.text(index), Double(text) == nil else { return }
      problems.append(("a list is indexed by a number, not '\(text.prefix(40))'", nil))
    default: break
    }
  }

  private mutating func attribute(
    _ name: String, of entries: [(key: TerraformExpression, value: TerraformExpression)]
  ) {
    let keys = entries.map { entry -> String? in
      if case .traversal(let word, let path) = entry.key, path.isEmpty { return word }
      return Self.text(entry.key)
    }
    guard !keys.contains(where: { $0 == nil || $0 == name }) else { return }
    problems.append(("the object has no attribute '\(name)'", nil))
  }

  /// How a value is called when it cannot be converted to a type.
  private func misfit(_ expression: TerraformExpression, _ wanted: String) -> String? {
    Self.misfit(expression, wanted) ?? typing.type(of: expression, bound: bound).misfit(wanted)
  }

  /// The same for a value that stands there.
  private static func misfit(_ expression: TerraformExpression, _ wanted: String) -> String? {
    let isCollection = wanted == "list" || wanted == "set" || wanted == "map"
    switch expression {
    case .relative(let inner, let path) where path.isEmpty: return misfit(inner, wanted)
    case .literal("null"): return nil
    case .literal(let spelled):
      let isBool = spelled == "true" || spelled == "false"
      return isCollection || wanted == (isBool ? "number" : "bool") ? "'\(spelled)'" : nil
    case .template:
      guard let text = text(expression) else { return isCollection ? "a text" : nil }
      switch wanted {
      case "number": return Double(text) == nil ? "'\(text.prefix(40))'" : nil
      case "bool": return ["true", "false", "1", "0"].contains(text) ? nil : "'\(text.prefix(40))'"
      default: return isCollection ? "'\(text.prefix(40))'" : nil
      }
    case .list: return ["string", "number", "bool", "map"].contains(wanted) ? "a list" : nil
    case .object: return ["string", "number", "bool", "list", "set"].contains(wanted) ? "an object" : nil
    default: return nil
    }
  }

  /// The text of a quoted text without expressions.
  private static func text(_ expression: TerraformExpression) -> String? {
    guard case .template(let pieces) = expression else { return nil }
    var whole = ""
    for piece in pieces {
      guard case .literal(let part) = piece else { return nil }
      whole += part
    }
    return whole
  }

  private static func counted(_ number: Int, _ word: String) -> String {
    "\(number == 0 ? "no" : "\(number)") \(word)\(number == 1 ? "" : "s")"
  }

  private static func spelled(_ type: String) -> String {
    ["string": "a text", "number": "a number", "bool": "true or false", "map": "a map"][type] ?? "a list"
  }
}
