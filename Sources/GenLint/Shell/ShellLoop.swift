/// A loop of a script, as far as it may be followed round by round.
///
/// A class, for its first command is read before its end.
final class ShellLoop {
  /// How many compound commands are around the commands of its body.
  let conditions: Int
  /// The place of its first command in the list of commands: the `for`, or what a `while` asks.
  let start: Int
  /// How many commands behind the first one belong to it; 0 until its end is read.
  fileprivate(set) var count = 0
  /// Whether it is a `for`, a `while`, or none of the two.
  let kind: Kind
  /// What stands behind `<`, `<<` or `<<<` at its end.
  fileprivate(set) var input: ShellCommand.Word?

  /// How a loop gets its rounds.
  enum Kind { case list, condition, other }

  fileprivate init(_ kind: Kind, conditions: Int, start: Int) {
    self.kind = kind
    self.conditions = conditions
    self.start = start
  }
}

/// Follows the loops around a command while a script is read.
struct ShellLoops {
  private var open: [ShellLoop] = []
  private var closed: ShellLoop?

  /// A loop begins, whose first command is to come.
  mutating func open(_ word: String, conditions: Int, _ commands: Int) {
    let kind: ShellLoop.Kind = word == "for" ? .list : word == "while" ? .condition : .other
    open.append(ShellLoop(kind, conditions: conditions, start: commands))
  }

  /// The loop that a command begins which is the next in the list.
  func begun(by place: Int) -> ShellLoop? {
    guard let loop = open.last, loop.start == place else { return nil }
    return loop
  }

  /// The innermost loop ends.
  mutating func close(_ commands: Int) {
    closed = open.popLast()
    if let closed { closed.count = max(0, commands - closed.start - 1) }
  }

  /// What is redirected behind the end of a loop.
  func redirect(_ target: ShellCommand.Word) { closed?.input = target }

  /// The command that a loop is ends.
  mutating func end() { if closed != nil { closed = nil } }
}
