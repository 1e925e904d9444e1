/// Loops whose rounds the script alone tells: a list that is written out, the keys of an array, the lines of a here-document.
extension ShellEvaluator {
  /// The values that a round begins with, by the variables' names.
  private typealias Round = [(name: String, value: ShellText)]

  /// More rounds than this, or commands in all of them, are not followed.
  private static let most = (rounds: 200, commands: 2000)

  /// Runs commands in their order: those of a loop as often as it does, where that is known, and else once.
  mutating func run(all commands: [ShellCommand], ofFunctions: Bool) {
    run(commands, commands.indices, ofFunctions)
  }

  private mutating func run(_ commands: [ShellCommand], _ range: Range<Int>, _ ofFunctions: Bool) {
    var index = range.lowerBound
    while index < range.upperBound {
      let command = commands[index]
      index += 1
      if !ofFunctions, command.function != nil { continue }
      run(command)
      guard let loop = command.loop, loop.count > 0, index + loop.count <= range.upperBound else { continue }
      let body = index..<index + loop.count
      guard let rounds = rounds(of: loop, command), rounds.count <= Self.most.rounds,
        followed + rounds.count * body.count <= Self.most.commands,
        isPlain(commands[body], command, Set(rounds.joined().map(\.name)))
      else { continue }
      followed += rounds.count * body.count
      follow(loop, commands, body, rounds, isCertain: !isConditional(command, of: loop), ofFunctions)
      index = body.upperBound
    }
  }

  /// Whether more than the loop itself decides if its first command runs.
  private func isConditional(_ command: ShellCommand, of loop: ShellLoop) -> Bool {
    command.isBehindOperator || loop.conditions - 1 > (certain ?? 0)
  }

  private mutating func follow(
    _ loop: ShellLoop, _ commands: [ShellCommand], _ body: Range<Int>, _ rounds: [Round], isCertain: Bool,
    _ ofFunctions: Bool
  ) {
    let outer = certain
    defer { certain = outer }
    certain = isCertain ? loop.conditions : nil
    for round in rounds {
      for (name, value) in round { variables[name] = value.text.isEmpty ? unknown(name, value.range) : value }
      run(commands, body, ofFunctions)
    }
    for (name, value) in rounds.last ?? [] { variables[name] = unknown(name, value.range) }
  }

  /// Whether a loop does the same in each round: nothing in its body asks what the values of a round are, but whether there are any.
  private func isPlain(_ body: ArraySlice<ShellCommand>, _ first: ShellCommand, _ names: Set<String>) -> Bool
  {
    var names = names
    var isBehindTest = first.loop?.kind == .condition
    for command in body {
      if command.function != first.function { return false }
      for assignment in command.assignments where Self.mentions(assignment.value, names) {
        names.insert(assignment.name)
      }
      let isTest = Self.isTest(command)
      defer { isBehindTest = isTest }
      switch command.words.first?.literal {
      case ":" where command.words[0].range.isEmpty && Self.mentions(command.words.last, names): return false
      case "break", "continue", "return":
        // Behind the question whether a line is empty or a comment, such lines are left out.
        if !isBehindTest { return false }
      case "local", "declare", "typeset", "export", "readonly":
        for word in command.words.dropFirst() where Self.mentions(word, names) {
          if let assignment = ShellParser.assignment(word) { names.insert(assignment.name) }
        }
      case "read":
        for word in command.words.dropFirst() { if let name = word.literal { names.insert(name) } }
      default: break
      }
      if isTest, Self.compares(command, names) { return false }
    }
    return true
  }

  private static func isTest(_ command: ShellCommand) -> Bool {
    ["[", "[[", "test"].contains(command.words.first?.bare) || command.words.last?.bare == "]]"
  }

  /// Whether a test compares one of some variables with anything but the sign of a comment.
  private static func compares(_ command: ShellCommand, _ names: Set<String>) -> Bool {
    let words = command.words
    return words.indices.dropFirst().dropLast().contains { place in
      guard let sign = words[place].bare, sign.utf8.first != UInt8(ascii: "]"),
        ["=", "==", "!=", "=~", "-eq", "-ne", "-lt", "-le", "-gt", "-ge"].contains(sign)
      else { return false }
      let isOfComment = words[place + 1].literal.map { $0.isEmpty || $0.utf8.contains(UInt8(ascii: "#")) }
      guard !(isOfComment ?? false) else { return false }
      return mentions(words[place - 1], names) || mentions(words[place + 1], names)
    }
  }

  private static func mentions(_ word: ShellCommand.Word?, _ names: Set<String>) -> Bool {
    word?.parts.contains { part in
      switch part {
      case .variable(let name, let fallback, _): names.contains(name) || mentions(fallback, names)
      case .opaque(let spelling):
        spelling.utf8.split { !ShellLexer.isNameByte($0) }.contains { names.contains(String($0) ?? "") }
      case .list(let words): words.contains { mentions($0, names) }
      case .literal, .substitution, .broken: false
      }
    } ?? false
  }

