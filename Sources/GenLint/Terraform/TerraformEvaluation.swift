internal import Diagnostics

/// Evaluates expressions as far as the file alone can tell, and says what fails whatever a run brings.
///
/// Of a branch that a run chooses nothing is said but that it calls what is no function: what it would fail at may be what the condition
/// keeps out, as in `can(x.y) ? x.y : null`. Terraform says nothing of it either before it plans.
struct TerraformEvaluation {
  /// What is wrong, lower case and without a full stop.
  struct Problem {
    var code = DiagnosticCode.invalidExpression
    let message: String
    let hint: String?
  }

  /// The most steps of one text: loops in loops over long lists are followed no further.
  private static let maximumSteps = 5_000
  /// The longest text that is followed, in bytes.
  private static let longest = 65_536

  let schemas: SchemaCache
  let typing: TerraformTyping
  /// What the names stand for that loops and blocks around an expression give.
  private var bound: [String: TerraformValue]
  var problems: [Problem] = []
  var isGuarded = false
  var steps = 0

  /// Makes an evaluation that has found nothing yet.
  init(_ schemas: SchemaCache, _ typing: TerraformTyping, bound: Set<String> = []) {
    self.schemas = schemas
    self.typing = typing
    self.bound = Dictionary(uniqueKeysWithValues: bound.map { ($0, .unknown(.any)) })
  }

  mutating func report(_ message: String, hint: String? = nil) {
    if !isGuarded { problems.append(Problem(message: message, hint: hint)) }
  }

  /// Says what is wrong in any branch.
  mutating func reportAlways(_ message: String, hint: String? = nil) {
    problems.append(Problem(message: message, hint: hint))
  }

  // MARK: - Templates

  /// What a template yields.
  mutating func value(of pieces: [TerraformTemplate.Piece]) -> TerraformValue {
    if pieces.count == 1, case .interpolation(let inner, _) = pieces[0] { return value(of: inner) }
    let outer = (bound, isGuarded)
    defer { (bound, isGuarded) = outer }
    var whole: String? = ""
    var conditions = 0
    for piece in pieces {
      switch piece {
      case .literal(let part): whole?.append(part)
      case .interpolation(let inner, _):
        let found = value(of: inner)
        if let words = found.misfit("string") {
          report(
            "'${…}' inside a text takes a text, a number or true/false, not \(words)",
            hint: words == "a map" || words == "an object" ? "name an attribute of it" : nil)
        }
        if found.isNull { report("'${…}' inside a text is null") }
        whole = found.text.flatMap { part in whole.map { $0 + part } }
        if let length = whole?.utf8.count, length > Self.longest { whole = nil }
      case .directive(let directive):
        whole = nil
        switch directive {
        case .condition(let inner):
          if operand(inner, "bool", of: "if").isNull { report("'if' takes true or false, not null") }
          conditions += 1
          isGuarded = true
        case .endCondition:
          conditions -= 1
          if conditions == 0 { isGuarded = outer.1 }
        case .loop(let names, let inner):
          let element = collection(inner).type.element
          for name in names { bound[name] = .unknown(name == names.last ? element : .any) }
        case .otherwise, .endLoop: break
        }
      }
    }
    return whole.map { .text($0) } ?? .unknown(.string)
  }

  // MARK: - Expressions

  /// What an expression yields.
  mutating func value(of expression: TerraformExpression) -> TerraformValue {
    guard steps <= Self.maximumSteps, typing.steps <= TerraformTyping.maximumSteps else {
      return .unknown(.any)
    }
    let found = evaluated(expression)
    // What is large is work wherever it goes.
    let work = 1 + found.size
    steps += work
    typing.steps += work
    return found
  }

  private mutating func evaluated(_ expression: TerraformExpression) -> TerraformValue {
    switch expression {
    case .literal("null"): return .null
    case .literal("true"): return .truth(true)
    case .literal("false"): return .truth(false)
    case .literal(let spelled): return TerraformValue(numeral: spelled)
    case .template(let pieces): return value(of: pieces)
    case .traversal(let name, let path):
      if let known = bound[name] { return member(known, path[...], of: name) }
      let (found, rest) = typing.value(of: name, path)
      guard name == "var" || name == "local", case .attribute(let first)? = path.first else {
        checkInstance(name, path)
        return found
      }
      return member(found, rest, of: "\(name).\(first)", isNamed: true)
    case .relative(let base, let path): return member(value(of: base), path[...], of: "this")
    case .call(let name, let arguments, let isExpanded): return call(name, arguments, isExpanded)
    case .list(let elements):
      var found: [TerraformValue] = []
      for inner in elements { found.append(value(of: inner)) }
      return .sequence(found, .tuple)
    case .object(let entries): return object(entries)
    case .loop(let names, let walked, let bodies, let kind): return loop(names, walked, bodies, kind)
    case .operation(let sign, let operands): return operation(sign, operands)
    case .conditional(let condition, let first, let second): return conditional(condition, first, second)
    }
  }

