/// What can be told of a clause over all events without looking for one. What is false here is not known.
struct ClauseStanding {
  /// Whether some event is known to match.
  var isPossible = false
  /// Whether some event is known not to match.
  var isRefutable = false
  /// Whether the event without members is known not to match.
  var isFalseOfNothing = false

  /// Looks at one condition.
  init(_ condition: JSONCondition) {
    isFalseOfNothing = !condition.isTrueOfNothing
    isPossible = condition.isPlain
    isRefutable = isFalseOfNothing || condition.isPlain
  }

  /// Looks at clauses that are joined, by what is known of each.
  ///
  /// One possible alternative makes all of them possible, one refutable condition makes them all refutable together; and clauses that speak
  /// of different fields have an event of all of them when each has one.
  init(joining parts: [ClauseStanding], of clauses: [Expression<JSONCondition>], isAlternative: Bool) {
    if isAlternative {
      isPossible = parts.contains(where: \.isPossible)
      isFalseOfNothing = parts.allSatisfy(\.isFalseOfNothing)
      isRefutable = isFalseOfNothing || parts.allSatisfy(\.isRefutable) && Self.areApart(clauses)
    } else {
      isPossible = parts.allSatisfy(\.isPossible) && Self.areApart(clauses)
      isFalseOfNothing = parts.contains(where: \.isFalseOfNothing)
      isRefutable = isFalseOfNothing || parts.contains(where: \.isRefutable)
    }
  }

  /// Looks at a clause and all in it.
  init(_ expression: Expression<JSONCondition>) {
    switch expression {
    case .condition(let condition, _): self.init(condition)
    case .all(let children, _):
      self.init(joining: children.map { ClauseStanding($0) }, of: children, isAlternative: false)
    case .any(let children, _):
      self.init(joining: children.map { ClauseStanding($0) }, of: children, isAlternative: true)
    }
  }

  /// Whether each clause speaks of named fields that no other speaks of, nor of a field in them or around them: what an event has in
  /// the fields of one says nothing of the others.
  static func areApart(_ clauses: [Expression<JSONCondition>]) -> Bool {
    var known: [[[[UInt8]]]] = []
    for clause in clauses {
      var own: [[[UInt8]]] = []
      for condition in clause.conditions {
        guard condition.hasOnlyKeys else { return false }
        let path = condition.selector.keys
        guard !own.contains(path) else { continue }
        let meets = known.joined().contains { $0.starts(with: path) || path.starts(with: $0) }
        if meets { return false }
        own.append(path)
      }
      known.append(own)
    }
    return true
  }
}

extension JSONCondition {
  /// Whether every step to its field is a name.
  fileprivate var hasOnlyKeys: Bool {
    !selector.segments.isEmpty
      && selector.segments.allSatisfy { if case .key = $0 { true } else { false } }
  }

  /// Whether the event without members may match: a field is not there, or no member differs.
  fileprivate var isTrueOfNothing: Bool {
    switch test {
    case .notExists: true
    case .compare(.notEqual, _): selector.segments.first == .wildcard
    case .compare, .isNull, .isTrue, .isFalse: false
    }
  }

  /// Whether it asks one named field for a text or a kind: then there are events that match and events that do not.
  fileprivate var isPlain: Bool {
    guard hasOnlyKeys else { return false }
    switch test {
    case .notExists, .isNull, .isTrue, .isFalse: return true
    case .compare(let comparison, let literal):
      guard case .text(let text) = literal.value else { return false }
      // Every text and number equals '*' alone, so nothing differs from it.
      return comparison == .equal || !text.isAnything
    }
  }
}