  // MARK: - The rounds

  private mutating func rounds(of loop: ShellLoop, _ first: ShellCommand) -> [Round]? {
    switch loop.kind {
    case .list: listed(first)
    case .condition: read(first, loop)
    case .other: nil
    }
  }

  /// The rounds of a `for`, from the words that it was given.
  private mutating func listed(_ command: ShellCommand) -> [Round]? {
    let words = command.words
    if words.count == 2, case .opaque(let spelling)? = words[1].parts.first { return counted(spelling) }
    guard words.count > 3, let name = words[1].literal, words[2].bare == "in", ShellLexer.isName(name),
      expanded.count > 3
    else { return nil }
    let values = expanded.dropFirst(3)
    // What begins in something that only a run knows may be several words, or none.
    guard values.allSatisfy({ $0.text.unicodeScalars.first != ShellText.open && !$0.standsForWords }) else {
      return nil
    }
    return values.map { value in
      var value = value
      if value.row == nil { value.row = value.range }
      return [(name, value)]
    }
  }

  /// The rounds of `for ((i = 0; i < 14; i++))`.
  private func counted(_ spelling: String) -> [Round]? {
    let inside = spelling.dropFirst(2).dropLast(2)
    let parts = inside.utf8.filter { $0 != 32 }.split(
      separator: UInt8(ascii: ";"), omittingEmptySubsequences: false
    ).map { String(decoding: $0, as: UTF8.self) }
    guard parts.count == 3 else { return nil }
    let name = String(parts[0].prefix { $0 != "=" })
    guard ShellLexer.isName(name), let start = Self.number(parts[0].dropFirst(name.count + 1)),
      parts[1].hasPrefix(name + "<"), [name + "++", "++" + name, name + "+=1"].contains(parts[2])
    else { return nil }
    let limit = String(parts[1].dropFirst(name.count + 1))
    let end: Int? =
      limit.hasPrefix("=")
      ? Self.number(limit.dropFirst()).map { $0 + 1 } : Self.number(limit[...]) ?? arrays.count(limit)
    guard let end, end > start, end - start <= Self.most.rounds else { return nil }
    return (start..<end).map { number in
      var value = ShellText(range: 0..<0)
      value.append(String(number), source: 0, isExact: false)
      return [(name, value)]
    }
  }

  /// A number from or to which a loop may count; what is far away is not followed, and must not overflow.
  private static func number(_ text: Substring) -> Int? {
    Int(text).flatMap { (-1_000_000_000...1_000_000_000).contains($0) ? $0 : nil }
  }

  /// The rounds of `while IFS='|' read -r name pattern` over the lines of a text.
  private mutating func read(_ command: ShellCommand, _ loop: ShellLoop) -> [Round]? {
    guard let input = loop.input, command.words.first?.bare == "read",
      let fields = ShellFields(command, separator: separator(of: command)), fields.array == nil,
      let text = text(ofInput: input)
    else { return nil }
    var rounds: [Round] = []
    for line in text.lines() where !line.isBlankOrComment {
      guard let round = fields.values(in: line) else { return nil }
      rounds.append(round)
      if rounds.count > Self.most.rounds { return nil }
    }
    return rounds.isEmpty ? nil : rounds
  }

  /// What a file at the end of a loop holds, or the text there.
  private mutating func text(ofInput word: Word) -> ShellText? {
    if word.parts.count == 1, case .substitution(let inner, _) = word.parts[0] {
      return output(of: inner, depth: 0)
    }
    let text = expand(word)
    return files.text(of: text.text) ?? (word.isQuoted || !word.hasSubstitution ? text : nil)
  }

  /// What parts the words that `read` takes: as it is said before it, or nil for blanks. Empty is nothing.
  func separator(of command: ShellCommand) -> String? {
    let assignment = command.assignments.first { $0.name == "IFS" }
    return assignment.map { $0.value.parts.isEmpty ? "" : $0.value.literal ?? "?" }
  }

  /// `read` takes a line that the script holds: `IFS='|' read -r name pattern <<< "$row"`.
  mutating func readLine(_ command: ShellCommand) {
    guard let document = command.hereDocument, !command.isConditional,
      let fields = ShellFields(command, separator: separator(of: command)),
      let line = expand(document).lines(most: 1).first
    else { return }
    if let array = fields.array {
      if let words = fields.all(in: line) { arrays.set(array, words) }
      return
    }
    for (name, value) in fields.values(in: line) ?? [] where !value.text.isEmpty { variables[name] = value }
  }
}
