/// A text, glob or regular expression, read character by character. Its state is a few words.
struct TextAutomaton {
  enum Kind {
    case glob(GlobAutomaton)
    case regex(RegexAutomaton)
    case numberText(NumberTextAutomaton)
  }

  let kind: Kind
  /// Whether the value must be accepted; otherwise it must not be.
  let isWanted: Bool

  /// How many words a state has.
  var width: Int {
    switch kind {
    case .glob, .numberText: 1
    case .regex(let automaton): automaton.wordCount + 1
    }
  }

  /// Appends the state before the first character.
  func appendStart(to state: inout [UInt64]) {
    switch kind {
    case .glob, .numberText: state.append(0)
    case .regex(let automaton):
      let start = automaton.start
      state.append(automaton.isAccepting(start) ? 1 : 0)
      state.append(contentsOf: start)
    }
  }

  /// Moves the state that begins at an index.
  func step(_ state: inout [UInt64], at index: Int, _ scalar: Unicode.Scalar) {
    switch kind {
    case .glob(let glob): state[index] = UInt64(glob.step(Int(state[index]), scalar))
    case .numberText(let text): state[index] = UInt64(text.step(Int(state[index]), scalar))
    case .regex(let automaton):
      // Once found it stays found, and nothing else matters.
      guard state[index] == 0 else { return }
      var own = Array(state[index + 1..<index + 1 + automaton.wordCount])
      let symbol = scalar.value < 256 ? Int(scalar.value) : RegexSymbol.other
      automaton.step(&own, group: automaton.groups[symbol])
      if automaton.isAccepting(own) {
        state[index] = 1
        own = [UInt64](repeating: 0, count: automaton.wordCount)
      }
      state.replaceSubrange(index + 1..<index + 1 + automaton.wordCount, with: own)
    }
  }

  /// Whether the value may end here.
  func mayEnd(_ state: [UInt64], at index: Int) -> Bool {
    let isAccepted =
      switch kind {
      case .glob(let glob): glob.accepts(Int(state[index]))
      case .numberText: NumberTextAutomaton.accepts(Int(state[index]))
      case .regex(let automaton):
        state[index] == 1
          || automaton.isAcceptingAtEnd(Array(state[index + 1..<index + 1 + automaton.wordCount]))
      }
    return isAccepted == isWanted
  }

  /// Whether no end can come any more, whatever follows.
  func isHopeless(_ state: [UInt64], at index: Int) -> Bool {
    switch kind {
    case .glob(let glob): isWanted ? glob.isDead(Int(state[index])) : glob.isSettled(Int(state[index]))
    case .numberText: Int(state[index]) == NumberTextAutomaton.dead
    case .regex(let automaton):
      isWanted
        ? state[index] == 0
          && automaton.isDead(Array(state[index + 1..<index + 1 + automaton.wordCount]))
        : state[index] == 1
    }
  }
}

/// A text with any characters allowed before or after it, by the number of its characters read so far.
struct GlobAutomaton {
  private let body: [Unicode.Scalar]
  private let anyBefore: Bool
  private let anyAfter: Bool
  private let borders: [Int]

  init(_ literal: TextLiteral) {
    body = Array(String(decoding: literal.body, as: UTF8.self).unicodeScalars)
    anyBefore = literal.anyBefore
    anyAfter = literal.anyAfter
    var borders = [Int](repeating: 0, count: body.count + 1)
    var length = 0
    for index in body.indices.dropFirst() {
      while length > 0, body[index] != body[length] { length = borders[length] }
      if body[index] == body[length] { length += 1 }
      borders[index + 1] = length
    }
    self.borders = borders
  }

  private var dead: Int { body.count + 1 }

  func step(_ state: Int, _ scalar: Unicode.Scalar) -> Int {
    if isSettled(state) || state == dead { return state }
    guard anyBefore else { return state < body.count && body[state] == scalar ? state + 1 : dead }
    var length = state
    if length == body.count { length = borders[length] }
    while length > 0, body[length] != scalar { length = borders[length] }
    return !body.isEmpty && body[length] == scalar ? length + 1 : length
  }

  func accepts(_ state: Int) -> Bool { state == body.count || isSettled(state) }
  func isDead(_ state: Int) -> Bool { state == dead }
  /// Whether it accepts whatever follows.
  func isSettled(_ state: Int) -> Bool { state == body.count && (anyAfter || (anyBefore && body.isEmpty)) }
}