  private mutating func object(_ entries: [(key: TerraformExpression, value: TerraformExpression)])
    -> TerraformValue
  {
    var found: [(key: String, value: TerraformValue)] = []
    var isOpen = false
    for entry in entries {
      var key: TerraformValue
      if case .traversal(let word, let path) = entry.key {
        if !path.isEmpty {
          report(
            "a key of an object is a name, a text, or an expression in parentheses",
            hint: "write it in parentheses")
        }
        key = path.isEmpty ? .text(word) : .unknown(.any)
      } else if case .literal(let word) = entry.key, ["null", "true", "false"].contains(word) {
        // Without parentheses it is a name.
        key = .text(word)
      } else {
        key = value(of: entry.key)
        if key.isNull { report("a key of an object is null") }
        if let words = key.misfit("string") { report("a key of an object is a text, not \(words)") }
      }
      let inner = value(of: entry.value)
      guard let text = key.text else {
        isOpen = true
        continue
      }
      found.append((text, inner))
    }
    return isOpen ? .unknown(.any) : .mapping(TerraformValue.lastOfEach(found), isMap: false)
  }

  private mutating func operation(_ sign: String, _ operands: [TerraformExpression]) -> TerraformValue {
    let wanted: String? =
      switch sign {
      case "==", "!=": nil
      case "&&", "||", "!": "bool"
      default: "number"
      }
    var values: [TerraformValue] = []
    let before = problems.count
    var isSettled = false
    // From version 1.12 on, Terraform asks no further where one operand settles the result.
    defer { if isSettled { problems.removeLast(problems.count - before) } }
    for inner in operands {
      let clean = problems.count
      values.append(value(of: inner))
      if sign == "&&" || sign == "||", problems.count == clean,
        values[values.count - 1].truth == (sign == "||")
      {
        isSettled = true
      }
      guard let wanted else { continue }
      if let words = values[values.count - 1].misfit(wanted) {
        report("'\(sign)' takes \(Self.spelled(wanted)), not \(words)")
      }
      if values[values.count - 1].isNull { report("'\(sign)' takes \(Self.spelled(wanted)), not null") }
    }
    let isNumber = ["+", "-", "*", "/", "%"].contains(sign)
    if !isNumber, let known = truth(sign, values) { return .truth(known) }
    if values.count == 2, sign != "==", sign != "!=", sign != "&&", sign != "||", let one = values[0].number,
      let two = values[1].number
    {
      let (found, fault) = TerraformValue.computed(sign, one, two)
      if let fault { report(fault) }
      return found
    }
    if values.count == 1, sign == "-", let number = values[0].number { return .number(-number) }
    return .unknown(isNumber ? .number : .bool)
  }

  /// What an operator yields that yields a truth value, of one or two operands.
  private func truth(_ sign: String, _ values: [TerraformValue]) -> Bool? {
    if values.count == 1 { return sign == "!" ? values[0].truth.map { !$0 } : nil }
    guard values.count == 2 else { return nil }
    switch (sign, values[0], values[1]) {
    case ("==", .null, .null): return true
    case ("!=", .null, .null): return false
    case ("==", .text(let one), .text(let two)): return one == two
    case ("!=", .text(let one), .text(let two)): return one != two
    case ("==", .number(let one), .number(let two)): return one == two
    case ("!=", .number(let one), .number(let two)): return one != two
    case ("==", .truth(let one), .truth(let two)): return one == two
    case ("!=", .truth(let one), .truth(let two)): return one != two
    case ("==", .null, let other), ("==", let other, .null):
      if case .unknown = other { return nil }
      return false
    case ("!=", .null, let other), ("!=", let other, .null):
      if case .unknown = other { return nil }
      return true
    case ("&&", let one, let two): return one.truth.flatMap { left in two.truth.map { left && $0 } }
    case ("||", let one, let two): return one.truth.flatMap { left in two.truth.map { left || $0 } }
    default: return nil
    }
  }

