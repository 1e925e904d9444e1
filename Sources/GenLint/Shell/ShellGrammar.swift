/// Follows the compound commands of a script and says which word or operator stands where the shell takes none.
///
/// It is told of words in the place of a command and of operators, in their order. A script of another shell may go beyond what it
/// knows; then it stops judging. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_10
struct ShellGrammar {
  /// What is wrong, and where.
  struct Fault {
    /// Lower case, without a full stop.
    let message: String
    /// 0-based byte offset, and how long it is.
    let offset: Int
    let length: Int

    /// The one that stands first.
    static func first(of faults: [Fault?]) -> Fault? {
      faults.compactMap(\.self).min { $0.offset < $1.offset }
    }
  }

  private enum Kind: String {
    case condition = "if", loop = "while", list = "for", choice = "case", group = "{", subshell = "("
  }
  private enum Stage { case head, body, last }

  private struct Frame {
    let kind: Kind
    let word: String
    let offset: Int
    var stage: Stage
    /// Whether a command stands in this part already.
    var hasCommand = false
    /// The words behind a `for`, and whether a semicolon ended them.
    var head = 0
    var isHeadEnded = false
  }

  /// The first fault, after which nothing is judged.
  private(set) var fault: Fault?
  private var frames: [Frame] = []
  /// `&&`, `||` or `|` waits for its command.
  private var pending: (word: String, offset: Int)?
  /// Whether a command stands before the next operator.
  private var hasCommand = false
  /// Where the `[[` stands that is open.
  private var test: Int?
  var isTest: Bool { test != nil }
  /// Whether `=~` stands in it.
  private var isMatch = false
  /// The words of a condition in it, and whether they can be judged.
  private var condition = ShellCondition()
  /// The compound command that ended before this place on the line: no word may follow.
  private var closed: String?
  /// Whether the body of a function comes next.
  private var awaitsBody = false
  private static let bodies: Set<String> = [
    "{", "if", "for", "while", "until", "case", "select", "[[",
  ]
  /// What closes or goes on with the compound command around one.
  private static let closers: Set<String> = ["then", "do", "else", "elif", "fi", "done", "esac", "}"]

  private mutating func fail(_ message: String, _ offset: Int, _ length: Int) {
    if fault == nil { fault = Fault(message: message, offset: offset, length: max(1, length)) }
  }

  private mutating func unexpected(_ word: String, _ offset: Int, _ why: String? = nil) {
    fail("the shell takes no '\(word)' here" + (why.map { ": \($0)" } ?? ""), offset, word.utf8.count)
  }

  /// A word in the place of a command's name, or any other word of a command.
  mutating func word(_ word: String?, isFirst: Bool, at range: Range<Int>) {
    guard fault == nil else { return }
    if isTest {
      takeCondition(word, at: range)
      return
    }
    if awaitsBody {
      awaitsBody = false
      if let word, !Self.bodies.contains(word) {
        fail("the shell wants the body of a function here, such as '{'", range.lowerBound, range.count)
        return
      }
    }
    if let closed {
      guard isFirst, let word, Self.closers.contains(word) else {
        fail("the shell takes no word here: '\(closed)' ends a command", range.lowerBound, range.count)
        return
      }
    }
    if let top = frames.last, top.kind == .list, top.stage == .head, top.head < .max {
      frames[frames.count - 1].head += 1
      if !takeHead(word, top, isFirst: isFirst, at: range) { return }
    }
    guard isFirst, let word else {
      command()
      return
    }
    if pending?.word == "()", word.utf8.first == UInt8(ascii: "{"), word != "{" {
      return fail(
        "the shell wants the body of a function here, and takes '\(word)' for a word", range.lowerBound,
        range.count)
    }
    if word == "[[" {
      test = range.lowerBound
      isMatch = false
      condition = ShellCondition()
    }
    if !reserved(word, range.lowerBound) { command() }
  }

  /// A word of the head of a `for`: its name, `in`, the list, and behind that `do`. Answers whether it may be more.
  private mutating func takeHead(_ word: String?, _ top: Frame, isFirst: Bool, at range: Range<Int>) -> Bool {
    if isFirst, word == "do" || word == "{" { return true }
    if isFirst, top.isHeadEnded || top.head != 1 || word != "in" {
      fail(
        "the shell takes no other word than 'do' here: the list of '\(top.word)' ends before it",
        range.lowerBound, range.count)
    } else if top.head == 1, word != "in" {
      fail("the shell wants 'in' behind the name of a '\(top.word)'", range.lowerBound, range.count)
    }
    return !isFirst
  }

