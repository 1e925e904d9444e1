/// Follows a script from top to bottom and gathers its aws commands with their words expanded.
///
/// Variables with literal values, defaults, functions with their arguments and wrappers such as `run aws …` are followed. Whatever
/// depends on a condition or a command's answer becomes an unknown part.
struct ShellEvaluator {
  typealias Word = ShellCommand.Word

  /// The aws commands in the order in which they run, as far as it is known.
  private(set) var commands: [ShellInvocation] = []

  let functions: [String: [ShellCommand]]
  let expandsBraces: Bool
  let splitsWords: Bool
  private var called: Set<String> = []
  /// Which parts of the choices that a call came to may run in it.
  var choices: [ObjectIdentifier: [Bool?]] = [:]
  /// The commands that a call passed over, and those in choices that one ran, by their places.
  var passed: Set<Int> = []
  var ran: Set<Int> = []
  var variables: [String: ShellText] = [:]
  /// Those that something out of sight may have set since.
  var forgotten: [String: ShellText] = [:]
  /// Whether the call that is followed asks how many arguments it has: one that is missing it then means to handle.
  var countsArguments = false
  /// Variables that another name stands for, or that something else sets: what they hold only a run knows.
  var volatile: Set<String> = []
  /// The names of the variables in the order of their assignments.
  var written: [String] = []
  var arrays = ShellArrays()
  /// The words of the array that was expanded last.
  var list: [ShellText] = []
  /// The words of the `for` that was expanded last.
  var expanded: [ShellText] = []
  /// How many of the compound commands around those that run are loops which are followed round by round, and certain to run.
  var certain: Int?
  /// How many commands were run in such loops.
  var followed = 0
  var files = ScriptFiles()
  var arguments: [ShellText]?
  /// What the call that is followed was given, before anything was shifted away.
  var given: [ShellText] = []
  private var callDepth = 0
  /// Whether the command whose words are being expanded runs on a condition, and so every command inside them.
  private var isUnderCondition = false
  private var steps = 0
  /// How many more bytes are expanded: functions that double their arguments and call each other would never end.
  var budget = 8 << 20
  var unknowns = 0
  private var invoked: Set<Spelling> = []
  private var invocations: [Int: Int] = [:]

  /// Programs whose output may be a text of the script.
  private static let writers: Set<String> = ["cat", "echo", "printf", "tee"]
  private static var input: ShellText {
    var name = ShellText(range: 0..<0)
    name.append("/dev/stdin", source: 0, isExact: false)
    return name
  }
  private static let shells: Set<String> = ["bash", "sh", "/bin/bash", "/bin/sh"]
  private static let printers: Set<String> = [
    "echo", "printf", "grep", "which", "type", "cat", "log", "info", "warn", "die", "fail", "test", "[", "[[",
    "alias", "for", "sed", "awk",
    "apt", "apt-get", "yum", "brew", "pip", "pip3", "sudo_echo", "read", "cd", "mkdir", "man", "hash",
    "export", "local", "set", ":", "eval",
  ]

  /// Makes an evaluator of a script's commands; bash and its like expand braces, and every shell but zsh splits an unquoted variable.
  init(_ script: [ShellCommand], expandsBraces: Bool, splitsWords: Bool) {
    self.expandsBraces = expandsBraces
    self.splitsWords = splitsWords
    var bodies: [String: [ShellCommand]] = [:]
    for command in script {
      guard let name = command.function else { continue }
      bodies[name, default: []].append(command)
    }
    functions = bodies
    run(all: script, ofFunctions: false)
    // A function that nothing calls in sight is still worth checking; its arguments are unknown.
    for command in script {
      guard let name = command.function else { continue }
      let place = command.place
      if !called.contains(name) || passed.contains(place) && !ran.contains(place) { run(command) }
    }
  }

  mutating func run(_ command: ShellCommand) {
    steps += 1
    guard steps < 20_000, budget > 0, mayRun(command) else { return }
    if let certain, command.isConditional {
      var command = command
      command.isConditional = command.isBehindOperator || command.conditions > certain
      execute(command)
    } else {
      execute(command)
    }
  }

