internal import Diagnostics

/// The variables that a script sets and those that it asks for, and names among them that are misspelled.
///
/// A variable that the script never sets may come from the environment. It is a slip when its name is almost that of a variable which
/// the script does set, and one of the two names stands there once only.
struct ScriptVariables {
  /// What was found.
  private(set) var findings: [Diagnostic] = []

  /// The names that the script sets, with the texts of what they are set from.
  private var set: [String: [Setting]] = [:]
  /// Where the bodies of the functions stand.
  private var bodies: [String: Range<Int>] = [:]
  /// The names of the commands that the script runs.
  private var run: Set<String> = []
  /// The options whose value is a variable alone, by its name: `--topic-arn "$TOPIC"`.
  private var options: [String: Set<String>] = [:]
  /// Whether another file or a text that is run may set more.
  private var isOpen = false

  /// A place where a variable is set.
  private struct Setting {
    let command: ShellCommand
    /// 0-based byte offset of the name.
    let offset: Int
  }

  private static let setters: Set<String> = [
    "export", "readonly", "local", "declare", "typeset", "read", "select", "for", "getopts", "mapfile",
    "readarray", "unset", "let", "printf", "coproc",
  ]

  /// Programs whose names nobody gives to a variable that the environment is to set.
  private static let programs: Set<String> = [
    "aws", "cat", "jq", "sed", "awk", "grep", "printf", "echo", "mktemp", "basename", "dirname", "curl",
  ]

  /// Looks at a script's commands and at where variables are asked for.
  init(_ script: [ShellCommand], _ lexer: ShellLexer, in source: SourceText) {
    guard !lexer.hasIndirection else { return }
    var made = self
    ShellCommand.visit(script) { made.take($0) }
    for command in script { made.take(bodyOf: command) }
    self = made
    guard !isOpen else { return }
    let given = lexer.counted.union(set.keys)
    let guarded = Set(lexer.uses.lazy.filter(\.isGuarded).map(\.name))
    var uses: [String: [ShellLexer.Use]] = [:]
    for use in lexer.uses { uses[use.name, default: []].append(use) }
    let names = set.keys.sorted()
    for use in lexer.uses where !use.isGuarded && !Self.isOfShell(use.name) {
      let place = source.range(from: use.range.lowerBound, to: use.range.upperBound)
      if given.contains(use.name) {
        if isUnopened(use) {
          findings.append(.unopened(use.name, at: place))
          continue
        }
        guard !guarded.contains(use.name), !lexer.counted.contains(use.name), isEarly(use),
          let near = names.first(where: {
            uses[$0] == nil && Self.isSlip(use.name, $0) && isSet($0, before: use)
          })
        else { continue }
        findings.append(.unset(use.name, near, at: place))
        continue
      }
      let count = uses[use.name]?.count ?? 0
      let near = names.first { name in
        let nearCount = uses[name]?.count { !isOwn($0) } ?? 0
        if guarded.contains(use.name) {
          return nearCount == 0 && isDefault(name, of: use.name)
            && Self.isSlip(use.name, name, withNumbers: true)
        }
        return Self.isSlip(use.name, name) && !derives(name, from: use.name)
          && isCertain(use, count, name, nearCount)
      }
      if let near {
        findings.append(.unset(use.name, near, at: place))
      } else if run.contains(use.name) || Self.programs.contains(use.name), !guarded.contains(use.name) {
        findings.append(.command(use.name, at: place))
      }
    }
  }

  private mutating func take(_ command: ShellCommand) {
    for assignment in command.assignments {
      set[assignment.name, default: []].append(
        .init(command: command, offset: assignment.value.range.lowerBound))
    }
    takeOptions(of: command)
    guard let name = command.words.first?.literal else { return }
    run.insert(name)
    let inner = ["builtin", "command"].contains(name) ? command.words.dropFirst().first?.literal : nil
    if ["source", ".", "eval"].contains(inner ?? name) { isOpen = true }
    if Self.setsAnyName(command, name) { isOpen = true }
    // `name[0]=value` is an assignment too. A loop sets one name, and what follows is its list.
    let words =
      ["for", "select"].contains(name)
      ? command.words.prefix(2) : Self.setters.contains(name) ? command.words[...] : command.words.prefix(1)
    for word in words {
      guard case .literal(let text, _, _)? = word.parts.first else {
        if !["printf", "getopts"].contains(name), Self.setters.contains(name), !word.parts.isEmpty {
          isOpen = true
        }
        continue
      }
      let target = text.prefix { $0 != "=" && $0 != "[" && $0 != "+" }
      if ShellLexer.isName(target), words.count > 1 || target.endIndex != text.endIndex {
        set[String(target), default: []].append(.init(command: command, offset: word.range.lowerBound))
      }
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
        case .literal(let text, _, _)? = option.parts.first, option.parts.count == 1, text.hasPrefix("--")
      else { continue }
      options[name, default: []].insert(text)
    }
    for word in command.words where word.parts.count == 2 {
      guard case .literal(let text, _, _) = word.parts[0], case .variable(let name, _, _) = word.parts[1],
        text.hasPrefix("--"), text.hasSuffix("=")
      else { continue }
      options[name, default: []].insert(String(text.dropLast()))
    }
  }

