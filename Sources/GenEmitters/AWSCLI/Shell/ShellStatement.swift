/// One statement of a script.
indirect enum ShellStatement {
  /// Lines of text behind `# `.
  case comment([String])
  /// An empty line.
  case blank
  /// A command and its words.
  case command([ShellWord])
  /// A command whose further words belong together row by row.
  case rows([ShellWord], [[ShellWord]])
  /// `name=value`.
  case assignment(String, ShellWord)
  /// `name=$(command)`.
  case capture(String, [ShellWord])
  /// `name=${name-value}`: a variable of the environment, or the value.
  case overridable(String, ShellWord)
  /// `if command; then … else … fi`.
  case conditional([ShellWord], then: [ShellStatement], else: [ShellStatement])
  /// A function of the script's own.
  case function(String, [ShellStatement])
  /// A function that prints a text.
  case printing(function: String, HereDocument)
  /// Fixed code without any text of a spec, which is why it is a static string.
  case code(StaticString)

  /// A command from words.
  static func run(_ words: ShellWord...) -> ShellStatement { .command(words) }
}

extension ShellStatement {
  /// The variables whose values its words take; fixed code is not looked into.
  var variables: Set<String> {
    switch self {
    case .comment, .blank, .printing, .code: []
    case .command(let words), .capture(_, let words): Self.variables(of: words)
    case .rows(let words, let rows): Self.variables(of: words + rows.joined())
    case .assignment(_, let word), .overridable(_, let word): Self.variables(of: [word])
    case .function(_, let body): body.reduce(into: []) { $0.formUnion($1.variables) }
    case .conditional(let words, let then, let otherwise):
      (then + otherwise).reduce(into: Self.variables(of: words)) { $0.formUnion($1.variables) }
    }
  }

  private static func variables(of words: [ShellWord]) -> Set<String> {
    var names: Set<String> = []
    for case .variable(let name) in words.flatMap(\.pieces).joined() { names.insert(name) }
    return names
  }

  /// The assignments that others, or what follows, use.
  static func used(_ assignments: [ShellStatement], in following: [ShellStatement]) -> [ShellStatement] {
    var names = following.reduce(into: Set<String>()) { $0.formUnion($1.variables) }
    var used: [ShellStatement] = []
    for statement in assignments.reversed() {
      if case .assignment(let name, _) = statement, !names.contains(name) { continue }
      names.formUnion(statement.variables)
      used.append(statement)
    }
    return used.reversed()
  }
}

extension ShellWord: ExpressibleByStringLiteral {
  /// Fixed text; the value of an option is a piece of its own.
  init(stringLiteral value: String) {
    guard value.hasPrefix("--"), let equals = value.firstIndex(of: "=") else {
      self = .text(value)
      return
    }
    let name = value[value.index(value.startIndex, offsetBy: 2)..<equals]
    self = .option(String(name), .text(String(value[value.index(after: equals)...])))
  }
}

extension ShellWord.Atom: ExpressibleByStringLiteral {
  /// Fixed text.
  init(stringLiteral value: String) { self = .text(value) }
}
