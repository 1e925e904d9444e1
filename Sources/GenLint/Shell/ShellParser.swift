internal import Diagnostics

/// Reads a POSIX shell script, with the extensions of bash that do not change where words end, into simple commands.
///
/// It understands what is needed to find every command and its words: quotes, expansions, here-documents, comments, compound commands
/// and functions. It runs nothing. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html
struct ShellParser {
  /// What never closed, and where it began.
  struct Unclosed: Error {
    let what: String
    let offset: Int
    /// What is wrong before that, or tells more.
    var fault: ShellGrammar.Fault?
    /// Whether it lies deeper than is read, and may well be closed.
    var isTooDeep = false
  }

  private enum CaseState { case word, pattern, body }

  var lexer: ShellLexer
  private(set) var commands: [ShellCommand] = []
  var command = ShellCommand()
  private var cases: [CaseState] = []
  /// The last word of a branch's pattern, until its `)`.
  private var pattern: Range<Int>?
  /// What stands before this place in it.
  private var patternSign: PatternSign?
  private enum PatternSign { case word, joint, other }
  /// Whether the word of the `case` that was read last stands there.
  private var hasCaseWord = false
  /// The parentheses in that pattern that are open.
  private var groups = 0
  private var conditionals = 0
  private var choices = ShellChoices()
  private var rounds = ShellLoops()
  /// Whether the condition of the `if` that was read last is one command and nothing turns its answer around.
  private var isPlainTest = true
  private var functions: [(name: String, braces: Int)] = []
  private var braces = 0
  /// Whether the head of a `for` or `select` was read, whose body bash takes in braces too; and the braces of such bodies.
  private var awaitsBody = false
  private var loops: [Int] = []
  private var afterOperator = false
  private var pendingFunction: String?
  private var namesFunction = false
  /// The text that goes to the command behind a pipe.
  private(set) var piped: ShellCommand.Word?
  private var namesCoprocess = false
  /// Whether the script may have switched on bash's patterns such as `@(a|b)`.
  private var takesPatterns = false
  /// Where the structure of the script breaks.
  private(set) var grammar = ShellGrammar()

  /// Makes a parser of a whole script.
  init(_ bytes: [UInt8]) { lexer = ShellLexer(bytes) }

  /// Makes a parser that goes on where a lexer stands, inside `$(`.
  init(_ lexer: ShellLexer) { self.lexer = lexer }

  /// Every simple command in the order of the text.
  mutating func parse() throws(Unclosed) -> [ShellCommand] {
    try parseList(isNested: false)
    return commands
  }

  /// Reads commands up to the end, or up to the parenthesis that closes a substitution.
  mutating func parseList(isNested: Bool) throws(Unclosed) {
    var parentheses = 0
    while let token = try lexer.next() {
      let place = lexer.at - 1
      switch token {
      case .word(let word):
        take(word)
        take(faultsIn: word)
      case .redirection(let kind, let target):
        if cases.isEmpty || cases.last == .body { grammar.redirection(kind, at: target.range) }
        redirect(kind, target)
        take(faultsIn: target)
      case .newline:
        if let pattern { grammar.patternEnds(pattern) }
        finish()
        grammar.newline()
        afterOperator = false
      case .semicolon:
        finish()
        grammar.separator(";", at: place)
        afterOperator = false
      case .ampersand:
        finish()
        grammar.separator("&", at: place)
      case .pipe:
        if cases.last == .pattern {
          if groups == 0 { take(patternSign: "|", at: place) }
          continue
        }
        takePiped()
        isPlainTest = false
        grammar.joint("|", at: place)
      case .and, .or:
        finish()
        if case .and = token {
          grammar.joint("&&", at: place - 1)
        } else {
          grammar.joint("||", at: place - 1)
        }
        afterOperator = true
      case .doubleSemicolon:
        if cases.last == .pattern { grammar.patternGoesOn(";;", at: place - 1) }
        finish()
        grammar.branchEnd(at: place - 1)
        afterOperator = false
        if !cases.isEmpty { cases[cases.count - 1] = .pattern }
        choices.closeBody(goesOn: lexer.bytes[place] == UInt8(ascii: "&"))
      case .open:
        if cases.last == .pattern {
          // Bash's '@(a|b)' is a part of the pattern.
          if pattern?.upperBound == place { groups += 1 }
          patternSign = groups > 0 ? .other : nil
          pattern = place..<place + 1
          continue
        }
        if command.words.count == 1, command.assignments.isEmpty, let name = command.words[0].bare,
          lexer.peekClose()
        {
          _ = try lexer.next()
          command = ShellCommand()
          pendingFunction = name
          grammar.function(at: place)
          continue
        }
        if takesPatterns, let word = command.words.last, word.range.upperBound == place,
          "?*+@!".utf8.contains(lexer.bytes[place - 1])
        {
          try skipPattern()
          continue
        }
        let isBehindWord = !command.words.isEmpty && !takesPatterns
        finish()
        grammar.openParenthesis(at: place, behindWord: isBehindWord)
        parentheses += 1
      case .close:
        if cases.last == .pattern, groups > 0 {
          groups -= 1
          patternSign = .other
          continue
        }
        if cases.last == .pattern, patternSign == .joint {
          grammar.reject(")", at: place, "a pattern must stand behind '|'")
        } else if cases.last == .pattern, pattern == nil {
          grammar.reject(")", at: place, "there is no pattern before it")
        }
        patternSign = nil
        pattern = nil
        if cases.last == .pattern {
          command = ShellCommand()
          cases[cases.count - 1] = .body
          choices.openBody()
          continue
        }
        finish()
        grammar.closeParenthesis(at: place, isNested: isNested && parentheses == 0)
        if parentheses > 0 { parentheses -= 1 } else if isNested { return }
      }
    }
    finish()
    grammar.take(lexer.fault)
    grammar.end()
    if isNested { throw Unclosed(what: "'$('", offset: lexer.start) }
  }