  /// Takes note of where a function stands.
  private mutating func take(bodyOf command: ShellCommand) {
    guard let name = command.function else { return }
    for word in command.allWords where !word.range.isEmpty {
      let known = bodies[name] ?? word.range
      bodies[name] =
        min(known.lowerBound, word.range.lowerBound)..<max(known.upperBound, word.range.upperBound)
    }
  }

  /// Whether a variable is set from itself and a default behind which a brace closes: `NAME=$NAME-default}`.
  private func isUnopened(_ use: ShellLexer.Use) -> Bool {
    set[use.name, default: []].contains { setting in
      guard setting.command.words.isEmpty,
        let value = setting.command.assignments.first(where: { $0.name == use.name })?.value,
        value.range.contains(use.range.lowerBound), value.parts.count > 1, !value.isQuoted,
        case .variable(use.name, nil, false) = value.parts[0], case .literal(let rest, _, _) = value.parts[1],
        case .literal(let last, _, _)? = value.parts.last
      else { return false }
      return last.hasSuffix("}") && !rest.contains("{")
        && [":", "-", "=", "+", "?"].contains { rest.hasPrefix($0) }
    }
  }

  /// Whether a variable is asked for where it is set itself: `COUNT=$COUNT-more`.
  private func isOwn(_ use: ShellLexer.Use) -> Bool {
    set[use.name, default: []].contains { setting in
      setting.command.assignments.contains {
        $0.name == use.name && $0.value.range.contains(use.range.lowerBound)
      }
    }
  }

  /// The function in whose body an offset is.
  private func function(at offset: Int) -> String? { bodies.first { $0.value.contains(offset) }?.key }

  /// Whether everything that sets a variable stands behind a place that asks for it, in the same function or in none.
  private func isEarly(_ use: ShellLexer.Use) -> Bool {
    let scope = function(at: use.range.lowerBound)
    return set[use.name, default: []].allSatisfy {
      $0.offset > use.range.lowerBound && function(at: $0.offset) == scope
    }
  }

  /// Whether a variable that stays in the script is set before a place, in the same function or in none.
  private func isSet(_ name: String, before use: ShellLexer.Use) -> Bool {
    let scope = function(at: use.range.lowerBound)
    return set[name, default: []].allSatisfy {
      $0.command.words.isEmpty && $0.offset < use.range.lowerBound && function(at: $0.offset) == scope
    }
  }

  /// Whether the shell itself or the aws command gives a variable its meaning.
  private static func isOfShell(_ name: String) -> Bool {
    name.utf8.count < 2 || name.utf8.first.map { (48...57).contains($0) } ?? true || name.hasPrefix("AWS_")
      || name.hasPrefix("BASH") || name.hasPrefix("LC_")
      || shellNames.contains(name)
  }

  private static let shellNames: Set<String> = [
    "HOME", "PATH", "USER", "PWD", "OLDPWD", "SHELL", "HOSTNAME", "EUID", "PPID", "RANDOM", "SECONDS",
    "LINENO", "FUNCNAME", "PIPESTATUS", "OPTARG", "OPTIND", "REPLY", "TMPDIR", "LANG", "TERM", "EDITOR",
    "HOSTTYPE", "OSTYPE", "LOGNAME", "COLUMNS", "LINES",
  ]

  /// Whether a variable is set from another one, as `region=$REGION` or `for topic in $TOPICS`. Beside other settings that is a slip,
  /// unless the environment, whose names are capitals, or a template's engine may give the other.
  private func derives(_ name: String, from other: String) -> Bool {
    let settings = set[name, default: []]
    let deriving = settings.count { $0.command.allWords.contains { Self.mentions($0, other) } }
    let isGiven =
      other.utf8.contains { (65...90).contains($0) } || name.lowercased() == other.lowercased()
    return isGiven ? deriving > 0 : deriving == settings.count
  }

