import JSONScanner

/// Tests the conditions of a JSON pattern on an event. Each distinct selector is walked at most once for an event.
struct JSONMatcher: Sendable {
  private indirect enum Step: Sendable {
    case test(selector: Int, JSONCondition.Test)
    case all([Step])
    case any([Step])
  }

  private let step: Step
  private let selectors: [Selector]

  init(_ expression: Expression<JSONCondition>) {
    var positions: [Selector: Int] = [:]
    var selectors: [Selector] = []
    func plan(_ expression: Expression<JSONCondition>) -> Step {
      switch expression {
      case .all(let children, _): return .all(children.map(plan))
      case .any(let children, _): return .any(children.map(plan))
      case .condition(let condition, _):
        let position = positions[condition.selector] ?? selectors.count
        if position == selectors.count {
          positions[condition.selector] = position
          selectors.append(condition.selector)
        }
        return .test(selector: position, condition.test)
      }
    }
    step = plan(expression)
    self.selectors = selectors
  }

  /// Only a message that is one JSON object can match, whatever is asked.
  func matches(_ message: [UInt8], _ assumptions: inout Set<MatchAssumption>) -> Bool {
    guard message.first(where: { !Self.isBlank($0) }) == UInt8(ascii: "{"),
      let document = try? JSONDocument(message, options: .allowNUL), case .object = document.root.kind
    else { return false }
    if message[0] != UInt8(ascii: "{") || message[message.count - 1] != UInt8(ascii: "}") {
      assumptions.insert(.blanksAroundObject)
    }
    var event = JSONEvent(root: document.root, selectors: selectors)
    let matches = holds(step, &event)
    assumptions.formUnion(event.assumptions)
    return matches
  }

  private func holds(_ step: Step, _ event: inout JSONEvent) -> Bool {
    switch step {
    case .test(let selector, let test): return event.holds(test, selector)
    case .all(let children):
      for child in children where !holds(child, &event) { return false }
      return true
    case .any(let children):
      for child in children where holds(child, &event) { return true }
      return false
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