  /// The head of a `for` is arithmetic: three expressions with semicolons between them.
  mutating func arithmetic(_ spelling: String, at range: Range<Int>) {
    guard fault == nil, let top = frames.last, top.kind == .list, top.stage == .head else { return }
    frames[frames.count - 1].head = .max
    command()
    if spelling.utf8.count(where: { $0 == UInt8(ascii: ";") }) != 2 {
      fail("the shell wants three expressions with ';' between them here", range.lowerBound, range.count)
    }
  }

  /// A command of arithmetic ends: `((…))`.
  mutating func arithmeticEnds() { if !isTest { closed = "))" } }

  /// A file that a command reads or writes; in a condition two words that are compared.
  mutating func redirection(_ kind: String, at range: Range<Int>) {
    guard fault == nil else { return }
    if isTest {
      condition.take(kind, at: range)
      condition.take(nil, at: range)
    } else {
      command()
    }
  }

  private mutating func takeCondition(_ word: String?, at range: Range<Int>) {
    if word == "]]" {
      endCondition(at: range.lowerBound)
      test = nil
      closed = "]]"
      return
    }
    if word == "=~" {
      isMatch = true
      condition.isJudged = false
    }
    condition.take(word, at: range)
  }

  private mutating func endCondition(at offset: Int) {
    if let problem = condition.problem {
      let place = condition.range ?? (test ?? offset)..<offset
      fail("the shell cannot read this condition: \(problem)", place.lowerBound, place.count)
    }
    condition = ShellCondition()
  }

  /// Says that a word or operator may not stand at a place.
  mutating func reject(_ word: String, at offset: Int, _ why: String) {
    if !isTest { unexpected(word, offset, why) }
  }

  /// A simple command, or a part of one.
  private mutating func command() {
    pending = nil
    hasCommand = true
    if !frames.isEmpty { frames[frames.count - 1].hasCommand = true }
  }

  private mutating func reserved(_ word: String, _ offset: Int) -> Bool {
    switch word {
    case "if": open(.condition, word, offset)
    case "while", "until": open(.loop, word, offset)
    case "for", "select":
      open(.list, word, offset)
      frames[frames.count - 1].hasCommand = true
      hasCommand = true
    case "case": open(.choice, word, offset)
    case "{":
      // Bash takes braces for the body of a 'for' and of a 'select'.
      if let top = frames.last, top.kind == .list, top.stage == .head { frames.removeLast() }
      open(.group, word, offset)
    case "then": move(word, offset, .condition, from: .head, to: .body)
    case "elif": move(word, offset, .condition, from: .body, to: .head)
    case "else": move(word, offset, .condition, from: .body, to: .last)
    case "do":
      let kind: Kind = frames.last?.kind == .list ? .list : .loop
      move(word, offset, kind, from: .head, to: .body)
    case "fi": close(word, offset, .condition, emptyIsFine: false)
    case "done":
      close(word, offset, frames.last?.kind == .list ? .list : .loop, emptyIsFine: false)
    case "esac": close(word, offset, .choice, emptyIsFine: true)
    case "}": close(word, offset, .group, emptyIsFine: false)
    case "!", "time", "function", "coproc": return true
    default: return false
    }
    return true
  }

  private mutating func open(_ kind: Kind, _ word: String, _ offset: Int) {
    pending = nil
    hasCommand = false
    closed = nil
    frames.append(Frame(kind: kind, word: word, offset: offset, stage: .head))
  }

  private mutating func move(_ word: String, _ offset: Int, _ kind: Kind, from: Stage, to: Stage) {
    guard let top = frames.last, top.kind == kind, top.stage == from else {
      unexpected(word, offset, frames.last.map { "'\($0.word)' is open" })
      return
    }
    if let pending { unexpected(word, offset, "'\(pending.word)' waits for a command") }
    if !top.hasCommand { unexpected(word, offset, "there is no command before it") }
    frames[frames.count - 1].stage = to
    closed = nil
    frames[frames.count - 1].hasCommand = false
    hasCommand = false
  }

