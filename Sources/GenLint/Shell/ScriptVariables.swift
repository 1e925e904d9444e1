internal import Diagnostics

/// The variables that a script sets and those that it asks for, and names among them that are misspelled.
///
/// A variable that the script never sets may come from the environment. It is a slip when its name is almost that of a variable which
/// the script does set, and one of the two names stands there once only or is no word of the field.
struct ScriptVariables {
  /// What was found.
  private(set) var findings: [Diagnostic] = []

  let settings: VariableSettings
  /// The names inside arithmetic, which may set them.
  let counted: Set<String>
  var uses: [String: [ShellLexer.Use]] = [:]
  /// The names for whose lack the script says somewhere what holds.
  var guarded: Set<String> = []
  /// The variables that are set, by what a slip may make of them.
  private lazy var index = NearNames(settings.places.keys.sorted())
  /// What may be set before a place.
  lazy var reach = ShellReach(settings.script, settings)
  /// The variables near to each name that was asked for.
  private var suspects: [String: [Suspect]] = [:]

  /// A variable that is set and whose name is almost another one.
  struct Suspect {
    let name: String
    let slip: VariableSlip
    /// How often the script asks for it, but for where it is set itself.
    let uses: Int
    /// Whether it is set from the other name.
    let derives: Bool
  }

  /// Programs whose names nobody gives to a variable that the environment is to set.
  private static let programs: Set<String> = [
    "aws", "cat", "jq", "sed", "awk", "grep", "printf", "echo", "mktemp", "basename", "dirname", "curl",
  ]

  /// Looks at what a script's commands set and at where variables are asked for.
  init(_ settings: VariableSettings, _ lexer: ShellLexer, in source: SourceText) {
    self.settings = settings
    counted = lexer.counted
    guard !lexer.hasIndirection, !settings.isOpen else { return }
    for use in lexer.uses { uses[use.name, default: []].append(use) }
    guarded = settings.askedFor.union(lexer.uses.lazy.filter(\.isGuarded).map(\.name))
    for use in lexer.uses where !use.isGuarded && !EnvironmentNames.contains(use.name) {
      var place: SourceRange { source.range(from: use.range.lowerBound, to: use.range.upperBound) }
      if settings.sets(use.name) || counted.contains(use.name) {
        if settings.unopened.contains(use.range.lowerBound) {
          findings.append(.unopened(use.name, at: place))
        } else if let near = earlier(use) {
          findings.append(.unset(use.name, near, at: place))
        }
      } else if let near = meant(use) {
        findings.append(.unset(use.name, near, at: place))
      } else if settings.run.contains(use.name) || Self.programs.contains(use.name),
        !guarded.contains(use.name), use.range.lowerBound > 0,
        "${".utf8.contains(source.bytes[use.range.lowerBound - 1])
      {
        findings.append(.command(use.name, at: place))
      }
    }
    findings += settings.bare.compactMap { command in
      guard settings.sets(command.name), uses[command.name] != nil else { return nil }
      let word = String(decoding: source.bytes[command.range].prefix(60), as: UTF8.self)
      return .setWithoutSign(
        command.name, word, at: source.range(from: command.range.lowerBound, to: command.range.upperBound))
    }
    for command in settings.spaced where uses[command.name] != nil {
      findings.append(
        .spaced(
          command.name, at: source.range(from: command.range.lowerBound, to: command.range.upperBound)))
    }
    if settings.isStrict { findings += unread(in: source) }
    if settings.isStrict { findings += unbegun(in: source) }
    if !findings.isEmpty, Self.isTemplate(source.bytes) { findings = [] }
  }

  /// Whether Terraform reads the file before a shell does: then `${name}` is its own.
  private static func isTemplate(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { text in
      ["$${", "%{ if ", "%{ for ", "%{ endif", "%{~"].contains { mark in
        Array(mark.utf8).withUnsafeBufferPointer { text.offset(of: $0) != nil }
      }
    }
  }

