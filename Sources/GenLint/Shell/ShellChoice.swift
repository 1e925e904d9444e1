/// A `case` or `if`, of whose parts one runs.
///
/// A class, for the commands of a part are read before the parts behind it.
final class ShellChoice {
  /// What decides about a part.
  enum Test {
    /// The word of a `case` against the patterns of a branch.
    case pattern(ShellCommand.Word, [ShellCommand.Word])
    /// `[ one = other ]`.
    case equal(ShellCommand.Word, ShellCommand.Word)
    /// `[ one != other ]`.
    case unequal(ShellCommand.Word, ShellCommand.Word)
    /// Nothing, as with `else`.
    case always
    /// What only a run knows.
    case unknown
  }

  /// A part of a choice.
  struct Part {
    let choice: ShellChoice
    /// 0-based.
    let number: Int
  }

  /// What decides about each part, in their order.
  fileprivate(set) var tests: [Test] = []
  /// Whether one of its parts runs in every case: it has an `else`, or a branch for everything.
  fileprivate(set) var isComplete = false

  /// What decides about each part, where `text` answers what a word stands for; nil is what only a run knows.
  func answers(_ text: (ShellCommand.Word) -> String?) -> [Bool?] { tests.map { Self.answer($0, text) } }

  /// Whether a part may run after these answers: its own is not no, and none before it is yes.
  func mayRun(_ number: Int, _ answers: [Bool?]) -> Bool {
    answers[number] ?? true && !answers[..<number].contains(true)
  }

  private static func answer(_ test: Test, _ text: (ShellCommand.Word) -> String?) -> Bool? {
    switch test {
    case .always: return true
    case .unknown: return nil
    case .equal(let one, let other): return text(one).flatMap { one in text(other).map { one == $0 } }
    case .unequal(let one, let other): return text(one).flatMap { one in text(other).map { one != $0 } }
    case .pattern(let word, let patterns):
      guard let word = text(word) else { return nil }
      var isCertain = true
      for pattern in patterns {
        guard let spelling = pattern.literal else {
          isCertain = false
          continue
        }
        if spelling == word || !pattern.isQuoted && spelling == "*" { return true }
        if !pattern.isQuoted, spelling.utf8.contains(where: { "*?[]()|+@!\\".utf8.contains($0) }) {
          isCertain = false
        }
      }
      return isCertain ? false : nil
    }
  }
}

/// Follows the `case`s and `if`s around a command.
struct ShellChoices {
  private struct Open {
    let choice: ShellChoice
    /// The word of a `case`.
    var word: ShellCommand.Word?
    var patterns: [ShellCommand.Word] = []
    /// How many commands stood before the condition of an `if`.
    var start = 0
    /// Whether a part of it is being read.
    var isInside = false
  }

  /// The most parts inside each other that are followed.
  private static let most = 100

  private var open: [Open] = []
  private var loops = 0
  /// The parts around the commands that are read next. In a loop another part may run each time, so there are none.
  private(set) var parts: [ShellChoice.Part] = []

  /// A loop begins, or ends.
  mutating func loop(_ change: Int) { loops = max(0, loops + change) }

  /// A `case` begins.
  mutating func openCase() { open.append(Open(choice: ShellChoice())) }

  /// The word of a `case`.
  mutating func take(word: ShellCommand.Word) {
    if !open.isEmpty, open[open.count - 1].word == nil { open[open.count - 1].word = word }
  }

  /// A word of the patterns of a branch, whose body is to come.
  mutating func take(pattern: ShellCommand.Word) {
    if !open.isEmpty { open[open.count - 1].patterns.append(pattern) }
  }

  /// The body of a branch begins.
  mutating func openBody() {
    guard let top = open.last, let word = top.word else { return }
    if top.patterns.contains(where: { $0.bare == "*" }) { top.choice.isComplete = true }
    enter(.pattern(word, top.patterns))
    open[open.count - 1].patterns = []
  }

  /// The body of a branch ends; the shell may go on with the next one.
  mutating func closeBody(goesOn: Bool) {
    leave()
    guard goesOn, let choice = open.last?.choice else { return }
    choice.tests = choice.tests.map { _ in .unknown }
    open[open.count - 1].word = nil
  }

  /// The condition of an `if` or `elif` begins, behind so many commands.
  mutating func openCondition(isFirst: Bool, _ commands: Int) {
    if isFirst { open.append(Open(choice: ShellChoice())) } else { leave() }
    if !open.isEmpty { open[open.count - 1].start = commands }
  }

  /// The part behind a condition begins.
  mutating func openThen(_ commands: inout [ShellCommand], isPlain: Bool) {
    guard let top = open.last else { return }
    let isOne = commands.count == top.start + 1
    let test = isPlain && isOne ? Self.test(commands[top.start]) : .unknown
    if top.choice.tests.isEmpty, isOne { commands[top.start].decides = top.choice }
    enter(test)
  }

  /// The part of `else` begins.
  mutating func openElse() {
    leave()
    open.last?.choice.isComplete = true
    enter(.always)
  }

  /// A `case` or an `if` ends.
  mutating func close() {
    leave()
    if !open.isEmpty { open.removeLast() }
  }

  private mutating func enter(_ test: ShellChoice.Test) {
    guard let choice = open.last?.choice else { return }
    choice.tests.append(loops > 0 ? .unknown : test)
    // Every command keeps the parts around it. What lies deeper is as uncertain as behind any other condition.
    guard parts.count < Self.most else { return }
    parts.append(ShellChoice.Part(choice: choice, number: choice.tests.count - 1))
    open[open.count - 1].isInside = true
  }

  private mutating func leave() {
    guard let top = open.last, top.isInside else { return }
    parts.removeLast()
    open[open.count - 1].isInside = false
  }

  private static func test(_ command: ShellCommand) -> ShellChoice.Test {
    let words = command.words
    guard words.count == 5, let first = words[0].bare, first == "[" || first == "[[" else { return .unknown }
    // Between two brackets what has no quotes is a pattern.
    let isText =
      first == "[" || words[3].isQuoted
      || words[3].literal.map { !$0.utf8.contains { "*?[(".utf8.contains($0) } } ?? false
    guard isText else { return .unknown }
    switch words[2].bare {
    case "=", "==": return .equal(words[1], words[3])
    case "!=": return .unequal(words[1], words[3])
    default: return .unknown
    }
  }
}
