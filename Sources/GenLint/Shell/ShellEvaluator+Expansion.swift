/// What words become.
extension ShellEvaluator {
  /// The words that one word becomes: `"$@"` becomes several.
  mutating func expandList(_ word: Word) -> [ShellText] {
    if word.parts.count == 1, case .variable(let name, _, let isQuoted) = word.parts[0] {
      // Between quotes `*` makes one word of them.
      if name == "@" || name == "*" && !isQuoted, let arguments {
        return taken(arguments)
      }
      // Only what stands for an array has a bracket in its name.
      if name.utf8.last == UInt8(ascii: "]"), !isQuoted || name.hasSuffix("[@]") {
        let words = splitsWords ? arrays[name.prefix(while: { $0 != "[" })] : nil
        return words.map { taken($0) } ?? [unknown(name, word.range)]
      }
      let value = expand(word)
      guard splitsWords else { return value.text.isEmpty ? [] : [value] }
      // Where the script says what parts words, only a run knows them.
      if !isQuoted, self.value(of: "IFS") != nil { return [unknown(name, word.range)] }
      // An unquoted variable may be no word at all or several.
      if !isQuoted, !value.isKnown || value.text.isEmpty || value.text.utf8.contains(where: Self.isBlank) {
        return split(value)
      }
      return [value]
    }
    if word.parts.count > 1, let words = joined(word) { return words }
    if word.parts.count == 1, case .opaque(let spelling) = word.parts[0], let keys = keys(of: spelling) {
      return taken(keys)
    }
    return [expand(word)]
  }

  /// The words of an array in a word that has more: what is before them joins the first one, and what is behind them the last.
  private mutating func joined(_ word: Word) -> [ShellText]? {
    let place = word.parts.firstIndex { part in
      if case .variable(let name, _, _) = part { name.utf8.last == UInt8(ascii: "]") } else { false }
    }
    guard splitsWords, let place, case .variable(let name, _, _) = word.parts[place], name.hasSuffix("[@]"),
      var words = arrays[name.prefix(while: { $0 != "[" })], !words.isEmpty
    else { return nil }
    let ends = [word.parts[..<place], word.parts[(place + 1)...]].map { parts in
      var end = word
      end.parts = Array(parts)
      return expand(end)
    }
    if !ends[0].text.isEmpty {
      var first = ends[0]
      first.append(words[0], source: words[0].range.lowerBound)
      words[0] = first
    }
    if !ends[1].text.isEmpty {
      words[words.count - 1].append(ends[1], source: word.range.lowerBound)
      words[words.count - 1].range = word.range
    }
    return taken(words)
  }

  /// Words that stand in the place of another one. A word without a byte takes room too.
  private mutating func taken(_ words: [ShellText]) -> [ShellText] {
    guard budget > 0 else { return [] }
    budget -= words.reduce(0) { $0 + $1.text.utf8.count + 16 }
    return words
  }

