/// Turns conditions into statements about the places of a shape.
struct Grounding {
  let shape: EventShape
  private(set) var predicates: [ScalarPredicate] = []
  private var numbers: [ScalarPredicate: Int] = [:]

  /// - Parameter conditions: every condition of every pattern that will be turned.
  init(_ conditions: [JSONCondition]) {
    shape = EventShape(conditions)
  }

  /// What is true of every event of the shape: elements that no selector names come after those that one does.
  var axioms: GroundFormula {
    var parts: [GroundFormula] = []
    for (index, place) in shape.places.enumerated() where place.elementCount > 0 && place.extraCount > 0 {
      guard let last = shape.element(of: index, place.elementCount - 1) else { continue }
      for child in place.children {
        guard shape.isExtra(child) else { continue }
        parts.append(
          .any([
            .statement(.kinds(child, .missing)), .statement(.kinds(index, .object)),
            .statement(.kinds(last, .present)),
          ]))
      }
    }
    return .all(parts)
  }

  mutating func formula(_ expression: Expression<JSONCondition>) -> GroundFormula {
    switch expression {
    case .condition(let condition, _): return formula(condition)
    case .all(let children, _): return .all(children.map { formula($0) })
    case .any(let children, _): return .any(children.map { formula($0) })
    }
  }

  private mutating func formula(_ condition: JSONCondition) -> GroundFormula {
    let segments = condition.selector.segments
    let prefix = segments.prefix { $0 != .wildcard }
    // A place that is not there: the shape was too large, and the caller has given up before.
    guard let place = shape.find(from: 0, prefix) else { return .any([]) }
    guard prefix.count < segments.count else { return formula(condition.test, at: place) }
    let suffix = segments.dropFirst(prefix.count + 1)
    let selected = shape.places[place].children.compactMap { shape.find(from: $0, suffix) }
    switch condition.test {
    case .compare(.notEqual, let literal):
      let isSome = GroundFormula.any(selected.map { equals(literal, at: $0) })
      return .all([.statement(.kinds(place, .present)), isSome.negated])
    case .notExists: return .all(selected.map { .statement(.kinds($0, .missing)) })
    case .isNull: return .any(selected.map { .statement(.kinds($0, .null)) })
    case .isTrue, .isFalse, .compare: return .any(selected.map { formula(condition.test, at: $0) })
    }
  }

  private mutating func formula(_ test: JSONCondition.Test, at place: Int) -> GroundFormula {
    switch test {
    case .notExists: return .statement(.kinds(place, .missing))
    case .isTrue: return .statement(.kinds(place, .yes))
    case .isFalse: return .statement(.kinds(place, .no))
    case .isNull:
      let nullElements = shape.places[place].children.filter { !shape.places[$0].step.isKey }
        .map { GroundFormula.statement(.kinds($0, .null)) }
      return .any([
        .statement(.kinds(place, .null)), .all([.statement(.kinds(place, .array)), .any(nullElements)]),
      ])
    case .compare(let comparison, let literal):
      switch (comparison, literal.value) {
      case (.notEqual, .text), (.notEqual, .regex):
        return .all([.statement(.kinds(place, .scalar)), equals(literal, at: place).negated])
      case (_, .number(let number)): return holds(.number(comparison, number), at: place)
      case (_, .text), (_, .regex): return equals(literal, at: place)
      }
    }
  }

  private mutating func equals(_ literal: Literal, at place: Int) -> GroundFormula {
    switch literal.value {
    case .text(let text): holds(.text(text), at: place)
    case .regex(let regex): holds(.regex(regex), at: place)
    case .number(let number): holds(.number(.equal, number), at: place)
    }
  }

  private mutating func holds(_ predicate: ScalarPredicate, at place: Int) -> GroundFormula {
    if let known = numbers[predicate] { return .statement(.holds(place, known)) }
    numbers[predicate] = predicates.count
    predicates.append(predicate)
    return .statement(.holds(place, predicates.count - 1))
  }
}

extension EventShape.Step {
  fileprivate var isKey: Bool { if case .segment(.key) = self { true } else { false } }
}
