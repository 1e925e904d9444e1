/// What a script sets, and how: every variable with the commands that give it a value.
struct VariableSettings {
  /// A place where a variable is set.
  struct Setting {
    let command: ShellCommand
    /// 0-based byte offset of the name.
    let offset: Int
    /// The value, where an assignment gives it.
    let value: ShellCommand.Word?
  }

  /// The places where each name is set, in the order of the text.
  private(set) var places: [String: [Setting]] = [:]
  /// The names of the commands that the script runs.
  private(set) var run: Set<String> = []
  /// The options whose value is a variable alone, by its name: `--topic-arn "$TOPIC"`.
  private(set) var options: [String: Set<String>] = [:]
  /// The names that stand before a variable alone: `check NAME "$NAME"`.
  private(set) var named: [String: Set<String>] = [:]
  /// Whether another file or a text that is run may set more.
  private(set) var isOpen = false
  /// Whether the shell stops at a variable that nothing sets.
  private(set) var isStrict = false
  /// The names for which the script asks whether they are set: `[ -v NAME ]`.
  private(set) var askedFor: Set<String> = []
  /// Where names stand that are set from themselves and a default behind which a brace closes: `NAME=$NAME-default}`.
  private(set) var unopened: Set<Int> = []
  /// Commands without further words that begin in a name and a value right behind it: `count0`, `name"$1"`, `count:0`.
  private(set) var bare: [(name: String, range: Range<Int>)] = []
  /// Commands that seem to be assignments with a blank before the sign: `COUNT =1`, `NAME = value`.
  private(set) var spaced: [(name: String, range: Range<Int>)] = []
  /// Where each function's commands begin, in the order of the text.
  private var scopes: [(start: Int, function: String?)] = []
  /// The names of the script's functions.
  private(set) lazy var functions = Set(script.lazy.compactMap(\.function))
  /// The commands outside of words.
  let script: [ShellCommand]

  private static let setters: Set<String> = [
    "export", "readonly", "local", "declare", "typeset", "read", "select", "for", "getopts", "mapfile",
    "readarray", "unset", "let", "printf", "coproc",
  ]

  /// Makes one for a script's commands, which it is then given with those inside their words.
  init(_ script: [ShellCommand]) {
    self.script = script
    for command in script {
      if scopes.last.map({ $0.function == command.function }) ?? false { continue }
      guard let start = command.allWords.first(where: { !$0.range.isEmpty })?.range.lowerBound else {
        continue
      }
      scopes.append((start, command.function))
    }
  }

  /// Whether the script sets a variable.
  func sets(_ name: String) -> Bool { places[name] != nil }

