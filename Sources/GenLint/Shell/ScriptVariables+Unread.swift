internal import Diagnostics

/// Variables that have no value yet where the script asks for them, under `set -u`.
extension ScriptVariables {
  /// Values that go to a name for which nothing asks, where the script asks for one of almost that name which has no value yet: the
  /// shell stops there.
  mutating func unread(in source: SourceText) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let names = settings.places.keys.filter { uses[$0] == nil && !counted.contains($0) }
    for name in names.sorted() {
      guard let place = settings.places[name]?.first, settings.places[name]?.count == 1,
        let value = place.value,
        place.command.words.isEmpty, !EnvironmentNames.contains(name), !guarded.contains(name),
        let meant = near(name).first(where: { lacksValue($0, name, place) })
      else { continue }
      let start = value.range.lowerBound
      found.append(.unread(name, meant.name, at: source.range(from: start, to: start + name.utf8.count)))
    }
    return found
  }

  /// Whether the script asks for a variable that has no value where another name has got one.
  private mutating func lacksValue(
    _ suspect: Suspect, _ name: String, _ place: VariableSettings.Setting
  ) -> Bool {
    guard !guarded.contains(suspect.name), !counted.contains(suspect.name),
      let asked = uses[suspect.name], let settled = settings.places[suspect.name],
      suspect.slip != .replaced || !Self.hasCapital(suspect.name)
    else { return false }
    let others = settled.filter { !isStep($0, of: suspect.name) }
    let isIdle = suspect.slip != .replaced && isNeverCertain(others, beside: place)
    return isIdle || asked.prefix(20).contains { !reach.maySet(others, before: $0.range.lowerBound) }
      || isNext(suspect, name, place)
  }

  /// Whether nothing but conditions gives a variable its values, and some of them may all be no.
  private func isNeverCertain(
    _ others: [VariableSettings.Setting], beside place: VariableSettings.Setting
  ) -> Bool {
    !place.command.isConditional && !isInEveryPart(others)
      && others.allSatisfy { setting in
        setting.value != nil && setting.command.words.isEmpty && setting.command.isConditional
          && !setting.command.parts.isEmpty
      }
  }

  /// Whether the function that sets one name then asks for the other, which it did not set, and the first one is no word.
  private func isNext(_ suspect: Suspect, _ name: String, _ place: VariableSettings.Setting) -> Bool {
    let scope = settings.function(at: place.offset)
    let next = uses[suspect.name, default: []].first { $0.range.lowerBound > place.offset }
    guard let next, settings.function(at: next.range.lowerBound) == scope else { return false }
    let isSet = settings.places[suspect.name, default: []].contains {
      $0.offset < next.range.lowerBound && settings.function(at: $0.offset) == scope
        && !($0.value?.range.contains(next.range.lowerBound) ?? false)
        && !($0.command.isConditional && ($0.offset < place.offset || !$0.command.parts.isEmpty))
    }
    return !isSet && (name.utf8.last == 95 || Self.isNoWord(name, suspect.name))
  }

  /// Counters that nothing gives a first value: `count=$((count + 1))` is all that sets them, and the shell stops there. What has
  /// capitals the environment may give.
  mutating func unbegun(in source: SourceText) -> [Diagnostic] {
    guard source.bytes.starts(with: "#!".utf8) else { return [] }
    let steps = settings.places.filter { name, places in
      !Self.hasCapital(name) && places.allSatisfy { isStep($0, of: name) }
    }
    return steps.keys.sorted().compactMap { name in
      guard !guarded.contains(name), !counted.contains(name), !EnvironmentNames.contains(name),
        let places = steps[name],
        let use = uses[name]?.first(where: { use in
          places.contains { $0.value?.range.contains(use.range.lowerBound) ?? false }
        }),
        !findings.contains(where: {
          $0.code == .unsetVariable && ($0.message + ($0.hint ?? "")).contains(ascii: "'\(name)'")
        })
      else { return nil }
      let place = source.range(from: use.range.lowerBound, to: use.range.upperBound)
      if places.allSatisfy({ Self.isArithmetic($0.value) }) { return .unbegun(name, at: place) }
      // The name of a value that is there in other letters: 'regions=$(items "$regions")'.
      let near = near(name).first { $0.slip == .spelling && uses[$0.name] != nil }
      return near.map { .unbegun(name, $0.name, at: place) }
    }
  }

  private static func isArithmetic(_ value: ShellCommand.Word?) -> Bool {
    guard let value, value.parts.count == 1, case .opaque(let text) = value.parts[0] else { return false }
    return text.hasPrefix("$((")
  }

  /// Whether a value is made of the variable's own: `count=$((count + 1))`. Where nothing gives it a first one, the shell stops.
  func isStep(_ setting: VariableSettings.Setting, of name: String) -> Bool {
    guard setting.command.words.isEmpty, let range = setting.value?.range else { return false }
    return uses[name, default: []].contains { range.contains($0.range.lowerBound) }
  }

  /// Whether every part of a `case` or `if` that has one for all that is left sets the variable.
  private func isInEveryPart(_ places: [VariableSettings.Setting]) -> Bool {
    var parts: [ObjectIdentifier: (choice: ShellChoice, numbers: Set<Int>)] = [:]
    for part in places.flatMap(\.command.parts) where part.choice.isComplete {
      parts[ObjectIdentifier(part.choice), default: (part.choice, [])].numbers.insert(part.number)
    }
    return parts.values.contains { $0.numbers.count == $0.choice.tests.count }
  }
}

extension Diagnostic {
  fileprivate static func unread(_ name: String, _ near: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unsetVariable, "nothing asks for the variable '\(name)'", at: range,
      hint: "did you mean '\(near)', which has no value yet?")
  }
  fileprivate static func unbegun(_ name: String, _ near: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unsetVariable, "nothing gives the variable '\(name)' its first value", at: range,
      hint: "did you mean '\(near)'?")
  }
  fileprivate static func unbegun(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unsetVariable, "nothing gives the variable '\(name)' its first value", at: range,
      hint: "with 'set -u' the shell stops here: write '\(name)=0' before it")
  }
}