  /// The variable that is set before a place which asks for one that is set only behind it.
  private mutating func earlier(_ use: ShellLexer.Use) -> String? {
    guard !guarded.contains(use.name), !counted.contains(use.name), isEarly(use) else { return nil }
    let near = near(use.name).first {
      uses[$0.name] == nil && $0.slip != .replaced && isSet($0.name, before: use)
    }
    // A loop may come to the place again.
    guard let near, let places = settings.places[use.name],
      !reach.maySet(places.filter { !isStep($0, of: use.name) }, before: use.range.lowerBound)
    else { return nil }
    return near.name
  }

  /// The variable that a name must be meant for which nothing sets.
  private mutating func meant(_ use: ShellLexer.Use) -> String? {
    let count = uses[use.name]?.count ?? 0
    return near(use.name, withNumbers: guarded.contains(use.name)).first { suspect in
      guarded.contains(use.name)
        ? isDefault(suspect, of: use.name) || isOrphan(suspect, use)
        : !suspect.derives && isCertain(use, count, suspect) && !isGivenBefore(suspect, use)
    }?.name
  }

  /// Whether a name differs in its letters' case alone from one that is set only behind it: the value comes from the caller.
  private func isGivenBefore(_ suspect: Suspect, _ use: ShellLexer.Use) -> Bool {
    guard suspect.slip == .spelling, suspect.name.lowercased() == use.name.lowercased(), !settings.isStrict
    else { return false }
    let scope = settings.function(at: use.range.lowerBound)
    return settings.places[suspect.name, default: []].allSatisfy {
      $0.offset > use.range.lowerBound && settings.function(at: $0.offset) == scope
    }
  }

  /// Whether a name which is no word got the value of the variable that is asked for, before anything says what holds without it.
  private func isOrphan(_ suspect: Suspect, _ use: ShellLexer.Use) -> Bool {
    settings.isStrict && !Self.hasCapital(use.name) && suspect.uses == 0 && suspect.slip != .spelling
      && Self.isNoWord(suspect.name, use.name)
      && uses[use.name]?.first?.range == use.range
      && settings.places[suspect.name]?.count == 1
      && settings.places[suspect.name]?.first?.command.words.isEmpty ?? false
  }

  /// The variables whose names are almost one.
  mutating func near(_ name: String, withNumbers: Bool = false) -> [Suspect] {
    if let known = suspects[name] { return known }
    let found = index.candidates(for: name).compactMap { candidate in
      // A name that ends in an underscore lost what was behind it.
      VariableSlip(name, candidate, withNumbers: withNumbers || name.utf8.last == 95).map { slip in
        Suspect(
          name: candidate, slip: slip,
          uses: uses[candidate]?.count { !settings.isOwn($0.range.lowerBound, of: candidate) } ?? 0,
          derives: derives(candidate, from: name))
      }
    }
    suspects[name] = found
    return found
  }

  /// Whether everything that sets a variable stands behind a place that asks for it, in the same function or in none.
  private func isEarly(_ use: ShellLexer.Use) -> Bool {
    let scope = settings.function(at: use.range.lowerBound)
    return settings.places[use.name, default: []].allSatisfy {
      $0.offset > use.range.lowerBound && settings.function(at: $0.offset) == scope
    }
  }

  /// Whether a variable that stays in the script is set before a place, in the same function or in none.
  private func isSet(_ name: String, before use: ShellLexer.Use) -> Bool {
    let scope = settings.function(at: use.range.lowerBound)
    return settings.places[name, default: []].allSatisfy {
      $0.command.words.isEmpty && $0.offset < use.range.lowerBound
        && settings.function(at: $0.offset) == scope
    }
  }