  private mutating func execute(_ command: ShellCommand) {
    let outer = isUnderCondition
    defer { isUnderCondition = outer }
    isUnderCondition = command.isConditional || outer
    decide(command)
    for assignment in command.assignments {
      let value = expand(assignment.value)
      guard command.words.isEmpty else { continue }
      assign(assignment.name, value, command.isConditional)
      arrays.assign(assignment, list, command.isConditional)
    }
    var words: [ShellText] = []
    words.reserveCapacity(command.words.count)
    for word in command.words {
      // Most words are one text.
      if word.parts.count == 1, case .literal = word.parts[0], word.bracedRuns.isEmpty {
        words.append(expand(word))
        continue
      }
      guard expandsBraces, !word.bracedRuns.isEmpty else {
        words += expandList(word)
        if word.parts.count == 2, case .list = word.parts[1], let assignment = ShellParser.assignment(word) {
          arrays.assign(assignment, list, command.isConditional)
        }
        continue
      }
      for word in BraceExpansion.words(of: word) { words += expandList(word) }
    }
    if !command.inputs.isEmpty {
      let given = arguments
      // A shell of its own has arguments of its own.
      if Self.shells.contains(words.first?.text ?? "") { arguments = nil }
      for input in command.inputs { _ = expand(input) }
      if arguments == nil { arguments = given }
    }
    if let output = command.output, !Self.writers.contains(words.first?.text ?? "") {
      files.write(nil, to: expand(output))
    }
    guard let name = words.first?.text else { return }
    if let first = command.words.first { call(in: &words, first) }
    // A function named aws stands for the aws command: its arguments are what counts.
    if name != "aws", let body = functions[name], callDepth < 12 {
      call(name, body, Array(words.dropFirst()), command.isConditional)
      return
    }
    switch name {
    case "export", "readonly", "local", "declare", "typeset": declare(words, command.isConditional)
    case "source", ".": forgetAll()
    case "eval": forget(setBy: words)
    case "let": for word in words.dropFirst() { forget(in: word.text) }
    case "[", "[[", "test": forget(testedBy: command)
    case "set":
      if words.dropFirst().first?.text == "--", arguments != nil {
        arguments = command.isConditional ? nil : Array(words.dropFirst(2))
      }
    case ":":
      for word in command.words {
        for case .variable(let variable, let fallback?, _) in word.parts where value(of: variable) == nil {
          variables[variable] = expand(fallback)
        }
      }
    case "read" where isWholeRead(command, words):
      if let document = command.hereDocument, let target = words.last {
        assign(target.text, expand(document).trimmingLineBreaks(), command.isConditional)
      }
    case "read" where command.hereDocument != nil && command.loop == nil:
      forget(namedBy: words)
      readLine(command)
    case "for":
      expanded = words
      forget(namedBy: words)
    case "read", "select", "getopts", "mapfile", "readarray", "unset":
      forget(namedBy: words)
    case "shift": shift(words.dropFirst().first, isCertain: isCertain(command))
    case "printf" where words.count > 2 && words[1].text == "-v":
      if ShellLexer.isName(words[2].text) { forget(words[2].text) } else { forgetAll() }
    case _ where Self.writers.contains(name): write(command, name, words)
    case _ where name.utf8.last != UInt8(ascii: "]") && name.utf8.contains(UInt8(ascii: "[")):
      setElement(words[0], command)
    default: break
    }
    if let start = awsWord(words) {
      let own = start == 0 ? words : WrappedCommand(words, from: start).words
      // What the command reads from its input is in the script where a here-document gives it.
      let input = command.hereDocument.map { expand($0) }
      if let input { files.write(input, to: Self.input) }
      if own.count > 1 { invoke(own, isUnderCondition) }
      if input != nil { files.write(nil, to: Self.input) }
    }
    files.follow(words)
  }

  /// What an array calls is called where the script asks for the array; its options stand where they are written.
  private func call(in words: inout [ShellText], _ first: Word) {
    guard first.parts.count == 1, case .variable(let name, _, _) = first.parts[0],
      name.utf8.last == UInt8(ascii: "]"), let count = arrays[name.prefix(while: { $0 != "[" })]?.count
    else { return }
    for index in words.indices.prefix(count) {
      if words[index].text.hasPrefix("--") { return }
      words[index].range = first.range
    }
  }

  /// Names behind `for`, `read` and the like, whose values only a run knows.
  private mutating func forget(namedBy words: [ShellText]) {
    for word in words.dropFirst() where ShellLexer.isName(word.text) {
      variables[word.text] = unknown(word.text, word.range)
      arrays.forget(word.text)
    }
  }

