extension PatternAnalysis {
  /// Events that together exercise every operand of every `||`: those given, and one for each operand that none of them shows.
  /// An operand that no event can show, or none that was found, has none.
  ///
  /// - Parameter events: JSON texts.
  /// - Returns: the further events, as JSON texts, in the order of the operands.
  public func eventsOfAlternatives(besides events: [String]) -> [String] {
    var made: [String] = []
    for alternative in expression.alternatives {
      let matcher = PatternMatcher(Pattern(.json(alternative)))
      let isShown = (events + made).contains { matcher.match(Array($0.utf8)).result != nil }
      if !isShown, let event = PatternAnalysis(alternative, maximumSteps: maximumSteps).matchedEvent {
        made.append(event)
      }
    }
    return made
  }
}

extension Expression {
  /// The expression with one operand of `||` in the place of all of them, for each such operand: each implies the expression.
  /// An expression without `||` is its only alternative.
  var alternatives: [Expression] {
    switch self {
    case .condition:
      return [self]
    case .any(let operands, _):
      return operands.flatMap(\.alternatives)
    case .all(let operands, _):
      let ofEach = operands.map(\.alternatives)
      let narrowed = operands.indices.flatMap { index in
        guard ofEach[index].count > 1 else { return [Expression]() }
        return ofEach[index].map { alternative in
          var others = operands
          others[index] = alternative
          return Expression.all(of: others)
        }
      }
      return narrowed.isEmpty ? [self] : narrowed
    }
  }
}
