/// One statement of a script.
indirect enum ShellStatement {
  /// Lines of text behind `# `.
  case comment([String])
  /// An empty line.
  case blank
  /// A command and its words.
  case command([ShellWord])
  /// `name=value`.
  case assignment(String, ShellWord)
  /// `name=$(command)`.
  case capture(String, [ShellWord])
  /// `name=${name-value}`: a variable of the environment, or the value.
  case overridable(String, ShellWord)
  /// `if command; then … else … fi`.
  case conditional([ShellWord], then: [ShellStatement], else: [ShellStatement])
  /// Fixed code without any text of a spec, which is why it is a static string.
  case code(StaticString)

  /// A command from words.
  static func run(_ words: ShellWord...) -> ShellStatement { .command(words) }
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
