/// A function that scripts define above their steps. Its code is fixed: whatever differs comes in as an argument.
struct ShellFunction {
  /// Its name.
  let name: String
  /// The comment and the definition.
  let code: StaticString
  /// The functions it calls.
  let calls: [String]

  /// Makes a function.
  init(_ name: String, calls: [String] = [], _ code: StaticString) {
    self.name = name
    self.code = code
    self.calls = calls
  }

  /// Every function, each after those it calls.
  static let all: [ShellFunction] =
    speaking + checking + calling + reading + comparing + policies + trails + topics + keys + lookups
    + stackSets

  /// The functions named and all they call, in the order of `all`.
  static func needed(_ names: [String]) -> [ShellFunction] {
    var needed: Set<String> = []
    var open = names
    while let name = open.popLast() {
      guard needed.insert(name).inserted, let function = all.first(where: { $0.name == name }) else {
        continue
      }
      open += function.calls
    }
    return all.filter { needed.contains($0.name) }
  }
}