  private mutating func close(_ word: String, _ offset: Int, _ kind: Kind, emptyIsFine: Bool) {
    guard let top = frames.last, top.kind == kind,
      kind == .choice || kind == .group || kind == .subshell || top.stage != .head
    else {
      unexpected(
        word, offset, frames.last.map { "'\($0.word)' is open" } ?? "nothing is open that it would close")
      return
    }
    if let pending { unexpected(word, offset, "'\(pending.word)' waits for a command") }
    if !top.hasCommand, !emptyIsFine { unexpected(word, offset, "there is no command before it") }
    frames.removeLast()
    command()
    closed = word
  }

  /// `&&`, `||` or `|`.
  mutating func joint(_ word: String, at offset: Int) {
    if isTest {
      // Between parentheses a pipe parts patterns.
      if word == "|" { condition.isJudged = false } else { endCondition(at: offset) }
    }
    closed = nil
    guard fault == nil, !isTest else { return }
    if !hasCommand || pending != nil { unexpected(word, offset, "there is no command before it") }
    pending = (word, offset)
    hasCommand = false
  }

  /// `;` or `&`.
  mutating func separator(_ word: String, at offset: Int) {
    // A regular expression may hold operators between its parentheses.
    if let test, !isMatch {
      fail("this '[[' is never closed: its end is ']]', a word of its own", test, 2)
      self.test = nil
    }
    closed = nil
    if let top = frames.last, top.kind == .list, top.stage == .head {
      frames[frames.count - 1].isHeadEnded = true
    }
    guard fault == nil, !isTest else { return }
    if !hasCommand || pending != nil { unexpected(word, offset, "there is no command before it") }
    hasCommand = false
  }

  /// The end of a line.
  mutating func newline() {
    if isTest { return }
    closed = nil
    hasCommand = false
  }

  /// `;;`.
  mutating func branchEnd(at offset: Int) {
    closed = nil
    guard fault == nil, !isTest else { return }
    if frames.last?.kind != .choice { unexpected(";;", offset, frames.last.map { "'\($0.word)' is open" }) }
    if let pending { unexpected(";;", offset, "'\(pending.word)' waits for a command") }
    hasCommand = false
  }

  /// `;;` where the pattern of a branch still lacks its `)`.
  mutating func patternGoesOn(_ word: String, at offset: Int) {
    unexpected(word, offset, "the pattern of a branch ends in ')'")
  }

  /// The end of a line behind the pattern of a branch.
  mutating func patternEnds(_ pattern: Range<Int>) {
    guard fault == nil, !isTest else { return }
    fail(
      "the pattern of a branch ends in ')', and this line ends before it", pattern.lowerBound, pattern.count)
  }

  /// `(` of a subshell. Behind a word of a command no shell takes it.
  mutating func openParenthesis(at offset: Int, behindWord: Bool = false) {
    if isTest { condition.isJudged = false }
    awaitsBody = false
    guard fault == nil, !isTest else { return }
    if behindWord { unexpected("(", offset, "it stands behind a word of a command") }
    open(.subshell, "(", offset)
  }

  /// The head of a function: its body is a command still to come.
  mutating func function(at offset: Int, hasKeyword: Bool = false) {
    awaitsBody = hasKeyword
    closed = nil
    guard fault == nil, !isTest else { return }
    pending = ("()", offset)
    hasCommand = false
  }

  /// `)`; answers whether it closes a subshell of this list.
  mutating func closeParenthesis(at offset: Int, isNested: Bool) {
    if isTest { condition.isJudged = false }
    guard fault == nil, !isTest else { return }
    if frames.last?.kind == .subshell {
      close(")", offset, .subshell, emptyIsFine: true)
    } else if isNested {
      end()
    } else {
      unexpected(
        ")", offset, frames.last.map { "'\($0.word)' is open" } ?? "nothing is open that it would close")
    }
  }

  /// The end of the script, or of a substitution.
  mutating func end() {
    guard fault == nil, !isTest else { return }
    if let pending {
      fail("the shell wants a command after this '\(pending.word)'", pending.offset, pending.word.utf8.count)
    }
    if let top = frames.last { fail("this '\(top.word)' is never closed", top.offset, top.word.utf8.count) }
  }

  /// Takes over what a substitution inside found.
  mutating func take(_ inner: Fault?) { if let inner { fault = Fault.first(of: [fault, inner]) } }
}