  /// Whether a variable is set once, alone, from the value or default of another one: `NAME=${NAM-default}`.
  private func isDefault(_ name: String, of other: String) -> Bool {
    guard let settings = set[name], settings.count == 1, settings[0].command.words.isEmpty,
      name.lowercased() != other.lowercased(),
      let value = settings[0].command.assignments.first(where: { $0.name == name })?.value,
      value.parts.count == 1,
      case .variable(let used, _?, _) = value.parts[0]
    else { return false }
    return used == other
  }

  private static func mentions(_ word: ShellCommand.Word, _ name: String) -> Bool {
    word.parts.contains { part in
      switch part {
      case .variable(let used, let fallback, _): used == name || fallback.map { mentions($0, name) } ?? false
      case .opaque(let text): text.contains(ascii: name)
      case .substitution(let inner, _):
        inner.contains { $0.allWords.contains { mentions($0, name) } }
      case .literal, .broken: false
      }
    }
  }

  /// Whether the one name must be meant for the other. One with capitals may come from the environment: then one of the two stands
  /// there once, and where only the letters' case differs, the script sets the other for that part.
  private func isCertain(_ use: ShellLexer.Use, _ uses: Int, _ near: String, _ nearUses: Int) -> Bool {
    let used = use.name
    guard used.utf8.contains(where: { (65...90).contains($0) }) else { return true }
    if nearUses == 0 { return true }
    let isOfOption = options[used, default: []].contains { one in
      options[near, default: []].contains { $0.hasPrefix(one) || one.hasPrefix($0) }
    }
    guard uses == 1, isOfOption || !Self.isShort(used, near) else { return false }
    let isPlural =
      Self.folded(used) == Self.folded(near) + "s" || Self.folded(used) + "s" == Self.folded(near)
    if isPlural, used == used.uppercased() { return false }
    return Self.folded(used) != Self.folded(near)
      || set[near, default: []].contains { setting in
        let scope = function(at: setting.offset)
        let command = setting.command.words.first?.bare
        return [nil, "for", "read"].contains(command)
          && (scope == nil || scope == function(at: use.range.lowerBound))
      }
  }

  /// Whether two short names differ by a letter in a part of a few, where many names of the field differ: VPC_ID and VPCE_ID.
  private static func isShort(_ one: String, _ other: String) -> Bool {
    guard min(folded(one).utf8.count, folded(other).utf8.count) < 12 else { return false }
    let left = one.lowercased().fields(by: "_")
    let right = other.lowercased().fields(by: "_")
    guard left.count == right.count, let parts = zip(left, right).first(where: { $0 != $1 }) else {
      return false
    }
    return parts.0.utf8.count != parts.1.utf8.count && min(parts.0.utf8.count, parts.1.utf8.count) < 5
  }

  private static func folded(_ name: String) -> String { name.lowercased().filter { $0 != "_" } }

  /// Whether two names differ by one slip of the hand: the letters' case or underscores, a letter more or less, two swapped. Names
  /// that differ in a number or in their last letter are two of a row.
  static func isSlip(_ one: String, _ other: String, withNumbers: Bool = false) -> Bool {
    let a = Array(folded(one).utf8)
    let b = Array(folded(other).utf8)
    if a == b { return one != other }
    let common = zip(a, b).prefix { $0 == $1 }.count
    let left = a[common...]
    let right = b[common...]
    let isDigit = { (bytes: ArraySlice<UInt8>) in bytes.first.map { (48...57).contains($0) } ?? false }
    guard withNumbers || !isDigit(left) && !isDigit(right) else { return false }
    if left.dropFirst().elementsEqual(right) || right.dropFirst().elementsEqual(left) { return true }
    if left.count != right.count || left.count < 2 { return false }
    return left[common] == right[common + 1] && left[common + 1] == right[common]
      && left.dropFirst(2).elementsEqual(right.dropFirst(2))
  }
}

extension Diagnostic {
  fileprivate static func unopened(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unsetVariable, "nothing sets the variable '\(name)' before this", at: range,
      hint: "a default stands in braces: '${\(name)-default}'")
  }
  fileprivate static func unset(_ name: String, _ near: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unsetVariable, "nothing sets the variable '\(name)'", at: range,
      hint: "did you mean '\(near)'?")
  }
  fileprivate static func command(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unsetVariable, "nothing sets the variable '\(name)', which is the name of a command here",
      at: range, hint: "for what the command prints write '$(\(name) …)'")
  }
}
