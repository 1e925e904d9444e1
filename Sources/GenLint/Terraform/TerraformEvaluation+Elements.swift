internal import Diagnostics

/// Attributes and elements of values.
extension TerraformEvaluation {
  /// What steps into a value lead to. `name` is how messages call the value.
  mutating func member(
    _ base: TerraformValue, _ path: ArraySlice<TerraformExpression.Step>, of name: String,
    isNamed: Bool = false
  ) -> TerraformValue {
    var found = base
    var rest = path
    while let step = rest.popFirst() {
      if case .splat = step { return splat(found, rest, of: name, isNamed) }
      guard let next = take(step, of: found, name, isNamed) else { return .unknown(.any) }
      found = next
    }
    return found
  }

  /// One value counts as a list of one, and null as an empty list.
  private mutating func splat(
    _ base: TerraformValue, _ rest: ArraySlice<TerraformExpression.Step>, of name: String, _ isNamed: Bool
  ) -> TerraformValue {
    switch base {
    case .null: return .sequence([], .tuple)
    case .sequence(let elements, _):
      var found: [TerraformValue] = []
      for element in elements {
        let before = problems.count
        found.append(member(element, rest, of: name, isNamed: isNamed))
        if problems.count > before { return .unknown(.any) }
      }
      return .sequence(found, .tuple)
    case .unknown(.any): return .unknown(.any)
    case .unknown(.list(let inner)), .unknown(.set(let inner)):
      return .unknown(.list(member(.unknown(inner), rest, of: name, isNamed: isNamed).type))
    case .unknown(.tuple(let types)):
      return splat(.sequence(types.map { .unknown($0) }, .tuple), rest, of: name, isNamed)
    default: return .sequence([member(base, rest, of: name, isNamed: isNamed)], .tuple)
    }
  }

  /// One step; nil when it leads nowhere, which is told.
  private mutating func take(
    _ step: TerraformExpression.Step, of base: TerraformValue, _ name: String, _ isNamed: Bool
  ) -> TerraformValue? {
    if case .null = base {
      leadsNowhere(name, isNamed, isNamed ? "it is null" : "null has no attributes and no elements")
      return nil
    }
    switch step {
    case .attribute(let word):
      if case .mapping(let entries, let isMap) = base {
        if let entry = entries.first(where: { $0.key == word }) { return entry.value }
        leadsNowhere(name, isNamed, "the \(isMap ? "map" : "object") has no attribute '\(word)'")
        return nil
      }
    case .index(let inner):
      let key = value(of: inner)
      if case .unknown(let type) = base, key.isNull || key.misfit("string") != nil,
        key.misfit("number") != nil || key.isNull
      {
        switch type {
        case .any, .map, .object:
          if key.isNull {
            reportNull(name, isNamed)
          } else {
            leadsNowhere(name, isNamed, "an index is a text or a number")
          }
          return nil
        default: break
        }
      }
      if let found = element(key, of: base, name, isNamed) { return found }
      if case .mapping = base { return nil }
      if case .sequence(_, let kind) = base, kind != .set { return nil }
      if case .unknown(.tuple) = base { return nil }
      if case .unknown(.list) = base { return nil }
      if case .unknown(.object) = base { return nil }
    case .splat: return nil
    }
    if let fault = base.type.fault([step]) {
      leadsNowhere(name, isNamed, fault)
      return nil
    }
    return .unknown(base.type.member([step]))
  }

  /// The element of a value at a key; nil when there is none, or when that is told by types.
  private mutating func element(
    _ key: TerraformValue, of base: TerraformValue, _ name: String, _ isNamed: Bool
  )
    -> TerraformValue?
  {
    switch base {
    case .mapping(let entries, let isMap):
      if key.isNull {
        reportNull(name, isNamed)
        return nil
      }
      guard let text = key.text else {
        if key.misfit("string") != nil { leadsNowhere(name, isNamed, "an index is a text or a number") }
        return .unknown(isMap ? base.type.element : .any)
      }
      if let entry = entries.first(where: { $0.key == text }) { return entry.value }
      leadsNowhere(name, isNamed, "there is no element '\(text.prefix(40))'")
      return nil
    case .unknown(.object(let attributes)):
      guard let text = key.text else { return .unknown(.any) }
      if let attribute = attributes.first(where: { $0.name == text }) { return .unknown(attribute.type) }
      leadsNowhere(name, isNamed, "there is no element '\(text.prefix(40))'")
      return nil
    case .sequence(let elements, let kind) where kind != .set:
      switch index(key, name, isNamed) {
      case .none: return nil
      case .unknown: return .unknown(kind == .list ? base.type.element : .any)
      case .number(let number):
        if elements.indices.contains(number) { return elements[number] }
        report("the list has \(Self.counted(elements.count, "element")), and none at \(number)")
        return nil
      }
    case .unknown(.tuple(let types)):
      switch index(key, name, isNamed) {
      case .none: return nil
      case .unknown: return .unknown(.any)
      case .number(let number):
        if types.indices.contains(number) { return .unknown(types[number]) }
        report("the list has \(Self.counted(types.count, "element")), and none at \(number)")
        return nil
      }
    case .unknown(.list(let inner)):
      if case .none = index(key, name, isNamed) { return nil }
      return .unknown(inner)
    default: return nil
    }
  }

  /// A key as the index of a list.
  enum Index {
    /// It is none, which is told.
    case none
    case unknown
    case number(Int)
  }

  mutating func index(_ key: TerraformValue, _ name: String, _ isNamed: Bool) -> Index {
    if key.isNull {
      reportNull(name, isNamed)
      return .none
    }
    if let words = key.misfit("number") {
      report("a list is indexed by a number, not \(words)")
      return .none
    }
    guard let number = key.number else { return .unknown }
    guard let whole = Int(exactly: number), whole >= 0 else {
      report("a list is indexed by a whole number from 0 on, not \(key.text ?? "this")")
      return .none
    }
    return .number(whole)
  }

  private mutating func reportNull(_ name: String, _ isNamed: Bool) {
    leadsNowhere(name, isNamed, "the index is null")
  }

  private mutating func leadsNowhere(_ name: String, _ isNamed: Bool, _ fault: String) {
    if isGuarded { return }
    problems.append(
      isNamed
        ? Problem(code: .unknownAttribute, message: "'\(name)' goes nowhere: \(fault)", hint: nil)
        : Problem(message: fault, hint: nil))
  }
}