  /// Whether the shell parts an unquoted value there.
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 }

  /// Behind an opening angle bracket, where the name of a place ends that the reader of a runbook fills in: `<stack name>`.
  private static func placeholderEnd(_ rest: Substring.UnicodeScalarView) -> String.Index? {
    guard rest.first?.properties.isAlphabetic ?? false else { return nil }
    let name = rest.prefix(80).prefix {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || " -_".unicodeScalars.contains($0)
    }
    return rest[name.endIndex...].first == ">" ? rest.index(after: name.endIndex) : nil
  }

  /// The words of an unquoted value: its blanks part them, those inside an unknown part or a place to fill in do not.
  private func split(_ value: ShellText) -> [ShellText] {
    var words: [String.UnicodeScalarView] = [.init()]
    var level = 0
    var rest = value.text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == ShellText.open { level += 1 }
      if scalar == ShellText.close { level -= 1 }
      if level == 0, scalar.isASCII, Self.isBlank(UInt8(scalar.value)) {
        words.append(.init())
        continue
      }
      words[words.count - 1].append(scalar)
      if scalar == "<", let end = Self.placeholderEnd(rest) {
        words[words.count - 1].append(contentsOf: rest[..<end])
        rest = rest[end...]
      }
    }
    return words.filter { !$0.isEmpty }.map { part in
      var text = ShellText(range: value.range)
      text.append(String(part), source: value.range.lowerBound, isExact: false)
      return text
    }
  }

  mutating func expand(_ word: Word) -> ShellText {
    var text = ShellText(range: word.range)
    for part in word.parts {
      switch part {
      case .literal(let piece, let source, let isExact): text.append(piece, source: source, isExact: isExact)
      case .variable(let name, let fallback, _):
        if let value = value(of: name) {
          if let row = value.row {
            if Self.isWhole(word) { text.row = row }
          } else if !given.isEmpty {
            text.origin = origin(of: value, in: word)
          }
          if value.text.isEmpty, let fallback {
            text.append(expand(fallback), source: word.range.lowerBound)
          } else if text.text.utf8.count < 1 << 20 {
            text.append(value, source: word.range.lowerBound)
          }
        } else if let value = fallback.map({ expand($0) }), !value.text.isEmpty {
          text.append(value, source: word.range.lowerBound)
        } else {
          text.append(unknown: "$" + name, source: word.range.lowerBound)
        }
      case .substitution(let inner, _):
        if text.text == "file://", let document = output(of: inner, depth: 0),
          let first = document.text.trimmingBlanks().utf8.first, "{[".utf8.contains(first)
        {
          // The name of a pipe from which the document comes.
          unknowns += 1
          var name = ShellText(range: word.range)
          name.append("/dev/fd/\(unknowns)", source: word.range.lowerBound, isExact: false)
          files.write(document, to: name)
          text.append(name, source: word.range.lowerBound)
          continue
        }
        substitute(inner, into: &text)
      case .list(let words):
        let inner = words.map { expandsBraces ? BraceExpansion.words(of: $0) : [$0] }
        list = inner.flatMap { $0.flatMap { expandList($0) } }
        unknowns += 1
        text.append(unknown: "(#\(unknowns)", source: word.range.lowerBound)
      case .broken: break
      case .opaque(let spelling):
        if let value = subscripted(spelling) {
          if let row = value.row, Self.isWhole(word) { text.row = row }
          text.append(value, source: word.range.lowerBound)
          continue
        }
        unknowns += 1
        if spelling.utf8.contains(UInt8(ascii: "(")) {
          forget(in: spelling)
          countsArguments = countsArguments || spelling.utf8.contains(UInt8(ascii: "#"))
        }
        text.append(unknown: "\(spelling)#\(unknowns)", source: word.range.lowerBound)
      }
    }
    budget -= text.text.utf8.count
    return text
  }

  /// The argument of the call that is followed which gives a value, where that is all of a word or all behind `=`.
  private func origin(of value: ShellText, in word: Word) -> Range<Int>? {
    guard Self.isWhole(word), value.segments.count == 1 else { return nil }
    let source = value.segments[0].source
    return given.first { $0.range.contains(source) }?.range
  }

  /// Whether a word is one expansion, or what stands behind the `=` in it is one.
  private static func isWhole(_ word: Word) -> Bool {
    switch (word.parts.count, word.parts.first) {
    case (1, _): true
    case (2, .literal(let name, _, _)?): name.hasSuffix("=")
    default: false
    }
  }

  func value(of name: String) -> ShellText? {
    if let position = Int(name), let arguments {
      guard position > 0 else { return nil }
      if position <= arguments.count { return arguments[position - 1] }
      return countsArguments ? nil : ShellText(range: 0..<0)
    }
    return variables[name] ?? forgotten[name]
  }

  /// What a command prints, where the script alone tells: a here-document, a text, or a function that prints one.
  mutating func output(of inner: [ShellCommand], depth: Int) -> ShellText? {
    guard inner.count == 1, !inner[0].isConditional, inner[0].output == nil, depth < 4,
      let name = inner[0].words.first?.literal
    else {
      return nil
    }
    let words = inner[0].words
    if let body = functions[name] { return words.count == 1 ? output(of: body, depth: depth + 1) : nil }
    switch (name, words.count) {
    case ("echo", 2): return expand(words[1])
    case ("cat", 1): return inner[0].hereDocument.map { expand($0) }
    case ("cat", 2): return words[1].literal.flatMap { files.text(of: $0) }
    case ("printf", 3): return ["%s", "%s\\n"].contains(words[1].literal) ? expand(words[2]) : nil
    default: return nil
    }
  }

  private mutating func substitute(_ inner: [ShellCommand], into text: inout ShellText) {
    let before = commands.count
    let outer = certain
    certain = nil
    run(all: inner, ofFunctions: true)
    certain = outer
    if let output = output(of: inner, depth: 0) {
      text.append(output.trimmingLineBreaks(), source: text.range.lowerBound)
    } else if commands.count > before {
      text.append(unknown: ShellInvocation.answer(commands.count - 1), source: text.range.lowerBound)
    } else {
      unknowns += 1
      text.append(unknown: "$(#\(unknowns))", source: text.range.lowerBound)
    }
  }
}