  /// The function in whose body an offset is.
  func function(at offset: Int) -> String? {
    var low = 0
    var high = scopes.count
    while low < high {
      let middle = (low + high) / 2
      if scopes[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? scopes[low - 1].function : nil
  }

  /// Whether a place is inside a value that the variable itself is given: `COUNT=$COUNT-more`.
  func isOwn(_ offset: Int, of name: String) -> Bool {
    let settings = places[name, default: []]
    var low = 0
    var high = settings.count
    while low < high {
      let middle = (low + high) / 2
      if settings[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 && settings[low - 1].value?.range.contains(offset) ?? false
  }

  /// Looks at the next command in the order of the text, those inside words included.
  mutating func take(_ command: ShellCommand) {
    for assignment in command.assignments {
      let offset = assignment.value.range.lowerBound
      places[assignment.name, default: []].append(
        Setting(command: command, offset: offset, value: assignment.value))
      if command.words.isEmpty, Self.isUnopened(assignment) {
        // The name stands behind the equals sign, a dollar and perhaps a brace.
        unopened.formUnion([2, 3].map { offset + assignment.name.utf8.count + $0 })
      }
    }
    takeOptions(of: command)
    if command.words.count == 1, let name = Self.bareName(command.words[0]) {
      bare.append((name, command.words[0].range))
    }
    guard let name = command.words.first?.literal else { return }
    if command.words.count > 1, takesSpaced(command, name) { return }
    run.insert(name)
    if ["[", "[[", "test"].contains(name) {
      for (sign, word) in zip(command.words, command.words.dropFirst()) where sign.bare == "-v" {
        if let asked = word.literal { askedFor.insert(asked) }
      }
    }
    if name == "set" { isStrict = isStrict || Self.isStrict(command.words.dropFirst()) }
    let inner = ["builtin", "command"].contains(name) ? command.words.dropFirst().first?.literal : nil
    if ["source", ".", "eval"].contains(inner ?? name) { isOpen = true }
    if Self.setsAnyName(command, name) { isOpen = true }
    // `name[0]=value` is an assignment too. A loop sets one name, and what follows is its list.
    let isSetter = Self.setters.contains(name)
    let words = isSetter ? command.words.dropFirst() : command.words.prefix(1)
    for word in Self.targets(words, name) {
      guard case .literal(let text, _, _)? = word.parts.first else {
        if isSetter, !["printf", "getopts"].contains(name), !word.parts.isEmpty { isOpen = true }
        continue
      }
      let target = text.prefix { $0 != "=" && $0 != "[" && $0 != "+" }
      guard ShellLexer.isName(target), isSetter || target.endIndex != text.endIndex else { continue }
      places[String(target), default: []].append(
        Setting(command: command, offset: word.range.lowerBound, value: nil))
    }
  }

  /// Takes note of a command that an assignment was meant for; answers whether it is one.
  private mutating func takesSpaced(_ command: ShellCommand, _ name: String) -> Bool {
    guard case .literal(let sign, _, _)? = command.words[1].parts.first,
      sign.utf8.first == UInt8(ascii: "="),
      !sign.hasPrefix("=="), !sign.hasPrefix("=~"), command.words.count <= (sign == "=" ? 3 : 2),
      ShellLexer.isName(name), !FunctionNames.programs.contains(name), !functions.contains(name)
    else { return false }
    let range = command.words[0].range
    spaced.append((name, range))
    places[name, default: []].append(Setting(command: command, offset: range.lowerBound, value: nil))
    return true
  }

  /// The name in which a command begins that seems to lack the sign behind it.
  private static func bareName(_ word: ShellCommand.Word) -> String? {
    guard case .literal(let text, _, true)? = word.parts.first, let first = text.utf8.first, first > 64 else {
      return nil
    }
    if word.parts.count == 1, !word.isQuoted {
      guard text.utf8.last.map({ (48...57).contains($0) }) ?? false || text.utf8.contains(UInt8(ascii: ":"))
      else { return nil }
      let name = text.prefix { $0 != ":" }
      let stem = name.reversed().drop { ("0"..."9").contains($0) }
      let found = name.endIndex == text.endIndex ? String(stem.reversed()) : String(name)
      return found.utf8.count > 3 && found.utf8.count < text.utf8.count && ShellLexer.isName(found)
        ? found : nil
    }
    guard word.parts.count == 2, text.utf8.count > 3, ShellLexer.isName(text) else { return nil }
    switch word.parts[1] {
    case .variable, .substitution: return text
    default: return nil
    }
  }

  /// The words behind a command's name that may be names which it sets.
  private static func targets(_ words: ArraySlice<ShellCommand.Word>, _ name: String) -> ArraySlice<
    ShellCommand.Word
  > {
    switch name {
    case "for", "select": words.prefix(1)
    case "printf": words.first?.bare == "-v" ? words.dropFirst().prefix(1) : []
    default: words
    }
  }

  /// Whether the options of `set` or of a shell's first line have `-u`.
  static func isStrict(_ words: some Sequence<ShellCommand.Word>) -> Bool {
    words.contains { word in
      guard let text = word.bare else { return false }
      return text == "nounset" || text.hasPrefix("-") && !text.hasPrefix("--") && text.utf8.contains(117)
    }
  }

  /// Whether a command sets a variable whose name only a run knows: `declare "REGION_$1=a"`, `printf -v "$name" a`.
  private static func setsAnyName(_ command: ShellCommand, _ name: String) -> Bool {
    if name == "printf" {
      let words = command.words.dropFirst()
      return words.first?.bare == "-v" && words.dropFirst().first?.literal == nil
    }
    guard setters.contains(name), !["for", "select", "unset"].contains(name) else { return false }
    return command.words.contains { word in
      guard word.parts.count > 1, case .literal(let text, _, _) = word.parts[0] else { return false }
      return ShellLexer.isName(text)
    }
  }

  /// Takes note of the options that are given a variable.
  private mutating func takeOptions(of command: ShellCommand) {
    for (option, value) in zip(command.words, command.words.dropFirst()) {
      guard value.parts.count == 1, case .variable(let name, _, _) = value.parts[0],
        case .literal(let text, _, _)? = option.parts.first, option.parts.count == 1
      else { continue }
      if text.hasPrefix("--") {
        options[name, default: []].insert(text)
      } else if text.utf8.count > 3, name.utf8.count > 3, text != name,
        text.utf8.first == name.utf8.first || text.utf8.last == name.utf8.last
      {
        named[name, default: []].insert(text)
      }
    }
    for word in command.words where word.parts.count == 2 {
      guard case .literal(let text, _, _) = word.parts[0], case .variable(let name, _, _) = word.parts[1],
        text.hasPrefix("--"), text.hasSuffix("=")
      else { continue }
      options[name, default: []].insert(String(text.dropLast()))
    }
  }

  private static func isUnopened(_ assignment: ShellCommand.Assignment) -> Bool {
    let value = assignment.value
    guard value.parts.count > 1, !value.isQuoted,
      case .variable(assignment.name, nil, false) = value.parts[0],
      case .literal(let rest, _, _) = value.parts[1], case .literal(let last, _, _)? = value.parts.last
    else { return false }
    return last.hasSuffix("}") && !rest.contains("{")
      && [":", "-", "=", "+", "?"].contains { rest.hasPrefix($0) }
  }
}