  /// Whether a variable is set from another one, as `region=$REGION` or `for topic in $TOPICS`. Beside other settings that is a slip,
  /// unless the environment, whose names are capitals, or a template's engine may give the other.
  private func derives(_ name: String, from other: String) -> Bool {
    // A name behind 'local' has no value there.
    let places = settings.places[name, default: []].filter {
      $0.value != nil || !["local", "declare", "typeset"].contains($0.command.words.first?.bare)
    }
    let deriving = places.indices.filter { place in
      places[place].command.allWords.contains { Self.mentions($0, other) }
    }
    let isGiven = Self.hasCapital(other) || VariableSlip.folded(name) == VariableSlip.folded(other)
    guard isGiven else { return !deriving.isEmpty && deriving.count == places.count }
    return !deriving.isEmpty && !deriving.allSatisfy { isWaste(places, $0, name) }
  }

  /// Whether a value would be set for nothing: the next one follows without a condition, and nothing asks for the variable between.
  private func isWaste(_ places: [VariableSettings.Setting], _ next: Int, _ name: String) -> Bool {
    guard next > 0, places[next].value != nil, let value = places[next - 1].value, !value.parts.isEmpty
    else { return false }
    let two = places[(next - 1)...next]
    let scopes = two.map { settings.function(at: $0.offset) }
    return two.allSatisfy { $0.command.words.isEmpty && !$0.command.isConditional } && scopes[0] == scopes[1]
      && !uses[name, default: []].contains {
        two[next - 1].offset <= $0.range.lowerBound && $0.range.lowerBound < two[next].offset
      }
  }

  /// Whether a variable is set alone, from the value or default of another one, and nothing asks for it before it is set anew:
  /// `NAME=${NAM-default}`. With `set -u` names in other letters are a slip too, for what asks for the other one would stop.
  private func isDefault(_ suspect: Suspect, of other: String) -> Bool {
    guard let places = settings.places[suspect.name],
      places.count == 1 ? suspect.uses == 0 : isReplacedUnread(places, suspect.name),
      places[0].command.words.isEmpty,
      suspect.slip != .spelling || settings.isStrict || suspect.name.lowercased() != other.lowercased(),
      let value = places[0].value, value.parts.count == 1,
      case .variable(let used, _?, _) = value.parts[0]
    else { return false }
    return used == other
  }

  /// Whether the shell stops at what nothing sets, and the first value is replaced before anything asks for it.
  private func isReplacedUnread(_ places: [VariableSettings.Setting], _ name: String) -> Bool {
    settings.isStrict && isWaste(places, 1, name)
      && uses[name, default: []].allSatisfy { $0.range.lowerBound > places[1].offset }
  }

  private static func mentions(_ word: ShellCommand.Word, _ name: String) -> Bool {
    word.parts.contains { part in
      switch part {
      case .variable(let used, let fallback, _):
        used == name || used.hasPrefix(name + "[") || fallback.map { mentions($0, name) } ?? false
      case .opaque(let text): text.contains(ascii: name)
      case .substitution(let inner, _):
        inner.contains { $0.allWords.contains { mentions($0, name) } }
      case .list(let words): words.contains { mentions($0, name) }
      case .literal, .broken: false
      }
    }
  }

  /// Whether the one name must be meant for the other. One with capitals may come from the environment: then one of the two stands
  /// there once or is no word, and where only the letters' case differs, the script sets the other for that part.
  private func isCertain(_ use: ShellLexer.Use, _ uses: Int, _ near: Suspect) -> Bool {
    let used = use.name
    if near.slip == .replaced { return isReplaced(used, near) }
    guard Self.hasCapital(used) else { return true }
    if near.uses == 0 || used.utf8.last == 95 && near.name.hasPrefix(used) { return true }
    // The name stands before the variable, as for a message about it.
    if uses == 1, settings.named[used]?.contains(near.name) ?? false { return true }
    let one = VariableSlip.folded(used)
    let other = VariableSlip.folded(near.name)
    let plural = [UInt8(ascii: "s")]
    let isPlural = used == used.uppercased() && (one == other + plural || one + plural == other)
    if near.slip == .letter, !isPlural, Self.isMixed(used, near.name) || Self.isNoWord(used, near.name) {
      return true
    }
    let isOfOption = settings.options[used, default: []].contains { one in
      settings.options[near.name, default: []].contains { $0.hasPrefix(one) || one.hasPrefix($0) }
    }
    guard uses == 1, isOfOption || !Self.isShort(used, near.name), !isPlural else { return false }
    if near.slip == .letter { return true }
    // What the aws command does not document may still come from outside.
    return (!used.hasPrefix("AWS_") || near.name.hasPrefix("AWS_"))
      && settings.places[near.name, default: []].contains { setting in
        let scope = settings.function(at: setting.offset)
        let command = setting.command.words.first?.bare
        let isPlain = [nil, "for", "read"].contains(command) || settings.isStrict && command == "local"
        return isPlain
          && (scope == nil || scope == settings.function(at: use.range.lowerBound))
      }
  }

