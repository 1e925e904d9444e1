/// Which values of variables may be set by the time that a script comes to a place, by its calls of functions.
///
/// What it cannot exclude may be: a function that nothing calls in sight may come after everything.
struct ShellReach {
  private struct Call {
    let caller: String?
    let callee: String
    /// 0-based byte offset.
    let offset: Int
    /// The parts of `case`s and `if`s around it.
    let parts: [ShellChoice.Part]
  }

  private let settings: VariableSettings
  private var calls: [Call] = []
  private var callers: [String: [Int]] = [:]
  /// The calls in each function, and in none.
  private var callees: [String?: [Int]] = [:]
  private var loops: [Range<Int>] = []

  /// Takes note of the calls and loops of a script.
  init(_ script: [ShellCommand], _ settings: VariableSettings) {
    self.settings = settings
    let functions = Set(script.lazy.compactMap(\.function))
    ShellCommand.visit(script) { command in
      // What a signal calls comes after all that stands around it.
      let isHandler = command.words.first?.bare == "trap"
      for word in command.words {
        guard let name = word.literal else { continue }
        for name in isHandler ? name.fields(by: " ") : [name] where functions.contains(name) {
          let place = word.range.lowerBound
          let caller = settings.function(at: place)
          callers[name, default: []].append(calls.count)
          callees[caller, default: []].append(calls.count)
          calls.append(
            Call(
              caller: caller, callee: name, offset: isHandler ? .max : place,
              parts: isHandler ? [] : command.parts))
        }
      }
    }
    for (index, command) in script.enumerated() {
      guard let loop = command.loop, loop.count > 0, index + loop.count < script.count else { continue }
      let last = script[index + loop.count].allWords.map(\.range.upperBound).max() ?? 0
      if command.place >= 0, last > command.place { loops.append(command.place..<last) }
    }
  }

  /// Whether something may have set a variable on every way by which the script comes to a place.
  func maySet(_ places: [VariableSettings.Setting], before offset: Int) -> Bool {
    var budget = 2000
    var seen: Set<String> = []
    return maySet(places, settings.function(at: offset), offset, [], &seen, &budget)
  }

  private func maySet(
    _ places: [VariableSettings.Setting], _ function: String?, _ offset: Int, _ parts: [ShellChoice.Part],
    _ seen: inout Set<String>, _ budget: inout Int
  ) -> Bool {
    let isBefore = { (place: Int, others: [ShellChoice.Part]) in
      loops.contains { $0.contains(place) && $0.contains(offset) }
        || place < offset && !Self.areApart(others, parts)
    }
    let isSet = places.contains {
      isBefore($0.offset, $0.command.parts) && settings.function(at: $0.offset) == function
    }
    if isSet { return true }
    var inside: Set<String> = []
    for call in callees[function] ?? [] where isBefore(calls[call].offset, calls[call].parts) {
      if sets(places, in: calls[call].callee, &inside, &budget) { return true }
    }
    guard let function else { return false }
    guard let callers = callers[function], seen.insert(function).inserted else { return true }
    return callers.allSatisfy {
      maySet(places, calls[$0].caller, calls[$0].offset, calls[$0].parts, &seen, &budget)
    }
  }

  /// Whether two places are in different parts of one choice, of which one runs.
  private static func areApart(_ one: [ShellChoice.Part], _ other: [ShellChoice.Part]) -> Bool {
    one.contains { part in other.contains { $0.choice === part.choice && $0.number != part.number } }
  }

  /// Whether a function, or one that it calls, sets the variable.
  private func sets(
    _ places: [VariableSettings.Setting], in function: String, _ seen: inout Set<String>,
    _ budget: inout Int
  ) -> Bool {
    budget -= 1
    guard budget > 0 else { return true }
    guard seen.insert(function).inserted else { return false }
    return places.contains { settings.function(at: $0.offset) == function }
      || callees[function]?.contains { sets(places, in: calls[$0].callee, &seen, &budget) } ?? false
  }
}
