/// A simple command of a shell script.
struct ShellCommand {
  /// A word before expansion.
  struct Word {
    /// Its parts, in order.
    var parts: [Part] = []
    /// Where it stands: 0-based byte offsets.
    var range: Range<Int>
    /// Whether any of it is quoted: a quoted word is never a reserved word.
    var isQuoted = false
    /// Its stretches without quotes from the first `{` on, which bash may expand: 0-based byte offsets.
    var bracedRuns: [Range<Int>] = []

    /// Makes a word of its parts.
    init(parts: [Part] = [], range: Range<Int>, isQuoted: Bool = false) {
      self.parts = parts
      self.range = range
      self.isQuoted = isQuoted
    }

    /// Makes the name of a command that stands nowhere in the script.
    init(named name: String) {
      self.init(parts: [.literal(name, source: 0, isExact: false)], range: 0..<0)
    }

    /// The text, when nothing in it is expanded.
    var literal: String? {
      var text = ""
      for part in parts {
        guard case .literal(let piece, _, _) = part else { return nil }
        text += piece
      }
      return text
    }

    /// Whether a command gives some of it.
    var hasSubstitution: Bool {
      parts.contains { if case .substitution = $0 { true } else { false } }
    }

    /// The text of an unquoted word, such as a reserved word or an operator's name.
    var bare: String? { isQuoted ? nil : literal }
  }

  /// A part of a word.
  enum Part {
    /// Text and the byte offset where it begins; exact when the source has the same bytes there.
    case literal(String, source: Int, isExact: Bool)
    /// `$NAME`, `${NAME}`, `${NAME:-word}`, `${NAME:=word}`: a value with a default, if one is given.
    indirect case variable(String, fallback: Word?, isQuoted: Bool)
    /// `$(…)` or backquotes.
    case substitution([ShellCommand], isQuoted: Bool)
    /// The words of an array: `NAME=(…)`.
    indirect case list([Word])
    /// What is wrong with the structure of a substitution that stands before it.
    case broken(ShellGrammar.Fault)
    /// Anything else that only a run can tell; the text is how it is spelled.
    case opaque(String)
  }

  /// An assignment before the command, or alone.
  struct Assignment {
    let name: String
    let value: Word
    /// Whether the value goes behind what is there: `NAME+=…`.
    var appends = false
  }

  var assignments: [Assignment] = []
  var words: [Word] = []
  /// The text of a here-document, when nothing in it is expanded.
  var hereDocument: Word?
  /// The file that `>` or `>>` writes.
  var output: Word?
  /// Whether what the file held before stays.
  var appends = false
  /// The files that it reads, where a command is in their names, `< <(…)`, and the texts that it runs, `bash -c '…'`.
  var inputs: [Word] = []
  /// The function whose body this is part of.
  var function: String?
  /// Whether an `if`, `case`, loop, `&&` or `||` decides if it runs.
  var isConditional = false
  /// The parts of `case`s and `if`s around it, from the outermost one.
  var parts: [ShellChoice.Part] = []
  /// The `if` whose first condition it is, alone.
  var decides: ShellChoice?
  /// How many compound commands are around it, and whether `&&` or `||` stands before it.
  var conditions = 0
  var isBehindOperator = false
  /// The loop whose first command it is.
  var loop: ShellLoop?
  /// Whether more than those parts decides if it runs: a loop, `&&`, `||`.
  var isUncertain = false

  /// Its words with those of its assignments, its here-document and the files that it reads and writes.
  var allWords: [Word] {
    assignments.map(\.value) + words + inputs + [hereDocument, output].compactMap(\.self)
  }

  /// Where it begins: a 0-based byte offset; -1 when it has no word.
  var place: Int { (words.first ?? assignments.first?.value)?.range.lowerBound ?? -1 }

  /// Visits commands in the order of the text, each before those inside its words.
  static func visit(_ commands: [ShellCommand], _ body: (ShellCommand) -> Void) {
    for command in commands {
      body(command)
      for assignment in command.assignments { visit(assignment.value, body) }
      for word in command.words { visit(word, body) }
      for word in command.inputs { visit(word, body) }
      if let word = command.hereDocument { visit(word, body) }
      if let word = command.output { visit(word, body) }
    }
  }

  private static func visit(_ word: Word, _ body: (ShellCommand) -> Void) {
    for part in word.parts {
      switch part {
      case .substitution(let inner, _): visit(inner, body)
      case .variable(_, let fallback?, _): visit(fallback, body)
      case .list(let words): for word in words { visit(word, body) }
      case .literal, .variable, .broken, .opaque: break
      }
    }
  }
}

extension ShellCommand {
  /// The command without a character in its words.
  func without(_ scalar: Unicode.Scalar) -> ShellCommand {
    var command = self
    command.assignments = assignments.map {
      Assignment(name: $0.name, value: $0.value.without(scalar), appends: $0.appends)
    }
    command.words = words.map { $0.without(scalar) }
    command.inputs = inputs.map { $0.without(scalar) }
    command.hereDocument = hereDocument?.without(scalar)
    command.output = output?.without(scalar)
    return command
  }
}

extension ShellCommand.Word {
  fileprivate func without(_ scalar: Unicode.Scalar) -> Self {
    let rid = { (text: String) in
      var scalars = text.unicodeScalars
      scalars.removeAll { $0 == scalar }
      return String(scalars)
    }
    var word = self
    word.parts = parts.map { part in
      switch part {
      case .literal(let text, let source, let isExact):
        let shorter = rid(text)
        return .literal(shorter, source: source, isExact: isExact && shorter.utf8.count == text.utf8.count)
      case .variable(let name, let fallback, let isQuoted):
        return .variable(name, fallback: fallback?.without(scalar), isQuoted: isQuoted)
      case .substitution(let inner, let isQuoted):
        return .substitution(inner.map { $0.without(scalar) }, isQuoted: isQuoted)
      case .opaque(let text): return .opaque(rid(text))
      case .list(let words): return .list(words.map { $0.without(scalar) })
      case .broken: return part
      }
    }
    return word
  }
}