  /// Steps over the rest of a pattern such as `@(a|b)`.
  private mutating func skipPattern() throws(Unclosed) {
    var level = 1
    while level > 0, let token = try lexer.next() {
      switch token {
      case .open: level += 1
      case .close: level -= 1
      default: break
      }
    }
  }

  private mutating func take(_ word: ShellCommand.Word) {
    if cases.last == .word {
      if word.bare == "in", hasCaseWord {
        cases[cases.count - 1] = .pattern
        patternSign = nil
      } else {
        if hasCaseWord {
          grammar.reject(spelling(word), at: word.range.lowerBound, "'in' stands behind the word of a 'case'")
        }
        hasCaseWord = true
        choices.take(word: word)
        // The word is expanded, and a substitution in it runs.
        command.words = [Self.nothing, word]
        finish()
      }
      return
    }
    if cases.last == .pattern {
      if word.bare == "esac" {
        leaveCase()
        grammar.word("esac", isFirst: true, at: word.range)
      } else {
        if patternSign == .word, groups == 0 {
          grammar.reject(spelling(word), at: word.range.lowerBound, "'|' stands between two patterns")
        }
        patternSign = groups == 0 ? .word : .other
        pattern = word.range
        choices.take(pattern: word)
      }
      return
    }
    if namesCoprocess {
      namesCoprocess = false
      if let name = word.bare, ShellLexer.isName(name), lexer.peekCompound() {
        // What follows is the co-process; the name is of the variable with its two ends.
        command.words = [Self.coprocess, word]
        finish()
        return
      }
    }
    if namesFunction {
      namesFunction = false
      pendingFunction = word.literal
      grammar.function(at: word.range.lowerBound, hasKeyword: true)
      if lexer.peekOpen() { lexer.skipParentheses() }
      return
    }
    let isFirst = command.words.isEmpty && command.assignments.isEmpty
    // 'for name do' needs no separator.
    let endsList =
      command.words.count == 2 && command.words[0].bare == "for" && (word.bare == "do" || word.bare == "{")
    if endsList { finish() }
    let isCondition = grammar.isTest
    var isArithmetic = false
    if case .opaque(let text)? = word.parts.first { isArithmetic = text.hasPrefix("((") }
    if command.words.count == 1, isArithmetic, case .opaque(let text)? = word.parts.first {
      grammar.arithmetic(text, at: word.range)
    } else {
      grammar.word(word.bare, isFirst: isFirst || endsList, at: word.range)
    }
    if endsList {
      if let bare = word.bare { _ = reserved(bare) }
      return
    }
    if command.words.isEmpty, command.assignments.isEmpty, let bare = word.bare, reserved(bare) { return }
    if command.words.isEmpty, let assignment = Self.assignment(word) {
      command.assignments.append(assignment)
      return
    }
    command.words.append(word)
    // What stands behind a condition is a reserved word, or none.
    if isCondition, !grammar.isTest { finish() }
    if isArithmetic, command.words.count == 1 {
      finish()
      grammar.arithmeticEnds()
    }
  }

  private func spelling(_ word: ShellCommand.Word) -> String {
    String(decoding: lexer.bytes[word.range].prefix(40), as: UTF8.self)
  }

