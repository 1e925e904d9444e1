internal import Diagnostics
internal import Documents

/// What is wrong with an expression whatever the values in it: functions, the number of their arguments, operands of a wrong type.
struct TerraformCalls {
  let schemas: SchemaCache
  /// What was found, lower case and without a full stop, with a hint.
  private(set) var problems: [(message: String, hint: String?)] = []

  /// Makes a walk that has found nothing yet.
  init(_ schemas: SchemaCache) { self.schemas = schemas }

  /// Walks a template.
  mutating func check(_ pieces: [TerraformTemplate.Piece]) {
    for piece in pieces {
      switch piece {
      case .literal: break
      case .interpolation(let inner, _): check(inner)
      case .directive(.condition(let inner)):
        check(inner)
        operand(inner, "bool", of: "if")
      case .directive(.loop(_, let inner)): check(inner)
      case .directive: break
      }
    }
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
    case .call(let name, let arguments, let isExpanded): call(name, arguments, isExpanded)
    case .list(let elements): for inner in elements { check(inner) }
    case .object(let entries):
      for entry in entries {
        check(entry.key)
        check(entry.value)
      }
    case .loop(_, let collection, let bodies):
      for inner in [collection] + bodies { check(inner) }
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
    }
  }

  private mutating func check(_ path: [TerraformExpression.Step]) {
    for case .index(let inner) in path { check(inner) }
  }

  private mutating func call(_ name: String, _ arguments: [TerraformExpression], _ isExpanded: Bool) {
    let bare = name.hasPrefix("core::") ? String(name.dropFirst(6)) : name
    // What fails inside is what these two are for.
    if bare == "try" || bare == "can" { return }
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
      let wanted = rest == nil ? "\(types.count)" : "at least \(types.count)"
      problems.append(("'\(name)' takes \(wanted) arguments, not \(count)", nil))
    } else if rest == nil, count > types.count {
      problems.append(("'\(name)' takes \(types.count) arguments, not \(count)", nil))
    }
    for (index, argument) in arguments.prefix(count).enumerated() {
      guard let type = index < types.count ? types[index] : rest else { continue }
      if case .literal("null") = argument, !type.flag("nullable") {
        problems.append(("an argument of '\(name)' is null", nil))
      } else if let wanted = type.types.first, let found = Self.misfit(argument, wanted) {
        problems.append(("'\(name)' takes \(Self.spelled(wanted)), not \(found)", nil))
      }
    }
    conversion(bare, arguments)
  }

  /// Functions that fail on a text that stands there.
  private mutating func conversion(_ name: String, _ arguments: [TerraformExpression]) {
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

  private mutating func operand(_ expression: TerraformExpression, _ wanted: String, of sign: String) {
    guard let found = Self.misfit(expression, wanted) else { return }
    problems.append(("'\(sign)' takes \(Self.spelled(wanted)), not \(found)", nil))
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

  /// How a value that stands there is called, when it cannot be converted to a type.
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

  private static func spelled(_ type: String) -> String {
    ["string": "a text", "number": "a number", "bool": "true or false", "map": "a map"][type] ?? "a list"
  }
}
