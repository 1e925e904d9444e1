internal import Documents

/// The conditions of a template as logic: whether one holds whenever another does.
///
/// A comparison of a parameter with a text depends on the parameter's value, any other comparison is true or false by itself. All
/// combinations are tried; beyond a bound nothing is claimed.
struct ConditionLogic {
  private indirect enum Formula {
    case constant(Bool)
    /// A variable has a value.
    case equals(variable: Int, value: String)
    case not(Formula)
    case all([Formula])
    case any([Formula])
  }

  private let template: Template
  /// Each rule of the template: when it applies, and what it asserts.
  private let rules: [(condition: Node?, assertions: [Node])]
  private static let maximumCombinations = 4096

  /// Reads the conditions of a template.
  init(_ template: Template) {
    self.template = template
    rules = (template.root["Rules"]?.entries ?? []).map { rule in
      let assertions = rule.value["Assertions"]?.elements?.compactMap { $0["Assert"] }
      return (rule.value["RuleCondition"], assertions ?? [])
    }
  }

  /// That a condition holds, or that it does not.
  struct Assumption {
    let condition: String
    let holds: Bool
  }

  /// Whether a condition may be false while another is true; no condition is one that always holds.
  func mayFail(_ condition: String?, while other: String?) -> Bool {
    guard let condition, condition != other else { return false }
    let given = other.map { [Assumption(condition: $0, holds: true)] } ?? []
    return mayHold(given + [Assumption(condition: condition, holds: false)]) ?? false
  }

  /// Whether all assumptions may hold at once; nil when that cannot be told.
  func mayHold(_ assumptions: [Assumption]) -> Bool? {
    var variables = Variables()
    var wanted: [Formula] = []
    for assumption in assumptions {
      guard let found = formula(of: assumption.condition, depth: 0, &variables) else { return nil }
      wanted.append(assumption.holds ? found : .not(found))
    }
    // A stack whose parameters break a rule is not made.
    let kept = rules.flatMap { rule -> [Formula] in
      guard let applies = rule.condition.map({ formula($0, depth: 0, &variables) }) ?? .constant(true) else {
        return []
      }
      return rule.assertions.compactMap { assertion in
        formula(assertion, depth: 0, &variables).map { .any([.not(applies), $0]) }
      }
    }
    let domains = variables.domains
    let count = domains.reduce(1) { min($0 * $1.count, Self.maximumCombinations + 1) }
    guard count <= Self.maximumCombinations else { return nil }
    return (0..<count).contains { number in
      var rest = number
      let values = domains.map { domain in
        defer { rest /= domain.count }
        return domain[rest % domain.count]
      }
      return (wanted + kept).allSatisfy { evaluate($0, values) }
    }
  }

  private func evaluate(_ formula: Formula, _ values: [String?]) -> Bool {
    switch formula {
    case .constant(let value): value
    case .equals(let variable, let value): values[variable] == value
    case .not(let inner): !evaluate(inner, values)
    case .all(let inner): inner.allSatisfy { evaluate($0, values) }
    case .any(let inner): inner.contains { evaluate($0, values) }
    }
  }

  /// What the comparisons depend on: each with the values that matter; nil stands for any other value.
  private struct Variables {
    private var indices: [String: Int] = [:]
    private(set) var domains: [[String?]] = []

    mutating func index(of name: String, value: String, allowed: [String]?) -> Int {
      let index = indices[name] ?? domains.count
      if index == domains.count {
        indices[name] = index
        domains.append(allowed ?? [nil])
      }
      if allowed == nil, !domains[index].contains(value) { domains[index].append(value) }
      return index
    }
  }

  private func formula(of name: String, depth: Int, _ variables: inout Variables) -> Formula? {
    guard depth < 16, let node = template.condition(name)?.node else { return nil }
    return formula(node, depth: depth + 1, &variables)
  }

  private func formula(_ node: Node, depth: Int, _ variables: inout Variables) -> Formula? {
    guard depth < 16 else { return nil }
    if let entries = node.entries, entries.count == 1, entries[0].key.text == "Condition",
      let name = entries[0].value.text
    {
      return formula(of: name, depth: depth, &variables)
    }
    guard let call = Intrinsic(node) else { return nil }
    if call.name == "Condition" {
      return call.argument.text.flatMap { formula(of: $0, depth: depth, &variables) }
    }
    guard let parts = call.argument.elements else { return nil }
    if call.name == "Equals" { return comparison(parts, &variables) }
    var inner: [Formula] = []
    for part in parts {
      guard let found = formula(part, depth: depth + 1, &variables) else { return nil }
      inner.append(found)
    }
    switch call.name {
    case "And": return .all(inner)
    case "Or": return .any(inner)
    case "Not" where inner.count == 1: return .not(inner[0])
    default: return nil
    }
  }

  private func comparison(_ parts: [Node], _ variables: inout Variables) -> Formula? {
    guard parts.count == 2 else { return nil }
    let literals = parts.map { Intrinsic($0) == nil ? $0.text : nil }
    if let left = literals[0], let right = literals[1] { return .constant(left == right) }
    guard let literal = literals[0] ?? literals[1] else { return nil }
    let other = literals[0] == nil ? parts[0] : parts[1]
    guard let call = Intrinsic(other), let argument = call.argument.text else { return nil }
    let allowed =
      call.name == "Ref"
      ? template.parameter(argument)?.node["AllowedValues"]?.elements?.compactMap(\.text) : nil
    let index = variables.index(of: "\(call.name) \(argument)", value: literal, allowed: allowed)
    return .equals(variable: index, value: literal)
  }
}