  static func hasCapital(_ name: String) -> Bool { name.utf8.contains { (65...90).contains($0) } }

  /// Whether a small letter stands among the capitals of a name where the other one has none.
  private static func isMixed(_ used: String, _ near: String) -> Bool {
    used != used.uppercased() && near == near.uppercased()
  }

  /// Whether a letter stands for another one: the part with it is no word of the field, and the one that is meant stands elsewhere. The
  /// names of a row differ in the letter before or behind a word: LHOST and RHOST, user_a and user_b.
  private func isReplaced(_ used: String, _ near: Suspect) -> Bool {
    let isOwn = settings.isStrict && !Self.hasCapital(used)
    guard let parts = VariableSlip.parts(used, near.name), parts.one.count >= (isOwn ? 3 : 4),
      parts.one.count == parts.other.count
    else { return false }
    let place = zip(parts.one, parts.other).prefix { $0 == $1 }.count
    let isRow =
      place == 0 && VariableSlip.isWord(Array(parts.one.dropFirst()))
      || place == parts.one.count - 1 && VariableSlip.isWord(Array(parts.one.dropLast()))
    if isRow, !isOwn { return false }
    return !VariableSlip.isWord(parts.one) || near.uses == 0 && !VariableSlip.isWord(parts.other)
  }

  /// Whether the part of a name that differs from another one's is no word of the field. Behind a prefix of a letter it may be one.
  static func isNoWord(_ used: String, _ near: String) -> Bool {
    guard let parts = VariableSlip.parts(used, near), parts.one.count >= 3, parts.other.count >= 4,
      !parts.one.dropFirst().elementsEqual(parts.other) || parts.one[0] == parts.one[1]
    else { return false }
    return !VariableSlip.isWord(parts.one)
  }

  /// Whether two short names differ by a letter in a part of a few, where many names of the field differ: VPC_ID and VPCE_ID.
  private static func isShort(_ one: String, _ other: String) -> Bool {
    guard min(VariableSlip.folded(one).count, VariableSlip.folded(other).count) < 12 else { return false }
    let left = one.lowercased().fields(by: "_")
    let right = other.lowercased().fields(by: "_")
    guard left.count == right.count, let parts = zip(left, right).first(where: { $0 != $1 }) else {
      return false
    }
    return parts.0.utf8.count != parts.1.utf8.count && min(parts.0.utf8.count, parts.1.utf8.count) < 5
  }
}

extension Diagnostic {
  fileprivate static func unopened(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unsetVariable, "nothing sets the variable '\(name)' before this", at: range,
      hint: "a default stands in braces: '${\(name)-default}'")
  }
  fileprivate static func setWithoutSign(_ name: String, _ word: String, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      .error, .misplacedOption, "the shell takes '\(word)' for a command", at: range,
      hint: "to set the variable write '\(name)=' before its value")
  }
  fileprivate static func spaced(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .misplacedOption, "the shell takes '\(name.prefix(60))' for a command", at: range,
      hint: "no blank stands around the '=' of an assignment")
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
