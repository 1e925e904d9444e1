internal import Diagnostics

/// Calls of functions: their arguments by the published signatures, and what they yield.
extension TerraformEvaluation {
  /// What a function yields.
  mutating func call(_ name: String, _ arguments: [TerraformExpression], _ isExpanded: Bool)
    -> TerraformValue
  {
    let bare = name.hasPrefix("core::") ? String(name.dropFirst(6)) : name
    // What fails inside is what these two are for.
    if bare == "try" || bare == "can" {
      if arguments.isEmpty { report("'\(name)' takes at least 1 argument, not 0") }
      if bare == "can", arguments.count > 1 { report("'can' takes 1 argument, not \(arguments.count)") }
      return .unknown(bare == "can" ? .bool : .any)
    }
    var values: [TerraformValue] = []
    for inner in arguments {
      let found = value(of: inner)
      // Of a resource nothing is known before a plan, and sets of old were lists.
      if case .traversal(let root, _) = inner, found.type.isSet, root != "var", root != "local" {
        values.append(.unknown(.any))
      } else {
        values.append(found)
      }
    }
    if name.hasPrefix("provider::"), !name.hasPrefix("provider::aws::") {
      let local = name.fields(by: ":").filter { !$0.isEmpty }.dropFirst().first ?? ""
      if typing.lacksProvider(local) { report("no provider '\(local)' is required here") }
      return .unknown(.any)
    }
    guard let signature = schemas.schema("function.\(bare)") else {
      let known = schemas.names(after: "function.")
      let near = Suggestion.hint(for: bare, among: known)
      reportAlways("there is no function '\(name)'", hint: near)
      return .unknown(.any)
    }
    var isOpen = false
    if isExpanded, let last = values.popLast() {
      if let elements = last.elements, case .sequence = last { values += elements } else { isOpen = true }
      if last.isNull || last.misfit("list") != nil {
        report("'...' stands behind a list, not behind \(last.isNull ? "null" : last.type.words)")
      }
    }
    let yielded = signature.schema("returns").map { TerraformType($0) } ?? .any
    let before = problems.count
    check(values, isOpen, of: name, signature)
    guard problems.count == before, !isOpen else { return .unknown(yielded) }
    let function = TerraformFunction(name: bare, arguments: values)
    if let fault = function.fault {
      report(fault)
      return .unknown(yielded)
    }
    return function.result ?? .unknown(function.type ?? yielded)
  }

  /// The number of the arguments and their types.
  private mutating func check(
    _ values: [TerraformValue], _ isOpen: Bool, of name: String, _ signature: Schema
  ) {
    let types = signature.schemas("parameters")
    let rest = signature.schema("rest")
    if !isOpen, values.count < types.count {
      let least = rest == nil ? "" : "at least "
      reportAlways("'\(name)' takes \(least)\(Self.counted(types.count, "argument")), not \(values.count)")
    } else if rest == nil, values.count > types.count {
      reportAlways("'\(name)' takes \(Self.counted(types.count, "argument")), not \(values.count)")
    }
    for (index, argument) in values.enumerated() {
      guard let type = index < types.count ? types[index] : rest else { continue }
      if argument.isNull {
        if !type.flag("nullable") { report("an argument of '\(name)' is null") }
      } else if let wanted = type.types.first, let found = argument.misfit(wanted),
        type.types.allSatisfy({ argument.misfit($0) != nil })
      {
        let words = type.types.map(Self.spelled).joined(separator: " or ")
        report("'\(name)' takes \(words), not \(found)")
      }
    }
  }
}