  private mutating func conditional(
    _ condition: TerraformExpression, _ first: TerraformExpression, _ second: TerraformExpression
  ) -> TerraformValue {
    let chosen = operand(condition, "bool", of: "?")
    if chosen.isNull { report("'?' takes true or false, not null") }
    let outer = isGuarded
    var results: [TerraformValue] = []
    for (inner, isFirst) in [(first, true), (second, false)] {
      let before = problems.count
      isGuarded = outer || chosen.truth == nil
      results.append(value(of: inner))
      // What is not chosen fails at nothing.
      if let truth = chosen.truth, truth != isFirst { problems.removeLast(problems.count - before) }
    }
    isGuarded = outer
    let types = results.map(\.type)
    // Null is of the type that the other result has.
    let told = results.filter { !$0.isNull }.map(\.type)
    guard let common = TerraformType.unified(told) else {
      let words = types.map(\.words)
      report(
        words[0] == words[1]
          ? "the results of '?' are \(words[0]) and \(words[1]) of other types"
          : "the results of '?' are \(words[0]) and \(words[1])")
      return .unknown(.any)
    }
    if let truth = chosen.truth {
      let result = results[truth ? 0 : 1]
      if result.isNull || result.text != nil { return result }
    }
    return .unknown(common)
  }

  // MARK: - Loops

  private mutating func loop(
    _ names: [String], _ walked: TerraformExpression, _ bodies: [TerraformExpression],
    _ kind: TerraformExpression.Loop
  ) -> TerraformValue {
    let isObject = kind != .list
    let walked = collection(walked)
    let outer = bound
    defer { bound = outer }
    let count = isObject ? 2 : 1
    let condition = bodies.count > count ? bodies[count] : nil
    var isOpen = false
    var row: [TerraformValue] = []
    var keys: Set<String> = []
    var entries: [(key: String, value: TerraformValue)] = []
    let before = problems.count
    // What one element fails at the next ones mostly do too.
    for (key, element) in Self.elements(of: walked) where problems.count == before {
      bound[names[names.count - 1]] = element
      if names.count > 1 { bound[names[0]] = key }
      let outerGuard = isGuarded
      defer { isGuarded = outerGuard }
      if let condition {
        let chosen = operand(condition, "bool", of: "if")
        if chosen.isNull { report("'if' takes true or false, not null") }
        if chosen.truth == false { continue }
        if chosen.truth == nil {
          isOpen = true
          isGuarded = true
        }
      }
      let result = value(of: bodies[0])
      guard isObject else {
        row.append(result)
        continue
      }
      if let words = result.misfit("string") { report("the key of a 'for' is a text, not \(words)") }
      if result.isNull { report("the key of a 'for' is null") }
      entries.append((result.text ?? "", value(of: bodies[1])))
      guard let key = result.text else {
        isOpen = true
        continue
      }
      let isNew = keys.insert(key).inserted
      if kind == .object, !isOpen, !isNew {
        report("two elements of 'for' have the key '\(key.prefix(40))'")
      }
    }
    if walked.elements == nil || isOpen {
      let inner = TerraformType.unified((isObject ? entries.map(\.value) : row).map(\.type)) ?? .any
      return .unknown(isObject ? .map(kind == .groups ? .list(inner) : inner) : .list(inner))
    }
    if kind == .groups { return .unknown(.map(.any)) }
    guard isObject else { return .sequence(row, .tuple) }
    return .mapping(entries, isMap: false)
  }

  /// The keys and values that a loop meets; of what is not known yet one that stands for all.
  private static func elements(of walked: TerraformValue) -> [(TerraformValue, TerraformValue)] {
    switch walked {
    case .sequence(let elements, let kind):
      return elements.enumerated().map { (kind == .set ? $1 : .number(Double($0)), $1) }
    case .mapping(let entries, _): return entries.map { (.text($0.key), $0.value) }
    case .unknown(let type):
      switch type {
      case .set(let inner): return [(.unknown(inner), .unknown(inner))]
      case .map, .object: return [(.unknown(.string), .unknown(type.element))]
      case .list, .tuple: return [(.unknown(.number), .unknown(type.element))]
      default: return [(.unknown(.any), .unknown(.any))]
      }
    default: return [(.unknown(.any), .unknown(.any))]
    }
  }

  /// What a loop walks over.
  private mutating func collection(_ expression: TerraformExpression) -> TerraformValue {
    let found = value(of: expression)
    if found.isNull { report("'for' walks over a list or a map, not null") }
    switch found.type {
    case .string, .number, .bool:
      report("'for' walks over a list or a map, not \(found.type.words)")
      return .unknown(.any)
    default: return found
    }
  }

  // MARK: - What functions and operators take

  @discardableResult
  private mutating func operand(_ expression: TerraformExpression, _ wanted: String, of sign: String)
    -> TerraformValue
  {
    let found = value(of: expression)
    if let words = found.misfit(wanted) { report("'\(sign)' takes \(Self.spelled(wanted)), not \(words)") }
    return found
  }

  static func counted(_ number: Int, _ word: String) -> String {
    "\(number == 0 ? "no" : "\(number)") \(word)\(number == 1 ? "" : "s")"
  }

  static func spelled(_ type: String) -> String {
    ["string": "a text", "number": "a number", "bool": "true or false", "map": "a map"][type] ?? "a list"
  }
}