  /// One element of an array is set: `PATTERNS[Root]='…'`.
  private mutating func setElement(_ word: ShellText, _ command: ShellCommand) {
    let name = String(word.text.prefix { $0 != "[" })
    guard !command.isConditional, word.text.utf8.first != UInt8(ascii: "[") else {
      return arrays.forget(name)
    }
    arrays.set(name, element: word.dropping(name.utf8.count))
  }

  /// Adds an aws command, unless a wrapper that has it in two branches brought it already.
  private mutating func invoke(_ words: [ShellText], _ isConditional: Bool) {
    let place = words.count > 1 ? words[1].range.lowerBound : words[0].range.lowerBound
    let spelling = Spelling(place: place, bytes: Array(words.map(\.text.utf8).joined(separator: "\n".utf8)))
    guard invoked.insert(spelling).inserted else { return }
    // Unknown parts have numbers, so that a function which calls itself makes ever new commands.
    invocations[place, default: 0] += 1
    guard invocations[place, default: 0] <= (commands.count < 1000 ? 500 : 20) else { return }
    commands.append(
      ShellInvocation(words: words, files: files, isConditional: isConditional, index: commands.count))
  }

  /// Where `aws` stands in a command: first, or behind a wrapper.
  private func awsWord(_ words: [ShellText]) -> Int? {
    guard let name = words.first?.text else { return nil }
    if name == "aws" || name.hasSuffix("/aws") || name == "awslocal" { return 0 }
    if ["command", "exec", "nohup"].contains(name), words.count > 1, words[1].text == "aws" { return 1 }
    guard !Self.printers.contains(name), name != "command" || words.dropFirst().first?.text == "aws" else {
      return nil
    }
    guard let index = words.firstIndex(where: { $0.text == "aws" }), index + 1 < words.count else {
      return nil
    }
    let next = words[index + 1].text
    return SchemaLibrary.awsCLI.knows(next) || next.hasPrefix("--") ? index : nil
  }

  private mutating func call(
    _ name: String, _ body: [ShellCommand], _ given: [ShellText], _ isConditional: Bool
  ) {
    called.insert(name)
    let outer = (arguments, choices, countsArguments, self.given, certain)
    let start = written.count
    arguments = given
    self.given = given
    choices = [:]
    countsArguments = false
    certain = nil
    callDepth += 1
    run(all: body, ofFunctions: true)
    callDepth -= 1
    (arguments, choices, countsArguments, self.given, certain) = outer
    // Within the call its assignments hold; after one that may not have happened they are not known.
    guard isConditional else { return }
    for index in start..<written.count {
      variables[written[index]] = variables[written[index]].map { unknown(written[index], $0.range) }
      arrays.forget(written[index])
    }
  }

  /// Remembers the text of a file that the script writes with a here-document or one text.
  private mutating func write(_ command: ShellCommand, _ name: String, _ words: [ShellText]) {
    let own = name == "tee" && words.count == 2 ? words[1] : nil
    guard let target = own ?? command.output.map({ expand($0) }) ?? (name == "tee" ? words.last : nil) else {
      return
    }
    let isWhole =
      !command.appends && (name == "tee" || words.count == 1 || words.count == 2 && words[1].text == "-")
    if let document = command.hereDocument, isWhole {
      files.write(expand(document), to: target)
    } else if name == "echo", words.count == 2, !command.appends {
      files.write(words[1], to: target)
    } else if name == "printf", words.count == 3, words[1].text.hasPrefix("%s"), !command.appends {
      files.write(words[2], to: target)
    } else {
      files.write(nil, to: target)
    }
  }

  func unknown(_ name: String, _ range: Range<Int>) -> ShellText {
    var text = ShellText(range: range)
    text.append(unknown: "$" + name, source: range.lowerBound)
    return text
  }
}

/// The words of a command at a place. They may hold a whole template, whose bytes are hashed at once.
private struct Spelling: Hashable {
  let place: Int
  let bytes: [UInt8]

  func hash(into hasher: inout Hasher) {
    hasher.combine(place)
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}

/// An aws command as a script runs it.
struct ShellInvocation {
  /// `aws` and what follows it.
  let words: [ShellText]
  /// The files that the script had written by then.
  let files: ScriptFiles
  /// Whether a condition decides if it runs.
  let isConditional: Bool
  /// Its place in the order of the commands.
  let index: Int

  /// How an unknown part names the answer of the command at an index.
  static func answer(_ index: Int) -> String { "$(aws \(index))" }
}
