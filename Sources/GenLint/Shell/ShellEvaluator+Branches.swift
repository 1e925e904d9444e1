/// What holds in the branch of a script that is followed.
extension ShellEvaluator {
  /// Whether the arguments of the call that is followed leave a command among those that run.
  mutating func mayRun(_ command: ShellCommand) -> Bool {
    guard arguments != nil, !command.parts.isEmpty else { return true }
    for part in command.parts {
      guard part.choice.mayRun(part.number, answers(of: part.choice)) else {
        passed.insert(command.place)
        return false
      }
    }
    ran.insert(command.place)
    return true
  }

  /// The text that a word stands for, where no command gives any of it.
  private mutating func text(of word: Word) -> String? {
    let isPlain = word.parts.allSatisfy { part in
      switch part {
      case .literal, .variable(_, nil, _): true
      default: false
      }
    }
    guard isPlain else { return nil }
    let text = expand(word)
    return text.isKnown ? text.text : nil
  }

  /// What decides about the parts of a choice, as it stood when a call came to it first.
  private mutating func answers(of choice: ShellChoice) -> [Bool?] {
    let id = ObjectIdentifier(choice)
    if let known = choices[id] { return known }
    let answers = choice.answers { text(of: $0) }
    choices[id] = answers
    return answers
  }

  /// Takes note of what the first condition of an `if` decides, before anything else is said of its words.
  mutating func decide(_ command: ShellCommand) {
    if arguments != nil, let choice = command.decides { _ = answers(of: choice) }
  }

  /// Whether a command runs in the call that is followed, and not only on a condition that is not known.
  func isCertain(_ command: ShellCommand) -> Bool {
    guard command.isConditional else { return true }
    return !command.isUncertain
      && command.parts.allSatisfy { part in
        choices[ObjectIdentifier(part.choice)].map { $0[part.number] ?? false } ?? false
      }
  }

  /// Drops arguments: one, or as many as a number says. Of more than there are the shell drops none.
  mutating func shift(_ count: ShellText?, isCertain: Bool) {
    guard let given = arguments else { return }
    guard isCertain, let count = count.map({ Int($0.text) }) ?? 1 else {
      arguments = nil
      return
    }
    if count > 0, count <= given.count { arguments = Array(given.dropFirst(count)) }
  }

  mutating func assign(_ name: String, _ value: ShellText, _ isConditional: Bool) {
    written.append(name)
    // Without a value before, the environment may have one. An empty value is a place to fill: by a loop, or by who runs the script.
    if value.text.isEmpty || volatile.contains(name) || isConditional && variables[name]?.text != value.text {
      variables[name] = unknown(name, value.range)
    } else {
      variables[name] = value
    }
  }

  /// The assignments behind `export`, `local` and the like.
  mutating func declare(_ words: [ShellText], _ isConditional: Bool) {
    // The value of a reference is the name of the variable that it stands for.
    let isReference =
      words.dropFirst().contains { $0.text.hasPrefix("-") && $0.text.utf8.contains(110) }
      && words[0].text != "export"
    let isArray = words.dropFirst().contains {
      $0.text.hasPrefix("-") && ($0.text.utf8.contains(65) || $0.text.utf8.contains(97))
    }
    for word in words.dropFirst() {
      if word.text.unicodeScalars.first == ShellText.open { forgetAll() }
      if isArray, words[0].text != "export", ShellLexer.isName(word.text) {
        arrays.declare(word.text, isConditional: isConditional)
      }
      guard let equals = word.text.utf8.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let count = word.text.utf8.distance(from: word.text.startIndex, to: equals) + 1
      let value = word.dropping(count)
      let name = String(word.text[..<equals])
      if isReference {
        forget(name)
        volatile.insert(name)
        if ShellLexer.isName(value.text) {
          forget(value.text)
          volatile.insert(value.text)
        } else {
          forgetAll()
        }
      } else {
        assign(name, value, isConditional)
      }
    }
  }