  /// `|` in the pattern of a branch, which parts two of them.
  private mutating func take(patternSign sign: String, at place: Int) {
    if patternSign == nil || patternSign == .joint {
      grammar.reject(sign, at: place, "there is no pattern before it")
    }
    patternSign = .joint
  }

  /// The command that does nothing with its words.
  private static var nothing: ShellCommand.Word { .init(named: ":") }
  /// The command that makes a variable of a co-process.
  private static var coprocess: ShellCommand.Word { .init(named: "coproc") }

  /// Takes over what is wrong inside the substitutions of a word.
  private mutating func take(faultsIn word: ShellCommand.Word) {
    for part in word.parts {
      switch part {
      case .broken(let fault): grammar.take(fault)
      case .variable(_, let fallback?, _): take(faultsIn: fallback)
      case .list(let words): for word in words { take(faultsIn: word) }
      default: break
      }
    }
  }

  private mutating func leaveCase() {
    cases.removeLast()
    choices.close()
    conditionals -= 1
  }

  /// Takes note of a reserved word in the place of a command; answers whether it was one.
  private mutating func reserved(_ word: String) -> Bool {
    switch word {
    case "if", "while", "until":
      conditionals += 1
      isPlainTest = true
      if word == "if" {
        choices.openCondition(isFirst: true, commands.count)
      } else {
        choices.loop(1)
        rounds.open(word, conditions: conditionals, commands.count)
      }
      return true
    case "fi", "done":
      conditionals = max(0, conditionals - 1)
      if word == "fi" {
        choices.close()
      } else {
        choices.loop(-1)
        rounds.close(commands.count)
      }
      return true
    case "do":
      awaitsBody = false
      return true
    case "elif":
      isPlainTest = true
      choices.openCondition(isFirst: false, commands.count)
      return true
    case "then":
      choices.openThen(&commands, isPlain: isPlainTest)
      return true
    case "else":
      choices.openElse()
      return true
    case "!":
      isPlainTest = false
      return true
    case "time": return true
    case "coproc":
      namesCoprocess = true
      return true
    case "for", "select":
      conditionals += 1
      choices.loop(1)
      rounds.open(word, conditions: conditionals, commands.count)
      awaitsBody = true
      return false
    case "case":
      conditionals += 1
      choices.openCase()
      cases.append(.word)
      hasCaseWord = false
      return true
    case "esac":
      if !cases.isEmpty { leaveCase() }
      return true
    case "function":
      namesFunction = true
      return true
    case "{":
      braces += 1
      if awaitsBody { loops.append(braces) }
      awaitsBody = false
      if let name = pendingFunction {
        functions.append((name, braces))
        pendingFunction = nil
      }
      return true
    case "}":
      if loops.last == braces {
        loops.removeLast()
        choices.loop(-1)
        rounds.close(commands.count)
        conditionals = max(0, conditionals - 1)
      }
      if functions.last?.braces == braces { functions.removeLast() }
      braces = max(0, braces - 1)
      return true
    default: return false
    }
  }

  /// What a command that ends before a pipe prints, where that is a text of the script.
  private mutating func takePiped() {
    let words = command.words
    var text: ShellCommand.Word?
    switch words.first?.bare {
    case "cat" where words.count == 1: text = command.hereDocument
    case "echo" where words.count == 2: text = words[1]
    default: break
    }
    finish()
    piped = text
  }

  private mutating func redirect(_ kind: String, _ target: ShellCommand.Word) {
    if kind.hasPrefix("<"), command.words.isEmpty { rounds.redirect(target) }
    if kind == "<<" || kind == "<<<" { command.hereDocument = target }
    if [">", ">|", ">>", "&>", "&>>"].contains(kind) {
      command.output = target
      command.appends = kind.hasSuffix(">>")
    } else if kind == "<", target.hasSubstitution {
      command.inputs.append(target)
    }
  }

  private mutating func finish() {
    defer { command = ShellCommand() }
    switch command.words.first?.bare {
    case "shopt", "source", ".", "setopt", "emulate": takesPatterns = true
    case "bash", "sh", "/bin/bash", "/bin/sh", "eval", "trap", "xargs", "watch": takeScript()
    default: break
    }
    piped = nil
    rounds.end()
    guard
      !command.words.isEmpty || !command.assignments.isEmpty || command.output != nil
        || !command.inputs.isEmpty
    else { return }
    command.function = functions.last?.name
    command.isConditional = conditionals > 0 || afterOperator
    command.conditions = conditionals
    command.isBehindOperator = afterOperator
    if conditionals > 0 { command.loop = rounds.begun(by: commands.count) }
    command.parts = choices.parts
    command.isUncertain = afterOperator || conditionals != choices.parts.count
    commands.append(command)
  }
}
