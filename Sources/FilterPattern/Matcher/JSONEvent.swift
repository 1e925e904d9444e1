import JSONScanner

/// One event and what its selectors have selected so far.
struct JSONEvent {
  private struct Selection {
    var nodes: [JSONValue]
    /// Whether the path before the wildcard leads to a value; true without a wildcard when a node is selected.
    var hasPrefix: Bool
    var hasWildcard: Bool
  }

  private let root: JSONValue
  private let selectors: [Selector]
  private var selections: [Selection?]
  private(set) var assumptions: Set<MatchAssumption> = []

  init(root: JSONValue, selectors: [Selector]) {
    self.root = root
    self.selectors = selectors
    selections = Array(repeating: nil, count: selectors.count)
  }

  /// Whether a test holds of what the selector at a position selects.
  mutating func holds(_ test: JSONCondition.Test, _ position: Int) -> Bool {
    let selection = selections[position] ?? select(selectors[position])
    selections[position] = selection
    switch test {
    case .notExists: return selection.nodes.isEmpty
    case .isTrue: return selection.nodes.contains { $0.kind == .bool(true) }
    case .isFalse: return selection.nodes.contains { $0.kind == .bool(false) }
    case .isNull:
      return selection.nodes.contains { node in
        // Recorded: an array that holds a null counts, but only without a wildcard.
        node.kind == .null || (!selection.hasWildcard && node.elements.contains { $0.kind == .null })
      }
    case .compare(.notEqual, let literal) where selection.hasWildcard:
      // Recorded: true when the path before the wildcard exists and nothing selected is equal.
      return selection.hasPrefix && !some(selection.nodes, .equal, literal)
    case .compare(let comparison, let literal): return some(selection.nodes, comparison, literal)
    }
  }

  private mutating func some(_ nodes: [JSONValue], _ comparison: ComparisonOperator, _ literal: Literal)
    -> Bool
  {
    for node in nodes where compare(node, comparison, literal) { return true }
    return false
  }

  /// Compares a string or a number; false for every other value whatever is asked.
  private mutating func compare(_ node: JSONValue, _ comparison: ComparisonOperator, _ literal: Literal)
    -> Bool
  {
    switch node.kind {
    case .string:
      guard !comparison.isOrdering else { return false }
      let isEqual =
        switch literal.value {
        case .number(let number): node.isString(number.bytes)
        case .text(let text): text.isGlob ? text.matches(node.stringBytes ?? []) : node.isString(text.body)
        case .regex(let regex): regex.matches(node.stringBytes ?? [])
        }
      return isEqual == (comparison == .equal)
    case .number:
      let number = EventNumber(spelling: node.spelling)
      if case .number(let wanted) = literal.value {
        guard let value = number.value else { return false }
        return comparison.holds(value, wanted.value)
      }
      guard !comparison.isOrdering else { return false }
      let isEqual: Bool
      switch literal.value {
      case .text(let text):
        if number.isTextInferred, !text.isAnything { assumptions.insert(.numberText) }
        isEqual = text.matches(number.text)
      case .regex(let regex):
        if number.isTextInferred { assumptions.insert(.numberText) }
        isEqual = regex.matches(number.text)
      case .number: isEqual = false
      }
      return isEqual == (comparison == .equal)
    case .null, .bool, .array, .object: return false
    }
  }

  private mutating func select(_ selector: Selector) -> Selection {
    let wildcard = selector.wildcard
    guard let prefix = walk(root, selector, 0..<(wildcard ?? selector.segments.count)) else {
      return Selection(nodes: [], hasPrefix: false, hasWildcard: wildcard != nil)
    }
    guard let wildcard else { return Selection(nodes: [prefix], hasPrefix: true, hasWildcard: false) }
    let nodes = children(prefix).compactMap { walk($0, selector, wildcard + 1..<selector.segments.count) }
    return Selection(nodes: nodes, hasPrefix: true, hasWildcard: true)
  }

  private mutating func walk(_ start: JSONValue, _ selector: Selector, _ range: Range<Int>) -> JSONValue? {
    var node = start
    for position in range {
      let next: JSONValue?
      switch selector.segments[position] {
      case .key: next = member(node, selector.keys[position])
      case .index(let index): next = node.element(index)
      case .wildcard: next = nil
      }
      guard let next else { return nil }
      node = next
    }
    return node
  }

  /// The last member of that name.
  private mutating func member(_ object: JSONValue, _ name: [UInt8]) -> JSONValue? {
    var found: JSONValue?
    for member in object.members where member.name.isString(name) {
      if found != nil { assumptions.insert(.lastDuplicateCounts) }
      found = member.value
    }
    return found
  }

  /// The elements of an array, or the members' values of an object, of several with one name only the last.
  private mutating func children(_ node: JSONValue) -> [JSONValue] {
    guard node.kind == .object else { return Array(node.elements) }
    let members = Array(node.members)
    var names: Set<[UInt8]> = []
    var values: [JSONValue] = []
    for member in members.reversed() {
      if names.insert(member.name.stringBytes ?? []).inserted {
        values.append(member.value)
      } else {
        assumptions.insert(.lastDuplicateCounts)
      }
    }
    return values.reversed()
  }
}