  /// Whether `read` takes all of a here-document into one variable: `read -r -d '' NAME <<MARK`.
  func isWholeRead(_ command: ShellCommand, _ words: [ShellText]) -> Bool {
    guard command.hereDocument != nil, let name = words.last?.text, ShellLexer.isName(name) else {
      return false
    }
    let options = words.dropFirst().dropLast().map(\.text)
    return options == ["-r", "-d", ""] || options == ["-rd", ""] || options == ["-d", "", "-r"]
  }

  // MARK: - What is no longer known

  /// What a variable holds from here on only a run knows.
  mutating func forget(_ name: String) {
    arrays.forget(name)
    if let known = variables[name] { variables[name] = unknown(name, known.range) }
  }

  /// Something that is not in sight may set every variable.
  mutating func forgetAll() {
    for (name, value) in variables { forgotten[name] = unknown(name, value.range) }
    variables = [:]
    arrays = ShellArrays()
  }

  /// What `eval` runs may set a variable: the one whose name begins its text, or else any.
  mutating func forget(setBy words: [ShellText]) {
    for word in words.dropFirst() {
      let name = word.text.prefix { $0 != "=" }
      if name.endIndex != word.text.endIndex, ShellLexer.isName(name) {
        forget(String(name))
      } else if !word.isKnown {
        forgetAll()
      }
    }
  }

  /// The names in arithmetic that it sets.
  mutating func forget(in arithmetic: String) {
    let bytes = Array(arithmetic.utf8)
    var at = 0
    while at < bytes.count {
      let start = at
      while at < bytes.count, ShellLexer.isNameByte(bytes[at]) { at += 1 }
      if at == start {
        at += 1
        continue
      }
      var next = at
      while next < bytes.count, bytes[next] == 32 { next += 1 }
      var before = start
      while before > 0, bytes[before - 1] == 32 { before -= 1 }
      let operation = bytes[next...].prefix { "+-*/%&|^<>=".utf8.contains($0) }
      let isStep = { (signs: ArraySlice<UInt8>) in
        signs.elementsEqual("++".utf8) || signs.elementsEqual("--".utf8)
      }
      let sets =
        operation.last == UInt8(ascii: "=")
        && !["==", "<=", ">="].contains { operation.elementsEqual($0.utf8) }
        || isStep(operation.prefix(2)) || isStep(bytes[..<before].suffix(2))
      if sets { forget(String(decoding: bytes[start..<at], as: UTF8.self)) }
    }
  }

  /// A value for which the script looks itself is one that it means to handle: behind the question it is not known.
  mutating func forget(testedBy command: ShellCommand) {
    for (sign, word) in zip(command.words, command.words.dropFirst()) {
      guard word.parts.count == 1, case .variable(let name, _, _) = word.parts[0] else { continue }
      if name == "#" || Int(name) != nil && ["-z", "-n"].contains(sign.bare) { countsArguments = true }
    }
    for (place, word) in command.words.enumerated() where place > 0 && place + 1 < command.words.count {
      guard let sign = word.bare, ["=", "==", "!=", "=~"].contains(sign) else { continue }
      let sides = (command.words[place - 1], command.words[place + 1])
      forget(sides.0, lookedFor: sides.1, sign)
      forget(sides.1, lookedFor: sides.0, sign)
    }
  }

  private mutating func forget(_ tested: Word, lookedFor other: Word, _ sign: String) {
    guard tested.parts.count == 1, case .variable(let name, _, _) = tested.parts[0] else { return }
    if let position = Int(name) {
      guard let given = arguments, position > 0, position <= given.count,
        sign == "=~" || given[position - 1].text == other.literal
      else { return }
      let lost = unknown(name, given[position - 1].range)
      arguments?[position - 1] = lost
    } else if let known = variables[name], sign == "=~" || known.text == other.literal {
      forget(name)
    }
  }
}
